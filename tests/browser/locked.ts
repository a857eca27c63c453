import type { Entry } from '../../src/assessment/log';
import { sha256Hex } from '../../src/base/hash';
import type { Database } from '../../src/storage/database';
import { keepOpened, keepTyped } from '../../src/storage/deciding';
import { keepKey, makeKey } from '../../src/storage/keys';
import type { Sealing } from '../../src/storage/lock-seal';
import { sealTables } from '../../src/storage/lock-tables';
import { setLock } from '../../src/storage/lock-turn';
import { keepAtOnce, keepPending } from '../../src/storage/pending';
import { keepReading } from '../../src/storage/reading';
import { keepReperformed } from '../../src/storage/reperform';
import { keepFile, keepRecord } from '../../src/storage/records';
import { answer, at, give, newDraft, open, valueOf } from './kept';

const { subtle } = crypto;
export const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
export const making = { subtle, random };
export const passphrase = 'three random words';
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Opens a database whose lock is set. */
export const openSealed = (name: string, sealing: Sealing): Promise<Database> =>
  open(name, undefined, (database) => sealTables(database, sealing));

/** Locks a database, whose connection is closed, and opens it again. */
export const locked = async (
  database: Database,
): Promise<{ readonly sealing: Sealing; readonly database: Database }> => {
  database.close({ disableAutoOpen: true });
  const sealing = valueOf(await setLock(database.name, making, passphrase));
  return { sealing, database: await openSealed(database.name, sealing) };
};

/** A draft with this word in everything that can be given or kept in words; its id. */
export const draftOf = async (database: Database, word: string, minute = 0): Promise<string> => {
  const draft = await newDraft(database, minute, { name: `name ${word}`, title: `title ${word}`, outcome: word });
  const bytes = utf8(`evidence ${word}`);
  const sha256 = sha256Hex(bytes);
  valueOf(await keepFile(database, { sha256, bytes }));
  const file = { name: `letter ${word}.pdf`, type: 'application/pdf', size: bytes.length, sha256 };
  const evidence = { ...answer(draft, 3, 'certificate', ''), value: [file] } as Entry;
  valueOf(await give(database, draft, [answer(draft, 2, 'borrower-name', `answer ${word}`), evidence]));
  const typed = { draft, tab: 'tab', at: at(4) };
  valueOf(await keepPending(database, { ...typed, field: 'event-name', raw: `typed ${word}` }));
  keepAtOnce(database, { ...typed, field: 'store-contact', raw: { at: `once ${word}` } });
  const pdf = utf8(`%PDF ${word}`);
  const id = sha256Hex(pdf);
  valueOf(
    await keepRecord(database, { id, draft, kind: 'record', signedAt: at(5), fileName: `record ${word}.pdf`, pdf }),
  );
  const about = { id, name: `${word}.pdf`, title: `title ${word}`, openedAt: at(6), pdf };
  valueOf(await keepOpened(database, 'decide', about));
  valueOf(await keepTyped(database, 'decide', id, { reason: `because ${word}` }, at(6)));
  valueOf(await keepReading(database, { name: `${word}.pdf`, pdf }));
  valueOf(await keepReperformed(database, draft, { name: `${word}.pdf`, pdf }));
  const council = { subtle, random, now: at(1), council: 'Example Council' };
  const key = valueOf(await makeKey(council, { name: `Sam ${word}`, job: word, service: `Parks ${word}` }));
  valueOf(await keepKey(database, key));
  return draft;
};

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error()));
  });

/** Works on a database past this app's code. */
export const raw = async <Value>(name: string, work: (all: IDBTransaction) => Promise<Value>): Promise<Value> => {
  const database = await settled(indexedDB.open(name));
  const all = database.transaction([...database.objectStoreNames], 'readwrite', { durability: 'strict' });
  const value = await work(all);
  await new Promise((resolve) => {
    all.addEventListener('complete', resolve);
  });
  database.close();
  return value;
};

type Row = Record<string, unknown>;

/** Every row of every table as it lies there, by table. */
export const rawRows = (name: string): Promise<ReadonlyMap<string, readonly Row[]>> =>
  raw(name, async (all) => {
    const rows = new Map<string, readonly Row[]>();
    for (const store of all.objectStoreNames)
      rows.set(store, (await settled(all.objectStore(store).getAll())) as readonly Row[]);
    return rows;
  });

export const putRaw = (name: string, store: string, row: Row): Promise<unknown> =>
  raw(name, (all) => settled(all.objectStore(store).put(row)));

/** All text and bytes that stand anywhere in a value, one byte a character. */
export const textIn = (value: unknown): string => {
  if (value instanceof Uint8Array) return new TextDecoder('latin1').decode(value);
  if (typeof value === 'string') return new TextDecoder('latin1').decode(utf8(value));
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, one]) => `${name} ${textIn(one)}`)
    .join(' ');
};
