import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf, partsOfKey } from '../../src/policy/answer';
import type { Model } from '../../src/policy/model';
import { remainingPages } from '../../src/policy/remaining';
import { addressOf, walk } from '../../src/policy/walk';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicies, knownPolicy } from '../support/policies';

const today = '2026-11-22';

/** Answers given page by page: what was left before each, by the count and in truth. */
const passage = (model: Model, seed: number) => {
  const answers = [...randomAnswers(model, seeded(seed), { today, tries: 3 })];
  const whole = walk(model, new Map(answers), today);
  return whole.path.map((_, done) => {
    const pages = new Set(whole.path.slice(0, done).map(addressOf));
    const given = answers.filter(([key]) => {
      const { field, row } = partsOfKey(key);
      const page = model.places.get(field)?.page;
      return page && pages.has(keyOf(page.id, page.each && row));
    });
    const remaining = remainingPages(walk(model, new Map(given), today));
    const ahead = whole.path.slice(done).map(({ page }) => page.id);
    return { remaining, left: ahead.length, kinds: new Set(ahead).size };
  });
};

describe.each(knownPolicies().map(({ name, model }) => [name, model] as const))('what is left of %s', (_, model) => {
  test('is never more nor less than is said, wherever the answers stand', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const { remaining, left, kinds } of passage(model, seed)) {
          expect(remaining.least).toBeLessThanOrEqual(left);
          expect(remaining.most).toBeGreaterThanOrEqual(left);
          expect(remaining.different).toBeGreaterThanOrEqual(kinds);
          expect(remaining.different).toBeLessThanOrEqual(remaining.most);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('is nothing at an outcome', () => {
    const answers = randomAnswers(model, seeded(1), { today });
    expect(remainingPages(walk(model, answers, today))).toEqual({ least: 0, most: 0, different: 0 });
  });
});

test('what is settled narrows it', () => {
  const { model } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
  const spreads = passage(model, 7).map(({ remaining: { least, most } }) => most - least);
  expect(spreads[0]).toBeGreaterThan(0);
  expect(spreads.at(-1)).toBe(0);
});
