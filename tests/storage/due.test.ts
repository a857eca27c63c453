import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, addMonths } from '../../src/base/calendar';
import {
  announced,
  type Due,
  dues,
  keyOfDue,
  noticeDays,
  past,
  type Periods,
  soon,
  type Told,
  toldOf,
} from '../../src/storage/due';

const on = (day: string): string => `${day}T10:00:00+00:00`;
const draft = (changed: string, id = 'd') => ({ id, name: 'A hall', changedAt: on(changed) });
const record = (signed: string, of = 'd', id = 'r') => ({ id, draft: of, fileName: 'hall.pdf', signedAt: on(signed) });
const ends = (all: readonly Due[]) => all.map(({ id, until }) => `${id} ${until}`);

describe('the last day', () => {
  it('of a draft is counted from its last change, of a record from its signature, the earliest first', () => {
    expect(
      dues([draft('2026-01-31')], [record('2020-02-29', 'other')], { drafts: 1, records: 84 }).map(
        ({ id, is, name, until }) => [id, is, name, until],
      ),
    ).toEqual([
      ['d', 'draft', 'A hall', '2026-02-28'],
      ['r', 'record', 'hall.pdf', '2027-02-28'],
    ]);
  });

  test.each([
    ['without periods', {}, []],
    ['for drafts alone', { drafts: 3 }, ['d 2026-04-02']],
    ['for records alone, where the draft has changed since', { records: 3 }, ['r 2026-04-01']],
  ])('%s', (_, months, expected) => {
    expect(ends(dues([draft('2026-01-02')], [record('2026-01-01')], months))).toEqual(expected);
  });

  test.each<readonly [string, Periods, readonly string[]]>([
    ['without a period of their own', { drafts: 3 }, ['draft 2026-04-02']],
    ['that is shorter than their draft’s', { drafts: 3, names: 2 }, ['names 2026-03-02', 'draft 2026-04-02']],
    ['that is as long', { drafts: 3, names: 3 }, ['draft 2026-04-02']],
    ['that is longer', { drafts: 3, names: 4 }, ['draft 2026-04-02']],
    ['where drafts have none', { names: 4 }, ['names 2026-05-02']],
  ])('of names %s', (_, months, expected) => {
    expect(dues([draft('2026-01-02')], [], months).map(({ is, until }) => `${is} ${until}`)).toEqual(expected);
  });

  it('of names is noted apart from that of their draft', () => {
    const all = dues([draft('2026-01-02')], [], { drafts: 3, names: 2 });
    expect(toldOf(all, {}, '2026-02-01')).toEqual({
      d: { until: '2026-04-02', since: '2026-02-01' },
      'names/d': { until: '2026-03-02', since: '2026-02-01' },
    });
  });

  it('of what was opened and not signed is that of a draft', () => {
    expect(dues([], [], { drafts: 3, records: 1, names: 1 }, [draft('2026-01-02', 'decide/a')])).toEqual([
      { id: 'decide/a', is: 'opened', name: 'A hall', until: '2026-04-02' },
    ]);
  });

  it('of a draft that was signed as it is comes no later than that of its latest record', () => {
    const records = [record('2026-02-01', 'd', 'r2'), record('2026-01-02')];
    expect(ends(dues([draft('2026-01-01')], records, { records: 3 }))).toEqual([
      'r 2026-04-02',
      'd 2026-05-01',
      'r2 2026-05-01',
    ]);
  });

  it('never comes for what has no time, or where it would be past the calendar', () => {
    expect(dues([{ ...draft('2026-01-01'), changedAt: 'yesterday' }], [], { drafts: 1 })).toEqual([]);
    expect(dues([draft('2026-01-01')], [record('2026-01-01')], { drafts: 99_999, records: 2 ** 53 - 1 })).toEqual([]);
  });
});

const day = fc.integer({ min: -30_000, max: 30_000 }).map((days) => addDays('2026-11-22', days));
const someDays = fc.array(day, { maxLength: 6 });
const period = fc.integer({ min: 1, max: 120 });
const kept = fc.tuple(someDays, someDays, someDays, period, period).map(([changed, signed, opened, months, names]) =>
  dues(
    changed.map((one, n) => draft(one, `d${n}`)),
    signed.map((one, n) => record(one, `d${n}`, `r${n}`)),
    { drafts: months, records: months * 2, names },
    opened.map((one, n) => draft(one, `decide/${n}`)),
  ),
);

describe('whatever the clock says', () => {
  it('nothing goes that was not announced with the same last day, a week before or longer', () => {
    fc.assert(
      fc.property(kept, day, fc.integer({ min: -4000, max: 4000 }), (all, first, later) => {
        const told = toldOf(soon(all, first), {}, first);
        const now = addDays(first, later);
        for (const one of past(all, told, now)) {
          expect(told[keyOfDue(one)]).toEqual({ until: one.until, since: first });
          expect(one.until < now && later >= noticeDays).toBe(true);
        }
      }),
    );
  });

  it('and a wrong clock that is set right again leaves no trace, however far ahead or behind it was', () => {
    fc.assert(
      fc.property(kept, day, day, fc.integer({ min: 0, max: 60 }), (all, wrong, right, days) => {
        const afterWrong = toldOf(soon(all, wrong), {}, wrong);
        const afterRight = toldOf(soon(all, right), afterWrong, right);
        const stillRight = addDays(right, Math.min(days, noticeDays - 1));
        // What goes within a week was announced under the wrong clock, before, and is past its time under both.
        for (const one of past(all, afterRight, stillRight)) expect(wrong < right && one.until < stillRight).toBe(true);
        for (const one of Object.values(afterRight)) expect(one.since <= right).toBe(true);
      }),
    );
  });

  it('what is past its last day goes once it has been announced for a week', () => {
    fc.assert(
      fc.property(kept, day, (all, today) => {
        const week = addDays(today, noticeDays);
        const told = toldOf(soon(all, today), {}, today);
        expect(past(all, told, week)).toEqual(all.filter(({ until }) => until < week && until <= addMonths(today, 1)));
      }),
    );
  });
});

it('what is past its last day is said to be kept for as long as it is', () => {
  fc.assert(
    fc.property(kept, day, (all, today) => {
      const shown = soon(all, today);
      const told = toldOf(shown, {}, today);
      for (const one of shown) {
        const { until } = announced(one, told, today);
        expect(past([one], told, until)).toEqual([]);
        expect(past([one], told, addDays(until, 1))).toEqual([one]);
      }
    }),
  );
});

it('stays on its last day, and where another last day was announced', () => {
  const all = dues([draft('2026-01-01')], [], { drafts: 1 });
  const told = toldOf(all, {}, '2026-01-10');
  expect(past(all, told, '2026-02-01')).toEqual([]);
  expect(past(all, told, '2026-02-02')).toEqual(all);
  const shortened = dues([draft('2025-12-31')], [], { drafts: 1 });
  expect(past(shortened, told, '2026-02-02')).toEqual([]);
});

it('is announced afresh when its last day changes, and forgotten when it no longer goes', () => {
  const all = dues([draft('2026-01-01')], [], { drafts: 1 });
  const told: Told = toldOf(all, {}, '2026-01-20');
  expect(toldOf(all, told, '2026-01-25')).toEqual(told);
  const changed = dues([draft('2026-01-22')], [], { drafts: 1 });
  expect(toldOf(changed, told, '2026-01-25')).toEqual({ d: { until: '2026-02-22', since: '2026-01-25' } });
  expect(toldOf([], told, '2026-01-25')).toEqual({});
});
