import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/base/calendar';
import { utf8 } from '../../src/base/bytes';
import { sha256Hex } from '../../src/base/hash';
import { replay } from '../../src/assessment/assessment';
import type { Entry } from '../../src/assessment/log';
import { sealedForm } from '../../src/policy/parse';
import { schemaVersion } from '../../src/storage/database';
import {
  changeDraft,
  damagedDrafts,
  daysInBin,
  deleteDrafts,
  duplicateDraft,
  emptyBin,
  listDrafts,
} from '../../src/storage/draft-list';
import { openDraft } from '../../src/storage/drafts';
import { keepPending, pendingOf } from '../../src/storage/pending';
import { openDatabase } from '../../src/storage/open';
import { keepFile, keepRecord, listRecords, readRecord } from '../../src/storage/records';
import { keepReperformed, readReperformed } from '../../src/storage/reperform';
import { answer, at, codesOf, everything, give, id, newDraft, open, policy, settings, valueOf } from './kept';

type Kept = Awaited<ReturnType<typeof open>>;

const ids = async (database: Kept): Promise<readonly string[]> =>
  valueOf(await listDrafts(database)).rows.map((row) => row.id);

const pdf = new Uint8Array([1, 2, 3]);

describe('the list', () => {
  it('shows how far each draft is and when its latest record was signed, without reading a log or a page', async () => {
    const database = await open();
    const draft = await newDraft(database, 1);
    valueOf(await give(database, draft, [answer(draft, 2, 'a', 'one')]));
    for (const minute of [3, 9, 5])
      valueOf(
        await keepRecord(database, {
          id: `r${minute}`,
          draft,
          kind: 'practice',
          signedAt: at(minute),
          fileName: 'r.pdf',
          pdf,
        }),
      );
    const reads: string[] = [];
    database.entries.hook('reading', (entry) => (reads.push('entry'), entry));
    database.records.hook('reading', (record) => (reads.push('record'), record));
    const [row] = valueOf(await listDrafts(database)).rows;
    expect(row).toMatchObject({ id: draft, title: 'Marquee', section: 'The event', signedAt: at(9) });
    const records = valueOf(await listRecords(database));
    expect(records.map((one) => one.id)).toEqual(['r9', 'r5', 'r3']);
    expect(records[0]).toEqual({ id: 'r9', draft, kind: 'practice', signedAt: at(9), fileName: 'r.pdf' });
    expect(reads).toEqual([]);
    expect(valueOf(await readRecord(database, 'r9'))?.pdf).toEqual(pdf);
  });

  it('leaves out a draft until something is given or typed in it', async () => {
    const database = await open();
    const [given, typed, untouched] = await Promise.all(
      [1, 2, 3].map((n) => newDraft(database, n, { untouched: `${n}` })),
    );
    if (!given || !typed || !untouched) throw new Error('no drafts');
    expect(await ids(database)).toEqual([]);
    valueOf(await give(database, given, [answer(given, 2, 'a', 'one')]));
    valueOf(await keepPending(database, { draft: typed, field: 'a', tab: 'tab', raw: 'typed', at: at(4) }));
    expect(new Set(await ids(database))).toEqual(new Set([given, typed]));
    expect((await openDraft(database, untouched)).ok).toBe(true);
  });

  it('finds damaged logs, however many sound drafts stand before them', async () => {
    const database = await open();
    for (let n = 0; n < 25; n++) await newDraft(database, n);
    const bad = await newDraft(database, 30);
    await database.entries.add({ ...answer(bad, 2, 'a', 'one'), counter: -2 });
    expect(valueOf(await damagedDrafts(database)).map((one) => one.id)).toEqual([bad]);
  });
});

describe('beginning', () => {
  it('again in the same tab on the same day, with nothing given between, begins nothing new', async () => {
    const database = await open();
    const first = await newDraft(database, 1, { untouched: 'tab' });
    for (let n = 2; n < 6; n++) expect(await newDraft(database, n, { untouched: 'tab' })).toBe(first);
    expect(await database.drafts.count()).toBe(1);
    expect(await database.entries.count()).toBe(1);
    valueOf(await give(database, first, [answer(first, 2, 'a', 'one')]));
    expect(await newDraft(database, 7, { untouched: 'tab' })).not.toBe(first);
  });

  it('in another tab, on another day, or for practice, begins another', async () => {
    const database = await open();
    const tomorrow = at(1).replace('-22T', '-23T');
    const made = [
      await newDraft(database, 1, { untouched: 'tab' }),
      await newDraft(database, 1, { untouched: 'other' }),
      await newDraft(database, 1, { untouched: 'tab', kind: 'practice' }),
      await newDraft(database, 1, { untouched: 'tab', createdAt: tomorrow }),
    ];
    expect(new Set(made).size).toBe(4);
  });
});

