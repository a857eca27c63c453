import type { Model } from '../model';
import { readsThrough } from '../reads';

/** Whether a value comes to the same from now on: all that it reads in the end stands on pages that have been asked. */
export const settledIn = ({
  policy,
  places,
  values,
}: Model): ((value: string, pages: ReadonlySet<string>) => boolean) => {
  const reads = readsThrough(policy);
  const known = new Map<string, readonly (string | undefined)[]>();
  /** The pages that a value reads; undefined for what changes until the very end. */
  const pagesOf = (id: string): readonly (string | undefined)[] => {
    const before = known.get(id);
    if (before) return before;
    const read = [...reads(values.get(id))].map((one) => one.split(' '));
    // what values and points read in turn is among what is read
    const pages = read.flatMap(([sort, of = '']) =>
      sort === 'value' || sort === 'point' ? [] : [sort === 'field' ? places.get(of)?.page.id : undefined],
    );
    const found = [...new Set(pages)];
    known.set(id, found);
    return found;
  };
  return (value, pages) => pagesOf(value).every((page) => page !== undefined && pages.has(page));
};
