import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  compareDates,
  isIsoDate,
  isIsoMonth,
  isIsoTime,
  secondsOf,
  timeOf,
  writtenDate,
  writtenMoment,
  writtenTime,
} from '../../src/base/calendar';

const dayInMs = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const msOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** Days of the calendar, as `Date` knows them. */
const days = fc.integer({ min: msOf('1900-01-01') / dayInMs, max: msOf('2199-12-31') / dayInMs });

describe('calendar', () => {
  test('adding days agrees with Date in UTC', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, more) => {
        expect(addDays(iso(day * dayInMs), more)).toBe(iso((day + more) * dayInMs));
      }),
    );
  });

  test('adding days goes over the leap days of centuries', () => {
    expect(addDays('2000-02-28', 1)).toBe('2000-02-29');
    expect(addDays('2000-02-29', 1)).toBe('2000-03-01');
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
  });

  test('adding months keeps the day, or gives the last of the month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1200, max: 1200 }), (day, months) => {
        const from = new Date(day * dayInMs);
        const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
        const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
        const expected = Date.UTC(year, month, Math.min(from.getUTCDate(), last));
        expect(addMonths(iso(day * dayInMs), months)).toBe(iso(expected));
      }),
    );
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-11', 2)).toBe('2027-01-01');
  });

  test('adding working days steps over Saturdays and Sundays', () => {
    const stepped = (ms: number, count: number): number => {
      let at = ms;
      for (let left = Math.abs(count); left > 0;) {
        at += Math.sign(count) * dayInMs;
        const weekday = new Date(at).getUTCDay();
        if (weekday !== 0 && weekday !== 6) left--;
      }
      return at;
    };
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (day, count) => {
        expect(addWorkingDays(iso(day * dayInMs), count)).toBe(iso(stepped(day * dayInMs, count)));
      }),
    );
    expect(addWorkingDays('2026-11-21', 0)).toBe('2026-11-21');
  });

  test('order is that of the days, a month being its first', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(Math.sign(compareDates(iso(a * dayInMs), iso(b * dayInMs)))).toBe(Math.sign(a - b));
      }),
    );
    expect(compareDates('2026-11', '2026-11-01')).toBe(0);
    expect(compareDates('2026-11', '2026-11-02')).toBeLessThan(0);
  });

  test('days, months and times are told from other texts', () => {
    fc.assert(fc.property(days, (day) => isIsoDate(iso(day * dayInMs)) && isIsoMonth(iso(day * dayInMs).slice(0, 7))));
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '1899-12-31',
      '2200-01-01',
      '2026-1-01',
      '2026-11',
      '',
    ])
      expect(isIsoDate(text), text).toBe(false);
    for (const text of ['2026-13', '2026-11-01', '2026-1']) expect(isIsoMonth(text), text).toBe(false);
    expect(isIsoTime('2026-11-22T10:15:00+00:00')).toBe(true);
    for (const text of [
      '2026-11-22T10:15:00Z',
      '2026-11-22T10:15:00-00:00',
      '2026-11-22T24:00:00+00:00',
      '2026-11-22T10:15:60+00:00',
      '2026-02-30T10:15:00+00:00',
      '2026-11-22T10:15:00.5+00:00',
    ])
      expect(isIsoTime(text), text).toBe(false);
  });

  test('seconds agree with Date, with any offset, and come back as the same moment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: msOf('1900-01-02') / 1000, max: msOf('2199-12-30') / 1000 }),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        (seconds, offset) => {
          expect(secondsOf(timeOf(seconds))).toBe(seconds);
          const clock = new Date((seconds + offset * 60) * 1000).toISOString().slice(0, 19);
          const pad = (number: number): string => String(number).padStart(2, '0');
          const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
          expect(secondsOf(`${clock}${zone}`)).toBe(seconds);
        },
      ),
    );
  });

  test('no number keeps it busy, and what lies past the calendar is no date', () => {
    for (const much of [1e7, 1e12, Number.MAX_SAFE_INTEGER, -1e7, -Number.MAX_SAFE_INTEGER])
      for (const add of [addDays, addMonths, addWorkingDays]) expect(isIsoDate(add('2026-11-22', much))).toBe(false);
    // RFC 5280 gives this time to certificates without an end.
    expect(timeOf(secondsOf('9999-12-31T23:59:59+00:00'))).toBe('9999-12-31T23:59:59+00:00');
  });

  test('dates are written as GOV.UK writes them', () => {
    expect(writtenDate('2026-11-02')).toBe('2 November 2026');
    expect(writtenDate('2026-11')).toBe('November 2026');
    expect(writtenTime('2026-07-02T09:05:30+01:00')).toBe('2 July 2026 at 09:05 (UTC+01:00)');
    expect(writtenMoment('2026-07-02T09:05:30+01:00')).toBe('2 July 2026 at 09:05:30 (UTC+01:00)');
  });
});
