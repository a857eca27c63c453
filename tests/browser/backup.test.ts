import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/base/hash';
import type { Entry } from '../../src/assessment/log';
import { lastBackup, makeBackup, restoreBackup } from '../../src/storage/backup';
import { readContent, writeContent } from '../../src/storage/backup-content';
import { packBackup, unpackBackup } from '../../src/storage/backup-file';
import type { Database } from '../../src/storage/database';
import { deleteDrafts, listDrafts } from '../../src/storage/draft-list';
import { openDraft, withdrawEntry } from '../../src/storage/drafts';
import { keepPending } from '../../src/storage/pending';
import { earlierOf } from '../../src/storage/carry-over-pins';
import { makeKey } from '../../src/storage/keys';
import { keepFile, keepRecord } from '../../src/storage/records';
import unlocked from '../fixtures/backups/backup-0.backup?url';
import locked from '../fixtures/backups/backup-0-locked.backup?url';
import { answer, at, codesOf, everything, give, id, newDraft, open, valueOf } from './kept';

const { subtle } = crypto;
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const plain = { app: '0.1.0', at: at(40), profile: 'p', random, subtle, passphrase: '' };
const opening = { subtle, passphrase: '' };
const backUp = async (database: Database, passphrase = '', draft?: string): Promise<Uint8Array<ArrayBuffer>> =>
  valueOf(await makeBackup(database, { ...plain, passphrase }, draft)).bytes;

/** A draft with two answers, a file as evidence, something typed, and a record. */
const wholeDraft = async (database: Database, number: number): Promise<string> => {
  const draft = await newDraft(database, number % 30);
  const bytes = new Uint8Array([number % 256, number >> 8, 3]);
  const sha256 = sha256Hex(bytes);
  valueOf(await keepFile(database, { sha256, bytes }));
  const file = { name: 'letter.pdf', type: 'application/pdf', size: 3, sha256 };
  const evidence = { ...answer(draft, 3, 'certificate', ''), value: [file] } as Entry;
  valueOf(await give(database, draft, [answer(draft, 2, 'borrower-name', `Choir ${number} of Siân’s`), evidence]));
  valueOf(await keepPending(database, { draft, field: 'event-name', tab: 'tab', raw: `typed ${number}`, at: at(4) }));
  valueOf(
    await keepRecord(database, {
      id: `r${number}`,
      draft,
      kind: 'record',
      signedAt: at(5),
      fileName: 'r.pdf',
      pdf: new Uint8Array(50).fill(number),
    }),
  );
  return draft;
};

/** Everything but what belongs to one browser: its own meta rows. */
const shared = async (database: Database): Promise<unknown> => {
  const { drafts, entries, pending, pinned, files, records } = database;
  return Promise.all([drafts, entries, pending, pinned, files, records].map((table) => table.toArray()));
};

