import { addDays, addMonths, addWorkingDays, dayNumber, isoDate, isIsoDate, isIsoMonth } from '../../base/calendar';

/**
 * What an answer or a value can come to in a proof. A number, a text or nothing is itself. What has too many values to
 * tell apart is a quantity (a sum of money, a date) or words, known by the answers that it is made of.
 */
export type Term = boolean | number | string | undefined | Quantity | Words;

/** A text that only its writer knows. */
export interface Words {
  readonly kind: 'words';
  readonly key: string;
  /** What it cannot be. */
  readonly never?: ReadonlySet<string> | undefined;
  /** Several things at once, as ticks are: equal to no text, and to no others. */
  readonly isMany?: boolean;
}

/** A number, or a date as days, that depends on amounts and dates which officers or councils give. */
export interface Quantity {
  readonly kind: 'quantity';
  readonly key: string;
  readonly sort: 'number' | 'date';
  readonly low: number;
  readonly high: number;
  readonly shape: Shape;
  /** The unknowns in it. */
  readonly unknowns: readonly Unknown[];
}

export interface Unknown {
  readonly key: string;
  readonly low: number;
  readonly high: number;
  /** Where the diagrams ask what it belongs to. */
  readonly level: number;
  /** The unknowns that it is never below. */
  readonly notBelow?: ReadonlySet<string> | undefined;
  /** A date that may be given as a month, which then stands for its first day. */
  readonly orMonth?: boolean;
}

export type Amount = number | Quantity;

type Shape =
  | { readonly kind: 'unknown'; readonly unknown: Unknown }
  | { readonly kind: 'sum' | 'product' | 'greatest' | 'least'; readonly of: readonly Amount[] }
  | { readonly kind: 'months' | 'days' | 'workingDays'; readonly from: Amount; readonly amount: Amount }
  | { readonly kind: 'month'; readonly from: Amount };

export const isQuantity = (term: Term): term is Quantity => typeof term === 'object' && term.kind === 'quantity';
export const isWords = (term: Term): term is Words => typeof term === 'object' && term.kind === 'words';

export const firstDayNumber = dayNumber('1900-01-01');
export const lastDayNumber = dayNumber('2199-12-31');

/** A day or month as days, where a text is one. */
export const dateNumber = (term: Term): number | undefined =>
  typeof term === 'string' && (isIsoDate(term) || isIsoMonth(term)) ? dayNumber(term) : undefined;

/** A number, where a term is one. */
export const numberOf = (term: Term): Amount | undefined => {
  if (typeof term === 'number') return term;
  return isQuantity(term) && term.sort === 'number' ? term : undefined;
};

/** A date as days, where a term is one. */
export const dayOf = (term: Term): Amount | undefined =>
  isQuantity(term) && term.sort === 'date' ? term : dateNumber(term);

/** A number or a date as days. */
export const amountOf = (term: Term): Amount | undefined => numberOf(term) ?? dayOf(term);

/** The ISO text of a day number. */
export const dateText = (day: number): string => addDays('1970-01-01', day - dayNumber('1970-01-01'));

/** A date past the calendar is not answered, so nothing is ever worked out from one; far amounts all lead out of it. */
const shift = (kind: 'months' | 'days' | 'workingDays', day: number, amount: number): number => {
  if (amount === 0) return clamp(day, firstDayNumber, lastDayNumber);
  const from = dateText(clamp(day, firstDayNumber, lastDayNumber));
  if (kind === 'months') return dayNumber(addMonths(from, clamp(amount, -20_000, 20_000)));
  const days = clamp(amount, -600_000, 600_000);
  return dayNumber(kind === 'days' ? addDays(from, days) : addWorkingDays(from, days));
};

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

const monthStart = (day: number): number => {
  const text = dateText(day);
  return dayNumber(isoDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 1));
};

/** Least and greatest of what an amount can be. The ends of its parts give its ends. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

const rangeOf = (shape: Shape, within: (part: Amount) => Range, unknown: (one: Unknown) => Range): Range => {
  switch (shape.kind) {
    case 'unknown':
      return unknown(shape.unknown);
    case 'sum':
      return both(shape.of.map(within), (values) => values.reduce((all, one) => all + one, 0));
    case 'greatest':
      return both(shape.of.map(within), (values) => Math.max(...values));
    case 'least':
      return both(shape.of.map(within), (values) => Math.min(...values));
    case 'product':
      return shape.of.map(within).reduce((all, one) => {
        const ends = [all.low * one.low, all.low * one.high, all.high * one.low, all.high * one.high];
        return { low: Math.min(...ends), high: Math.max(...ends) };
      });
    case 'months':
    case 'days':
    case 'workingDays':
      return both([within(shape.from), within(shape.amount)], ([from = 0, amount = 0]) =>
        shift(shape.kind, from, amount),
      );
    case 'month':
      return both([within(shape.from)], ([from = 0]) => monthStart(from));
  }
};

const both = (ranges: readonly Range[], of: (values: readonly number[]) => number): Range => ({
  low: of(ranges.map(({ low }) => low)),
  high: of(ranges.map(({ high }) => high)),
});

/** What an amount can be where the unknowns lie within these ranges. */
export const rangeWithin = (amount: Amount, box: (unknown: Unknown) => Range): Range =>
  typeof amount === 'number'
    ? { low: amount, high: amount }
    : rangeOf(amount.shape, (part) => rangeWithin(part, box), box);

