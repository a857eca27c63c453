import { type Answer, type Key, partsOfKey } from '../answer';
import { holds as holdsReally, read as readReally } from '../evaluate';
import type { Operand } from '../expression';
import type { Policy } from '../schema';
import { isUnsure } from '../scope';
import { askedFields, type Walk } from '../walk';
import { bothWaysOf, type Ways } from './both-ways';
import { claim, type Claim, type Finding, finding } from './claim';
import { exampleOf } from './example';
import type { Prover } from './prover';

type Measure = Policy['caution'][number];

/** How heavy a reading is: its place in the order, counted from 1; 0 for one that has none. */
const weightOf = (measure: Measure, reading: unknown): number =>
  measure.order.findIndex((level) => level.some((literal) => literal === reading)) + 1;

/** No answer "I'm not sure" makes the outcome, or whatever the policy names, lighter than a definite answer would. */
export const unsureNeverLightens = (prover: Prover): Claim => {
  const { passages, parts } = prover;
  const { space, rules, end } = passages;
  const { settle } = space;
  const keys = [...rules.counted].flatMap(([key, answers]) => {
    const asked = answers.toUnsure === undefined ? space.no : settle(answers.asked);
    return asked === space.no ? [] : [[key, { ...answers, asked }] as const];
  });
  const measures = space.model.policy.caution.map((measure, index) => {
    const weighed = space.choose(
      measure.when === undefined ? space.yes : rules.holds(end, measure.when),
      space.diagrams.map(rules.read(end, measure.of), (term) => space.leaf(weightOf(measure, term))),
      space.none,
    );
    const touched = parts.touchedBy(weighed);
    const weight = settle(space.choose(parts.fits(touched), weighed, space.none));
    return { measure, place: `caution[${index}]`, touched, bothWays: bothWaysOf(space, weight) };
  });
  const findings = keys.flatMap(([key, answers]): readonly Finding[] =>
    measures.flatMap(({ measure, place, touched, bothWays }): readonly Finding[] => {
      const ways = bothWays(key, answers);
      if (ways === 'none') return [];
      const shown = ways === 'unknown' ? undefined : show(prover, key, measure, touched, ways);
      return [
        shown
          ? finding(
              'proof.unsure-lightens',
              space.model.places.get(partsOfKey(key).field)?.path ?? place,
              { id: key, what: measure.id, ...shown.readings },
              shown.examples,
            )
          : finding('proof.not-decided', place, { claim: 'unsure-never-lightens', id: key }),
      ];
    }),
  );
  return claim('unsure-never-lightens', keys.length * measures.length, findings);
};

/** Walks both passages for real, to see that one answer alone was put another way and made something lighter. */
const show = (
  { passages, complete }: Prover,
  key: Key,
  measure: Measure,
  touched: readonly number[],
  { definite, unsure }: Ways,
) => {
  const [first, second] = complete([definite, unsure], touched) ?? [];
  if (!first || !second) return undefined;
  const one = exampleOf(passages, first);
  const other = exampleOf(passages, second);
  const real = differing(one.walked, other.walked);
  const weight = (walked: Walk): number =>
    walked.outcome !== undefined && (measure.when === undefined || holdsReally(walked, measure.when))
      ? weightOf(measure, readReally(walked, measure.of))
      : Number.NaN;
  const [changed] = real;
  if (
    !(weight(other.walked) < weight(one.walked)) ||
    real.length !== 1 ||
    changed === undefined ||
    !isUnsureAnswer(other.walked, changed)
  )
    return undefined;
  return {
    examples: [one.example, other.example],
    readings: { before: reading(one.walked, measure.of), after: reading(other.walked, measure.of), key },
  };
};

const reading = (walked: Walk, operand: Operand): string => {
  const found = readReally(walked, operand);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
};

const isUnsureAnswer = (walked: Walk, key: Key): boolean => {
  const answer = walked.counted.get(key);
  return answer !== undefined && isUnsure(walked.model, partsOfKey(key).field, answer);
};

/** The questions that two walks both ask and that are answered differently. */
const differing = (one: Walk, other: Walk): readonly Key[] => {
  const asked = (walked: Walk): ReadonlySet<Key> =>
    new Set(
      walked.path.flatMap((step) =>
        askedFields(walked, step).flatMap(({ key, rows }) => [
          key,
          ...rows.flatMap((row) => row.fields.map((inner) => inner.key)),
        ]),
      ),
    );
  const [left, right] = [asked(one), asked(other)];
  const same = (a: Answer | undefined, b: Answer | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
  return [...left].filter((key) => right.has(key) && !same(one.counted.get(key), other.counted.get(key)));
};
