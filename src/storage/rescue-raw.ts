import { fail, type Result, succeed } from '../base/result';
import type { StorageCode } from './open';

/** A row as the browser gives it, whatever it is. */
export interface FoundRow {
  readonly store: string;
  /** Undefined where even the keys of its store cannot be read. */
  readonly key: IDBValidKey | undefined;
  readonly row: unknown;
  /** Whether the browser could read it. */
  readonly read: boolean;
}

/** What was found of a database, without Dexie and without a change. */
export interface Found {
  /** As the browser counts it: ten times the schema's. */
  readonly version: number;
  readonly stores: readonly string[];
  readonly rows: readonly FoundRow[];
}

/** The fields of a row, whatever it is; none of what has none. */
export const fieldsOf = (row: unknown): Readonly<Record<string, unknown>> =>
  typeof row === 'object' && row !== null ? (row as Readonly<Record<string, unknown>>) : {};

/** What the browser says. */
export const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What a request comes to; rejects where it fails. */
export const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', (event) => {
      event.preventDefault(); // one row that cannot be read must not end the others
      reject(request.error ?? new Error('no reason'));
    });
  });

/** Opens a database as it is; undefined where there is none, and none is made then. */
export const openAsItIs = async (name: string): Promise<Result<IDBDatabase | undefined, StorageCode>> => {
  let isNone = false;
  try {
    localStorage.getItem(name); // throws where the browser refuses to keep anything
    const request = indexedDB.open(name);
    request.addEventListener('upgradeneeded', () => {
      isNone = true;
      request.transaction?.abort();
    });
    const database = await settled<IDBDatabase>(request);
    database.addEventListener('versionchange', () => database.close());
    return succeed(database);
  } catch (error) {
    if (isNone) return succeed(undefined);
    const isRefused = error instanceof ReferenceError || (error instanceof Error && error.name === 'SecurityError');
    return fail(isRefused ? 'storage.unavailable' : 'storage.damaged', name, { reason: reason(error) });
  }
};

/** What stands for all rows of a store, where not even their number is known. */
const unknown = (store: string): FoundRow => ({ store, key: undefined, row: undefined, read: false });

/** Every row of a store: all at once, or one by one where that fails. */
const readStore = async (database: IDBDatabase, store: string): Promise<readonly FoundRow[]> => {
  const begin = () => database.transaction(store).objectStore(store);
  let keys: readonly IDBValidKey[] = [];
  try {
    keys = await settled(begin().getAllKeys());
  } catch {
    return [unknown(store)];
  }
  try {
    const at = begin();
    const [same, rows] = await Promise.all([settled(at.getAllKeys()), settled<unknown[]>(at.getAll())]);
    return same.map((key, index) => ({ store, key, row: rows[index], read: true }));
  } catch {
    const found: FoundRow[] = [];
    for (const key of keys)
      found.push(
        await settled<unknown>(begin().get(key)).then(
          (row) => ({ store, key, row, read: true }),
          () => ({ store, key, row: undefined, read: false }),
        ),
      );
    return found;
  }
};

/** Reads all that can still be read of a database; undefined where there is none. */
export const readRaw = async (name: string): Promise<Result<Found | undefined, StorageCode>> => {
  const open = await openAsItIs(name);
  if (!open.ok || !open.value) return open as Result<undefined, StorageCode>;
  const database = open.value;
  const stores = [...database.objectStoreNames];
  const rows: FoundRow[] = [];
  for (const store of stores) rows.push(...(await readStore(database, store).catch(() => [unknown(store)])));
  database.close();
  return succeed({ version: database.version, stores, rows });
};

/**
 * Deletes a database for good. `onBlocked` is told where another tab holds it open; it is deleted, and this resolves,
 * once that tab lets go.
 */
export const deleteRaw = async (name: string, onBlocked: () => void): Promise<Result<void, StorageCode>> => {
  try {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('blocked', onBlocked);
    await settled(request);
    localStorage.removeItem(name); // else its absence would be told as a loss
    return succeed(undefined);
  } catch (error) {
    return fail('storage.damaged', name, { reason: reason(error) });
  }
};
