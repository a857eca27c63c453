import { type Failure, failure } from '../base/result';
import { pathText } from '../base/shape';
import { isCanonicalText } from '../base/text';

export type TextCode = 'verify.text';

/** Where people write on several lines: an answer or a note, a reason, a comment, what shows that a condition is met. */
const multiline: ReadonlySet<string | number | undefined> = new Set(['value', 'reason', 'comment', 'evidence']);

const faultsIn = (value: unknown, path: readonly (string | number)[]): readonly Failure<TextCode>[] => {
  if (typeof value === 'string')
    return isCanonicalText(value, multiline.has(path.at(-1))) ? [] : [failure('verify.text', pathText(path))];
  if (Array.isArray(value)) return value.flatMap((inner, index) => faultsIn(inner, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => faultsIn(inner, [...path, key]));
};

/**
 * Rule 7: every text of the payload is in the one form that prints as it stands, names of files and worked-out values
 * included. Two texts that look the same are then the same.
 */
export const textFailures = (payload: object): readonly Failure<TextCode>[] => faultsIn(payload, []);
