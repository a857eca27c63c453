import type { Database, DraftRow } from './database';
import { DraftGone } from './open';

/**
 * Notes in a draft's row that it is being worked on: it is listed from now on, and comes back from the bin where another
 * tab has put it there. Within a transaction, which ends with nothing written where the draft is gone.
 */
export const touch = async (database: Database, draft: string, changes: Partial<DraftRow> = {}): Promise<void> => {
  const row = await database.drafts.get(draft);
  if (!row) throw new DraftGone();
  const { untouched, deletedAt, ...rest } = row;
  if (untouched !== undefined || deletedAt !== undefined || Object.keys(changes).length > 0)
    await database.drafts.put({ ...rest, ...changes });
};
