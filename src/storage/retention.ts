import type { IsoDate } from '../base/calendar';
import type { Result } from '../base/result';
import type { Policy } from '../policy/schema';
import { type Database, recordIndex } from './database';
import { forgetCopies, forgetOpened, openedFiles } from './deciding';
import { dropDrafts } from './draft-list';
import { damagedEntry, isDraftRow } from './drafts';
import {
  announced,
  type Due,
  dues,
  keyOfDue,
  type KeptDraft,
  past,
  type Periods,
  soon,
  type Told,
  toldOf,
} from './due';
import { holdsNames, personsFinder, withdrawNames } from './names';
import { attempt, type StorageCode } from './open';
import { forgetReading } from './reading';
import { linesOf } from './records';

/** What became of the periods for which things are kept, today. */
export interface Retained {
  /** Deleted just now; of names, the draft is there still, as it is called without them. */
  readonly gone: readonly Due[];
  /** What goes within a month, with the last day on which it can be there. */
  readonly soon: readonly Due[];
}

/** What a day's work on the periods stands on. */
export interface Retaining {
  readonly months: Periods;
  readonly today: IsoDate;
  /** Whether anybody sees what is announced. */
  readonly isSeen: boolean;
  /** The policies of the site, which may know of more fields with names than those that drafts pin. */
  readonly policies: readonly Policy[];
}

/** What was announced, and the day on which that was last gone through. */
const [key, dayKey] = ['retention', 'retention-day'];

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

/** What goes within a month by its period alone. */
const near = async (database: Database, { months, today }: Retaining): Promise<readonly Due[]> => {
  const records = await linesOf(database.records.orderBy(recordIndex));
  return soon(dues(await keptDrafts(database), records, months, await openedFiles(database)), today);
};

const isDone = async ({ meta }: Database, { today }: Retaining): Promise<boolean> =>
  (await meta.get(dayKey))?.value === today;

const toldIn = async ({ meta }: Database): Promise<Told> => ((await meta.get(key))?.value ?? {}) as Told;

/** What has been announced today and still goes, for pages that are opened later in the day. */
const stillDue = async (database: Database, retaining: Retaining): Promise<Retained> => {
  const told = await toldIn(database);
  const left = (await near(database, retaining)).filter((one) => told[keyOfDue(one)]?.until === one.until);
  return { gone: [], soon: left.map((one) => announced(one, told, retaining.today)) };
};

/** Takes away what is past its period. Within a transaction. */
const remove = async (
  database: Database,
  gone: readonly Due[],
  persons: ReturnType<typeof personsFinder>,
  today: IsoDate,
): Promise<readonly Due[]> => {
  const idsOf = (is: Due['is']) => gone.filter((one) => one.is === is).map(({ id }) => id);
  const [drafts, signed] = [idsOf('draft'), idsOf('record')];
  if (drafts.length > 0) await dropDrafts(database, drafts);
  await database.records.bulkDelete(signed);
  for (const id of signed) await Promise.all([forgetCopies(database, id), forgetReading(database, id)]);
  for (const id of idsOf('opened')) await forgetOpened(database, id);
  const said: Due[] = [];
  for (const one of gone) {
    if (one.is !== 'names') said.push(one);
    else if (!drafts.includes(one.id)) {
      const isPerson = await persons(await database.entries.where('draft').equals(one.id).toArray());
      said.push({ ...one, name: await withdrawNames(database, one.id, isPerson, today) });
    }
  }
  return said;
};

/**
 * Deletes for good, all or nothing, what is past its period and was announced a week ago or longer, and notes what is announced
 * from now on: once a day, on a page that somebody sees. A draft goes with its log and its evidence, a record with its file and
 * the copies opened to decide on it; names are withdrawn from their draft, which stays. A draft whose log is damaged stays as
 * it is. Without periods nothing happens.
 */
export const retain = (database: Database, retaining: Retaining): Promise<Result<Retained, StorageCode>> => {
  const { drafts, entries, files, meta, pending, pinned, records } = database;
  const { today, isSeen } = retaining;
  return attempt(async () => {
    if (await isDone(database, retaining))
      return database.transaction('r', [drafts, meta, pending, records], () => stillDue(database, retaining));
    return database.transaction('rw', [drafts, entries, files, meta, pending, pinned, records], async () => {
      const told = await toldIn(database);
      const persons = personsFinder(database, retaining.policies);
      const isSound = async ({ id, is }: Due): Promise<boolean> => {
        if (is === 'record' || is === 'opened') return true;
        const log = await entries.where('draft').equals(id).toArray();
        if (damagedEntry(log)) return false;
        return is === 'draft' || holdsNames(log, await pending.where('draft').equals(id).toArray(), await persons(log));
      };
      const sound: Due[] = [];
      for (const one of await near(database, retaining)) if (await isSound(one)) sound.push(one);
      const over = past(sound, told, today);
      const gone = await remove(database, over, persons, today);
      const left = sound.filter((one) => !over.includes(one));
      const now = isSeen ? toldOf(left, told, today) : told;
      if (isSeen)
        await meta.bulkPut([
          { key, value: now },
          { key: dayKey, value: today },
        ]);
      return { gone, soon: left.map((one) => announced(one, now, today)) };
    });
  });
};
