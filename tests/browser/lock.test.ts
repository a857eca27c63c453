import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { makeBackup, restoreBackup } from '../../src/storage/backup';
import { type Database, lockedVersion } from '../../src/storage/database';
import { listDeciding, readDeciding } from '../../src/storage/deciding';
import { deleteDrafts, duplicateDraft, listDrafts } from '../../src/storage/draft-list';
import { appendEntries, openDraft } from '../../src/storage/drafts';
import { listKeys } from '../../src/storage/keys';
import { unlock } from '../../src/storage/lock';
import { changePassphrase, removeLock, setLock, settleLock } from '../../src/storage/lock-turn';
import { openDatabase } from '../../src/storage/open';
import { keepPending, pendingOf } from '../../src/storage/pending';
import { listRecords, recordsOf } from '../../src/storage/records';
import { rescue } from '../../src/storage/rescue';
import { watchLog } from '../../src/storage/watch';
import { answer, at, codesOf, everything, give, id, newDraft, open, valueOf } from './kept';
import { draftOf, locked, making, openSealed, passphrase, putRaw, random, rawRows, textIn } from './locked';

const word = fc.stringMatching(/^[a-z]{3}[a-zé ’]{4,12}[a-z]{3}$/).map((text) => `zq${text}`);
const utf8AsLatin1 = (text: string): string => new TextDecoder('latin1').decode(new TextEncoder().encode(text));

/** What anybody finds of these words in the database as it lies there. */
const foundIn = async (name: string, words: readonly string[]): Promise<readonly string[]> => {
  const text = textIn(Object.fromEntries(await rawRows(name)));
  return words.filter((one) => text.includes(utf8AsLatin1(one)) || text.includes(one));
};

/** Everything that a database holds, but for what says that it is locked. */
const content = async (database: Database): Promise<unknown> => {
  const rows = await Promise.all(
    database.tables.map(async (table) => [table.name, (await table.toArray()) as readonly Record<string, unknown>[]]),
  );
  return rows.map(([name, all]) => [
    name,
    (all as readonly Record<string, unknown>[]).filter(({ key }) => key !== 'lock' && key !== 'schema'),
  ]);
};

