import { type Key, partsOfKey } from '../policy/answer';
import { raisedConditions } from '../policy/evaluate';
import { unsureKeys } from '../policy/scope';
import type { Walk } from '../policy/walk';
import { groundsOf } from './trace';
import { whyOutcome } from './why';

/**
 * What stands in the way where an outcome is to be reopened: the answers "I'm not sure", those that made the rule match
 * which decided, and those that raise conditions due at the points that the outcome names. Fields that it calls settled
 * are none, unless they are not known. In the order of the path; nothing where the outcome is not reopened.
 */
export const gapsOf = (walked: Walk): readonly Key[] => {
  const { model, outcome, counted } = walked;
  const reopen = outcome === undefined ? undefined : model.outcomes.get(outcome)?.reopen;
  if (!reopen) return [];
  const raised = raisedConditions(walked, reopen.raised).flatMap(({ id }) => model.conditions.get(id)?.when ?? []);
  const behind = [
    ...(whyOutcome(walked, 'en')?.answers ?? []).map(({ asked }) => asked.key),
    ...groundsOf(walked, raised).keys,
  ];
  const gaps = new Set([
    ...unsureKeys(walked),
    ...behind.filter((key) => !reopen.settled.includes(partsOfKey(key).field)),
  ]);
  return [...counted.keys()].filter((key) => gaps.has(key));
};
