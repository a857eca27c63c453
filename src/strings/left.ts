import type { Remaining } from '../policy/remaining';

/** How many pages are left, in words: exactly, or within which bounds. */
export const pagesLeft = ({ least, most, different }: Remaining): string => {
  if (least === most) return String(most);
  return least * 2 < different ? `up to ${different}` : `${least} to ${Math.max(different, least + 1)}`;
};

/** What that number rests on. */
export const leftDepends = ({ least, most }: Remaining): string =>
  least === most ? '.' : ', depending on your answers.';

/** How many pages come after the open one. */
export const after = (left: Remaining): string =>
  left.most === 0
    ? 'This is the last page of questions.'
    : `After this page: ${pagesLeft(left)} more${leftDepends(left)}`;
