import { isIsoDate, isIsoMonth } from '../base/calendar';
import { largestAmount } from '../base/money';
import { isCanonicalText } from '../base/text';
import type { Group, SimpleField } from './field';
import { type Model, optionsOf } from './model';

/** A file given as evidence: its bytes lie elsewhere, under the hash. */
export interface FileAnswer {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

/**
 * An answer as the log keeps it: a text, a date (`2026-11-22` or `2026-11`) or an option's id; pence, a whole number or
 * a level; ids of ticked options in the order of the options, or of an officer's rows; files.
 */
export type Answer = string | number | readonly string[] | readonly FileAnswer[];

/** The address of an answer: a field's id, followed by `/` and a row's id where the field is repeated. */
export type Key = string;
export const keyOf = (field: string, row?: string): Key => (row === undefined ? field : `${field}/${row}`);
export const partsOfKey = (key: Key): { readonly field: string; readonly row?: string } => {
  const slash = key.indexOf('/');
  return slash < 0 ? { field: key } : { field: key.slice(0, slash), row: key.slice(slash + 1) };
};

/** The form of a row's id: an item's, an option's, or one that the app makes for an officer's row. */
const rowIdPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

const isWhole = (answer: unknown, min: number, max: number): answer is number =>
  Number.isSafeInteger(answer) && (answer as number) >= min && (answer as number) <= max;

const isIdList = (answer: unknown): answer is readonly string[] =>
  Array.isArray(answer) &&
  answer.every((id) => typeof id === 'string' && rowIdPattern.test(id)) &&
  new Set(answer).size === answer.length;

const mediaType = /^[a-z]{1,20}\/[a-z0-9.+-]{1,80}$/;

const isFile = (file: unknown): file is FileAnswer => {
  if (typeof file !== 'object' || file === null) return false;
  const { name, type, size, sha256, ...rest } = file as Record<string, unknown>;
  return (
    Object.keys(rest).length === 0 &&
    typeof name === 'string' &&
    name.length > 0 &&
    name.length <= 255 &&
    isCanonicalText(name, false) &&
    typeof type === 'string' &&
    mediaType.test(type) &&
    isWhole(size, 1, Number.MAX_SAFE_INTEGER) &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256)
  );
};

/**
 * Whether an unknown value is an answer to the field: of its kind, in its range, of options that it has. Whether an
 * option is offered now is the walk's to say. An empty text or list is no answer: a field is cleared by withdrawing it.
 */
export const isAnswer = (model: Model, field: SimpleField | Group, answer: unknown): answer is Answer => {
  switch (field.kind) {
    case 'choice':
      return typeof answer === 'string' && optionsOf(model, field).some((option) => option.id === answer);
    case 'choices': {
      if (!isIdList(answer) || answer.length === 0) return false;
      const options = optionsOf(model, field);
      const inOrder = options.filter((option) => answer.includes(option.id));
      return (
        inOrder.length === answer.length &&
        inOrder.every((option, index) => option.id === answer[index]) &&
        (answer.length === 1 || !inOrder.some((option) => option.exclusive))
      );
    }
    case 'text':
      return (
        typeof answer === 'string' &&
        answer.length > 0 &&
        answer.length <= field.max &&
        isCanonicalText(answer, field.lines === true)
      );
    case 'money':
      return isWhole(answer, field.min ?? 0, field.max ?? largestAmount);
    case 'whole':
      return isWhole(answer, field.min, field.max);
    case 'date':
      return typeof answer === 'string' && (isIsoDate(answer) || (field.precision === 'month' && isIsoMonth(answer)));
    case 'scale': {
      const levels = model.lists.get(field.levels)?.items ?? [];
      return isWhole(answer, 1, Number.MAX_SAFE_INTEGER) && levels.some((level) => level.score === answer);
    }
    case 'file':
      return Array.isArray(answer) && answer.length > 0 && answer.length <= field.most && answer.every(isFile);
    case 'group':
      return field.over === undefined && isIdList(answer) && answer.length > 0 && answer.length <= (field.max ?? 50);
  }
};

/** A text, number, date or option as it lies in the data; nothing for a list. */
export const plainText = (answer: Answer | undefined): string =>
  typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
