import type { Diagram } from './diagram';
import type { Space } from './space';
import { type Amount, amountOf, dateText, dayOf, firstDayNumber, lastDayNumber, numberOf, type Term } from './term';

interface Part {
  readonly there: Diagram;
  readonly is: Diagram;
}

/** What two diagrams come to together, leaf by leaf. */
const meet = (space: Space, left: Diagram, right: Diagram, of: (a: Term, b: Term) => Diagram): Diagram => {
  const { diagrams } = space;
  const operation = diagrams.operation((a, b) =>
    diagrams.isLeaf(a) && diagrams.isLeaf(b) ? of(diagrams.termOf(a), diagrams.termOf(b)) : undefined,
  );
  return diagrams.combine(operation, left, right);
};

/** An amount, or nothing where it leaves the range in which there are answers. */
const inside = (space: Space, amount: Amount, low: number, high: number): Diagram => {
  const within = space.and(space.comparisons.atLeast(amount, low), space.comparisons.atLeast(high, amount));
  return space.choose(within, space.leaf(amount), space.none);
};

const flat = (kind: 'sum' | 'product' | 'greatest' | 'least', amount: Amount): readonly Amount[] =>
  typeof amount !== 'number' && amount.shape.kind === kind && 'of' in amount.shape ? amount.shape.of : [amount];

const fold = (space: Space, kind: 'sum' | 'product', left: Term, right: Term): Diagram => {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a === undefined || b === undefined) return space.none;
  const neutral = kind === 'sum' ? 0 : 1;
  if (a === neutral) return space.leaf(right);
  if (b === neutral) return space.leaf(left);
  const safe = Number.MAX_SAFE_INTEGER;
  if (typeof a === 'number' && typeof b === 'number') {
    const result = kind === 'sum' ? a + b : a * b;
    return space.leaf(Math.abs(result) <= safe ? result : undefined);
  }
  if (kind === 'product' && (a === 0 || b === 0)) return space.leaf(0);
  return inside(space, space.shape('number', { kind, of: [...flat(kind, a), ...flat(kind, b)] }), -safe, safe);
};

/** The sum or product of parts; nothing where one is no number. */
export const foldOf = (space: Space, kind: 'sum' | 'product', parts: readonly Part[]): Diagram => {
  const neutral = space.leaf(kind === 'sum' ? 0 : 1);
  return parts.reduce(
    (all, { there, is }) =>
      space.choose(
        there,
        meet(space, all, is, (a, b) => fold(space, kind, a, b)),
        all,
      ),
    neutral,
  );
};

const further = (space: Space, way: 'greatest' | 'least', left: Term, right: Term): Diagram => {
  const [a, b] = [amountOf(left), amountOf(right)];
  if (b === undefined) return space.leaf(a === undefined ? undefined : left);
  if (a === undefined) return space.leaf(right);
  const { comparisons } = space;
  const leftWins = way === 'greatest' ? comparisons.atLeast(a, b) : comparisons.atLeast(b, a);
  return space.choose(leftWins, space.leaf(left), space.leaf(right));
};

/** The greatest or least of the parts that are numbers or dates. */
export const furthestOf = (space: Space, way: 'greatest' | 'least', parts: readonly Part[]): Diagram =>
  parts.reduce(
    (best, { there, is }) =>
      space.choose(
        there,
        meet(space, best, is, (a, b) => further(space, way, a, b)),
        best,
      ),
    space.none,
  );

const moved = (space: Space, kind: 'months' | 'days' | 'workingDays', date: Term, amount: Term): Diagram => {
  const from = dayOf(date);
  const by = numberOf(amount);
  if (from === undefined || by === undefined) return space.none;
  const to = by === 0 ? from : shifted(space, kind, from, by);
  if (typeof to !== 'number') return inside(space, to, firstDayNumber, lastDayNumber);
  return space.leaf(to >= firstDayNumber && to <= lastDayNumber ? dateText(to) : undefined);
};

const shifted = (space: Space, kind: 'months' | 'days' | 'workingDays', from: Amount, amount: Amount): Amount => {
  const shape = space.shape('date', { kind, from, amount });
  return shape.low === shape.high ? shape.low : shape;
};

interface PeriodOf {
  readonly years: Diagram;
  readonly months: Diagram;
  readonly days: Diagram;
  readonly workingDays: Diagram;
}

/** The date a period after another: years and months first, then days, then working days. */
export const dateOf = (space: Space, from: Diagram, { years, months, days, workingDays }: PeriodOf): Diagram => {
  const one = space.leaf(12);
  const inMonths = foldOf(
    space,
    'sum',
    [
      foldOf(
        space,
        'product',
        [years, one].map((is) => ({ there: space.yes, is })),
      ),
      months,
    ].map((is) => ({
      there: space.yes,
      is,
    })),
  );
  const step = (kind: 'months' | 'days' | 'workingDays', date: Diagram, amount: Diagram): Diagram =>
    meet(space, date, amount, (a, b) => moved(space, kind, a, b));
  return step('workingDays', step('days', step('months', from, inMonths), days), workingDays);
};
