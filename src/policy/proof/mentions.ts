import { comparisons as comparisonNames } from '../expression';
import { placesIn } from '../place';
import { objectsIn } from '../references';
import type { Policy } from '../schema';

/** What the rules of a policy name, as far as it decides which answers must be told apart. */
export interface Mentions {
  /** The ids that conditions compare with, the rows that operands pick, and what stands in for "not answered". */
  readonly ids: ReadonlySet<string>;
  /** Fields on either side of a comparison with another operand, and fields whose ticks give rows. */
  readonly whole: ReadonlySet<string>;
}

const againsts = (object: Readonly<Record<string, unknown>>): readonly unknown[] =>
  comparisonNames.flatMap((name) => (name in object ? [object[name]].flat() : []));

const fieldIn = (part: unknown): string | undefined =>
  typeof part === 'object' && part !== null && 'field' in part && typeof part.field === 'string'
    ? part.field
    : undefined;

export const mentionsIn = (policy: Policy): Mentions => {
  const ids = new Set<string>();
  const whole = new Set<string>();
  const add = (set: Set<string>, one: unknown): void => void (typeof one === 'string' && set.add(one));
  for (const { object } of objectsIn(policy)) {
    const against = againsts(object);
    for (const one of [...against, object['row'], object['else']]) add(ids, one);
    const others = against.map(fieldIn);
    if (others.some((id) => id !== undefined)) for (const id of [fieldIn(object), ...others]) add(whole, id);
  }
  for (const { group } of placesIn(policy)) if (group?.over && 'chosen' in group.over) whole.add(group.over.chosen);
  return { ids, whole };
};
