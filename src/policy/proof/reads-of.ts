import type { Policy } from '../schema';
import { placesIn } from '../place';

/** What the values of a policy read, in the end. */
export interface Reads {
  /** Whether a value comes to the same from now on: all that it reads stands on pages that have been asked. */
  readonly isSettled: (value: string, pages: ReadonlySet<string>) => boolean;
}

/** Reads that change until the very end. */
const never = '';

const pagesRead = (
  node: unknown,
  pageOf: ReadonlyMap<string, string>,
  values: (id: string) => ReadonlySet<string>,
): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, inner] of Object.entries(part)) {
      if (['field', 'score', 'contact', 'group', 'chosen'].includes(key) && typeof inner === 'string')
        found.add(pageOf.get(inner) ?? never);
      else if (key === 'value' && typeof inner === 'string') for (const page of values(inner)) found.add(page);
      else if (key === 'raised' || ((key === 'unsure' || key === 'outcome') && inner === true)) found.add(never);
      else visit(inner);
    }
  };
  visit(node);
  return found;
};

export const readsIn = (policy: Policy): Reads => {
  const pageOf = new Map(placesIn(policy).map(({ field, page }) => [field.id, page.id]));
  const byId = new Map(policy.values.map((value) => [value.id, value]));
  const known = new Map<string, ReadonlySet<string>>();
  const of = (id: string): ReadonlySet<string> => {
    const found = known.get(id);
    if (found) return found;
    known.set(id, new Set()); // values never read in a circle; if they did, this ends it
    const pages = pagesRead(byId.get(id), pageOf, of);
    known.set(id, pages);
    return pages;
  };
  return { isSettled: (value, pages) => [...of(value)].every((page) => pages.has(page)) };
};
