import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex } from '../../src/base/bytes';
import { sha256Hex } from '../../src/base/hash';
import type { Entry } from '../../src/assessment/log';
import { restoreBackup } from '../../src/storage/backup';
import { type Database, schemaVersion } from '../../src/storage/database';
import { createDraft, openDraft } from '../../src/storage/drafts';
import { keepPending } from '../../src/storage/pending';
import { openDatabase } from '../../src/storage/open';
import { keepFile, keepRecord } from '../../src/storage/records';
import { rescue } from '../../src/storage/rescue';
import { retain } from '../../src/storage/retention';
import { deleteRaw } from '../../src/storage/rescue-raw';
import { answer, at, codesOf, give, id, newDraft, open, pins, policy, settings, valueOf } from './kept';

const opening = { subtle: crypto.subtle, passphrase: '' };
const about = { app: '0.1.0', at: at(40), lead: 'What could not be restored.' };
const stores = ['drafts', 'entries', 'pending', 'pinned', 'files', 'records'] as const;
type Row = Readonly<Record<string, unknown>>;

/** A row as a text that is the same for the same row, whatever the order of its parts. */
const same = (row: unknown): string =>
  JSON.stringify(row, (_, value: unknown) => {
    if (value instanceof Uint8Array) return hex(value);
    const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isPlain ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
  });

/** A draft with answers, evidence, something typed and a record; each second under another version of the policy. */
const wholeDraft = async (database: Database, number: number): Promise<string> => {
  const draft = id();
  const times = { createdAt: at(number), updatedAt: at(number) };
  const row = { id: draft, partnership: id(), kind: 'record' as const, title: `Choir ${number}`, ...times };
  const version = { ...policy, version: `1.0.${number % 2}` };
  const who = { author: id(), device: id(), counter: 1, at: at(number) };
  valueOf(
    await createDraft(database, row, version, settings, (pinned) => {
      return { kind: 'started', id: id(), draft, ...who, language: 'en', ...pinned };
    }),
  );
  const bytes = new Uint8Array([number, 7, 255]);
  const file = { name: 'letter.pdf', type: 'application/pdf', size: 3, sha256: sha256Hex(bytes) };
  valueOf(await keepFile(database, { sha256: file.sha256, bytes }));
  const evidence = { ...answer(draft, 3, 'certificate', ''), value: [file] } as Entry;
  valueOf(await give(database, draft, [answer(draft, 2, 'borrower-name', `Choir ${number} of Siân’s`), evidence]));
  valueOf(await keepPending(database, { draft, field: 'event-name', tab: 'tab', raw: `typed ${number}`, at: at(4) }));
  const record = { id: `r${number}`, draft, kind: 'record' as const, signedAt: at(5), fileName: 'r.pdf' };
  valueOf(await keepRecord(database, { ...record, pdf: new Uint8Array(50).fill(number) }));
  return draft;
};

const flipped = (bytes: unknown): Uint8Array => {
  const other = Uint8Array.from(bytes as Uint8Array);
  other[0] = (other[0] ?? 0) ^ 1;
  return other;
};
const without = (row: Row, part: string): Row =>
  Object.fromEntries(Object.entries(row).filter(([key]) => key !== part));

/** What a fault may make of a row. Its key stays. */
const spoils: Readonly<Record<(typeof stores)[number], readonly ((row: Row) => Row)[]>> = {
  drafts: [
    (row) => ({ ...row, title: {} }),
    (row) => ({ ...row, lastPage: 7 }),
    (row) => without(row, 'updatedAt'),
    ({ id: own }) => ({ id: own }),
  ],
  entries: [
    (row) => ({ ...row, counter: -2 }),
    (row) => ({ ...row, at: 'never' }),
    (row) => ({ ...row, kind: 'else' }),
    (row) => without(row, 'device'),
    ({ id: own }) => ({ id: own }),
  ],
  pending: [(row) => ({ ...row, raw: 'half \ud83d' }), (row) => without(row, 'at')],
  pinned: [(row) => ({ ...row, bytes: flipped(row['bytes']) }), (row) => ({ ...row, bytes: 'a text' })],
  files: [(row) => ({ ...row, bytes: flipped(row['bytes']) }), (row) => without(row, 'bytes')],
  records: [(row) => without(row, 'pdf'), (row) => ({ ...row, kind: 7 }), (row) => ({ ...row, signedAt: 5 })],
};

