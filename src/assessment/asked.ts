import type { Key } from '../policy/answer';
import { addressOf, type AskedField, askedFields, type Walk } from '../policy/walk';

/** A field on the path, and the address of the page that asks it. */
export interface OnPath {
  readonly asked: AskedField;
  readonly address: string;
}

/** Every field that the path asks, in order, a group before the fields of its rows. */
export const askedOnPath = (walk: Walk): ReadonlyMap<Key, OnPath> => {
  const found = new Map<Key, OnPath>();
  const add = (fields: readonly AskedField[], address: string): void => {
    for (const asked of fields) {
      found.set(asked.key, { asked, address });
      for (const row of asked.rows) add(row.fields, address);
    }
  };
  for (const step of walk.path) add(askedFields(walk, step), addressOf(step));
  return found;
};
