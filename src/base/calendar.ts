/**
 * Calendar dates of the proleptic Gregorian calendar as ISO text, without a clock, a time zone or `Intl`. Arithmetic is
 * right for the years 0000 to 9999; past them it gives a text that no `isIso…` accepts.
 */

/** `2026-11-22` */
export type IsoDate = string;
/** `2026-11`: a month stands for its first day wherever dates are compared. */
export type IsoMonth = string;
/** `2026-11-22T10:15:00+00:00` */
export type IsoTime = string;

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month; months are 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** The ISO text of a day, or of a month where there is no day. */
export const isoDate = (year: number, month: number, day?: number): IsoDate | IsoMonth =>
  `${pad(year, 4)}-${pad(month, 2)}${day === undefined ? '' : `-${pad(day, 2)}`}`;

/** Whether these numbers are a day of the calendar (or a month, without a day) in the years 1900 to 2199. */
export const isCalendarDay = (year: number, month: number, day = 1): boolean =>
  year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

const partsOf = (date: IsoDate | IsoMonth): Parts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: date.length > 7 ? Number(date.slice(8, 10)) : 1,
});

export const isIsoDate = (text: string): text is IsoDate => {
  const { year, month, day } = partsOf(text);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDay(year, month, day);
};

export const isIsoMonth = (text: string): text is IsoMonth => {
  const { year, month } = partsOf(text);
  return /^\d{4}-\d{2}$/.test(text) && isCalendarDay(year, month);
};

/** A date-time with an offset of whole minutes, such as `2026-11-22T10:15:00+00:00`; never `Z`, so that there is one form. */
export const isIsoTime = (text: string): text is IsoTime => {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})([+-])(\d{2}):(\d{2})$/.exec(text);
  if (!match) return false;
  const [, date = '', hour, minute, second, sign, offsetHour, offsetMinute] = match;
  if (sign === '-' && offsetHour === '00' && offsetMinute === '00') return false;
  return (
    isIsoDate(date) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60 &&
    Number(offsetHour) <= 14 &&
    Number(offsetMinute) < 60
  );
};

/** The first day of a month, or the day itself. */
export const firstDay = (date: IsoDate | IsoMonth): IsoDate => (date.length === 7 ? `${date}-01` : date);

/**
 * Days since Wednesday 1 March 0000, for differences and weekdays. Years begin in March here, so that the leap day is
 * the last; then the first `n` months have `(153 n + 2) / 5` days, rounded down.
 */
export const dayNumber = (date: IsoDate | IsoMonth): number => {
  const { year, month, day } = partsOf(date);
  const [y, n] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * n + 2) / 5) + day - 1
  );
};

const daysIn400Years = 146_097;

/** The day with a number. Arithmetic only: whatever the number, it takes no longer. */
const fromDayNumber = (number: number): IsoDate => {
  const cycle = Math.floor(number / daysIn400Years);
  const rest = number - cycle * daysIn400Years;
  const leapDays = Math.floor(rest / 1460) - Math.floor(rest / 36_524) + Math.floor(rest / 146_096);
  const y = Math.floor((rest - leapDays) / 365);
  const dayOfYear = rest - (365 * y + Math.floor(y / 4) - Math.floor(y / 100));
  const n = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * n + 2) / 5) + 1;
  const year = cycle * 400 + y;
  return n < 10 ? isoDate(year, n + 3, day) : isoDate(year + 1, n - 9, day);
};

export const addDays = (date: IsoDate | IsoMonth, days: number): IsoDate => fromDayNumber(dayNumber(date) + days);

/** Adds months and keeps the day; past a month's end, its last day (31 January + 1 month = 28 or 29 February). */
export const addMonths = (date: IsoDate | IsoMonth, months: number): IsoDate => {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return isoDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
};

/** 0 for Monday to 6 for Sunday. */
const weekday = (number: number): number => (((number + 2) % 7) + 7) % 7;

/**
 * Adds working days, Monday to Friday, or takes them away where `days` is negative. From a weekend, the first working
 * day is Monday (or Friday, going back). Bank holidays are not known here, and are not left out.
 */
export const addWorkingDays = (date: IsoDate | IsoMonth, days: number): IsoDate => {
  const number = dayNumber(date);
  if (days === 0) return fromDayNumber(number);
  const way = Math.sign(days);
  const past = Math.max(weekday(number) - 4, 0); // days past Friday
  const start = past === 0 ? number : number - past + (way > 0 ? 0 : 3);
  const weeks = Math.floor(Math.abs(days) / 5);
  const rest = Math.abs(days) % 5;
  const position = weekday(start) + way * rest;
  return fromDayNumber(start + way * (weeks * 7 + rest + (position > 4 || position < 0 ? 2 : 0)));
};

/** Negative, zero or positive as `a` is before, the same as or after `b`. */
export const compareDates = (a: IsoDate | IsoMonth, b: IsoDate | IsoMonth): number =>
  firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : 0;

/** Seconds since 1 January 1970 UTC of a date-time, for order and differences. */
export const secondsOf = (time: IsoTime): number => {
  const two = (at: number): number => Number(time.slice(at, at + 2));
  const offset = (time[19] === '-' ? -1 : 1) * (two(20) * 60 + two(23));
  const days = dayNumber(time.slice(0, 10)) - dayNumber('1970-01-01');
  return days * 86_400 + two(11) * 3600 + (two(14) - offset) * 60 + two(17);
};

/** The same moment in UTC, as `2026-11-22T10:15:00+00:00`. */
export const timeOf = (seconds: number): IsoTime => {
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  const date = fromDayNumber(dayNumber('1970-01-01') + days);
  return `${date}T${pad(Math.floor(rest / 3600), 2)}:${pad(Math.floor(rest / 60) % 60, 2)}:${pad(rest % 60, 2)}+00:00`;
};

const months = 'January February March April May June July August September October November December'.split(' ');

/** `22 November 2026`, or `November 2026` for a month, as GOV.UK writes dates. */
export const writtenDate = (date: IsoDate | IsoMonth): string => {
  const { year, month, day } = partsOf(date);
  const rest = `${months[month - 1]} ${year}`;
  return date.length === 7 ? rest : `${day} ${rest}`;
};

/** `22 November 2026 at 10:15 (UTC+00:00)`: a moment as its own clock showed it. */
export const writtenTime = (time: IsoTime): string =>
  `${writtenDate(time.slice(0, 10))} at ${time.slice(11, 16)} (UTC${time.slice(19)})`;

/** `22 November 2026 at 10:15:30 (UTC+00:00)`: the same to the second, where nothing of it may go unseen. */
export const writtenMoment = (time: IsoTime): string =>
  `${writtenDate(time.slice(0, 10))} at ${time.slice(11, 19)} (UTC${time.slice(19)})`;
