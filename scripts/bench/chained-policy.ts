import { type Model, modelOf } from '../../src/policy/model';
import type { Condition } from '../../src/policy/expression';
import type { Policy } from '../../src/policy/schema';

/** Whole numbers below a bound, the same for the same seed (the minimal standard generator of Park and Miller). */
const seeded = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
};

/** What is renamed in each copy: all that stands for one passage's answers. Roles and settings are shared. */
const ownIds = (policy: Policy): ReadonlySet<string> =>
  new Set([
    ...policy.questions.map(({ id }) => id),
    ...policy.questions.flatMap(({ fields }) =>
      fields.flatMap((field) => [field.id, ...(field.kind === 'group' ? field.fields.map(({ id }) => id) : [])]),
    ),
    ...policy.values.map(({ id }) => id),
    ...policy.conditions.map(({ id }) => id),
    ...policy.duePoints.map(({ id }) => id),
    ...policy.lists.map(({ id }) => id),
  ]);

/** A part of a policy with other ids; texts stay as they are. */
const renamed = <Part>(part: Part, rename: (id: string, key: string) => string, key = ''): Part => {
  if (typeof part === 'string') return rename(part, key) as Part;
  if (typeof part !== 'object' || part === null || 'en' in part) return part;
  if (Array.isArray(part)) return part.map((one: unknown) => renamed(one, rename, key)) as Part;
  return Object.fromEntries(
    Object.entries(part).map(([name, inner]) => [name, renamed<unknown>(inner, rename, name)]),
  ) as Part;
};

/** One copy: where it would end, it goes on to the next, if there is one. */
const copyOf = (policy: Policy, number: number, next: string | undefined): Policy => {
  const own = ownIds(policy);
  const ends = new Set(policy.outcomes.map(({ id }) => id));
  return renamed(policy, (id, key) => {
    if (next !== undefined && ends.has(id) && (key === 'to' || key === 'then')) return next;
    return own.has(id) ? `${id}-${number}` : id;
  });
};

const both = (one: Condition | undefined, other: Condition): Condition =>
  one === undefined ? other : { all: [one, other] };

/**
 * Copies of a policy's structure one after the other, and conditions across them, which look back at a few answers: for
 * measuring a proof, never for officers.
 */
export const chainedModel = ({ policy, settings }: Model, copies: number, conditions: number, seed: number): Model => {
  const random = seeded(seed);
  const start = (number: number): string => `${policy.start}-${number}`;
  const parts = Array.from({ length: copies }, (_, index) =>
    copyOf(policy, index + 1, index + 1 < copies ? start(index + 2) : undefined),
  );
  const choices = parts.slice(0, Math.ceil(copies / 2)).flatMap(({ questions }, copy) =>
    questions.flatMap(({ fields }) =>
      fields.flatMap((field) => {
        const option = field.kind === 'choice' ? field.options.find((one) => !('from' in one)) : undefined;
        return option && 'id' in option ? [{ copy, field: field.id, is: option.id }] : [];
      }),
    ),
  );
  const answers = Array.from({ length: 12 }, () => choices[random(choices.length)]).filter((one) => one !== undefined);
  const across = (): Condition => {
    const [one, other] = [answers[random(answers.length)], answers[random(answers.length)]];
    return {
      any: [
        { field: one?.field ?? '', is: one?.is ?? '' },
        { not: { field: other?.field ?? '', is: other?.is ?? '' } },
      ],
    };
  };
  const later = parts.slice(Math.ceil(copies / 2));
  const rules = later.flatMap((part) => part.conditions);
  for (let count = 0; count < conditions; count += 1) {
    const rule = rules[random(rules.length)];
    if (rule) Object.assign(rule, { when: both(rule.when, across()) });
  }
  const last = parts.at(-1) ?? policy;
  return modelOf(
    {
      ...last,
      start: start(1),
      questions: parts.flatMap(({ questions }) => questions),
      values: parts.flatMap(({ values }) => values),
      conditions: parts.flatMap((part) => part.conditions),
      duePoints: parts.flatMap(({ duePoints }) => duePoints),
      lists: parts.flatMap(({ lists }) => lists),
      contradictions: parts.flatMap(({ contradictions }) => contradictions),
      looks: parts.flatMap(({ looks }) => looks),
      askedOnce: parts.flatMap(({ askedOnce }) => askedOnce),
    },
    settings,
  );
};
