import { describe, expect, test } from 'vitest';
import { datesOf, tellBy } from '../../src/assessment/dates';
import { raisedConditions } from '../../src/policy/evaluate';
import { walk } from '../../src/policy/walk';
import { knownPolicies, knownPolicy } from '../support/policies';

describe.each(knownPolicies().map((one) => [one.name, one] as const))('dates, in %s', (_name, { model, cases }) => {
  const walks = cases.map((one) => walk(model, new Map(Object.entries(one.answers)), one.today));

  test('of every condition that has one, each under its own id, in order', () => {
    for (const walked of walks) {
      const dates = datesOf(walked, 'en');
      for (const { id, date } of raisedConditions(walked))
        expect(dates.filter((one) => one.id === `condition-${id}`).map((one) => one.date)).toEqual(date ? [date] : []);
      expect(new Set(dates.map(({ id }) => id)).size).toBe(dates.length);
      expect(dates.map(({ date }) => date)).toEqual(dates.map(({ date }) => date).toSorted());
      for (const { what } of dates) expect(what).not.toBe('');
    }
  });

  test('none before there is an outcome', () => {
    expect(datesOf(walk(model, new Map(), '2026-11-22'), 'en')).toEqual([]);
  });
});

describe('dates, in the partnership policy', () => {
  const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
  const walked = (id: string) => {
    const one = cases.find((candidate) => candidate.id === id);
    return {
      today: one?.today ?? '',
      walk: walk(model, new Map(Object.entries(one?.answers ?? {})), one?.today ?? ''),
    };
  };

  test.each([
    ['existing-continue', 'a month on', '2026-12-23'],
    ['existing-red', 'five working days on', '2026-11-30'],
    ['join-another', 'a month on', '2026-12-23'],
    ['council-alone', 'no day', undefined],
  ])('%s: others are told by %s', (id, _what, day) => {
    expect(tellBy(walked(id).walk)).toBe(day);
  });

  test('the next review is among them, and the timing', () => {
    const ids = datesOf(walked('regeneration-framework').walk, 'en').map(({ id }) => id);
    expect(ids).toContain('line-review-date');
    expect(ids).toContain('line-timing-date');
  });

  test('the risk assessment that was left for later is among them once', () => {
    const due = datesOf(walked('existing-five-minutes').walk, 'en').filter(({ what }) => /risk assessment/i.test(what));
    expect(due.map(({ id, date }) => [id, date])).toEqual([['condition-k31', '2027-05-24']]);
  });

  test('the month in which the agreement is due for review is among them, as a month', () => {
    const one = cases.find(({ id }) => id === 'existing-continue');
    const answers = new Map(Object.entries(one?.answers ?? {})).set('b5-review-date', '2027-01');
    expect(datesOf(walk(model, answers, one?.today ?? ''), 'en')).toContainEqual({
      id: 'line-agreement-review',
      date: '2027-01',
      what: 'Agreement due for review',
    });
  });

  test('none that the policy works out falls on a weekend, whichever day the assessment begins', () => {
    const weekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());
    const own = new Set(['action-date', undefined]);
    let seen = 0;
    for (const { answers, today } of cases)
      for (let later = 0; later < 7; later++) {
        const day = new Date(Date.parse(today) + later * 86_400_000).toISOString().slice(0, 10);
        const then = walk(model, new Map(Object.entries(answers)), day);
        const due = raisedConditions(then).flatMap(({ point, date }) => (date && !own.has(point) ? [date] : []));
        const lines = datesOf(then, 'en').filter(({ id }) => id === 'line-review-date');
        const all = [...due, tellBy(then) ?? [], lines.map(({ date }) => date)].flat();
        seen += all.length;
        expect(all.filter(weekend)).toEqual([]);
      }
    expect(seen).toBeGreaterThan(500);
  });

  test('every outcome says what goes with the news of it', () => {
    for (const outcome of model.policy.outcomes) expect(outcome.attach?.length ?? 0).toBeGreaterThan(0);
  });
});