describe('a database that is locked', () => {
  it('shows no word of what is in it or is written later, reads as before, and comes back equal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(word, word, word), async (words) => {
        const plain = await open();
        await draftOf(plain, words[0]);
        await draftOf(plain, words[1], 1);
        const before = await content(plain);
        expect(await foundIn(plain.name, words)).toEqual(words.slice(0, 2));
        const { database, sealing } = await locked(plain);
        expect(await foundIn(database.name, words)).toEqual([]);
        expect(await content(database)).toEqual(before);
        const draft = await draftOf(database, words[2], 2);
        const copying = { draft: id(), author: id(), device: id(), at: at(9), newId: id };
        valueOf(await duplicateDraft(database, draft, copying, `copy ${words[2]}`));
        await database.drafts.update(draft, { name: `renamed ${words[2]}` });
        expect(await foundIn(database.name, [...words, 'Example Council', 'borrower-name ans', 'Parks'])).toEqual([]);
        const after = await content(database);
        expect(after).not.toEqual(before);
        database.close({ disableAutoOpen: true });
        valueOf(await removeLock(database.name, making, passphrase));
        const again = await open(database.name);
        expect(await content(again)).toEqual(after);
        expect(await again.meta.get('lock')).toBeUndefined();
        expect((await foundIn(again.name, words)).length).toBe(3);
        expect(sealing.id).toMatch(/^[0-9a-f]{64}$/);
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  it('answers every question that the app asks of it, as one that is not', async () => {
    const plain = await open();
    const [first, gone] = [await draftOf(plain, 'marquee', 1), await draftOf(plain, 'choir', 2)];
    const answers = async (database: Database): Promise<unknown> => [
      valueOf(await listDrafts(database)),
      valueOf(await listRecords(database)),
      valueOf(await recordsOf(database, first)),
      valueOf(await pendingOf(database, first)),
      valueOf(await openDraft(database, first)),
      valueOf(await listKeys(database)),
      valueOf(await listDeciding(database, 'decide')),
      valueOf(await readDeciding(database, 'decide', valueOf(await listRecords(database))[0]?.id ?? '')),
    ];
    const before = await answers(plain);
    const { database } = await locked(plain);
    expect(await answers(database)).toEqual(before);
    const [key] = valueOf(await listKeys(database));
    const signing = { name: 'ECDSA', hash: 'SHA-256' };
    expect((await crypto.subtle.sign(signing, key?.privateKey as CryptoKey, new Uint8Array(3))).byteLength).toBe(64);
    valueOf(await deleteDrafts(database, [gone]));
    expect(valueOf(await listDrafts(database)).rows.map((row) => row.id)).toEqual([first]);
    const rows = await rawRows(database.name);
    expect(rows.get('entries')).toHaveLength(3);
    expect(rows.get('files')).toHaveLength(1);
    const heard: number[] = [];
    const end = watchLog(database, first, (log) => void heard.push(log.length));
    await expect.poll(() => heard.at(-1)).toBe(3);
    valueOf(await give(database, first, [answer(first, 1, 'event-name', 'Fair')]));
    await expect.poll(() => heard.at(-1)).toBe(4);
    end();
    expect(valueOf(await openDraft(database, first)).log.at(-1)?.counter).toBe(4);
  });

  it('is backed up as it reads, and takes in a backup', async () => {
    const plain = await open();
    await draftOf(plain, 'marquee');
    const { database } = await locked(plain);
    const by = { app: '0', at: at(40), profile: 'p', random, subtle: crypto.subtle, passphrase: '' };
    const { bytes } = valueOf(await makeBackup(database, by));
    expect(textIn(bytes)).toContain('answer marquee');
    const other = await locked(await open());
    valueOf(await restoreBackup(other.database, bytes, { subtle: crypto.subtle, passphrase: '' }));
    expect(valueOf(await listDrafts(other.database)).rows).toEqual(valueOf(await listDrafts(database)).rows);
    expect(await foundIn(other.database.name, ['marquee'])).toEqual([]);
  });
});

describe('the passphrase', () => {
  it('opens the lock, and no other does; it can be changed, and tabs that are unlocked go on', async () => {
    const { database, sealing } = await locked(await open());
    const { name } = database;
    expect(codesOf(await unlock(name, making, 'three random word'))).toEqual(['lock.passphrase']);
    expect(valueOf(await unlock(name, making, passphrase))?.id).toBe(sealing.id);
    expect(codesOf(await changePassphrase(name, making, 'wrong', 'another set of words'))).toEqual(['lock.passphrase']);
    expect(codesOf(await removeLock(name, making, 'wrong'))).toEqual(['lock.passphrase']);
    valueOf(await changePassphrase(name, making, passphrase, 'another set of words'));
    expect(codesOf(await unlock(name, making, passphrase))).toEqual(['lock.passphrase']);
    expect(valueOf(await unlock(name, making, 'another set of words'))?.id).toBe(sealing.id);
    const draft = await newDraft(database);
    expect(valueOf(await openDraft(await openSealed(name, sealing), draft)).log).toHaveLength(1);
  });

  it('is wanted before anything is read, and another lock does not do', async () => {
    const { database } = await locked(await open());
    expect(codesOf(await openDatabase(database.name, () => undefined))).toEqual(['storage.locked']);
    const other = await locked(await open());
    await expect(openSealed(database.name, other.sealing)).rejects.toThrow('storage.locked');
    expect((await rawRows(database.name)).get('meta')).toContainEqual({ key: 'schema', value: lockedVersion });
  });

  it('does not open a lock of which one digit is another', async () => {
    const { database } = await locked(await open());
    const row = (await rawRows(database.name)).get('meta')?.find(({ key }) => key === 'lock');
    const value = row?.['value'] as Record<string, string | number>;
    for (const [part, text] of Object.entries(value)) {
      const digit = String(text).startsWith('1') ? '2' : '1';
      const changed = part === 'iterations' ? 600_001 : `${digit}${String(text).slice(1)}`;
      await putRaw(database.name, 'meta', { key: 'lock', value: { ...value, [part]: changed } });
      const code = ['cipher', 'derivation'].includes(part) ? 'lock.damaged' : 'lock.passphrase';
      expect([part, codesOf(await unlock(database.name, making, passphrase))]).toEqual([part, [code]]);
    }
  });
});

describe('a row that was put in place of another', () => {
  it('is refused as damaged: swapped, plain, or changed in what is readable', async () => {
    const plain = await open();
    const [one, two] = [await draftOf(plain, 'marquee', 1), await draftOf(plain, 'choir', 2)];
    const { database } = await locked(plain);
    const rows = await rawRows(database.name);
    const find = (store: string, part: string, value: string) =>
      rows.get(store)?.find((row) => row[part] === value) ?? {};
    const [mine, theirs] = [find('drafts', 'id', one), find('drafts', 'id', two)];
    await putRaw(database.name, 'drafts', { ...mine, sealed: theirs['sealed'] });
    expect(valueOf(await listDrafts(database)).damaged).toEqual([{ id: one, title: '' }]);
    await putRaw(database.name, 'drafts', mine);
    expect(valueOf(await listDrafts(database)).damaged).toEqual([]);
    await putRaw(database.name, 'entries', { ...answer(one, 9, 'borrower-name', 'Somebody else'), id: id() });
    expect(codesOf(await openDraft(database, one))).toEqual(['draft.entry']);
    const moved = find('entries', 'draft', one);
    await putRaw(database.name, 'entries', { ...moved, draft: two });
    expect(codesOf(await openDraft(database, two))).toEqual(['draft.entry']);
  });
});

describe('another tab', () => {
  it('that is open when the lock is set or removed is closed, and whatever it does, no row is written in the old way', async () => {
    const first = await open();
    const draft = await draftOf(first, 'marquee');
    const told = vi.fn();
    const { name } = first;
    const others = { isOver: false };
    let written = 0;
    /** Opens the database again and again, with what it may know, and writes until it is closed. */
    const busy = async (sealing?: Parameters<typeof openSealed>[1]): Promise<void> => {
      while (!others.isOver) {
        const database = await (sealing ? openSealed(name, sealing) : open(name, told)).catch(() => undefined);
        for (let isOpen = database !== undefined; isOpen && !others.isOver;) {
          const entry = answer(draft, 1, 'borrower-name', 'marquee again');
          const typed = { draft, field: 'event-name', tab: id(), raw: 'marquee', at: at(4) };
          const done =
            database &&
            (await appendEntries(database, draft, [entry], { fields: [], tabs: [] }, () => ({ updatedAt: at(1) })));
          if (database) isOpen = (await keepPending(database, typed)).ok && done?.ok === true;
          if (done?.ok) written++;
        }
        database?.close({ disableAutoOpen: true });
        await new Promise((resolve) => {
          setTimeout(resolve, 1);
        });
      }
    };
    const plain = [busy(), busy(), busy()];
    await expect.poll(() => written).toBeGreaterThan(3);
    const { sealing } = await locked(first);
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    others.isOver = true;
    await Promise.all(plain);
    expect(told).toHaveBeenCalled();
    expect(await foundIn(name, ['marquee'])).toEqual([]);

    others.isOver = false;
    [written] = [0];
    const sealed = [busy(sealing), busy(sealing), busy(sealing)];
    await expect.poll(() => written).toBeGreaterThan(3);
    valueOf(await removeLock(name, making, passphrase));
    others.isOver = true;
    await Promise.all(sealed);
    for (const [store, rows] of await rawRows(name))
      expect([store, rows.filter((row) => 'sealed' in row)]).toEqual([store, []]);
    const log = valueOf(await openDraft(await open(name), draft)).log.map(({ counter }) => counter);
    expect(new Set(log).size).toBe(log.length);
  }, 40_000);
});

describe('setting a lock that fails', () => {
  it.each([
    ['QuotaExceededError', 'storage.full'],
    ['AbortError', 'storage.damaged'],
  ])('on %s leaves everything as it was, and can be tried again', async (error, code) => {
    const plain = await open();
    await draftOf(plain, 'marquee');
    const before = await everything(plain);
    plain.close({ disableAutoOpen: true });
    let left = 6;
    const real = Object.getOwnPropertyDescriptor(IDBCursor.prototype, 'update')?.value as IDBCursor['update'];
    vi.spyOn(IDBCursor.prototype, 'update').mockImplementation(function (this: IDBCursor, row: unknown) {
      if (--left === 0) throw new DOMException('not now', error);
      return real.call(this, row);
    });
    expect(codesOf(await setLock(plain.name, making, passphrase))).toEqual([code]);
    expect(left).toBe(0);
    vi.restoreAllMocks();
    const again = await open(plain.name);
    expect(await everything(again)).toBe(before);
    await locked(again);
  });

  it('for a row that cannot be encrypted leaves everything as it was', async () => {
    const plain = await open();
    await draftOf(plain, 'marquee');
    await plain.meta.put({ key: 'strange', value: new Date() });
    const before = await everything(plain);
    plain.close({ disableAutoOpen: true });
    expect(codesOf(await setLock(plain.name, making, passphrase))).toEqual(['lock.row']);
    expect(await everything(await open(plain.name))).toBe(before);
  });

  it('by a crash leaves a mark that the next tab takes away; nothing is read or written before', async () => {
    const plain = await open();
    await draftOf(plain, 'marquee');
    const before = await everything(plain);
    const { name } = plain;
    plain.close({ disableAutoOpen: true });
    await putRaw(name, 'meta', { key: 'lock', value: { turning: 'x' } });
    await putRaw(name, 'meta', { key: 'schema', value: lockedVersion });
    expect(codesOf(await openDatabase(name, () => undefined))).toEqual(['storage.locked']);
    expect(valueOf(await settleLock(name)).is).toBe('none');
    expect(await everything(await open(name))).toBe(before);

    const { database, sealing } = await locked(await open(name));
    const row = (await rawRows(name)).get('meta')?.find(({ key }) => key === 'lock');
    database.close({ disableAutoOpen: true });
    await putRaw(name, 'meta', { key: 'lock', value: { ...(row?.['value'] as object), turning: 'x' } });
    await expect(openSealed(name, sealing)).rejects.toThrow('storage.locked');
    expect(valueOf(await settleLock(name)).is).toBe('set');
    expect(valueOf(await unlock(name, making, passphrase))?.id).toBe(sealing.id);
    await openSealed(name, sealing);
  });

  it('needs WebCrypto, which plain http lacks', async () => {
    const { name } = await open();
    expect(codesOf(await setLock(name, { random, subtle: undefined }, passphrase))).toEqual(['lock.insecure']);
  });
});

describe('what is rescued of a locked database', () => {
  it('is nothing without the passphrase, and with it what is sound', async () => {
    const plain = await open();
    const [one, two] = [await draftOf(plain, 'marquee', 1), await draftOf(plain, 'choir', 2)];
    for (const key of await plain.meta.toCollection().primaryKeys())
      if (key.includes('/') || key === 'reading') await plain.meta.delete(key);
    const { database, sealing } = await locked(plain);
    const about = { app: '0', at: at(50), lead: 'What could not be saved:' };
    expect(codesOf(await rescue(database.name, about))).toEqual(['storage.locked']);
    const sound = valueOf(await rescue(database.name, { ...about, open: sealing.open }));
    expect(sound).toMatchObject({ isDamaged: false, rest: undefined, counts: { drafts: 2, records: 2, left: 0 } });
    const rows = await rawRows(database.name);
    const row = rows.get('drafts')?.find((draft) => draft['id'] === two) ?? {};
    await putRaw(database.name, 'drafts', { ...row, sealed: new Uint8Array(40) });
    const found = valueOf(await rescue(database.name, { ...about, open: sealing.open }));
    expect(found).toMatchObject({ isDamaged: true, counts: { drafts: 2, left: 1 } });
    const other = await open();
    valueOf(await restoreBackup(other, found?.backup ?? new Uint8Array(), { subtle: undefined, passphrase: '' }));
    expect(valueOf(await openDraft(other, one)).row.name).toBe('name marquee');
    expect(valueOf(await openDraft(other, two)).log).toHaveLength(3);
  });
});
