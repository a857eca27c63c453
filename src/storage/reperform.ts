import type { Result } from '../base/result';
import type { Database } from './database';
import { attempt, type StorageCode } from './open';
import type { ReadFile } from './reading';

/** The row of the signed file that a draft answers again. */
export const reperformKey = (draft: string): string => `reperform/${draft}`;

/** Keeps the signed file beside the draft that answers it again, for its evidence and to be compared with at the end. */
export const keepReperformed = (
  database: Database,
  draft: string,
  file: ReadFile,
): Promise<Result<void, StorageCode>> =>
  attempt(async () => {
    await database.meta.put({ key: reperformKey(draft), value: file });
  });

/** The signed file that a draft answers again; undefined where it is not kept here, as after a backup. */
export const readReperformed = (
  database: Database,
  draft: string,
): Promise<Result<ReadFile | undefined, StorageCode>> =>
  attempt(async () => (await database.meta.get(reperformKey(draft)))?.value as ReadFile | undefined);
