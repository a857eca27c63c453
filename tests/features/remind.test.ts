import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/base/calendar';
import { calm, isDue } from '../../src/features/start/remind';

const on = (day: string) => `${day}T10:00:00+00:00`;
const day = '2026-11-22';
const row = (createdAt: string, updatedAt = createdAt) => ({ createdAt: on(createdAt), updatedAt: on(updatedAt) });
const later = (days: number) => on(addDays(day, days));

describe('the reminder to make a backup comes', () => {
  test.each([
    ['after two weeks of work without one', [row(day)], null, calm + 1, true],
    ['not in the first two weeks', [row(day)], null, calm, false],
    ['however little has been done of late', [row(day), row(addDays(day, 14))], null, calm + 1, true],
    [
      'two weeks after the last, where something was changed since',
      [row(day, addDays(day, 2))],
      on(day),
      calm + 1,
      true,
    ],
    ['not where nothing was changed since the last', [row(addDays(day, -40), addDays(day, -1))], on(day), 400, false],
    [
      'not within two weeks of the last, however old the work',
      [row('2020-01-01', addDays(day, 1))],
      on(day),
      calm,
      false,
    ],
    ['never to whoever has nothing here', [], null, 400, false],
  ])('%s', (_when, rows, last, days, due) => {
    expect(isDue(rows, last, later(days))).toBe(due);
  });

  test('for good once it has come, until there is a backup: then not before two more weeks', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(calm), (worked, more, rest) => {
        const rows = [row(day, addDays(day, worked))];
        if (isDue(rows, null, later(worked + more))) expect(isDue(rows, null, later(worked + more + 1))).toBe(true);
        const busy = [row(day, addDays(day, worked + more + rest))];
        expect(isDue(busy, later(worked + more), later(worked + more + rest))).toBe(false);
      }),
    );
  });
});
