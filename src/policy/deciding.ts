import { writtenDate } from '../base/calendar';
import { canonicalText } from '../base/text';
import { type Raised, raisedConditions } from './evaluate';
import { inLanguage, present, roleName, words } from './present';
import type { Scope } from './scope';
import type { Language } from './text';

const name = (text: string): string => canonicalText(text, false).slice(0, 200).trim();

/** Who decides by the policy: a role's name, or the name that a setting gives; nobody where nothing is to be decided. */
export const requiredDecider = (scope: Scope, language: Language): string | undefined => {
  const [decider = ''] = present(scope, scope.model.policy.approval.approver, language);
  const text = name(roleName(scope, decider, language));
  return text === '' ? undefined : text;
};

/**
 * Who may decide, from the lowest level to the highest, each once. Whoever is required is among them: where the policy
 * does not list them, above all others.
 */
export const deciders = (scope: Scope, language: Language): readonly string[] => {
  const listed = (scope.model.policy.approval.deciders ?? []).map((one) => name(words(scope, one, language)));
  const required = requiredDecider(scope, language);
  return [...new Set([...listed, ...(required === undefined ? [] : [required])])].filter((text) => text !== '');
};

/** The conditions that must be met or waived when it is decided, in the policy's order. */
export const dueBeforeDecision = (scope: Scope): readonly Raised[] => {
  const points = scope.model.policy.approval.beforeDecision;
  return points === undefined ? [] : raisedConditions(scope, points);
};

/** A condition as it is read: what is to be done, by whom and when. */
export interface WordedCondition {
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
}

/** Conditions as the policy words them, in the one form that a record can hold. */
export const wordedConditions = (
  scope: Scope,
  raised: readonly (Omit<Raised, 'date'> & { readonly date?: string | undefined })[],
  language: Language,
): readonly WordedCondition[] => {
  const { model } = scope;
  const plain = (text: string): string => canonicalText(text, false);
  return raised.map(({ id, owner, point, date }) => {
    const rule = model.conditions.get(id);
    const due = model.policy.duePoints.find((candidate) => candidate.id === point);
    const label = plain(due ? inLanguage(due.label, language) : point);
    return {
      id,
      text: rule ? plain(words(scope, rule.text, language)) : id,
      owner: name(roleName(scope, owner, language)),
      due: date === undefined ? label : `${label} (${writtenDate(date)})`,
    };
  });
};
