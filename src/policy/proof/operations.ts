import { isIsoMonth } from '../../base/calendar';
import type { Order } from './comparison';
import { areEqual } from './comparisons';
import type { Diagram, Operation } from './diagram';
import { givenAsMonth } from './moment';
import type { Space } from './space';
import { type Amount, dayOf, isQuantity, numberOf, type Term } from './term';

/** Comparisons as operations on diagrams, leaf by leaf. With nothing on either side, every one is false. */
export const operationsOf = (
  space: Space,
): { readonly equality: Operation; readonly orders: Readonly<Record<Order, Operation>> } => {
  const { diagrams, comparisons } = space;
  const isMonth = (term: Term): Diagram => {
    if (!isQuantity(term)) return space.leaf(typeof term === 'string' && isIsoMonth(term));
    const { shape } = term;
    return shape.kind === 'unknown' && shape.unknown.orMonth === true
      ? space.maybe(givenAsMonth(shape.unknown.key), [space.no, space.yes])
      : space.no;
  };
  const leafByLeaf = (of: (left: Term, right: Term) => Diagram): Operation =>
    diagrams.operation((left, right) =>
      diagrams.isLeaf(left) && diagrams.isLeaf(right) ? of(diagrams.termOf(left), diagrams.termOf(right)) : undefined,
    );
  const order = (
    kind: (term: Term) => Amount | undefined,
    holds: (left: Amount, right: Amount) => Diagram,
  ): Operation =>
    leafByLeaf((left, right) => {
      const [a, b] = [kind(left), kind(right)];
      return a === undefined || b === undefined ? space.no : holds(a, b);
    });
  return {
    equality: leafByLeaf((left, right) => areEqual(comparisons, diagrams, isMonth, left, right)),
    orders: {
      atLeast: order(numberOf, (a, b) => comparisons.atLeast(a, b)),
      atMost: order(numberOf, (a, b) => comparisons.atLeast(b, a)),
      before: order(dayOf, (a, b) => space.not(comparisons.atLeast(a, b))),
      after: order(dayOf, (a, b) => space.not(comparisons.atLeast(b, a))),
    },
  };
};
