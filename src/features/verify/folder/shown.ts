import type { Linked } from './links';
import type { Standing } from './row';

export type Filter = 'all' | 'marked' | Standing;
export type Sort = 'file' | 'verdict' | 'group' | 'signedAt';

export interface Wanted {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly search: string;
}

const order: readonly Standing[] = ['refused', 'unknown', 'accepted'];

const keys: Readonly<Record<Sort, (one: Linked) => string>> = {
  file: ({ row }) => row.name,
  verdict: ({ row }) => String(order.indexOf(row.standing)),
  group: ({ group, row }) => `${row.document?.record?.title ?? ''} ${group} ${row.document?.signedAt ?? ''}`,
  signedAt: ({ row }) => row.document?.signedAt ?? '',
};

const passes = ({ row, marks }: Linked, filter: Filter): boolean =>
  filter === 'all' || (filter === 'marked' ? marks.length > 0 : row.standing === filter);

const says = ({ row }: Linked, words: string): boolean =>
  [row.name, row.document?.record?.title, row.document?.reference, row.document?.signer].some((text) =>
    text?.toLowerCase().includes(words),
  );

/** The files that are wanted, in the order wanted; those that the order does not tell apart stay as they were. */
export const shownOf = (all: readonly Linked[], { filter, sort, search }: Wanted): readonly Linked[] => {
  const words = search.trim().toLowerCase();
  const key = keys[sort];
  return all
    .filter((one) => passes(one, filter) && (words === '' || says(one, words)))
    .map((one) => ({ one, at: key(one) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ one }) => one);
};
