import type { Result } from '../base/result';
import type { Database } from './database';
import { attempt, type StorageCode } from './open';

/** What somebody has typed in a form, by the names of its fields. */
export type TypedForm = Readonly<Record<string, string>>;

/** A document that somebody is about to decide on or to follow up, as it was opened. */
export interface OpenedFile {
  readonly id: string;
  readonly name: string;
  /** What it is about, for the list of what is not finished. */
  readonly title: string;
  readonly openedAt: string;
  readonly pdf: Uint8Array<ArrayBuffer>;
}

/** Deciding, or recording what happened next. */
export type Deciding = 'decide' | 'next';

const fileKey = (flow: Deciding, id: string): string => `${flow}/file/${id}`;
const formKey = (flow: Deciding, id: string): string => `${flow}/form/${id}`;

/** Keeps the document, so that a reload finds it again. What was typed about it before stays. */
export const keepOpened = (database: Database, flow: Deciding, file: OpenedFile): Promise<Result<void, StorageCode>> =>
  attempt(async () => {
    await database.meta.put({ key: fileKey(flow, file.id), value: file });
  });

/** Keeps what has been typed, without writing the document again. */
export const keepTyped = (
  database: Database,
  flow: Deciding,
  id: string,
  form: TypedForm,
): Promise<Result<void, StorageCode>> =>
  attempt(async () => {
    await database.meta.put({ key: formKey(flow, id), value: form });
  });

/** A document that is being decided on, with what was typed; undefined where it is not kept here. */
export const readDeciding = (
  database: Database,
  flow: Deciding,
  id: string,
): Promise<Result<{ readonly file: OpenedFile; readonly form: TypedForm } | undefined, StorageCode>> =>
  attempt(async () => {
    const [file, form] = await database.meta.bulkGet([fileKey(flow, id), formKey(flow, id)]);
    return file && { file: file.value as OpenedFile, form: (form?.value ?? {}) as TypedForm };
  });

/** What has been opened and not signed, the latest first. */
export const listDeciding = (
  database: Database,
  flow: Deciding,
): Promise<Result<readonly Omit<OpenedFile, 'pdf'>[], StorageCode>> =>
  attempt(async () => {
    const rows = await database.meta.where('key').startsWith(`${flow}/file/`).toArray();
    return rows
      .map(({ value }) => value as OpenedFile)
      .map(({ id, name, title, openedAt }) => ({ id, name, title, openedAt }))
      .sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  });

/** Forgets a document and what was typed about it: it is signed, or the person has given it up. */
export const forgetDeciding = (database: Database, flow: Deciding, id: string): Promise<Result<void, StorageCode>> =>
  attempt(async () => {
    await database.meta.bulkDelete([fileKey(flow, id), formKey(flow, id)]);
  });

/** Forgets the copies of a document that were opened to decide on it or to follow it up. Within a transaction. */
export const forgetCopies = ({ meta }: Database, id: string): Promise<void> =>
  meta.bulkDelete((['decide', 'next'] as const).flatMap((flow) => [fileKey(flow, id), formKey(flow, id)]));