describe('a backup', () => {
  it('of 200 drafts with evidence and records comes back equal in another browser, and twice changes nothing', async () => {
    const database = await open();
    for (let number = 0; number < 200; number++) await wholeDraft(database, number);
    const file = await backUp(database);
    const other = await open();
    const restored = valueOf(await restoreBackup(other, file, opening));
    expect(restored).toEqual({ kind: 'backup', drafts: 200, entries: 600, records: 200 });
    expect(await shared(other)).toEqual(await shared(database));
    const before = await everything(other);
    expect(valueOf(await restoreBackup(other, file, opening))).toMatchObject({ drafts: 0, entries: 0, records: 0 });
    expect(await everything(other)).toBe(before);
    expect(valueOf(await lastBackup(database))).toBe(at(40));
  });

  it('with a passphrase needs it; a wrong one or one byte that is another changes nothing', async () => {
    const database = await open();
    await wholeDraft(database, 1);
    const file = await backUp(database, 'correct horse');
    const other = await open();
    const before = await everything(other);
    expect(codesOf(await restoreBackup(other, file, opening))).toEqual(['backup.locked']);
    expect(codesOf(await restoreBackup(other, file, { subtle, passphrase: 'wrong' }))).toEqual(['backup.passphrase']);
    const bad = file.slice();
    bad[bad.length - 5] = (bad[bad.length - 5] ?? 0) ^ 1;
    expect(codesOf(await restoreBackup(other, bad, { subtle, passphrase: 'correct horse' }))).toEqual([
      'backup.damaged',
    ]);
    expect(await everything(other)).toBe(before);
    valueOf(await restoreBackup(other, file, { subtle, passphrase: 'correct horse' }));
    expect(await shared(other)).toEqual(await shared(database));
  });

  it('holds certificates and no private key', async () => {
    const database = await open();
    const council = { subtle, random, now: at(1), council: 'Example Council' };
    const key = valueOf(await makeKey(council, { name: 'Sam Example', job: 'Officer', service: 'Parks' }));
    await database.keys.add(key);
    const text = new TextDecoder('latin1').decode(await backUp(database));
    expect(text).toContain('"name":"Sam Example"');
    expect(text).not.toContain('privateKey');
  });

  it('brings back what was deleted, and never overwrites what has been given since', async () => {
    const database = await open();
    const [kept, gone] = [await wholeDraft(database, 1), await wholeDraft(database, 2)];
    const file = await backUp(database);
    valueOf(await deleteDrafts(database, [gone]));
    const later = answer(kept, 9, 'borrower-name', 'Later choir');
    valueOf(await give(database, kept, [later]));
    await database.drafts.update(kept, { name: 'My own name for it' });
    expect(valueOf(await restoreBackup(database, file, opening))).toMatchObject({ drafts: 1, entries: 3, records: 0 });
    expect(valueOf(await openDraft(database, kept)).log.at(-1)?.id).toBe(later.id);
    expect(valueOf(await openDraft(database, kept)).row.name).toBe('My own name for it');
    expect(valueOf(await openDraft(database, gone)).log).toHaveLength(3);
  });

  it('never undoes a withdrawal, and takes one in', async () => {
    const database = await open();
    const draft = await newDraft(database);
    const [mine, theirs] = [answer(draft, 2, 'a', 'Jane Doe'), answer(draft, 3, 'b', 'John Doe')];
    valueOf(await give(database, draft, [mine, theirs]));
    const before = await backUp(database);
    const other = await open();
    valueOf(await restoreBackup(other, before, opening));
    valueOf(await withdrawEntry(other, theirs, () => ({ updatedAt: at(6) })));
    valueOf(await withdrawEntry(database, mine, () => ({ updatedAt: at(6) })));
    valueOf(await restoreBackup(database, before, opening));
    expect(await everything(database)).not.toContain('Jane Doe');
    valueOf(await restoreBackup(database, await backUp(other), opening));
    expect(await everything(database)).not.toContain('John Doe');
    expect(valueOf(await openDraft(database, draft)).log).toHaveLength(3);
  });

  it.each([['a backup'], ['an assessment handed over']])(
    '%s with words that a record cannot hold is refused, and nothing is taken or lost',
    async (what) => {
      const database = await open();
      const draft = await wholeDraft(database, 1);
      const file = await backUp(database, '', what === 'a backup' ? undefined : draft);
      const content = valueOf(readContent(valueOf(await unpackBackup(file, opening))));
      const entries = content.entries.map((entry) =>
        entry.kind === 'answered' && entry.field === 'borrower-name' ? { ...entry, value: 'Хор שלום' } : entry,
      );
      const forged = await packBackup(writeContent({ ...content, entries }));
      const other = await open();
      await wholeDraft(other, 2);
      const before = await everything(other);
      expect(codesOf(await restoreBackup(other, forged, opening))).toEqual(['backup.content']);
      expect(await everything(other)).toBe(before);
      const honest = await packBackup(writeContent(content));
      expect(valueOf(await restoreBackup(other, honest, opening))).toMatchObject({ drafts: 1 });
    },
  );

  it('leaves out what is damaged, and says how much', async () => {
    const database = await open();
    const [sound, bad] = [await wholeDraft(database, 1), await newDraft(database)];
    await database.entries.add({ ...answer(bad, 2, 'a', 'one'), counter: -2 });
    await database.drafts.update(await newDraft(database), { lastPage: 7 as never });
    await database.drafts.add({ id: id(), title: 'No date' } as never);
    const half = { draft: sound, field: 'a', tab: 'tab', raw: 'half of a \ud83d', at: at(1) };
    valueOf(await keepPending(database, half));
    await database.files.add({ sha256: '0'.repeat(64), bytes: new Uint8Array([1]) });
    await database.pinned.add({ sha256: '0'.repeat(64), kind: 'policy', bytes: new Uint8Array([1]) });
    await database.drafts.update(await newDraft(database), { policy: '0'.repeat(64) });
    const made = valueOf(await makeBackup(database, plain));
    expect(made.leftOut).toBe(4);
    const other = await open();
    valueOf(await restoreBackup(other, made.bytes, opening));
    expect(valueOf(await listDrafts(other)).rows.map((row) => row.id)).toEqual([sound]);
  });
});