describe('a name', () => {
  it('is the officer’s own, and taken away again leaves the one that the answers give', async () => {
    const database = await open();
    const draft = await newDraft(database);
    valueOf(await changeDraft(database, draft, { name: 'Choir, second try' }));
    valueOf(await give(database, draft, [answer(draft, 2, 'a', 'one')]));
    expect(await database.drafts.get(draft)).toMatchObject({ name: 'Choir, second try', title: 'Marquee' });
    valueOf(await changeDraft(database, draft, { name: undefined }));
    expect(await database.drafts.get(draft)).not.toHaveProperty('name');
  });

  it('cannot be given to a draft that is gone, and brings nothing back', async () => {
    const database = await open();
    const draft = await newDraft(database);
    valueOf(await deleteDrafts(database, [draft]));
    expect(codesOf(await changeDraft(database, draft, { name: 'Still here' }))).toEqual(['storage.unknown-draft']);
    expect(await database.drafts.count()).toBe(0);
  });
});

describe('the file of a record that a draft answers again', () => {
  it('goes with the draft, and no other does', async () => {
    const database = await open();
    const [mine, other] = [await newDraft(database, 1), await newDraft(database, 2)];
    for (const draft of [mine, other]) valueOf(await keepReperformed(database, draft, { name: 'r.pdf', pdf }));
    valueOf(await deleteDrafts(database, [mine]));
    expect(valueOf(await readReperformed(database, mine))).toBeUndefined();
    expect(valueOf(await readReperformed(database, other))).toEqual({ name: 'r.pdf', pdf });
  });
});

describe('a copy', () => {
  it('has the same answers and an id, a partnership and a today of its own, and shares the evidence', async () => {
    const database = await open();
    const draft = await newDraft(database);
    const file = { name: 'a.pdf', type: 'application/pdf', size: 3, sha256: sha256Hex(pdf) };
    valueOf(await keepFile(database, { sha256: file.sha256, bytes: pdf }));
    const first = answer(draft, 2, 'borrower-name', 'Choir');
    const second = { ...answer(draft, 3, 'borrower-name', 'Harbour Choir'), replaces: first.id };
    const evidence = { ...answer(draft, 4, 'plan', ''), value: [file] };
    const shown = { ...answer(draft, 5, 'x', 'x'), kind: 'outcome-shown' as const, outcome: 'lend' };
    const { field: _, value: __, ...seen } = shown;
    valueOf(await give(database, draft, [first, second, evidence, seen]));
    valueOf(await keepPending(database, { draft, field: 'b', tab: 'tab', raw: 'typed', at: at(9) }));
    await database.drafts.update(draft, { lastPage: 'event', archivedAt: at(8) });
    const before = await everything(database);
    const [copy, author] = [id(), id()];
    const now = '2026-12-24T09:00:00+00:00';
    valueOf(await duplicateDraft(database, draft, { draft: copy, author, at: now, newId: id }, 'Copy of Marquee'));
    expect(await everything(database)).not.toBe(before);
    const [source, made] = [valueOf(await openDraft(database, draft)), valueOf(await openDraft(database, copy))];
    expect(made.row).toMatchObject({
      name: 'Copy of Marquee',
      title: 'Marquee',
      createdAt: now,
      lastPage: 'event',
      archivedAt: undefined,
    });
    expect(made.row.partnership).not.toBe(source.row.partnership);
    const [old, fresh] = [replay(source.model, source.log), replay(made.model, made.log)];
    expect(fresh?.answers).toEqual(old?.answers);
    expect(fresh?.walk.today).toBe('2026-12-24');
    expect(made.log.map((entry) => entry.kind)).toEqual(['started', 'answered', 'answered', 'answered']);
    expect(made.log[2]).toMatchObject({ replaces: made.log[1]?.id, author, at: now, draft: copy });
    const known = new Set(source.log.map((entry) => entry.id));
    expect(made.log.some((entry) => known.has(entry.id))).toBe(false);
    expect(valueOf(await pendingOf(database, copy))).toMatchObject([{ field: 'b', raw: 'typed' }]);
    valueOf(await deleteDrafts(database, [draft]));
    expect(await database.files.count()).toBe(1);
    expect((await openDraft(database, copy)).ok).toBe(true);
    valueOf(await deleteDrafts(database, [copy]));
    expect(await database.files.count()).toBe(0);
  });

  it('of one that takes up a record keeps its partnership', async () => {
    const database = await open();
    const draft = await newDraft(database);
    const started = await database.entries.where('draft').equals(draft).first();
    if (started?.kind !== 'started') throw new Error('not started');
    const takingUp: Entry = { ...started, continues: 'a'.repeat(64) };
    await database.entries.put(takingUp);
    const copy = id();
    valueOf(await duplicateDraft(database, draft, { draft: copy, author: id(), at: at(9), newId: id }, 'Copy'));
    const rows = await database.drafts.bulkGet([draft, copy]);
    expect(rows[1]?.partnership).toBe(rows[0]?.partnership);
  });

  it('of a damaged draft is not made', async () => {
    const database = await open();
    const draft = await newDraft(database);
    await database.entries.add({ ...answer(draft, 2, 'a', 'one'), counter: -2 });
    const before = await everything(database);
    const copying = { draft: id(), author: id(), at: at(9), newId: id };
    expect(codesOf(await duplicateDraft(database, draft, copying, 'Copy'))).toEqual(['draft.entry']);
    expect(await everything(database)).toBe(before);
  });
});

