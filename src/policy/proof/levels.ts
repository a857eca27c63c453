import { keyOf } from '../answer';
import type { Model } from '../model';
import type { Page } from '../schema';
import { anyRow } from './moment';

/**
 * The order in which the diagrams ask. Fields come in the order of the path, but all that is repeated over one list
 * stands together, row by row: what is said of a risk early and late is then close, and the diagrams stay small.
 */
export const levelsOf = (
  model: Model,
  pages: readonly Page[],
): ((field: string, row: string | undefined) => number) => {
  const levels = new Map<string, number>();
  let next = 0;
  const place = (key: string): void => {
    if (levels.has(key)) return;
    levels.set(key, next);
    next += 1;
  };
  const places = pages.flatMap((page) => [...model.places.values()].filter((one) => one.page === page));
  const lists = new Set<string>();
  for (const { field, rows } of places) {
    if (rows === undefined) place(field.id);
    else if (!('list' in rows)) {
      const source = 'chosen' in rows ? model.places.get(rows.chosen)?.field : undefined;
      const ids =
        source && 'options' in source ? source.options.flatMap((option) => ('from' in option ? [] : [option.id])) : [];
      for (const id of [...ids, anyRow]) place(keyOf(field.id, id));
    } else if (!lists.has(rows.list)) {
      lists.add(rows.list);
      for (const { id } of model.lists.get(rows.list)?.items ?? [])
        for (const other of places)
          if (other.rows && 'list' in other.rows && other.rows.list === rows.list) place(keyOf(other.field.id, id));
    }
  }
  return (field, row) => {
    place(keyOf(field, row));
    return levels.get(keyOf(field, row)) ?? next;
  };
};
