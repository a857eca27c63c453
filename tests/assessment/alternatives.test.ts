import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedOnPath } from '../../src/assessment/asked';
import { type Alternative, alternativeOf, whatWouldChange } from '../../src/assessment/alternatives';
import type { Answer, Key } from '../../src/policy/answer';
import { holds } from '../../src/policy/evaluate';
import type { Model } from '../../src/policy/model';
import { offeredOptions, type Walk, walk } from '../../src/policy/walk';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicies, knownPolicy } from '../support/policies';

const today = '2026-11-22';

const alternativesOf = (walked: Walk, answers: ReadonlyMap<Key, Answer>): readonly Alternative[] =>
  [...whatWouldChange(walked, answers)].flatMap(({ found }) => found ?? []);

/** An alternative as one line: key, answer, what it comes to. */
const lineOf = (key: Key, answer: Answer, outcome: string | undefined): string =>
  `${key} = ${JSON.stringify(answer)} → ${outcome ?? 'more questions'}`;

const listed = (found: readonly Alternative[]): readonly string[] =>
  found.flatMap(({ asked: { key }, others, opens }) => [
    ...others.map(({ answer, outcome }) => lineOf(key, answer, outcome)),
    ...opens.map((answer) => lineOf(key, answer, undefined)),
  ]);

const subsets = (ids: readonly string[], ticked: readonly string[]): readonly (readonly string[])[] =>
  ids.map((id) => ids.filter((one) => (one === id) !== ticked.includes(one)));

const contradictions = (walked: Walk): readonly string[] =>
  walked.model.policy.contradictions.filter(({ when }) => holds(walked, when)).map(({ id }) => id);

/** Every other option, tick and level, tried without regard to what is offered: the walk says what counts. */
const byForce = (model: Model, walked: Walk, answers: ReadonlyMap<Key, Answer>): readonly string[] =>
  [...askedOnPath(walked)].flatMap(([key, { asked }]) => {
    const { field, row } = asked;
    const present = walked.counted.get(key);
    const levels = 'levels' in field ? (model.lists.get(field.levels)?.items ?? []) : [];
    const options = offeredOptions(walked, field, row);
    const ids = options.map(({ id }) => id);
    const alone = options.filter(({ exclusive }) => exclusive).map(({ id }) => [id]);
    const trials: readonly Answer[] =
      field.kind === 'choice'
        ? ids
        : field.kind === 'scale'
          ? levels.flatMap(({ score }) => score ?? [])
          : field.kind === 'choices'
            ? [
                ...subsets(ids, (present as readonly string[] | undefined) ?? []),
                ...subsets(
                  ids,
                  ((present as readonly string[] | undefined) ?? []).filter((id) => !alone.flat().includes(id)),
                ),
                ...alone,
              ]
            : [];
    return trials.flatMap((answer) => {
      const tried = walk(model, new Map([...answers, [key, answer]]), walked.today);
      const contradicts = contradictions(tried).some((id) => !contradictions(walked).includes(id));
      const isTaken = tried.counted.get(key) === answer && !contradicts;
      return isTaken && tried.outcome !== walked.outcome ? [lineOf(key, answer, tried.outcome)] : [];
    });
  });

const isListable = (walked: Walk, line: string): boolean => {
  const kind = walked.model.places.get(line.split(/[/ ]/)[0] ?? '')?.field.kind;
  return kind === 'choice' || kind === 'choices' || kind === 'scale';
};

describe.each(knownPolicies().map((one) => [one.name, one] as const))('what would change, in %s', (_name, known) => {
  const { model } = known;
  const passage = (seed: number) => {
    const answers = randomAnswers(model, seeded(seed), { today });
    return { answers, walked: walk(model, answers, today) };
  };

  test('is what the walk says when that one answer is made', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { answers, walked } = passage(seed);
        for (const { asked, others, opens } of alternativesOf(walked, answers)) {
          const outcomeWith = (answer: Answer) =>
            walk(model, new Map([...answers, [asked.key, answer]]), today).outcome;
          for (const { answer, outcome } of others) expect(outcomeWith(answer)).toBe(outcome);
          for (const { outcome } of others) expect(outcome).not.toBe(walked.outcome);
          for (const answer of opens) expect(outcomeWith(answer)).toBeUndefined();
        }
      }),
      { numRuns: 12 },
    );
  });

  test('of options, ticks and levels it is all that there is', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { answers, walked } = passage(seed);
        const found = listed(alternativesOf(walked, answers)).filter((line) => isListable(walked, line));
        expect(new Set(found)).toEqual(new Set(byForce(model, walked, answers)));
      }),
      { numRuns: 12 },
    );
  });
});

describe('of an amount', () => {
  const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
  const sound = cases.find(({ id }) => id === 'new-go-ahead');
  const answers = new Map<Key, Answer>([...Object.entries(sound?.answers ?? {}), ['a8-in-kind', 100_000]]);
  const walked = walk(model, answers, sound?.today ?? today);

  test('it is the nearest round sum at which the outcome turns, found through derived values', () => {
    const place = askedOnPath(walked).get('a8-in-kind');
    if (!place) throw new Error('not asked');
    const found = alternativeOf(walked, answers, place);
    const [other] = found?.others ?? [];
    if (typeof other?.answer !== 'number') throw new Error('no amount');
    const outcomeWith = (amount: number) =>
      walk(model, new Map([...answers, ['a8-in-kind', amount]]), walked.today).outcome;
    expect(other.outcome).toBe('o3');
    expect(other.answer % 100).toBe(0);
    expect(outcomeWith(other.answer)).toBe('o3');
    expect(outcomeWith(other.answer - 100)).toBe('o1');
  });

  test('none is given that contradicts another: the council’s cash is a part of everyone’s money', () => {
    const place = askedOnPath(walked).get('a8-council-cash');
    if (!place) throw new Error('not asked');
    expect(alternativeOf(walked, answers, place)).toBeUndefined();
  });

  test('words are never tried', () => {
    for (const { asked } of alternativesOf(walked, answers)) expect(asked.field.kind).not.toBe('text');
  });
});
