import { addMonths, type IsoDate, type IsoMonth } from '../base/calendar';

export type Step = 'month' | 'quarter';

const length: Readonly<Record<Step, number>> = { month: 1, quarter: 3 };

/** The first month of the month or quarter in which a day lies; quarters begin in January, April, July and October. */
export const periodOf = (day: IsoDate | IsoMonth, step: Step): IsoMonth => {
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % length[step]);
  return `${day.slice(0, 5)}${String(first).padStart(2, '0')}`;
};

/** The last month of a period that begins with a month. */
export const endOf = (period: IsoMonth, step: Step): IsoMonth => addMonths(period, length[step] - 1).slice(0, 7);

/** More periods without anything in them are not drawn between others. */
const most = 40;

/** All periods from the first to the last of some, those in which nothing falls among them where they are not too many. */
export const periodsFrom = (some: readonly IsoMonth[], step: Step): readonly IsoMonth[] => {
  const inOrder = [...new Set(some)].toSorted();
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: IsoMonth[] = [];
  for (let one = first; one <= last && all.length <= most; one = addMonths(one, length[step]).slice(0, 7))
    all.push(one);
  return all.length > most ? inOrder : all;
};

/** Whether a day, or the whole of a month, is over on another day. */
export const isPast = (day: IsoDate | IsoMonth, today: IsoDate): boolean => day < today.slice(0, day.length);
