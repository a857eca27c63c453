import { addDays, addMonths, isIsoDate, isIsoTime, type IsoDate, type IsoTime } from '../base/calendar';
import type { Settings } from '../policy/settings';
import type { RecordLine } from './records';

/** How many months drafts, the names in them, and records are kept; without a number, until somebody deletes them. */
export type Periods = NonNullable<Settings['app']['retentionMonths']>;

/** What is said of something that is about to go: of the names in a draft, under the draft's id. */
export interface Due {
  readonly id: string;
  readonly is: 'draft' | 'record' | 'names' | 'opened';
  /** What it is called; empty for a draft that nothing names yet. */
  readonly name: string;
  /** The last day on which it is kept. */
  readonly until: IsoDate;
}

/** Under what a thing is noted once the person was told of it: the names in a draft and the draft are two. */
export const keyOfDue = ({ id, is }: Pick<Due, 'id' | 'is'>): string => (is === 'names' ? `names/${id}` : id);

/** What the person was told: of each thing, until when it is kept, and since when they were told so. */
export type Told = Readonly<Record<string, { readonly until: IsoDate; readonly since: IsoDate }>>;

/** What is kept of a draft that its period needs, or of a document that was opened and not signed, whose period is the same. */
export interface KeptDraft {
  readonly id: string;
  readonly name: string;
  /** When something was last given or typed. */
  readonly changedAt: IsoTime;
}

/** For so many days, at least, somebody is told before anything is deleted. */
export const noticeDays = 7;

const end = (since: IsoTime, months: number | undefined): readonly IsoDate[] => {
  const until = months !== undefined && isIsoTime(since) ? addMonths(since.slice(0, 10), months) : '';
  return isIsoDate(until) ? [until] : []; // a time that is none, or an end past the calendar, never comes
};

/**
 * Until when everything is kept, the earliest first; what has no period is left out. The period of a draft and of the names
 * in it begins with its last change; names are left out where their draft goes no later. A draft that has not changed since
 * its latest record was signed goes with that record at the latest, so that a record is deleted whole.
 */
export const dues = (
  drafts: readonly KeptDraft[],
  records: readonly Omit<RecordLine, 'kind'>[],
  months: Periods,
  opened: readonly KeptDraft[] = [],
): readonly Due[] => {
  const signed = new Map<string, IsoTime>();
  for (const { draft, signedAt } of records) if ((signed.get(draft) ?? '') < signedAt) signed.set(draft, signedAt);
  const ofDrafts = drafts.flatMap(({ id, name, changedAt }) => {
    const last = signed.get(id) ?? '';
    const ends = [...end(changedAt, months.drafts), ...(changedAt <= last ? end(last, months.records) : [])];
    const [until] = ends.toSorted();
    const names = end(changedAt, months.names).filter((one) => until === undefined || one < until);
    return [
      ...(until === undefined ? [] : [{ id, is: 'draft' as const, name, until }]),
      ...names.map((one) => ({ id, is: 'names' as const, name, until: one })),
    ];
  });
  const ofOpened = opened.flatMap(({ id, name, changedAt }) =>
    end(changedAt, months.drafts).map((until) => ({ id, is: 'opened' as const, name, until })),
  );
  const ofRecords = records.flatMap(({ id, fileName, signedAt }) =>
    end(signedAt, months.records).map((until) => ({ id, is: 'record' as const, name: fileName, until })),
  );
  return [...ofDrafts, ...ofOpened, ...ofRecords].sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
};

/** What goes within a month, or is past its time. */
export const soon = (all: readonly Due[], today: IsoDate): readonly Due[] =>
  all.filter(({ until }) => until <= addMonths(today, 1));

/**
 * What is deleted today: what is past its last day, and of which the person was told that same day at least a week ago. So a
 * clock that is years ahead deletes nothing when it is first wrong: it only tells, until it is set right.
 */
export const past = (all: readonly Due[], told: Told, today: IsoDate): readonly Due[] =>
  all.filter((one) => {
    const [until, known] = [one.until, told[keyOfDue(one)]];
    return until < today && known?.until === until && known.since <= addDays(today, -noticeDays);
  });

/** What the person has been told once they have seen these: the rest is forgotten, and so is what was told on a day to come. */
export const toldOf = (shown: readonly Due[], told: Told, today: IsoDate): Told =>
  Object.fromEntries(
    shown.map((one) => {
      const [until, known] = [one.until, told[keyOfDue(one)]];
      const since = known?.until === until && known.since <= today ? known.since : today;
      return [keyOfDue(one), { until, since }];
    }),
  );

/** The same with the last day on which it can be there: not before it has been announced for long enough. */
export const announced = (due: Due, told: Told, today: IsoDate): Due => {
  const week = addDays(told[keyOfDue(due)]?.since ?? today, noticeDays - 1);
  return { ...due, until: due.until < week ? week : due.until };
};