describe('a backup of format 0, kept from when it was made,', () => {
  it.each([
    ['', unlocked],
    ['correct horse', locked],
  ])('opens with the passphrase “%s”, joins what is here, and its draft is worked on', async (passphrase, url) => {
    const file = new Uint8Array(await (await fetch(url)).arrayBuffer());
    const database = await open();
    const mine = await wholeDraft(database, 1);
    const restored = valueOf(await restoreBackup(database, file, { subtle, passphrase }));
    expect(restored).toEqual({ kind: 'backup', drafts: 2, entries: 13, records: 1 });
    const draft = '1'.padStart(26, '0');
    const { log, model } = valueOf(await openDraft(database, draft));
    expect([log.length, model.policy.version]).toEqual([12, '1.0.0']);
    expect(valueOf(await earlierOf(database, log)).size).toBe(1);
    valueOf(await give(database, draft, [answer(draft, 13, 'event-name', 'Summer fair')]));
    expect(valueOf(await openDraft(database, draft)).log).toHaveLength(13);
    expect(valueOf(await openDraft(database, mine)).log).toHaveLength(3);
  });
});

describe('a draft for a colleague', () => {
  it('goes alone, and comes back with the colleague’s entries among one’s own; the same file twice changes nothing', async () => {
    const [mine, theirs] = [await open(), await open()];
    const [draft] = [await wholeDraft(mine, 1), await wholeDraft(mine, 2)];
    valueOf(await restoreBackup(theirs, await backUp(mine, '', draft), opening));
    expect(await Promise.all([theirs.drafts.count(), theirs.records.count(), theirs.pending.count()])).toEqual([
      1, 0, 0,
    ]);
    const given = { ...answer(draft, 4, 'borrower-name', 'A better name'), author: 'c'.repeat(26) };
    valueOf(await give(theirs, draft, [given]));
    const own = answer(draft, 4, 'event-name', 'Meanwhile');
    valueOf(await give(mine, draft, [own]));
    const back = await backUp(theirs, '', draft);
    expect(valueOf(await restoreBackup(mine, back, opening))).toMatchObject({ kind: 'draft', drafts: 0, entries: 1 });
    const { log } = valueOf(await openDraft(mine, draft));
    expect(log.map((entry) => entry.id)).toEqual(expect.arrayContaining([given.id, own.id]));
    expect(log.find((entry) => entry.id === given.id)?.author).toBe(given.author);
    const before = await everything(mine);
    expect(valueOf(await restoreBackup(mine, back, opening))).toMatchObject({ drafts: 0, entries: 0 });
    expect(await everything(mine)).toBe(before);
    valueOf(await restoreBackup(theirs, await backUp(mine, '', draft), opening));
    expect(valueOf(await openDraft(theirs, draft)).log).toEqual(log);
  });

  it('of nothing is a file with nothing in it', async () => {
    const database = await open();
    valueOf(await restoreBackup(database, await backUp(database, '', id()), opening));
    expect(await database.drafts.count()).toBe(0);
  });
});
