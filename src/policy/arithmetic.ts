import {
  addDays,
  addMonths,
  addWorkingDays,
  compareDates,
  firstDay,
  type IsoDate,
  isIsoDate,
  isIsoMonth,
} from '../base/calendar';
import type { Reading } from './scope';

/** What derived values do with the readings of their parts. Undefined is "not answered". */

export const isNumber = (reading: Reading): reading is number => typeof reading === 'number';

/** A day or a month of the calendar. */
export const isDate = (reading: Reading): reading is string =>
  typeof reading === 'string' && (isIsoDate(reading) || isIsoMonth(reading));

const folded = (readings: readonly Reading[], start: number, step: (a: number, b: number) => number) => {
  if (!readings.every(isNumber)) return undefined;
  const result = readings.reduce(step, start);
  return Number.isSafeInteger(result) ? result : undefined;
};

/** The sum; not answered where a part is not a number, or past the safe integers. */
export const sum = (readings: readonly Reading[]): number | undefined => folded(readings, 0, (a, b) => a + b);

/** The product; not answered where a part is not a number, or past the safe integers. */
export const product = (readings: readonly Reading[]): number | undefined => folded(readings, 1, (a, b) => a * b);

const order = (a: number | string, b: number | string): number =>
  isNumber(a) && isNumber(b) ? a - b : compareDates(String(a), String(b));

const furthest = (readings: readonly Reading[], way: 1 | -1): number | string | undefined =>
  readings
    .filter((reading) => isNumber(reading) || isDate(reading))
    .reduce<number | string | undefined>(
      (best, reading) => (best === undefined || order(reading, best) * way > 0 ? reading : best),
      undefined,
    );

/** The greatest number, or the latest date, of those that are known. */
export const maximum = (readings: readonly Reading[]): number | string | undefined => furthest(readings, 1);

/** The earliest date, or the least number, of those that are known. */
export const earliest = (readings: readonly Reading[]): number | string | undefined => furthest(readings, -1);

/** The band with the highest threshold that the number reaches; the first of equals. */
export const bandOf = (
  reading: Reading,
  bands: readonly { readonly from: Reading; readonly then: string }[],
): string | undefined => {
  if (!isNumber(reading)) return undefined;
  const reached = bands.filter(({ from }) => isNumber(from) && reading >= from);
  const highest = maximum(reached.map(({ from }) => from));
  return reached.find(({ from }) => from === highest)?.then;
};

/** How long after a date another falls: years and months first, then days, then working days. */
export interface Period<Amount> {
  readonly years: Amount;
  readonly months: Amount;
  readonly days: Amount;
  readonly workingDays: Amount;
}

const inCalendar = (date: string): IsoDate | undefined => (isIsoDate(date) ? date : undefined);

/** The date that lies a period after another; not answered where a part is not, or where it leaves the calendar. */
export const later = (from: Reading, { years, months, days, workingDays }: Period<Reading>): IsoDate | undefined => {
  if (!isDate(from) || !isNumber(years) || !isNumber(months) || !isNumber(days) || !isNumber(workingDays))
    return undefined;
  const month = inCalendar(addMonths(firstDay(from), years * 12 + months));
  const day = month && inCalendar(addDays(month, days));
  return day && inCalendar(addWorkingDays(day, workingDays));
};
