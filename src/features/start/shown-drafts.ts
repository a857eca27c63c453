import { draftsStrings } from '../../strings/drafts';
import { type IsoTime, writtenDate } from '../../base/calendar';
import type { DraftLine } from '../../storage/draft-list';

/** The ways in which a list of drafts can be put in order. */
export const orders = ['changed', 'name', 'started'] as const;
export type Order = (typeof orders)[number];

export const isNamed = ({ name, title }: Pick<DraftLine, 'name' | 'title'>): boolean =>
  name !== undefined || title !== '';

/** What a draft is called: by the officer, or else by its answers. */
export const nameOf = ({ name, title }: Pick<DraftLine, 'name' | 'title'>): string =>
  name ?? (title === '' ? draftsStrings.untitled : title);

/** A time as lists say it: `22 November 2026, 10:15`, by this device's clock as it was. */
export const when = (time: IsoTime): string => `${writtenDate(time.slice(0, 10))}, ${time.slice(11, 16)}`;

/** Where drafts stand: at hand, put away, or in the bin. */
export const placeOf = (row: DraftLine): 'here' | 'archive' | 'bin' =>
  row.deletedAt !== undefined ? 'bin' : row.archivedAt !== undefined ? 'archive' : 'here';

/** Words without capitals and accents, so that "Sian" finds "Siân". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const comparisons: Readonly<Record<Order, (a: DraftLine, b: DraftLine) => number>> = {
  changed: (a, b) => compare(b.updatedAt, a.updatedAt),
  name: (a, b) => compare(plain(nameOf(a)), plain(nameOf(b))) || compare(b.updatedAt, a.updatedAt),
  started: (a, b) => compare(b.createdAt, a.createdAt),
};

/** The drafts in whose name, subject or outcome every word of the search stands, in order. */
export const shownDrafts = (rows: readonly DraftLine[], search: string, order: Order): readonly DraftLine[] => {
  const wanted = plain(search).split(/\s+/);
  return rows
    .filter((row) => {
      const text = plain(`${nameOf(row)} ${row.title} ${row.outcome ?? ''}`);
      return wanted.every((word) => text.includes(word));
    })
    .sort(comparisons[order]);
};

/** The draft to carry on with: the latest at hand that is not signed. */
export const latestOpen = (rows: readonly DraftLine[]): DraftLine | undefined =>
  shownDrafts(
    rows.filter((row) => placeOf(row) === 'here' && row.signedAt === undefined),
    '',
    'changed',
  )[0];

/** How long a draft's own name may be. */
export const longestDraftName = 100;
