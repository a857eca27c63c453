import type { Key } from '../policy/answer';
import { holds, type Raised, raisedConditions } from '../policy/evaluate';
import { isUnsure } from '../policy/scope';
import type { Walk } from '../policy/walk';
import { askedOnPath, type OnPath } from './asked';
import { namedBy } from './conditions';

/** What one role is asked for. */
export interface AskGroup {
  /** The role that is written to; none where the policy names nobody. */
  readonly role: string | undefined;
  /** Whether that is whoever fills the assessment in. */
  readonly isYou: boolean;
  /** Questions that were answered "I'm not sure". */
  readonly questions: readonly OnPath[];
  readonly conditions: readonly Raised[];
}

export interface AskList {
  /** Those with questions first, each in the policy's order of roles. */
  readonly groups: readonly AskGroup[];
  readonly questions: number;
  readonly conditions: number;
  /** The condition under which questions are to be found out that have none of their own, and those questions. */
  readonly findOut: (Raised & { readonly keys: ReadonlySet<Key> }) | undefined;
}

/**
 * Everything that somebody may have to say or do, by whoever is written to: answers "I'm not sure", and open conditions once
 * there is an outcome for them to go with. A condition that only names those answers is not listed beside them.
 */
export const askList = (walk: Walk): AskList => {
  const { model } = walk;
  const raised = walk.outcome === undefined ? [] : raisedConditions(walk);
  const names = (one: Raised): boolean => model.conditions.get(one.id)?.names === 'unsure';
  const conditions = raised.filter((one) => !names(one));
  const findOut = raised.find(names);
  const fallback = model.policy.conditions.find((rule) => rule.names === 'unsure')?.owner;
  const questions = [...askedOnPath(walk)].flatMap(([key, place]) => {
    const answer = walk.counted.get(key);
    return answer !== undefined && isUnsure(model, place.asked.field.id, answer) ? [place] : [];
  });
  const { roles } = model.policy;
  const writtenTo = (id: string | undefined): string | undefined => roles.find((one) => one.id === id)?.under ?? id;
  const groups = [...roles, undefined].map((role): AskGroup => ({
    role: role?.id,
    isYou: role?.you !== undefined && holds(walk, role.you),
    questions: questions.filter(({ asked }) => writtenTo(asked.field.ask ?? fallback) === role?.id),
    conditions: conditions.filter(({ owner }) => writtenTo(owner) === role?.id),
  }));
  return {
    groups: [
      ...groups.filter((group) => group.questions.length > 0),
      ...groups.filter((group) => group.questions.length === 0 && group.conditions.length > 0),
    ],
    questions: questions.length,
    conditions: conditions.length,
    findOut: findOut && { ...findOut, keys: new Set(namedBy(walk, findOut.id)) },
  };
};
