import { apart } from './solve';
import type { Demand } from './comparison';
import type { Variable } from './diagram';
import type { Space } from './space';

/** Whether a demand bounds one unknown by a number: of such, any two that go together all go together. */
const isBound = ({ comparison: { keys, ...rest } }: Demand): boolean =>
  rest.kind === 'order' && keys.length === 1 && (typeof rest.left === 'number' || typeof rest.right === 'number');

const isOfText = ({ comparison }: Demand): boolean =>
  comparison.kind === 'words' && typeof comparison.text === 'string';

/**
 * Whether the comparisons that some variables stand for may exclude each other three at a time. Two at a time never do:
 * no diagram tells apart what two of them rule out.
 */
export const mayExclude = ({ comparisons }: Space, variables: Iterable<Variable>): boolean => {
  const asked = [...variables].flatMap((variable) => comparisons.of(variable)?.comparison ?? []);
  if (asked.some(({ kind }) => kind === 'rule')) return true;
  const demands = asked.flatMap((comparison): readonly Demand[] =>
    comparison.kind === 'rule' ? [] : [{ comparison, holds: true }],
  );
  return apart(demands).some((group) => group.length > 2 && !group.every(isBound) && !group.every(isOfText));
};
