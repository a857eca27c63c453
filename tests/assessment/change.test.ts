import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectOf } from '../../src/assessment/change';
import { partsOfKey } from '../../src/policy/answer';
import type { Model } from '../../src/policy/model';
import { askedFields, type Step, walk } from '../../src/policy/walk';
import { answerTo, randomAnswers, seeded } from '../support/answers';
import { knownPolicies, knownPolicy } from '../support/policies';

const today = '2026-11-22';
/** Whether an answer is given on a page. */
const isOn = (model: Model, key: string, { page, row }: Step): boolean =>
  model.places.get(partsOfKey(key).field)?.page === page && (row === undefined || partsOfKey(key).row === row);

/** One answer on the way changed to another that can be given there. */
const changedWay = (model: Model, seed: number) => {
  const choose = seeded(seed);
  const answers = randomAnswers(model, choose, { today });
  const before = walk(model, answers, today);
  const asked = before.path.flatMap((step) =>
    askedFields(before, step)
      .filter(({ field }) => field.kind === 'choice' || field.kind === 'choices')
      .map((one) => ({ step, one })),
  );
  const change = asked[choose(asked.length)];
  if (!change) throw new Error('nothing is asked');
  const given = new Map(answers).set(change.one.key, answerTo(before, change.one, choose));
  return { answers: given, before, after: walk(model, given, today), step: change.step };
};

describe.each(knownPolicies().map(({ name, model }) => [name, model] as const))('a change under %s', (_, model) => {
  test('takes nothing away in silence: every answer that no longer counts is set aside or waits', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { before, after, step } = changedWay(model, seed);
        const { setAside, waiting } = effectOf(before, after, step);
        const lost = [...before.counted.keys()].filter((key) => !after.counted.has(key) && !isOn(model, key, step));
        expect([...setAside, ...waiting].toSorted()).toEqual(lost.toSorted());
      }),
      { numRuns: 40 },
    );
  });

  test('sets aside only what no further answer brings back', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, other) => {
        const { answers, before, after, step: changed } = changedWay(model, seed);
        const { setAside } = effectOf(before, after, changed);
        // Whatever is answered from here on, kept answers among it where they fit.
        const counted = new Map([...after.counted, ...[...answers].filter(() => seeded(other)(2) === 0)]);
        let walked = walk(model, counted, today);
        const choose = seeded(other);
        for (let round = 0; round < 200 && walked.outcome === undefined; round++) {
          const step = walked.path.at(-1);
          const open =
            step && askedFields(walked, step).flatMap((one) => [one, ...one.rows.flatMap((row) => row.fields)]);
          for (const one of open ?? [])
            if (!walked.counted.has(one.key) && (one.field.kind !== 'group' || one.field.over === undefined))
              counted.set(one.key, answerTo(walked, one, choose));
          walked = walk(model, counted, today);
        }
        const kept = walk(model, new Map([...answers, ...counted]), today);
        expect(setAside.filter((key) => kept.counted.has(key))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

test('names what goes, and not the page that is changed', () => {
  const { model } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
  for (let seed = 0; seed < 200; seed++) {
    const { before, after, step } = changedWay(model, seed);
    const { setAside, waiting } = effectOf(before, after, step);
    if (setAside.length === 0) continue;
    expect(before.path).toContain(step);
    expect([...setAside, ...waiting].some((key) => isOn(model, key, step))).toBe(false);
    return;
  }
  throw new Error('no change set anything aside');
});
