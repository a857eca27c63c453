import type { Result } from '../base/result';
import type { Key } from '../policy/answer';
import type { Database, PendingRow } from './database';
import { attempt, type StorageCode } from './open';
import { touch } from './touch';

/** What has been typed and is an entry now: in these fields, by these tabs. Another tab may be typing there still. */
export interface Typed {
  readonly fields: readonly Key[];
  readonly tabs: readonly string[];
}

/** Forgets what was being typed. Within a transaction. */
export const deletePending = (database: Database, draft: string, { fields, tabs }: Partial<Typed>): Promise<number> =>
  database.pending
    .where('draft')
    .equals(draft)
    .and((row) => (fields?.includes(row.field) ?? true) && (tabs?.includes(row.tab) ?? true))
    .delete();

/** Keeps what is being typed, in place of what was kept for the same field and tab. */
export const keepPending = (database: Database, row: PendingRow): Promise<Result<void, StorageCode>> =>
  attempt(() =>
    database.transaction('rw', database.drafts, database.pending, async () => {
      await database.pending.put(row);
      await touch(database, row.draft);
    }),
  );

/**
 * Begins and ends the writing of what is being typed before it returns. A page that is being closed gets no further turn, in
 * which a transaction that reads first would write. Whether it came to the disk is not known: a page that lives on keeps
 * the same with `keepPending`.
 */
export const keepAtOnce = (database: Database, row: PendingRow): void => {
  try {
    const work = database.backendDB().transaction('pending', 'readwrite', { durability: 'strict' });
    work.objectStore('pending').put(database.sealing?.seal('pending', row) ?? row);
    work.commit();
  } catch {
    // The database is closed: another tab has upgraded it, and the screen says so.
  }
};

/** What was being typed when tabs were closed, latest last. */
export const pendingOf = (database: Database, draft: string): Promise<Result<readonly PendingRow[], StorageCode>> =>
  attempt(async () => {
    const rows = await database.pending.where('draft').equals(draft).toArray();
    return rows.sort((a, b) => (a.at < b.at ? -1 : 1));
  });
