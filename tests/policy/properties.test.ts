import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, isAnswer, type Key, keyOf, partsOfKey } from '../../src/policy/answer';
import { raisedConditions, read } from '../../src/policy/evaluate';
import { addressOf, askedFields, flatFields, setAside, type Walk, walk } from '../../src/policy/walk';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicies } from '../support/policies';

const today = '2026-11-22';
type Answers = ReadonlyMap<Key, Answer>;

/** What a walk says, without the model that it was made with. */
const told = ({ path, counted, outcome, decidedBy }: Walk) => ({
  path: path.map(addressOf),
  counted: [...counted],
  outcome,
  decidedBy,
});

const junk = fc.oneof(
  fc.anything(),
  fc.constantFrom('unsure', 'none', 'yes', 'no', '2026-11', '2026-11-22', '9999-99-99', 0, -1, 1e300),
  fc.array(fc.constantFrom('unsure', 'none', 'row-1', 'row-2', 'a/b', '__proto__')),
) as fc.Arbitrary<Answer>;

describe.each(knownPolicies())('$name', ({ model }) => {
  const fields = [...model.places.keys()];
  const key = fc
    .tuple(
      fc.oneof(fc.constantFrom(...fields), fc.constant('__proto__')),
      fc.option(fc.constantFrom('row-1', 'c1', 'x/y')),
    )
    .map(([field, row]) => keyOf(field, row ?? undefined));
  /** Answers that reach an outcome: some short, some as long as they come. */
  const complete = fc
    .record({ seed: fc.integer(), tries: fc.constantFrom(0, 4) })
    .map(({ seed, tries }) => randomAnswers(model, seeded(seed), { today, tries }));
  /** Complete answers, of which some were replaced by, and others joined by, whatever may come from outside. */
  const spoilt = fc
    .tuple(complete, fc.array(fc.tuple(key, junk)), fc.integer({ min: 0, max: 40 }))
    .map(([answers, extra, kept]) => new Map([...[...answers].slice(0, kept * 5), ...extra]));
  const few = { numRuns: 15 };

  test('complete answers come to an outcome, and all of them count', () => {
    fc.assert(
      fc.property(complete, (answers) => {
        const walked = walk(model, answers, today);
        expect(model.outcomes.has(walked.outcome ?? '')).toBe(true);
        expect(setAside(walked, answers)).toEqual([]);
      }),
      few,
    );
  });

  test('whatever comes is walked without throwing, twice alike; only what fits counts', () => {
    fc.assert(
      fc.property(spoilt, (answers) => {
        const walked = walk(model, answers, today);
        expect(told(walk(model, new Map(answers), today))).toEqual(told(walked));
        for (const [at, answer] of walked.counted) {
          const field = model.places.get(partsOfKey(at).field)?.field;
          expect(field && isAnswer(model, field, answer)).toBe(true);
          expect(answers.get(at)).toBe(answer);
        }
        expect(new Set([...walked.counted.keys(), ...setAside(walked, answers)])).toEqual(new Set(answers.keys()));
        raisedConditions(walked);
        for (const value of model.policy.values) read(walked, { value: value.id });
      }),
      { numRuns: 40 },
    );
  });

  test('answers that do not count never change the way, nor does the order in which they came', () => {
    fc.assert(
      fc.property(spoilt, (answers) => {
        const walked = told(walk(model, answers, today));
        const counting = new Map(walked.counted);
        expect(told(walk(model, counting, today))).toEqual(walked);
        expect(told(walk(model, new Map([...answers].reverse()), today))).toEqual(walked);
      }),
      { numRuns: 25 },
    );
  });

  test('without the answers of its last pages a walk is the same as far as it goes', () => {
    fc.assert(
      fc.property(complete, fc.nat(), (answers, cut) => {
        const whole = walk(model, answers, today);
        const kept = cut % whole.path.length;
        const later = new Set(
          whole.path.slice(kept).flatMap((step) => flatFields(askedFields(whole, step)).map((one) => one.key)),
        );
        const part = walk(model, new Map([...answers].filter(([at]) => !later.has(at))), today);
        const addresses = whole.path.map(addressOf);
        expect(addresses.slice(0, kept)).toEqual(part.path.slice(0, kept).map(addressOf));
        expect([...part.counted]).toEqual([...whole.counted].filter(([at]) => part.counted.has(at)));
      }),
      few,
    );
  });

  test('what pages ask, once all answers are known, is what the walk asked on its way', () => {
    fc.assert(
      fc.property(complete, (answers) => {
        const walked = walk(model, answers, today);
        const asked = walked.path.flatMap((step) => flatFields(askedFields(walked, step)));
        const open = asked.filter(
          ({ field, required, key: at }) => field.kind !== 'group' && required && !walked.counted.has(at),
        );
        expect(open.map((one) => one.key)).toEqual([]);
        const keys = asked.map((one) => one.key);
        expect(new Set(keys).size).toBe(keys.length);
        expect([...walked.counted.keys()].filter((at) => !keys.includes(at))).toEqual([]);
      }),
      few,
    );
  });

  test('the same choices give the same answers', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const once: Answers = randomAnswers(model, seeded(seed), { optional: 'empty' });
        expect([...randomAnswers(model, seeded(seed), { optional: 'empty' })]).toEqual([...once]);
      }),
      { numRuns: 5 },
    );
  });
});

test('random answers to the equipment policy come to each of its outcomes', () => {
  const equipment = knownPolicies().find(({ model }) => model.policy.id === 'equipment');
  if (!equipment) throw new Error('no equipment policy');
  const { model } = equipment;
  const reached = Array.from({ length: 120 }, (_, seed) => {
    const answers = randomAnswers(model, seeded(seed), { tries: seed % 3, today });
    return walk(model, answers, today).outcome;
  });
  expect(new Set(reached)).toEqual(new Set(model.outcomes.keys()));
});
