import { liveQuery } from 'dexie';
import type { Entry } from '../assessment/log';
import type { Database } from './database';

/**
 * Tells of a draft's log whenever any tab has changed it, and once at first, in no order. A database that has been closed,
 * since another tab upgraded it, tells nothing more. Gives what ends it.
 */
export const watchLog = (database: Database, draft: string, heard: (log: readonly Entry[]) => void): (() => void) => {
  const watching = liveQuery(() => database.entries.where('draft').equals(draft).toArray());
  const subscription = watching.subscribe(heard, () => undefined);
  return () => subscription.unsubscribe();
};
