import type { Key } from '../policy/answer';
import { ownNameOf, rowNameOf, stepRowName } from '../policy/names';
import { words } from '../policy/present';
import { rowIds } from '../policy/scope';
import type { Language } from '../policy/text';
import { addressOf, type AskedField, askedFields, type Step, type Walk } from '../policy/walk';

/** A field on the path, and the page that asks it. */
export interface OnPath {
  readonly asked: AskedField;
  readonly step: Step;
  readonly address: string;
}

/** Every field that the path asks, in order, a group before the fields of its rows. */
export const askedOnPath = (walk: Walk): ReadonlyMap<Key, OnPath> => {
  const found = new Map<Key, OnPath>();
  const add = (fields: readonly AskedField[], step: Step): void => {
    for (const asked of fields) {
      found.set(asked.key, { asked, step, address: addressOf(step) });
      for (const row of asked.rows) add(row.fields, step);
    }
  };
  for (const step of walk.path) add(askedFields(walk, step), step);
  return found;
};

/** A question as it was asked, after the name of the row that it was asked for: the officer's own, where there is one. */
export const questionOf = (walk: Walk, { asked, step }: OnPath, language: Language): string => {
  const row =
    ownNameOf(walk, asked, language) ??
    rowNameOf(walk.model, asked, (group) => rowIds(walk, { group: group.id }), language) ??
    stepRowName(walk.model, step, language);
  const label = words(walk, asked.field.label, language, asked.row);
  return row === undefined ? label : `${row}: ${label}`;
};