export const keyOfAmount = (amount: Amount): string => (typeof amount === 'number' ? String(amount) : amount.key);

const partsOf = (shape: Shape): readonly Amount[] => {
  switch (shape.kind) {
    case 'unknown':
      return [];
    case 'sum':
    case 'product':
    case 'greatest':
    case 'least':
      return shape.of;
    case 'month':
      return [shape.from];
    case 'months':
    case 'days':
    case 'workingDays':
      return [shape.from, shape.amount];
  }
};

/** Whether an amount is never smaller for a part of it being larger. */
export const grows = (amount: Amount): boolean =>
  typeof amount === 'number' ||
  (partsOf(amount.shape).every(grows) &&
    (amount.shape.kind !== 'product' ||
      amount.shape.of.every((part) => (typeof part === 'number' ? part : part.low) >= 0)));

/** Makes quantities, each of them once. */
export const quantities = () => {
  const made = new Map<string, Quantity>();
  return (sort: Quantity['sort'], shape: Shape): Quantity => {
    const parts = partsOf(shape);
    const key = shape.kind === 'unknown' ? shape.unknown.key : `${shape.kind}(${parts.map(keyOfAmount).join(',')})`;
    const known = made.get(key);
    if (known) return known;
    const unknowns =
      shape.kind === 'unknown'
        ? [shape.unknown]
        : parts.flatMap((part) => (typeof part === 'number' ? [] : part.unknowns));
    const range = rangeOf(
      shape,
      (part) => rangeWithin(part, (unknown) => unknown),
      (unknown) => unknown,
    );
    const quantity: Quantity = { kind: 'quantity', key, sort, ...range, shape, unknowns: [...new Set(unknowns)] };
    made.set(key, quantity);
    return quantity;
  };
};

/**
 * Whether one amount can be seen to be no smaller than another without knowing what they depend on: by their ranges, by
 * being the same, or by being built alike from parts of which this holds.
 */
export const isAtLeast = (left: Amount, right: Amount): boolean => {
  if (left === right) return true;
  const lowest = typeof left === 'number' ? left : left.low;
  const highest = typeof right === 'number' ? right : right.high;
  if (lowest >= highest || isNotBelow(left, right)) return true;
  if (typeof left !== 'number' && left.shape.kind !== 'unknown' && reaches(left.shape, right)) return true;
  return typeof right !== 'number' && right.shape.kind !== 'unknown' && shrinks(left, right.shape);
};

const isNotBelow = (left: Amount, right: Amount): boolean =>
  typeof left !== 'number' &&
  typeof right !== 'number' &&
  left.shape.kind === 'unknown' &&
  left.shape.unknown.notBelow?.has(right.key) === true;

const isShift = (shape: Shape): shape is Extract<Shape, { amount: Amount }> => 'amount' in shape;

/** Whether what is built from parts is at least another amount. */
const reaches = (shape: Shape, right: Amount): boolean => {
  if (isShift(shape)) {
    if (typeof right !== 'number' && right.shape.kind === shape.kind && isShift(right.shape))
      return isAtLeast(shape.from, right.shape.from) && isAtLeast(shape.amount, right.shape.amount);
    return isAtLeast(shape.amount, 0) && isAtLeast(shape.from, right);
  }
  if (shape.kind === 'greatest') return shape.of.some((part) => isAtLeast(part, right));
  if (shape.kind === 'least') return shape.of.every((part) => isAtLeast(part, right));
  if (shape.kind !== 'sum' && shape.kind !== 'product') return false;
  if (typeof right !== 'number' && right.shape.kind === shape.kind && 'of' in right.shape)
    return hasAtLeast(shape.of, right.shape.of, shape.kind === 'sum' ? 0 : 1);
  const neutral = shape.kind === 'sum' ? 0 : 1;
  return hasAtLeast(shape.of, [right], neutral);
};

/** Whether an amount is at least what is built from parts. */
const shrinks = (left: Amount, shape: Shape): boolean => {
  if (isShift(shape)) return isAtLeast(0, shape.amount) && isAtLeast(left, shape.from);
  if (shape.kind === 'greatest') return shape.of.every((part) => isAtLeast(left, part));
  if (shape.kind === 'least') return shape.of.some((part) => isAtLeast(left, part));
  return shape.kind === 'month' && isAtLeast(left, shape.from);
};

/** Whether each of some parts has one in `larger` that is at least it, and what is left over takes nothing away. */
const hasAtLeast = (larger: readonly Amount[], smaller: readonly Amount[], neutral: number): boolean => {
  const left = [...larger];
  for (const part of smaller) {
    if (neutral === 1 && !isAtLeast(part, 0)) return false;
    const at = left.findIndex((one) => isAtLeast(one, part));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return left.every((part) => isAtLeast(part, neutral));
};
