import type { Collection } from 'dexie';
import type { Result } from '../base/result';
import { type Database, type FileRow, recordIndex, type RecordRow } from './database';
import { attempt, type StorageCode } from './open';

export const keepRecord = (database: Database, row: RecordRow): Promise<Result<void, StorageCode>> =>
  attempt(async () => {
    await database.records.put(row);
  });

export const recordsOf = (database: Database, draft: string): Promise<Result<readonly RecordRow[], StorageCode>> =>
  attempt(() => database.records.where('draft').equals(draft).toArray());

/** A record without its pages. */
export type RecordLine = Omit<RecordRow, 'pdf'>;

/** A record as the index holds it. */
type RecordKey = readonly [string, string, string, RecordRow['kind'], string];

/** Records in the order of their index, from the index alone: their pages stay on the disk. */
export const linesOf = async (inOrder: Pick<Collection<RecordRow>, 'keys'>): Promise<readonly RecordLine[]> => {
  const keys = (await inOrder.keys()) as unknown as readonly RecordKey[];
  return keys.map(([signedAt, id, draft, kind, fileName]) => ({ signedAt, id, draft, kind, fileName }));
};

/** Every record signed in this browser, the latest first. */
export const listRecords = (database: Database): Promise<Result<readonly RecordLine[], StorageCode>> =>
  attempt(() => linesOf(database.records.orderBy(recordIndex).reverse()));

/** A record as it was handed over, if it is there. */
export const readRecord = (database: Database, id: string): Promise<Result<RecordRow | undefined, StorageCode>> =>
  attempt(() => database.records.get(id));

export const keepFile = (database: Database, row: FileRow): Promise<Result<void, StorageCode>> =>
  attempt(async () => {
    await database.files.put(row);
  });

/** The bytes of files by their hashes; a file that is not there is left out. */
export const filesOf = (
  database: Database,
  hashes: readonly string[],
): Promise<Result<ReadonlyMap<string, Uint8Array<ArrayBuffer>>, StorageCode>> =>
  attempt(async () => {
    const rows = await database.files.bulkGet([...hashes]);
    return new Map(rows.flatMap((row) => (row ? [[row.sha256, row.bytes]] : [])));
  });
