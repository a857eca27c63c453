import { dayNumber } from '../../base/calendar';
import type { Policy } from '../schema';
import type { Diagram } from './diagram';
import type { Space } from './space';
import { dayOf } from './term';

/** Where one date is no earlier than another, or one of them is not known. */
const inOrder = (space: Space, later: Diagram, earlier: Diagram): Diagram => {
  const { diagrams } = space;
  const operation = diagrams.operation((a, b) => {
    if (!diagrams.isLeaf(a) || !diagrams.isLeaf(b)) return undefined;
    const [to, from] = [dayOf(diagrams.termOf(a)), dayOf(diagrams.termOf(b))];
    return to === undefined || from === undefined ? space.yes : space.comparisons.atLeast(to, from);
  });
  return diagrams.combine(operation, later, earlier);
};

/** The first day of the month that a bound lies in: a month fits when it shares a day with the bounds. */
const monthOf = (space: Space, bound: Diagram): Diagram =>
  space.diagrams.map(bound, (term) => {
    const from = dayOf(term);
    return space.leaf(from === undefined ? undefined : space.shape('date', { kind: 'month', from }));
  });

export const operandDates = {
  /** The days on which an assessment can begin: those on which the policy is valid. */
  today: ({ about }: Policy): { readonly low: number; readonly high: number } => ({
    low: dayNumber(about.validFrom),
    high: dayNumber(about.validTo ?? '2149-12-31'),
  }),

  /** Where a date lies between bounds, and where the bounds leave no day between them. */
  between: (space: Space, date: Diagram, from: Diagram, to: Diagram, precision: 'day' | 'month') => {
    const month = precision === 'month' ? monthOf(space, from) : from;
    const isLate = inOrder(space, date, from);
    // of the month that the first day lies in, earlier days do not fit, and the month as a whole does
    const asMonth =
      month === from ? space.no : space.and(inOrder(space, date, month), inOrder(space, monthOf(space, date), date));
    return {
      fits: space.and(space.or(isLate, asMonth), inOrder(space, to, date)),
      empty: space.not(inOrder(space, to, month)),
    };
  },
};