/** All rows by their store and key. */
const rowsOf = async (database: Database): Promise<ReadonlyMap<string, Row>> => {
  const all = new Map<string, Row>();
  for (const store of stores) {
    const keys = await database.table(store).toCollection().primaryKeys();
    const rows = (await database.table(store).toArray()) as readonly Row[];
    keys.forEach((key, index) => all.set(`${store} ${JSON.stringify(key)}`, rows[index] ?? {}));
  }
  return all;
};

const leftIn = (rest: Uint8Array | undefined): readonly string[] =>
  new TextDecoder()
    .decode(rest)
    .split('\n')
    .slice(2, -1)
    .map((line) => JSON.parse(line) as { readonly store: string; readonly key: unknown })
    .map(({ store, key }) => `${store} ${JSON.stringify(key)}`);

/** The database as the app of another day finds it: closed here, changed beside it. */
const upgraded = (database: Database, change: (raw: IDBDatabase) => void): Promise<void> => {
  database.close({ disableAutoOpen: true });
  return new Promise((resolve) => {
    const request = indexedDB.open(database.name, 21);
    request.addEventListener('upgradeneeded', () => change(request.result));
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
  });
};

describe('what is rescued', () => {
  it(
    'is every sound row, whatever is spoiled; it restores equal, and all else can be read',
    { timeout: 60_000 },
    async () => {
      const draws = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(draws, async (drawn) => {
          const database = await open();
          for (let number = 0; number < 4; number++) await wholeDraft(database, number);
          const before = await rowsOf(database);
          const names = [...before.keys()];
          const spoiled = new Set<string>();
          for (const [which, how] of drawn) {
            const name = names[which % names.length] ?? '';
            const store = stores.find((one) => name.startsWith(`${one} `)) ?? 'drafts';
            const spoil = spoils[store][how % spoils[store].length];
            if (spoil && !spoiled.has(name)) await database.table(store).put(spoil(before.get(name) ?? {}));
            spoiled.add(name);
          }
          const found = valueOf(await rescue(database.name, about));
          expect(found?.isDamaged).toBe(spoiled.size > 0);
          const other = await open();
          if (found?.backup) valueOf(await restoreBackup(other, found.backup, opening));
          const after = await rowsOf(other);
          const restored = new Set(names.filter((name) => same(after.get(name)) === same(before.get(name))));
          expect(new Set(leftIn(found?.rest))).toEqual(new Set(names.filter((name) => !restored.has(name))));

          const isSound = (store: string, key: unknown): boolean => !spoiled.has(`${store} ${JSON.stringify(key)}`);
          const entries = [...before].filter(([name]) => name.startsWith('entries ')).map(([, row]) => row);
          for (const [name, row] of before) {
            if (!name.startsWith('drafts ')) continue;
            const log = entries.filter((entry) => entry['draft'] === row['id'] && isSound('entries', entry['id']));
            const isKnown = isSound('drafts', row['id']) || log.some(({ kind }) => kind === 'started');
            const isPinned = isSound('pinned', row['policy']) && isSound('pinned', row['settings']);
            const isHere = log.length > 0 && isKnown && isPinned;
            expect([name, after.has(name)]).toEqual([name, isHere]);
            if (!isHere) continue;
            expect(valueOf(await openDraft(other, String(row['id']))).log).toHaveLength(log.length);
            const needed = log.flatMap((entry) => (Array.isArray(entry['value']) ? (entry['value'] as Row[]) : []));
            const due = [
              ...(isSound('drafts', row['id']) ? [name] : []),
              ...log.map((entry) => `entries ${JSON.stringify(entry['id'])}`),
              ...needed.map(({ sha256 }) => `files ${JSON.stringify(sha256)}`),
              `pending ${JSON.stringify([row['id'], 'event-name', 'tab'])}`,
            ];
            for (const one of due) expect([one, restored.has(one)]).toEqual([one, !spoiled.has(one)]);
          }
          for (const name of names)
            if (name.startsWith('records ')) expect([name, restored.has(name)]).toEqual([name, !spoiled.has(name)]);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('names a draft by its answers where the whole table of drafts is gone; the app opens nothing of such a database', async () => {
    const database = await open();
    const draft = await wholeDraft(database, 1);
    await upgraded(database, (raw) => raw.deleteObjectStore('drafts'));
    expect(codesOf(await openDatabase(database.name, () => undefined))).toEqual(['storage.damaged']);
    const found = valueOf(await rescue(database.name, about));
    expect(found).toMatchObject({ isDamaged: true, isIncomplete: false, counts: { drafts: 1, records: 1, left: 0 } });
    const other = await open();
    valueOf(await restoreBackup(other, found?.backup ?? new Uint8Array(), opening));
    const { row, log } = valueOf(await openDraft(other, draft));
    expect([row.title, log.length, row.createdAt]).toEqual(['Choir 1 of Siân’s', 3, at(1)]);
  });

  it('is nothing of a sound database with what was only begun, where there is none, or of a newer one', async () => {
    const database = await open();
    await newDraft(database, 1, { untouched: 'tab' });
    const sound = valueOf(await rescue(database.name, about));
    expect(sound).toMatchObject({ isDamaged: false, backup: undefined, counts: { drafts: 0 } });
    const nowhere = `test-${id()}`;
    expect(valueOf(await rescue(nowhere, about))).toBeUndefined();
    expect((await indexedDB.databases()).some(({ name }) => name === nowhere)).toBe(false);
    await upgraded(database, (raw) => raw.createObjectStore('later'));
    database.close({ disableAutoOpen: true });
    await new Promise((resolve) => {
      indexedDB.open(database.name, (schemaVersion + 1) * 10).addEventListener('success', (event) => {
        (event.target as IDBOpenDBRequest).result.close();
        resolve(undefined);
      });
    });
    expect(codesOf(await rescue(database.name, about))).toEqual(['storage.too-new']);
  });

  it('leaves out what was announced of periods: it is announced anew', async () => {
    const database = await open();
    await wholeDraft(database, 1);
    valueOf(await retain(database, { months: { drafts: 1 }, today: '2036-01-01', isSeen: true, policies: [] }));
    expect(await database.meta.get('retention')).toBeDefined();
    expect(valueOf(await rescue(database.name, about))).toMatchObject({ isDamaged: false, rest: undefined });
  });

  it('is known by another hash as soon as anything else is in the database', async () => {
    const database = await open();
    const draft = await wholeDraft(database, 1);
    const hash = async (minute = 1): Promise<string | undefined> =>
      valueOf(await rescue(database.name, { ...about, at: at(minute) }))?.sha256;
    const before = await hash();
    expect(await hash(2)).toBe(before);
    valueOf(await give(database, draft, [answer(draft, 4, 'event-name', 'Meanwhile')]));
    const after = await hash();
    expect(after).not.toBe(before);
    await database.pinned.put({ sha256: pins.policy, kind: 'policy', bytes: new Uint8Array([1]) });
    expect(await hash()).not.toBe(after);
  });
});

it('a database that another tab holds open is deleted once that tab lets go, and not before', async () => {
  const database = await open();
  await wholeDraft(database, 1);
  database.close({ disableAutoOpen: true });
  localStorage.setItem(database.name, 'kept');
  const holding = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(database.name);
    request.addEventListener('success', () => resolve(request.result));
  });
  let state = 'asked';
  const isBlocked = new Promise<void>((resolve) => {
    void deleteRaw(database.name, () => {
      state = 'blocked';
      resolve();
    }).then((result) => (state = result.ok ? 'deleted' : 'failed'));
  });
  await isBlocked;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect([state, localStorage.getItem(database.name)]).toEqual(['blocked', 'kept']);
  holding.close();
  await expect.poll(() => state).toBe('deleted');
  expect(localStorage.getItem(database.name)).toBeNull();
  expect(valueOf(await rescue(database.name, about))).toBeUndefined();
});
