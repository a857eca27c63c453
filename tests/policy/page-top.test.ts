import { describe, expect, test } from 'vitest';
import { partOf } from '../../src/policy/names';
import { recalled } from '../../src/policy/present';
import { type Step, walk } from '../../src/policy/walk';
import { knownPolicies, knownPolicy } from '../support/policies';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const found = cases.find((one) => one.id === 'existing-very-high-risk');
const walked = walk(model, new Map(Object.entries(found?.answers ?? {})), found?.today ?? '2026-11-22');
const card = walked.path.find(({ page }) => page.id === 'card');

describe('what a page says at its top', () => {
  test('is what was answered and worked out before, in the row that the page is asked for', () => {
    expect(recalled(walked, card?.page.recall ?? [], 'en', card?.row).map((line) => line.value)).toEqual([
      '5 – Almost certain',
      '4 – Major',
      '20',
      'Very high',
      'A short delay, put right within the month.',
    ]);
  });

  test('leaves out what has no answer', () => {
    expect(recalled(walked, ['r1-why-not', 'r1-likelihood', 'inherent'], 'en', 'c3')).toHaveLength(2);
    expect(recalled(walked, ['inherent', 'card-owner'], 'en')).toEqual([]);
  });
});

describe('which of the repeated pages it is', () => {
  test('is said of none that is asked once', () => {
    expect(walked.path.filter((step) => partOf(walked, step, 'en')).map(({ page }) => page.id)).toEqual(['card']);
    expect(card && partOf(walked, card, 'en')).toEqual({ one: 'Card', at: 1, of: 1 });
  });

  test.each(knownPolicies().map((one) => [one.name, one] as const))(
    'counts up to all of them, in %s',
    (_name, known) => {
      let most = 0;
      for (const one of known.cases) {
        const way = walk(known.model, new Map(Object.entries(one.answers)), one.today);
        const parts = (step: Step) => partOf(way, step, 'en');
        for (const page of new Set(way.path.map((step) => step.page))) {
          const steps = way.path.filter((step) => step.page === page && page.each !== undefined);
          expect(steps.map((step) => parts(step)?.at)).toEqual(steps.map((_, index) => index + 1));
          expect(steps.every((step) => parts(step)?.of === steps.length)).toBe(true);
          most = Math.max(most, steps.length);
        }
      }
      expect(most).toBeGreaterThan(0);
    },
  );
});
