import type { IsoDate } from '../base/calendar';
import type { Result } from '../base/result';
import { type Database, recordIndex } from './database';
import { forgetCopies } from './deciding';
import { dropDrafts } from './draft-list';
import { damagedEntry, isDraftRow } from './drafts';
import { announced, type Due, dues, type KeptDraft, past, type Periods, soon, type Told, toldOf } from './due';
import { attempt, type StorageCode } from './open';
import { forgetReading } from './reading';
import { linesOf } from './records';

/** What became of the periods for which things are kept, today. */
export interface Retained {
  /** Deleted just now. */
  readonly gone: readonly Due[];
  /** What goes within a month, with the last day on which it can be there. */
  readonly soon: readonly Due[];
}

const key = 'retention';

/** Drafts that are listed and not in the bin. One whose row is damaged has no period: nobody can be told of it. */
const keptDrafts = async ({ drafts, pending }: Database): Promise<readonly KeptDraft[]> => {
  const typed = new Map<string, string>();
  for (const { draft, at } of await pending.toArray()) if ((typed.get(draft) ?? '') < at) typed.set(draft, at);
  return (await drafts.toArray())
    .filter((row) => isDraftRow(row) && row.deletedAt === undefined && row.untouched === undefined)
    .map(({ id, name, title, updatedAt }) => {
      const last = typed.get(id) ?? '';
      return { id, name: name ?? title, changedAt: last > updatedAt ? last : updatedAt };
    });
};

/**
 * Deletes for good, all or nothing, what is past its period and was announced a week ago or longer, and notes what is announced
 * from now on. A draft goes with its log and its evidence, a record with its file and the copies opened to decide on it; a
 * draft whose log is damaged stays. Without periods nothing happens. `isSeen` says whether anybody sees what is announced.
 */
export const retain = (
  database: Database,
  months: Periods,
  today: IsoDate,
  isSeen: boolean,
): Promise<Result<Retained, StorageCode>> => {
  const { drafts, entries, files, meta, pending, pinned, records } = database;
  return attempt(() =>
    database.transaction('rw', [drafts, entries, files, meta, pending, pinned, records], async () => {
      const all = dues(await keptDrafts(database), await linesOf(records.orderBy(recordIndex)), months);
      const told = ((await meta.get(key))?.value ?? {}) as Told;
      const sound: Due[] = [];
      for (const one of soon(all, today))
        if (one.is === 'record' || !damagedEntry(await entries.where('draft').equals(one.id).toArray()))
          sound.push(one);
      const gone = past(sound, told, today);
      const idsOf = (is: Due['is']) => gone.filter((one) => one.is === is).map(({ id }) => id);
      if (idsOf('draft').length > 0) await dropDrafts(database, idsOf('draft'));
      await records.bulkDelete(idsOf('record'));
      for (const id of idsOf('record')) await Promise.all([forgetCopies(database, id), forgetReading(database, id)]);
      const left = sound.filter((one) => !gone.includes(one));
      const now = isSeen ? toldOf(left, told, today) : told;
      if (JSON.stringify(now) !== JSON.stringify(told)) await meta.put({ key, value: now });
      return { gone, soon: left.map((one) => announced(one, now, today)) };
    }),
  );
};
