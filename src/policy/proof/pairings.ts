import { type Key, partsOfKey } from '../answer';
import { type Change, type Pairing, walkBoth } from './both-ways';
import type { Asked } from './comparisons';
import type { Variable } from './diagram';
import type { Passages } from './passage';
import { anyRow, type Counted } from './moment';
import { type Amount, amountOf, isAtLeast } from './term';

/** How the comparisons follow an answer that is put another way. */
export const changeOf = (passages: Passages, key: Key, answers: Counted): Change => {
  const { space } = passages;
  const own = [...(answers.toUnsure?.keys() ?? [])];
  const change = {
    key,
    answers,
    pairings: new Map<Variable, Pairing>(),
    last: Math.max(...own.map(({ level }) => level)),
  };
  const isGrouped = partsOfKey(key).row === anyRow;
  // another row of the same group may be the one that changes
  if (isGrouped)
    for (const [name, variable] of space.guesses)
      if (name.startsWith('rows which ')) change.pairings.set(variable, 'any');
  for (const asked of space.comparisons.all) {
    const pairing = pairingOf(passages, change, asked, own, isGrouped);
    if (pairing === 'same') continue;
    change.pairings.set(asked.variable, pairing);
    change.last = Math.max(change.last, asked.variable.level);
  }
  return change;
};

const pairingOf = (
  passages: Passages,
  change: Change,
  asked: Asked,
  own: readonly Variable[],
  isGrouped: boolean,
): Pairing => {
  const { space } = passages;
  const { comparison } = asked;
  if (comparison.kind === 'words') return 'same';
  if (comparison.kind === 'order')
    return isGrouped &&
      [comparison.left, comparison.right].some(
        (one) => typeof one !== 'number' && one.unknowns.some(({ key }) => key.startsWith('rows ')),
      )
      ? 'any'
      : 'same';
  const support = supportOf(space, asked);
  if (
    !own.some((variable) => support.has(variable)) &&
    ![...change.pairings.keys()].some((variable) => support.has(variable))
  )
    return 'same';
  const moves = (further: (definite: Amount, unsure: Amount) => boolean): boolean =>
    walkBoth(passages, change, comparison.left, (definite, unsure) => {
      const [a, b] = [amountOf(definite), amountOf(unsure)];
      return a !== undefined && b !== undefined && !further(a, b);
    }) === undefined;
  const grows = comparison.order === 'atLeast' || comparison.order === 'after';
  if (moves((definite, unsure) => isAtLeast(definite, unsure))) return grows ? 'falls' : 'rises';
  if (moves((definite, unsure) => isAtLeast(unsure, definite))) return grows ? 'rises' : 'falls';
  return 'any';
};

const supports = new WeakMap<Asked, ReadonlySet<Variable>>();

/** The variables that a comparison rests on, worked out once. */
const supportOf = ({ diagrams }: Passages['space'], asked: Asked): ReadonlySet<Variable> => {
  const known = supports.get(asked);
  if (known) return known;
  const { comparison } = asked;
  const found = comparison.kind === 'rule' ? diagrams.support(comparison.left, comparison.right) : new Set<Variable>();
  supports.set(asked, found);
  return found;
};
