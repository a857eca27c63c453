import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confirmedKeys } from '../../src/assessment/confirmed';
import { reopensGaps, stillTrue } from '../../src/assessment/still-true';
import { takeUp } from '../../src/assessment/take-up';
import type { Answer, Key } from '../../src/policy/answer';
import { gapsOf } from '../../src/assessment/gaps';
import { addressOf } from '../../src/policy/walk';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicies, knownPolicy } from '../support/policies';
import { earlierWalk, takenUp } from '../support/take-up';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');

const walkOf = (id: string, changes: Readonly<Record<Key, Answer>> = {}) => {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return earlierWalk(model, new Map<Key, Answer>([...Object.entries(found.answers), ...Object.entries(changes)]));
};

describe.each(knownPolicies())('what is listed of a record of $name', ({ model: any }) => {
  const walks = fc.nat().map((seed) => earlierWalk(any, randomAnswers(any, seeded(seed))));

  test('is on the path, was in the record, and is confirmed by being given again', () => {
    fc.assert(
      fc.property(walks, (earlier) => {
        const before = takenUp(any, earlier);
        const { offers, walk, next } = stillTrue(before);
        const path = walk.path.map(addressOf);
        for (const { step } of offers) expect(path).toContain(addressOf(step));
        const given = offers.flatMap(({ answers }) => [...answers]);
        for (const [key, value] of given) expect(before.carried.get(key)).toEqual(value);
        if (given.length === 0) return;
        const after = takenUp(any, earlier, given);
        expect(stillTrue(after).offers).toEqual([]);
        expect([...confirmedKeys(after)].toSorted()).toEqual([...new Set(given.map(([key]) => key))].toSorted());
        if (next) expect(path).toContain(addressOf(next));
      }),
      { numRuns: 10 },
    );
  });

  test('leaves a page to open until the path is complete and nothing on it waits', () => {
    fc.assert(
      fc.property(walks, (earlier) => {
        const { offers, left } = takeUp(earlier, any);
        const given = [...offers, ...left].map(({ key, value }) => [key, value] as const);
        expect(stillTrue(takenUp(any, earlier)).next).toBeDefined();
        const done = stillTrue(takenUp(any, earlier, given));
        expect([done.next, done.gap, done.offers]).toEqual([undefined, undefined, []]);
      }),
      { numRuns: 8 },
    );
  });
});

test('what nobody knew is asked again, and is never an offer', () => {
  const earlier = walkOf('existing-continue', { 'e1-posts': 'unsure' });
  const taken = takenUp(model, earlier, [['s1-kind', 'existing']]);
  const { offers, gap } = stillTrue(taken);
  expect(offers.map(({ id }) => id)).toContain('e1-name');
  expect(offers.map(({ id }) => id)).not.toContain('e1-posts');
  expect(gap && addressOf(gap)).toBe('e1');
});

describe('a record that says “not yet”', () => {
  const notYet = cases.filter((one) => one.expect.outcome === 'o4');

  test.each(notYet.map((one) => [one.id]))('%s: is taken up with its gaps alone', (id) => {
    const earlier = walkOf(id);
    const gaps = gapsOf(earlier);
    expect(gaps.length).toBeGreaterThan(0);
    const taken = takenUp(model, earlier);
    expect(reopensGaps(taken)).toBe(true);
    const { offers, gap, walk } = stillTrue(taken);
    expect(walk.outcome).toBe('o4');
    expect(gap).toBeDefined();
    const confirmable = new Set(offers.flatMap(({ answers }) => [...answers.keys()]));
    for (const key of gaps) expect(confirmable.has(key)).toBe(false);
    // What is not a gap, nor in one unit with one, is confirmed at once.
    expect([...earlier.counted.keys()].filter((key) => !confirmable.has(key) && !gaps.includes(key))).toEqual([]);
  });

  test('a record that says anything else is not', () => {
    for (const one of cases.filter(({ expect: { outcome } }) => outcome !== 'o4'))
      expect(takeUp(walkOf(one.id), model).reopens).toBe(false);
  });
});
