import { addDays, type IsoTime } from '../base/calendar';
import type { Result } from '../base/result';
import { copyLog, type Copying } from '../assessment/copy';
import { type Database, type DraftRow, recordIndex } from './database';
import { damagedEntry, type DraftCode, isDraftRow, openDraft } from './drafts';
import { attempt, DraftGone, type StorageCode } from './open';
import { reperformKey } from './reperform';

/** A draft as it stands in a list. */
export interface DraftLine extends DraftRow {
  /** When its latest record was signed. */
  readonly signedAt?: string | undefined;
}

/** A draft that cannot be read. It is kept as it is. */
export type DamagedDraft = Pick<DraftRow, 'id' | 'title'>;

/** What stands in the list of drafts. */
export interface DraftListing {
  /** The latest first; archived ones and those in the bin among them, untouched ones not. */
  readonly rows: readonly DraftLine[];
  /** Those whose row is damaged. Logs are looked at by `damagedDrafts`, which takes longer. */
  readonly damaged: readonly DamagedDraft[];
}

const damagedLine = ({ id, title }: DraftRow): DamagedDraft => ({ id, title: typeof title === 'string' ? title : '' });

/** When the latest record of each draft was signed, read from the index alone. */
const signings = async (database: Database): Promise<ReadonlyMap<string, string>> => {
  const keys = (await database.records.orderBy(recordIndex).keys()) as unknown as readonly (readonly string[])[];
  return new Map(keys.map(([signedAt = '', , draft = '']) => [draft, signedAt]));
};

/** Lists drafts by their rows alone, so that a long list costs no more than it shows. */
export const listDrafts = (database: Database): Promise<Result<DraftListing, StorageCode>> =>
  attempt(async () => {
    const [all, signed] = await Promise.all([database.drafts.toArray(), signings(database)]);
    return {
      rows: all
        .filter((row) => isDraftRow(row) && row.untouched === undefined)
        .map((row) => ({ ...row, signedAt: signed.get(row.id) }))
        .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)),
      damaged: all.filter((row) => !isDraftRow(row)).map(damagedLine),
    };
  });

/**
 * The drafts, of all or of those with these ids, whose log holds an entry that cannot be read. Meant for when the list is
 * there: it reads every entry.
 */
export const damagedDrafts = (
  database: Database,
  ids?: readonly string[],
): Promise<Result<readonly DamagedDraft[], StorageCode>> =>
  attempt(async () => {
    const rows = (await database.drafts.toArray()).filter((row) => isDraftRow(row) && (ids?.includes(row.id) ?? true));
    const damaged: DamagedDraft[] = [];
    // One at a time, so that a page with many long drafts goes on answering its officer in between.
    for (const row of rows) {
      const log = await database.entries.where('draft').equals(row.id).toArray();
      if (damagedEntry(log)) damaged.push(damagedLine(row));
    }
    return damaged;
  });

/** Calls a draft something else, or puts it away or back: what is undefined is taken out of its row. */
export const changeDraft = (
  database: Database,
  id: string,
  changes: Partial<Pick<DraftRow, 'name' | 'archivedAt' | 'deletedAt'>>,
): Promise<Result<void, StorageCode>> =>
  attempt(() =>
    database.transaction('rw', database.drafts, async () => {
      if ((await database.drafts.get(id)) === undefined) throw new DraftGone();
      await database.drafts.update(id, changes);
    }),
  );

/** Every hash that stands anywhere in a value: of files and pinned copies, whether the value is sound or damaged. */
export const hashesIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(hashesIn) : [];
};

/**
 * Deletes drafts for good, with their logs, what was being typed, the record that one answers again, and the evidence and
 * pinned copies that no other draft names. Records signed from them stay: each holds in its PDF all that it needs.
 * Within a transaction.
 */
export const dropDrafts = async (
  { drafts, entries, files, meta, pending, pinned }: Database,
  ids: readonly string[],
): Promise<void> => {
  await entries.where('draft').anyOf(ids).delete();
  await pending.where('draft').anyOf(ids).delete();
  await meta.bulkDelete(ids.map(reperformKey));
  await drafts.bulkDelete([...ids]);
  const left = await Promise.all([drafts.toArray(), entries.toArray(), pending.toArray()]);
  const needed = new Set(hashesIn(left));
  for (const table of [files, pinned]) {
    const kept = await table.toCollection().primaryKeys();
    await table.bulkDelete(kept.filter((sha256) => !needed.has(sha256)));
  }
};

/** Deletes drafts for good, all or nothing. */
export const deleteDrafts = (database: Database, ids: readonly string[]): Promise<Result<void, StorageCode>> => {
  const { drafts, entries, files, meta, pending, pinned } = database;
  return attempt(() =>
    database.transaction('rw', [drafts, entries, files, meta, pending, pinned], () => dropDrafts(database, ids)),
  );
};

/** How long a deleted draft can be put back, in days. */
export const daysInBin = 30;

/** Deletes for good what has been in the bin for longer, and what was begun as long ago and never touched. */
export const emptyBin = (database: Database, now: IsoTime): Promise<Result<void, StorageCode>> =>
  attempt(async () => {
    const last = addDays(now.slice(0, 10), -daysInBin);
    const isOver = (row: DraftRow): boolean => {
      const since = row.deletedAt ?? (row.untouched === undefined ? undefined : row.createdAt);
      return isDraftRow(row) && since !== undefined && since.slice(0, 10) < last;
    };
    const over = await database.drafts.filter(isOver).primaryKeys();
    if (over.length > 0) await deleteDrafts(database, over);
  });

/**
 * Copies a draft with its log and what is being typed in it. The copy is an evaluation of its own, and of a partnership of
 * its own too, unless it takes up a record: a copy more often begins something else than it tries the same again.
 */
export const duplicateDraft = async (
  database: Database,
  id: string,
  copying: Copying,
  name: string,
): Promise<Result<void, DraftCode>> => {
  const draft = await openDraft(database, id);
  if (!draft.ok) return draft;
  const { row, log } = draft.value;
  const takesUp = log.some((entry) => entry.kind === 'started' && entry.continues !== undefined);
  return attempt(() =>
    database.transaction('rw', database.drafts, database.entries, database.pending, async () => {
      await database.drafts.add({
        ...row,
        id: copying.draft,
        partnership: takesUp ? row.partnership : copying.newId(),
        name,
        createdAt: copying.at,
        updatedAt: copying.at,
        archivedAt: undefined,
      });
      await database.entries.bulkAdd(copyLog(log, copying));
      const typed = await database.pending.where('draft').equals(id).toArray();
      await database.pending.bulkAdd(typed.map((one) => ({ ...one, draft: copying.draft })));
    }),
  );
};
