import type { IsoTime } from '../base/calendar';
import type { Result } from '../base/result';
import type { Database } from './database';
import type { KeptDraft } from './due';
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
export type Deciding = (typeof flows)[number];
const flows = ['decide', 'next'] as const;

const fileKey = (flow: Deciding, id: string): string => `${flow}/file/${id}`;
const formKey = (flow: Deciding, id: string): string => `${flow}/form/${id}`;

/** Keeps the document, so that a reload finds it again. What was typed about it before stays. */
export const keepOpened = (database: Database, flow: Deciding, file: OpenedFile): Promise<Result<void, StorageCode>> =>
  attempt(async () => {
    await database.meta.put({ key: fileKey(flow, file.id), value: file });
  });

/** Keeps what has been typed, and when, without writing the document again. */
export const keepTyped = (
  database: Database,
  flow: Deciding,
  id: string,
  form: TypedForm,
  at: IsoTime,
): Promise<Result<void, StorageCode>> =>
  attempt(async () => {
    await database.meta.put({ key: formKey(flow, id), value: form, at });
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
  attempt(() => forgetOpened(database, `${flow}/${id}`));

/** Forgets the copies of a document that were opened to decide on it or to follow it up. Within a transaction. */
export const forgetCopies = async (database: Database, id: string): Promise<void> => {
  for (const flow of flows) await forgetOpened(database, `${flow}/${id}`);
};

/** What has been opened and not signed, of both flows: under `flow/id`, with when it was opened or last typed about. */
export const openedFiles = async ({ meta }: Database): Promise<readonly KeptDraft[]> => {
  const found: KeptDraft[] = [];
  for (const flow of flows)
    // One after another: each row holds a whole document.
    for (const key of await meta.where('key').startsWith(fileKey(flow, '')).primaryKeys()) {
      const file = (await meta.get(key))?.value as OpenedFile;
      const typedAt = (await meta.get(formKey(flow, file.id)))?.at ?? '';
      const changedAt = typedAt > file.openedAt ? typedAt : file.openedAt;
      found.push({ id: `${flow}/${file.id}`, name: file.title, changedAt });
    }
  return found;
};

/** Forgets what was opened, by the id that `openedFiles` gives it. Within a transaction. */
export const forgetOpened = ({ meta }: Database, id: string): Promise<void> =>
  meta.bulkDelete(['file', 'form'].map((part) => id.replace('/', `/${part}/`)));
