import type { Group } from './field';
import { type Model, optionsOf } from './model';
import { keyOf } from './answer';
import { inLanguage, itemLabel, words } from './present';
import type { Scope } from './scope';
import type { Language } from './text';
import { type AskedField, instances, type Step } from './walk';

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** What a row of a group is called, whichever it is: `Partner`. */
export const groupNoun = (group: Group, language: Language): string => capital(inLanguage(group.one, language));

/** What one of an officer's own rows is called: `Partner 2`. */
export const ownRowName = (group: Group, number: number, language: Language): string =>
  `${groupNoun(group, language)} ${number}`;

/** What a row of a group is called: its item's label, its option's, or its number among an officer's own. */
export const rowName = (model: Model, group: Group, id: string, index: number, language: Language): string => {
  const { over } = group;
  if (over && 'list' in over) return itemLabel(model, over.list, id, language);
  if (over && 'chosen' in over) {
    const field = model.places.get(over.chosen)?.field;
    const option = field && optionsOf(model, field).find((one) => one.id === id);
    if (option) return inLanguage(option.label, language);
  }
  return ownRowName(group, index + 1, language);
};

/** What an item of a list is called, where a group asks about each: `Risk`; undefined where none does. */
export const itemNoun = (model: Model, list: string, language: Language): string | undefined => {
  const over = [...model.places.values()].find(
    ({ field }) => field.kind === 'group' && field.over && 'list' in field.over && field.over.list === list,
  )?.field;
  return over?.kind === 'group' ? groupNoun(over, language) : undefined;
};

const groupOf = (model: Model, asked: AskedField): Group | undefined => model.places.get(asked.field.id)?.group;

/** Whether a field stands in a row that the officer added, and may take away again. */
export const isOwnRow = (model: Model, asked: AskedField): boolean => {
  const group = groupOf(model, asked);
  return group !== undefined && group.over === undefined;
};

/** The name of the row that a field stands in, given the ids of an officer's own rows; undefined for a field in none. */
export const rowNameOf = (
  model: Model,
  asked: AskedField,
  ownRows: (group: Group) => readonly string[],
  language: Language,
): string | undefined => {
  const group = groupOf(model, asked);
  if (!group || asked.row === undefined) return undefined;
  const rows = group.over === undefined ? ownRows(group) : [];
  return rowName(model, group, asked.row, rows.indexOf(asked.row), language);
};

/** The field by which officers call a row of their own: the first text in it. */
const namingField = (model: Model, asked: AskedField) =>
  isOwnRow(model, asked) ? groupOf(model, asked)?.fields.find(({ kind }) => kind === 'text') : undefined;

/** Whether a field is the one by which an officer calls a row of their own. */
export const namesOwnRow = (model: Model, asked: AskedField): boolean =>
  namingField(model, asked)?.id === asked.field.id;

/**
 * What an officer called the row of their own that a field stands in: by the text that names it, or else by what was
 * chosen first in it. Undefined for these fields themselves.
 */
export const ownNameOf = ({ model, counted }: Scope, asked: AskedField, language: Language): string | undefined => {
  const text = namingField(model, asked);
  const first = isOwnRow(model, asked) ? groupOf(model, asked)?.fields[0] : undefined;
  if (asked.row === undefined || [text?.id, first?.id].includes(asked.field.id)) return undefined;
  const written = text && counted.get(keyOf(text.id, asked.row));
  if (typeof written === 'string' && written !== '') return written;
  const chosen = first && counted.get(keyOf(first.id, asked.row));
  const option = first?.kind === 'choice' ? optionsOf(model, first).find(({ id }) => id === chosen) : undefined;
  return option && inLanguage(option.label, language);
};

/** What the row of a repeated page is called; undefined for a page that is asked once. */
export const stepRowName = (model: Model, { page, row }: Step, language: Language): string | undefined =>
  row !== undefined && page.each && 'list' in page.each.over
    ? itemLabel(model, page.each.over.list, row, language)
    : undefined;

/** Which of the pages a repeated page is: the second of three cards; undefined for a page that is asked once. */
export const partOf = (
  scope: Scope,
  { page, row }: Step,
  language: Language,
): { readonly one: string; readonly at: number; readonly of: number } | undefined => {
  if (!page.each) return undefined;
  const rows = instances(scope, page).map((step) => step.row);
  const one = page.each.one ? capital(inLanguage(page.each.one, language)) : '';
  return { one, at: rows.indexOf(row) + 1, of: rows.length };
};

/** A page's title, with the row that it is asked for before it. */
export const stepTitle = (scope: Scope, step: Step, language: Language): string => {
  const row = stepRowName(scope.model, step, language);
  const title = words(scope, step.page.title, language, step.row);
  return row === undefined ? title : `${row}: ${title}`;
};
