import { inOrder } from '../assessment/conditions';
import { type WordedCondition, wordedConditions } from '../policy/deciding';
import { approves } from './sequel-parse';
import type { Walk } from '../policy/walk';
import type { Chain } from './chain';
import { walkOf } from './sequel-rules';

/** A condition as the latest decision words it, and what is known of it. */
export interface ConditionNow extends WordedCondition {
  readonly state: 'open' | 'met' | 'waived';
  /** On which day it was met, where a follow-up says so. */
  readonly on?: string;
  /** Why it was waived, or what shows that it was met. */
  readonly because?: string | undefined;
}

/**
 * The conditions of a chain as they stand after its last document: as the record raises them, or as the last decision that
 * worded them has them; met or waived where a decision or a follow-up says so.
 */
export const conditionsNow = (chain: Chain, walk: Walk = walkOf(chain.record)): readonly ConditionNow[] => {
  const { record, sequels } = chain;
  let now: readonly ConditionNow[] = wordedConditions(
    walk,
    inOrder(record.policy, record.payload.result.conditions),
    record.payload.language,
  ).map((one) => ({ ...one, state: 'open' }));
  const mark = (id: string, marked: Pick<ConditionNow, 'state' | 'on' | 'because'>): void => {
    now = now.map((one) => (one.id === id ? { ...one, ...marked } : one));
  };
  for (const { payload } of sequels) {
    if (payload.kind === 'decision') {
      const before = new Map(now.map((one) => [one.id, one]));
      if (payload.conditions.length > 0)
        now = payload.conditions.map((one): ConditionNow => ({ state: 'open', ...before.get(one.id), ...one }));
      if (approves(payload.decision))
        for (const { id, state, reason } of payload.due) mark(id, { state, because: reason });
    }
    if (payload.kind === 'conditions-met')
      for (const { id, evidence, date } of payload.met) mark(id, { state: 'met', on: date, because: evidence });
  }
  return now;
};
