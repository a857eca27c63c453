import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Key } from '../../src/policy/answer';
import { foresee } from '../../src/policy/foresee';
import { addressOf, walk } from '../../src/policy/walk';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicies, knownPolicy } from '../support/policies';

const today = '2026-11-22';

/** Answers to the end, and the same with some taken out. */
const holed = (model: Parameters<typeof walk>[0]) =>
  fc.tuple(fc.nat(), fc.nat({ max: 6 })).map(([seed, holes]) => {
    const whole = randomAnswers(model, seeded(seed));
    const choose = seeded(seed + 1);
    const keys = [...whole.keys()];
    const out = new Set(Array.from({ length: holes }, () => keys[choose(keys.length)]));
    return { whole, some: new Map([...whole].filter(([key]) => !out.has(key))) };
  });

describe.each(knownPolicies())('what is foreseen of $name', ({ model }) => {
  test('begins as the walk does, and is the walk where that comes to an outcome', () => {
    fc.assert(
      fc.property(holed(model), ({ some }) => {
        const [near, far] = [walk(model, some, today), foresee(model, some, today)];
        const [nearPath, farPath] = [near.path.map(addressOf), far.path.map(addressOf)];
        expect(farPath.slice(0, nearPath.length)).toEqual(nearPath);
        expect(far.outcome).toBe(near.outcome);
        if (near.outcome !== undefined) expect(farPath).toEqual(nearPath);
      }),
      { numRuns: 40 },
    );
  });

  test('is on the way, whatever the missing answers turn out to be', () => {
    fc.assert(
      fc.property(holed(model), ({ whole, some }) => {
        const path = walk(model, whole, today).path.map(addressOf);
        const far = foresee(model, some, today).path.map(addressOf);
        expect(path.slice(0, far.length)).toEqual(far);
      }),
      { numRuns: 40 },
    );
  });
});

describe('past a page that is not complete', () => {
  const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
  const review = cases.find(({ id }) => id === 'existing-continue')?.answers ?? {};
  const seen = (...without: readonly Key[]): readonly string[] =>
    foresee(
      model,
      new Map(Object.entries(review).filter(([key]): boolean => !without.includes(key))) as Map<Key, Answer>,
      today,
    ).path.map(addressOf);

  test('it looks on where what is missing does not decide the way', () => {
    expect(seen('e1-lead')).toContain('b5');
  });

  test('and never to an outcome, even where the pages in between are asked for no row', () => {
    const whole = new Map(
      Object.entries(cases.find(({ id }) => id === 'new-go-ahead')?.answers ?? {}) as [Key, Answer][],
    );
    for (const key of whole.keys()) {
      const some = new Map([...whole].filter(([one]) => one !== key));
      expect(foresee(model, some, today).outcome, key).toBe(walk(model, some, today).outcome);
    }
  });

  test('and not where it does', () => {
    expect(seen('s1-kind')).toEqual(['s2', 's1', 's3']);
  });
});
