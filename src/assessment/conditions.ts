import type { Policy } from '../policy/schema';
import type { Walk } from '../policy/walk';
import type { Key } from '../policy/answer';
import type { OnPath } from './asked';
import { restsOn } from './why';

/**
 * Conditions in the order in which they fall due. Wherever one is told, it is told by its place in this order, counted from
 * 1. Those of a point that the policy does not have come last.
 */
export const inOrder = <Due extends { readonly point: string }>(
  { duePoints }: Policy,
  raised: readonly Due[],
): readonly Due[] => {
  const place = ({ point }: Due): number => {
    const at = duePoints.findIndex(({ id }) => id === point);
    return at < 0 ? duePoints.length : at;
  };
  return raised.toSorted((a, b) => place(a) - place(b));
};

/**
 * The answers on which a condition rests, the first two of them; `places` are the fields on the path. None for a condition
 * that names its questions itself.
 */
export const groundsOfCondition = (
  walk: Walk,
  places: ReadonlyMap<Key, OnPath>,
  condition: string,
): readonly OnPath[] => {
  const rule = walk.model.conditions.get(condition);
  if (!rule || rule.names === 'unsure') return [];
  return restsOn(walk, [rule.when], places)
    .answers.filter(({ asked }) => walk.counted.has(asked.key))
    .slice(0, 2);
};
