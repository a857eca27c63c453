import { addDays, type IsoTime } from '../../base/calendar';
import type { DraftLine } from '../../storage/draft-list';

/** So many days of work are in one place before anybody is reminded. */
export const calm = 14;

const dayOf = (time: IsoTime): string => time.slice(0, 10);

/**
 * Whether it is time for a word about backups: something was changed since the last one, and that was more than two weeks
 * ago; or there was none, and the oldest work is older than that. `last` is null for none.
 */
export const isDue = (
  rows: readonly Pick<DraftLine, 'createdAt' | 'updatedAt'>[],
  last: IsoTime | null,
  now: IsoTime,
): boolean => {
  const since = rows.filter((row) => last === null || row.updatedAt > last);
  const oldest = last ?? since.map((row) => row.createdAt).toSorted()[0];
  return since.length > 0 && oldest !== undefined && addDays(dayOf(oldest), calm) < dayOf(now);
};
