import { fail, type Result, succeed } from '../base/result';
import { Database, lockedVersion, schemaVersion } from './database';

export type StorageCode =
  | 'storage.unavailable'
  | 'storage.too-new'
  | 'storage.damaged'
  | 'storage.lost'
  | 'storage.upgraded-elsewhere'
  | 'storage.full'
  | 'storage.locked'
  | 'storage.unknown-draft';

/** The name of the product's database. */
export const databaseName = 'partnership-evaluation';

const codeOf = (error: unknown): StorageCode => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'VersionError') return 'storage.too-new';
  if (name === 'QuotaExceededError') return 'storage.full';
  if (name === 'MissingAPIError' || name === 'SecurityError' || name === 'InvalidStateError')
    return 'storage.unavailable';
  return 'storage.damaged';
};

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What tells a lock from others, by its row; empty for one that is just being set or removed. */
const lockId = (lock: unknown): string | undefined => {
  const { id = '', turning } = (lock ?? {}) as { readonly id?: string; readonly turning?: string };
  return lock === undefined ? undefined : turning === undefined ? id : '';
};

/**
 * Opens the database. Dexie opens a database of a newer schema without a word, so the schema's version is kept in the
 * database itself too, and one that is higher than this code's is refused with nothing changed. When another tab
 * upgrades the database, this one closes and stays closed: `onSuperseded` is told. Where the browser has lost what was
 * kept, that is told once; the next opening begins anew. Where a lock is set, `sealed` makes its rows readable; without it,
 * or with that of another lock, the database is `storage.locked`.
 */
export const openDatabase = async (
  name: string,
  onSuperseded: () => void,
  sealed?: (database: Database) => void,
): Promise<Result<Database, StorageCode>> => {
  const database = new Database(name);
  try {
    sealed?.(database);
    const kept = localStorage.getItem(name); // throws where the browser refuses to keep anything, before Dexie tries and tries
    await database.open();
    const [stored, lock] = await database.meta.bulkGet(['schema', 'lock']);
    // Dexie counts in tens. The row is written after an upgrade, which may have ended before it.
    const { version } = database.backendDB();
    const native = Math.floor(version / 10);
    const found = Math.max(native, typeof stored?.value === 'number' ? stored.value : 0);
    const known = lock ? lockedVersion : schemaVersion;
    const wrong =
      found > known
        ? fail('storage.too-new', name, { found, known })
        : version % 10 !== 0 // Dexie puts an empty table in place of a missing one without a word, and counts one further
          ? fail('storage.damaged', name, { reason: 'a table was missing' })
          : !stored && kept !== null // a browser that finds its files damaged makes an empty database without a word
            ? fail('storage.lost', '')
            : lockId(lock?.value) !== database.sealing?.id
              ? fail('storage.locked', '')
              : undefined;
    if (wrong) {
      if (!stored) localStorage.removeItem(name);
      database.close({ disableAutoOpen: true });
      return wrong;
    }
    if ((await database.drafts.count()) > 0) localStorage.setItem(name, 'kept');
    if (stored?.value !== known) await database.meta.put({ key: 'schema', value: known });
  } catch (error) {
    database.close({ disableAutoOpen: true });
    return fail(codeOf(error), name, { reason: reason(error) });
  }
  database.on('versionchange', () => {
    database.close({ disableAutoOpen: true });
    onSuperseded();
  });
  return succeed(database);
};

/** Thrown within a transaction to end it with nothing written, where its draft is no longer there. */
export class DraftGone extends Error {}

/** Runs a piece of storage work; what the browser throws becomes a coded failure. */
export const attempt = async <Value>(work: () => Promise<Value>): Promise<Result<Value, StorageCode>> => {
  try {
    return succeed(await work());
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    const inner = error instanceof Error && 'inner' in error && error.inner instanceof Error ? error.inner.name : '';
    if (error instanceof DraftGone) return fail('storage.unknown-draft', 'database');
    if (name === 'QuotaExceededError' || inner === 'QuotaExceededError') return fail('storage.full', 'database');
    if (name === 'DatabaseClosedError') return fail('storage.upgraded-elsewhere', 'database');
    return fail('storage.damaged', 'database', { reason: reason(error) });
  }
};
