import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/policy/answer';
import { modelOf } from '../../src/policy/model';
import { walk } from '../../src/policy/walk';
import { walkedOnce } from '../../src/policy/walked';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicies } from '../support/policies';

const today = '2026-11-22';

/** The same answer in another place of the memory. */
const copied = (answer: Answer): Answer => (Array.isArray(answer) ? (structuredClone(answer) as Answer) : answer);

describe.each(knownPolicies().map((one) => [one.name, one.model] as const))('answers to %s', (_name, model) => {
  test('lead where a walk leads, however many others have been walked before, and whichever were', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 8, maxLength: 12 }), (seeds) => {
        for (const seed of seeds) {
          const answers = new Map([...randomAnswers(model, seeded(seed), { today })].slice(0, 10 + seed));
          const { path, outcome, counted } = walkedOnce(model, answers, today);
          const again = walk(model, answers, today);
          expect({ path, outcome, counted }).toEqual({
            path: again.path,
            outcome: again.outcome,
            counted: again.counted,
          });
        }
      }),
      { numRuns: 5 },
    );
  });

  test('are walked once, in whatever order they were given', () => {
    const answers = [...randomAnswers(model, seeded(7), { today })];
    const first = walkedOnce(model, new Map(answers), today);
    expect(walkedOnce(model, new Map(answers.toReversed()), today)).toBe(first);
    const lists = answers.filter(([key]) => model.places.get(key.split('/')[0] ?? '')?.field.kind !== 'file');
    const listed = walkedOnce(model, new Map(lists), today);
    expect(walkedOnce(model, new Map(lists.map(([key, answer]) => [key, copied(answer)])), today)).toBe(listed);
  });

  test('are walked again on another day, under other settings, or with one answer more or other', () => {
    const answers = randomAnswers(model, seeded(7), { today });
    const first = walkedOnce(model, answers, today);
    expect(walkedOnce(model, answers, '2026-11-23').today).toBe('2026-11-23');
    const other = modelOf(model.policy, model.settings);
    expect(walkedOnce(other, answers, today).model).toBe(other);
    const [key = ''] = answers.keys();
    const without = new Map([...answers].slice(1));
    expect(walkedOnce(model, without, today).counted.has(key)).toBe(false);
    expect(walkedOnce(model, new Map(answers).set(key, []), today).counted.has(key)).toBe(false);
    expect(walkedOnce(model, answers, today)).toBe(first);
  });
});
