import { optionsOf } from '../policy/model';
import type { Group } from '../policy/field';
import { inLanguage, itemLabel } from '../policy/present';
import type { Language } from '../policy/text';
import type { AskedField, Walk } from '../policy/walk';

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** What one of an officer's own rows is called: `Partner 2`. */
export const ownRowName = (group: Group, number: number, language: Language): string =>
  `${capital(inLanguage(group.one, language))} ${number}`;

/** What a row of a group is called: its item's label, its option's, or its number among an officer's own. */
export const rowName = (walk: Walk, group: Group, id: string, index: number, language: Language): string => {
  const { over } = group;
  if (over && 'list' in over) return itemLabel(walk.model, over.list, id, language);
  if (over && 'chosen' in over) {
    const field = walk.model.places.get(over.chosen)?.field;
    const option = field && optionsOf(walk.model, field).find((one) => one.id === id);
    if (option) return inLanguage(option.label, language);
  }
  return ownRowName(group, index + 1, language);
};

const groupOf = (walk: Walk, asked: AskedField): Group | undefined => walk.model.places.get(asked.field.id)?.group;

/** Whether a field stands in a row that the officer added, and may take away again. */
export const isOwnRow = (walk: Walk, asked: AskedField): boolean => {
  const group = groupOf(walk, asked);
  return group !== undefined && group.over === undefined;
};

/** The name of the row that a field stands in, given the ids of an officer's own rows; undefined for a field in none. */
export const rowNameOf = (
  walk: Walk,
  asked: AskedField,
  ownRows: (group: Group) => readonly string[],
  language: Language,
): string | undefined => {
  const group = groupOf(walk, asked);
  if (!group || asked.row === undefined) return undefined;
  const rows = group.over === undefined ? ownRows(group) : [];
  return rowName(walk, group, asked.row, rows.indexOf(asked.row), language);
};
