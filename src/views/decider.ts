import { reasonsFor } from '../assessment/why';
import { present, roleName } from '../policy/present';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';

export interface Decider {
  readonly who: string;
  /** The sentences of the rules that made it them. */
  readonly reasons: readonly string[];
}

/** Who decides, and why they; undefined where nobody has to. */
export const deciderOf = (walk: Walk, language: Language): Decider | undefined => {
  const { approver } = walk.model.policy.approval;
  const [name] = present(walk, approver, language);
  return name === undefined
    ? undefined
    : { who: roleName(walk, name, language), reasons: reasonsFor(walk, approver, language) };
};
