import type { Key } from '../../../policy/answer';
import { inLanguage } from '../../../policy/present';
import type { Language } from '../../../policy/text';
import type { AskedField, Walk } from '../../../policy/walk';
import { walkStrings } from '../../../strings/walk';
import type { Raw } from './raw';

/** What the fields of one page share. */
export interface Fields {
  readonly walk: Walk;
  readonly language: Language;
  readonly raw: (asked: AskedField) => Raw;
  readonly change: (asked: AskedField, raw: Raw) => void;
  /** Whether the field holds an earlier answer that is still to be confirmed. */
  readonly isCarried: (asked: AskedField) => boolean;
  /** Whether the field holds an answer of an earlier record that is still to be confirmed. */
  readonly isOffered: (asked: AskedField) => boolean;
  /** The person has left the field. */
  readonly leave: (asked: AskedField) => void;
  readonly error: (key: Key) => string | undefined;
}

/** The id of a field's control: its key, with nothing that an address or a selector would trip over. */
export const controlId = (key: Key): string => key.replace('/', '--');

/** The levels of a scale, from lowest to highest: the number of each, its word and what that means. None of other fields. */
export const stepsOf = ({ walk, language }: Fields, { field }: Pick<AskedField, 'field'>) =>
  field.kind === 'scale'
    ? (walk.model.lists.get(field.levels)?.items ?? []).map(({ score, label, hint }) => ({
        value: String(score),
        label: inLanguage(label, language),
        hint: hint && inLanguage(hint, language),
      }))
    : [];

/** That a field holds an earlier answer, for its hint. What a policy proposes of its own is no answer. */
export const takenOver = (fields: Fields, asked: AskedField): string | undefined => {
  if (fields.isOffered(asked)) return walkStrings.offered;
  return typeof asked.field.carry === 'object' && fields.isCarried(asked) ? walkStrings.carried : undefined;
};
