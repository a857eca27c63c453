import { read } from '../policy/evaluate';
import { inLanguage, present, words } from '../policy/present';
import type { Walk } from '../policy/walk';
import type { Chain } from './chain';
import { type ConditionNow, conditionsNow } from './open-conditions';
import { sayingsOf } from './sayings';
import { walkOf } from './sequel-rules';

/** Something that two records say otherwise, in words; undefined where one of them says nothing of it. */
export interface Moved {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A condition in two records: how it stands in each; undefined where one of them does not have it. */
export interface ConditionMoved {
  readonly text: string;
  readonly before: ConditionNow['state'] | undefined;
  readonly after: ConditionNow['state'] | undefined;
}

/** What changed from one record to another. What is the same in both is left out, conditions apart. */
export interface Comparison {
  readonly outcome: Moved | undefined;
  /** What the register says of them, in the policy's order: money, ratings, dates, whatever it asks for. */
  readonly register: readonly Moved[];
  /** Every condition of either. */
  readonly conditions: readonly ConditionMoved[];
  readonly answers: readonly Moved[];
}

interface Said {
  readonly name: string;
  readonly text: string;
}

type Sayings = ReadonlyMap<string, Said>;

/** What differs, in the order of the later one, with what only the earlier has after it. */
const differing = (before: Sayings, after: Sayings): readonly Moved[] =>
  [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [a, b] = [before.get(key), after.get(key)];
    return a?.text === b?.text
      ? []
      : [{ name: (b ?? a)?.name ?? key, before: a?.text || undefined, after: b?.text || undefined }];
  });

const registerOf = ({ record: { policy, payload } }: Chain, walk: Walk): Sayings =>
  new Map(
    policy.register.fields.flatMap(({ id, label, from }) => {
      const operand = from.find((one) => read(walk, one) !== undefined);
      const text = operand === undefined ? '' : present(walk, operand, payload.language).join('; ');
      return text === '' ? [] : [[id, { name: inLanguage(label, payload.language), text }] as const];
    }),
  );

/** Every answer that counts, by its question. */
const answersOf = ({ record: { payload } }: Chain, walk: Walk): Sayings =>
  new Map(
    [...sayingsOf(walk, payload.language)].flatMap(([key, { name, text }]) =>
      text === undefined ? [] : [[key, { name, text }] as const],
    ),
  );

const outcomeOf = ({ record: { payload } }: Chain, walk: Walk): Sayings => {
  const { language, result } = payload;
  const outcome = walk.model.outcomes.get(result.outcome);
  return new Map([['outcome', { name: '', text: outcome ? words(walk, outcome.title, language) : result.outcome }]]);
};

const conditionsOf = (before: Chain, after: Chain): readonly ConditionMoved[] => {
  const [first, second] = [before, after].map((chain) => new Map(conditionsNow(chain).map((one) => [one.id, one])));
  return [...new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])].map((id) => {
    const [a, b] = [first?.get(id), second?.get(id)];
    return { text: (b ?? a)?.text ?? id, before: a?.state, after: b?.state };
  });
};

/** What changed from one record, with what came after it, to another. */
export const compareChains = (before: Chain, after: Chain): Comparison => {
  const [was, now] = [walkOf(before.record), walkOf(after.record)];
  const [outcome] = differing(outcomeOf(before, was), outcomeOf(after, now));
  return {
    outcome,
    register: differing(registerOf(before, was), registerOf(after, now)),
    conditions: conditionsOf(before, after),
    answers: differing(answersOf(before, was), answersOf(after, now)),
  };
};