describe('the bin', () => {
  it('keeps a draft whole, out of reach until it is put back', async () => {
    const database = await open();
    const draft = await newDraft(database);
    valueOf(await give(database, draft, [answer(draft, 2, 'a', 'one')]));
    const before = await everything(database);
    valueOf(await changeDraft(database, draft, { deletedAt: at(40) }));
    expect(codesOf(await openDraft(database, draft))).toEqual(['draft.deleted']);
    expect(await ids(database)).toEqual([draft]);
    valueOf(await changeDraft(database, draft, { deletedAt: undefined }));
    expect(await everything(database)).toBe(before);
  });

  it('gives a draft back to the other tab that goes on working in it', async () => {
    const first = await open();
    const draft = await newDraft(first);
    const second = await open(first.name);
    valueOf(await changeDraft(second, draft, { deletedAt: at(40) }));
    valueOf(await give(first, draft, [answer(draft, 2, 'a', 'one')]));
    expect((await second.drafts.get(draft))?.deletedAt).toBeUndefined();
    expect(valueOf(await openDraft(second, draft)).log).toHaveLength(2);
  });

  it('takes two tabs that delete and restore at once, and ends as the last of them says', async () => {
    const first = await open();
    const draft = await newDraft(first);
    const second = await open(first.name);
    await Promise.all([
      changeDraft(first, draft, { deletedAt: at(40) }),
      changeDraft(second, draft, { deletedAt: at(41) }),
      changeDraft(first, draft, { name: 'Kept name' }),
    ]);
    valueOf(await changeDraft(second, draft, { deletedAt: undefined }));
    expect(await first.drafts.get(draft)).toMatchObject({ name: 'Kept name' });
    expect((await openDraft(first, draft)).ok).toBe(true);
  });

  it('never lets a tab call saved what went into a draft that is gone for good', async () => {
    const first = await open();
    const draft = await newDraft(first);
    const second = await open(first.name);
    valueOf(await deleteDrafts(second, [draft]));
    expect(codesOf(await give(first, draft, [answer(draft, 2, 'a', 'one')]))).toEqual(['storage.unknown-draft']);
    const typed = { draft, field: 'a', tab: 'tab', raw: 'typed', at: at(4) };
    expect(codesOf(await keepPending(first, typed))).toEqual(['storage.unknown-draft']);
    expect(await Promise.all([first.entries.count(), first.pending.count()])).toEqual([0, 0]);
  });

  it(`is emptied after ${daysInBin} days, of what was begun and never touched too, and of nothing else`, async () => {
    const database = await open();
    const now = '2027-03-01T10:00:00+00:00';
    const ago = (days: number): string => `${addDays('2027-03-01', -days)}T10:00:00+00:00`;
    const kept = [
      await newDraft(database, 0, { createdAt: ago(400) }),
      await newDraft(database, 0, { createdAt: ago(400), archivedAt: ago(399) }),
      await newDraft(database, 0, { createdAt: ago(400), deletedAt: ago(daysInBin) }),
      await newDraft(database, 0, { createdAt: ago(daysInBin), untouched: 'a' }),
    ];
    await newDraft(database, 0, { createdAt: ago(400), deletedAt: ago(daysInBin + 1) });
    await newDraft(database, 0, { createdAt: ago(daysInBin + 1), untouched: 'b' });
    valueOf(await emptyBin(database, now));
    expect(new Set(await database.drafts.toCollection().primaryKeys())).toEqual(new Set(kept));
    expect(await database.entries.count()).toBe(kept.length);
  });
});

