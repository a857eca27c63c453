import { sha256Hex } from '../base/hash';
import type { Result } from '../base/result';
import type { Database } from './database';
import { attempt, type StorageCode } from './open';

/** A signed document to be read: the name of its file, and the file. */
export interface ReadFile {
  readonly name: string;
  readonly pdf: Uint8Array<ArrayBuffer>;
}

/** A file to be read, and where it came from: signed in this browser, or opened from somewhere to be checked. */
export interface FoundFile extends ReadFile {
  readonly from: 'signed' | 'opened';
}

/** The one row of a document that was opened to be read, and is not of this browser: the next takes its place. */
const key = 'reading';

/** Keeps a document that somebody has opened, so that a reload of its page finds it; the id that it is read by. */
export const keepReading = (database: Database, file: ReadFile): Promise<Result<string, StorageCode>> =>
  attempt(async () => {
    const id = sha256Hex(file.pdf);
    await database.meta.put({ key, value: { id, ...file } });
    return id;
  });

/** A document signed in this browser, or the one opened last; undefined where it is neither. */
export const readReading = (database: Database, id: string): Promise<Result<FoundFile | undefined, StorageCode>> =>
  attempt(async () => {
    const signed = await database.records.get(id);
    if (signed) return { name: signed.fileName, pdf: signed.pdf, from: 'signed' };
    const opened = (await database.meta.get(key))?.value as (ReadFile & { readonly id: string }) | undefined;
    return opened?.id === id ? { ...opened, from: 'opened' } : undefined;
  });

/** Forgets a document if it is the one that was opened last. Within a transaction. */
export const forgetReading = async ({ meta }: Database, id: string): Promise<void> => {
  const opened = (await meta.get(key))?.value as { readonly id: string } | undefined;
  if (opened?.id === id) await meta.delete(key);
};
