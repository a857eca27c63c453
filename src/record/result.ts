import { canonicalText } from '../base/text';
import { type Answer, keyOf } from '../policy/answer';
import type { Rows } from '../policy/expression';
import { contradictionsIn, holds, raisedConditions, read, type Raised } from '../policy/evaluate';
import { type Reading, rowIds, unsureKeys } from '../policy/scope';
import { subjectOf, words } from '../policy/present';
import type { Language } from '../policy/text';
import { addressOf, type Walk } from '../policy/walk';

/** What the policy makes of the answers, as the record states it and replay must find it again. */
export interface RecordResult {
  /** The addresses of the pages asked, in order. */
  readonly path: readonly string[];
  readonly outcome: string;
  readonly answers: readonly { readonly id: string; readonly value: Answer }[];
  readonly values: readonly { readonly id: string; readonly value: Answer }[];
  readonly conditions: readonly Raised[];
  readonly unsure: readonly string[];
  readonly contradictions: readonly string[];
  readonly register: readonly { readonly id: string; readonly value: Answer }[];
}

const pairs = (
  entries: readonly (readonly [string, Reading])[],
): readonly { readonly id: string; readonly value: Answer }[] =>
  entries.flatMap(([id, value]) => (value === undefined ? [] : [{ id, value }]));

const rowsOf = (walked: Walk, each: Rows | undefined): readonly (string | undefined)[] =>
  each ? rowIds(walked, each) : [undefined];

/** The result of a walk that has reached an outcome; undefined before that. */
export const resultOf = (walked: Walk): RecordResult | undefined => {
  const { outcome, model } = walked;
  if (outcome === undefined) return undefined;
  const { policy } = model;
  return {
    path: walked.path.map(addressOf),
    outcome,
    answers: pairs([...walked.counted.entries()]),
    values: pairs(
      policy.values.flatMap((value) =>
        rowsOf(walked, value.each).map(
          (row) => [keyOf(value.id, row), read(walked, { value: value.id, row }, row)] as const,
        ),
      ),
    ),
    conditions: raisedConditions(walked),
    unsure: unsureKeys(walked),
    contradictions: contradictionsIn(walked),
    register: pairs(
      policy.register.fields.map((field) => [
        field.id,
        field.from.map((operand) => read(walked, operand)).find((reading) => reading !== undefined),
      ]),
    ),
  };
};

/** What a record is called: the name of what is assessed, or else the title of the outcome. */
export const titleOf = (walked: Walk, language: Language): string => {
  const outcome = walked.outcome === undefined ? undefined : walked.model.outcomes.get(walked.outcome);
  const title = subjectOf(walked) ?? (outcome ? words(walked, outcome.title, language) : walked.model.policy.id);
  return canonicalText(title, false).slice(0, 200).trim();
};

/** The register fields that this outcome requires and the answers do not fill. */
export const missingRegisterFields = (walked: Walk, result: RecordResult): readonly string[] =>
  walked.model.policy.register.fields
    .filter(
      (field) =>
        field.from.length > 0 &&
        field.requiredFor.includes(result.outcome) &&
        (field.when === undefined || holds(walked, field.when)) &&
        !result.register.some((filled) => filled.id === field.id),
    )
    .map((field) => field.id);