describe('a database of version 1', () => {
  const [begun, worked, typed, damaged, dateless] = [id(), id(), id(), id(), id()];
  const started = (draft: string) => ({
    id: id(),
    draft,
    author: id(),
    device: id(),
    counter: 1,
    at: at(0),
    kind: 'started',
    language: 'en',
    policy: sealedForm(policy).sha256,
    settings: sealedForm(settings).sha256,
  });
  const row = (draft: string) => ({
    id: draft,
    partnership: id(),
    kind: 'record',
    policy: sealedForm(policy).sha256,
    settings: sealedForm(settings).sha256,
    title: 'Marquee',
    createdAt: at(0),
    updatedAt: at(2),
    lastPage: 'event',
  });

  /** Written as release 0.1.0 wrote it, by the browser's own interface. Dexie's version 1 is the browser's 10. */
  const writeOld = (name: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 10);
      request.addEventListener('error', () => reject(new Error('no database')));
      request.addEventListener('upgradeneeded', () => {
        const made = request.result;
        const store = (table: string, keyPath: string | string[], ...indexes: string[]): IDBObjectStore => {
          const one = made.createObjectStore(table, { keyPath });
          for (const index of indexes) one.createIndex(index, index);
          return one;
        };
        const drafts = store('drafts', 'id', 'updatedAt');
        const entries = store('entries', 'id', 'draft');
        const pending = store('pending', ['draft', 'field', 'tab'], 'draft');
        const pinned = store('pinned', 'sha256');
        const files = store('files', 'sha256');
        const keys = store('keys', 'id');
        const records = store('records', 'id', 'draft');
        const meta = store('meta', 'key');
        for (const draft of [begun, worked, typed, damaged]) drafts.add(row(draft));
        drafts.add({ id: dateless, title: 'No date' });
        for (const draft of [begun, worked, typed, damaged]) entries.add(started(draft));
        entries.add(answer(worked, 2, 'borrower-name', 'Harbour Choir'));
        entries.add({ ...answer(damaged, 2, 'a', 'one'), counter: -2 });
        pending.add({ draft: typed, field: 'a', tab: 'tab', raw: 'typed', at: at(1) });
        for (const [kind, value] of [
          ['policy', policy],
          ['settings', settings],
        ] as const)
          pinned.add({ kind, ...sealedForm(value) });
        files.add({ sha256: sha256Hex(utf8('x')), bytes: utf8('x') });
        keys.add({ id: 'key', name: 'Sam', createdAt: at(1) });
        records.add({ id: 'r', draft: worked, signedAt: at(3), fileName: 'r.pdf', pdf });
        meta.add({ key: 'profile', value: 'me' });
        meta.add({ key: 'schema', value: 1 });
      });
      request.addEventListener('success', () => {
        request.result.close();
        resolve();
      });
    });

  it('loses nothing when it is opened, and says its new version', async () => {
    const name = `test-${id()}`;
    await writeOld(name);
    const database = await open(name);
    expect(await database.meta.get('schema')).toEqual({ key: 'schema', value: schemaVersion });
    const { drafts, entries, pending, pinned, files, keys, records, meta } = database;
    const tables = [drafts, entries, pending, pinned, files, keys, records, meta];
    expect(await Promise.all(tables.map((table) => table.count()))).toEqual([5, 6, 1, 2, 1, 1, 1, 2]);
    expect(valueOf(await listRecords(database))).toEqual([
      { id: 'r', draft: worked, kind: 'record', signedAt: at(3), fileName: 'r.pdf' },
    ]);
    expect(valueOf(await readRecord(database, 'r'))?.pdf).toEqual(pdf);
    const listed = valueOf(await listDrafts(database));
    expect(new Set(listed.rows.map((one) => one.id))).toEqual(new Set([worked, typed, damaged]));
    expect(listed.rows.find((one) => one.id === worked)).toMatchObject({
      ...row(worked),
      partnership: expect.any(String) as string,
      signedAt: at(3),
    });
    expect(listed.damaged).toEqual([{ id: dateless, title: 'No date' }]);
    expect(valueOf(await damagedDrafts(database)).map((one) => one.id)).toEqual([damaged]);
    expect((await openDraft(database, begun)).ok).toBe(true);
    expect(valueOf(await openDraft(database, worked)).log).toHaveLength(2);
  });

  it('is closed in the tab that still has the old code, and not opened by it again', async () => {
    const name = `test-${id()}`;
    await writeOld(name);
    const old = new Dexie(name);
    old.version(1).stores({ drafts: 'id, updatedAt' });
    const closed = new Promise<void>((resolve) => {
      old.on('versionchange', () => {
        old.close({ disableAutoOpen: true });
        resolve();
      });
    });
    await old.open();
    const fresh = await openDatabase(name, () => undefined);
    await closed;
    expect(fresh.ok).toBe(true);
    valueOf(fresh).close({ disableAutoOpen: true });
    indexedDB.deleteDatabase(name);
  });
});
