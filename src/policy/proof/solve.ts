import type { Comparison } from './comparisons';
import { type Range, rangeWithin, type Unknown } from './term';

/** A comparison, and how it must come out. */
export interface Demand {
  readonly comparison: Exclude<Comparison, { kind: 'rule' }>;
  readonly holds: boolean;
}

/** Values of the unknowns that meet some demands; or that there are none; or that none was found in time. */
export type Solution =
  | {
      readonly status: 'found';
      readonly amounts: ReadonlyMap<string, number>;
      readonly texts: ReadonlyMap<string, string>;
    }
  | { readonly status: 'impossible' }
  | { readonly status: 'unknown' };

type Ordered = Extract<Comparison, { kind: 'order' }>;
type Order = { readonly comparison: Ordered; readonly holds: boolean };

const most = 400;

/** Whether a demand holds all over a box, nowhere in it, or only in parts of it. */
const judge = ({ comparison, holds }: Order, box: ReadonlyMap<string, Range>): boolean | undefined => {
  const within = (unknown: Unknown): Range => box.get(unknown.key) ?? unknown;
  const left = rangeWithin(comparison.left, within);
  const right = rangeWithin(comparison.right, within);
  if (left.low >= right.high) return holds;
  return left.high < right.low ? !holds : undefined;
};

/** The values of an unknown at which a box is cut: the middle, and the ends apart from the rest. */
const halves = ({ low, high }: Range): readonly Range[] => {
  if (high - low < 3)
    return Array.from({ length: high - low + 1 }, (_, index) => ({ low: low + index, high: low + index }));
  const middle = Math.floor((low + high) / 2);
  return [
    { low, high: low },
    { low: high, high },
    { low: low + 1, high: middle },
    { low: middle + 1, high: high - 1 },
  ];
};

type Unknowns = ReadonlyMap<string, Range>;

const unknownsOf = ({ comparison: { left, right } }: Order): readonly Unknown[] =>
  [left, right].flatMap((one) => (typeof one === 'number' ? [] : one.unknowns));

const keysOf = ({ comparison }: Demand): readonly string[] =>
  comparison.kind === 'words' ? [comparison.words.key] : unknownsOf({ comparison, holds: true }).map(({ key }) => key);

/** Unknowns whose values are settled. */
type Fixed = ReadonlyMap<string, number>;

/** Demands in groups that share no unknown but those that are fixed: each is met or not by itself. */
export const apart = (demands: readonly Demand[], fixed: Fixed = new Map()): readonly (readonly Demand[])[] => {
  const groups: { keys: Set<string>; demands: Demand[] }[] = [];
  for (const demand of demands) {
    const keys = keysOf(demand).filter((key) => !fixed.has(key));
    const joined = groups.filter((group) => keys.some((key) => group.keys.has(key)));
    const merged = {
      keys: new Set([...keys, ...joined.flatMap((group) => [...group.keys])]),
      demands: [...joined.flatMap((group) => group.demands), demand],
    };
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.map((group) => group.demands);
};

/** Values of the unknowns that meet all demands, or that there are none, or that none was found in time. */
export const solve = (demands: readonly Demand[], fixed: Fixed = new Map()): Solution => {
  const amounts = new Map<string, number>();
  const texts = new Map<string, string>();
  let unknown = false;
  for (const group of apart(demands, fixed)) {
    const solution = solveGroup(group, fixed);
    if (solution.status === 'impossible') return solution;
    if (solution.status === 'unknown') unknown = true;
    else {
      for (const [key, amount] of solution.amounts) amounts.set(key, amount);
      for (const [key, text] of solution.texts) texts.set(key, text);
    }
  }
  return unknown ? { status: 'unknown' } : { status: 'found', amounts, texts };
};

/** As many settled values as are tried for what several lists of demands share. */
const mostShared = 4;

/**
 * Values that meet several lists of demands, each of which has a solution of its own: what two of them share, the day for
 * one, is taken from one of these. Where that does not do, none was found.
 */
export const solveTogether = (
  lists: readonly (readonly Demand[])[],
  alone: readonly Extract<Solution, { status: 'found' }>[],
): Solution => {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const list of lists) {
    const keys = new Set(list.flatMap(keysOf));
    for (const key of keys) if (seen.has(key)) shared.add(key);
    for (const key of keys) seen.add(key);
  }
  const tried = new Set<string>();
  for (const { amounts } of alone) {
    const fixed: Fixed = new Map([...amounts].filter(([key]) => shared.has(key)));
    const name = JSON.stringify([...fixed]);
    if (tried.has(name)) continue;
    tried.add(name);
    const solution = solve(lists.flat(), fixed);
    if (solution.status === 'found' || tried.size >= mostShared) return solution;
  }
  return solve(lists.flat());
};

const solveTexts = (demands: readonly Demand[]): ReadonlyMap<string, string> | undefined => {
  const texts = new Map<string, string>();
  for (const { comparison, holds } of demands)
    if (comparison.kind === 'words' && holds) {
      if ((texts.get(comparison.words.key) ?? comparison.text) !== comparison.text) return undefined;
      texts.set(comparison.words.key, comparison.text);
    }
  const clash = demands.some(
    ({ comparison, holds }) =>
      comparison.kind === 'words' && !holds && texts.get(comparison.words.key) === comparison.text,
  );
  return clash ? undefined : texts;
};

/**
 * Looks for whole numbers that meet some demands, by cutting the ranges of the unknowns: a box in which a demand holds
 * nowhere is left, one in which all hold everywhere is an answer. Every amount grows with its parts, so the ends of a
 * box tell what it can come to.
 */
const solveGroup = (demands: readonly Demand[], fixed: Fixed): Solution => {
  const texts = solveTexts(demands);
  if (!texts) return { status: 'impossible' };
  const orders = demands.filter((one): one is Order => one.comparison.kind === 'order');
  const unknowns = new Map(
    orders.flatMap((order) => unknownsOf(order).map((unknown) => [unknown.key, unknown] as const)),
  );
  const boxes: Unknowns[] = [
    new Map(
      [...unknowns].map(([key, { low, high }]) => {
        const value = fixed.get(key);
        return [key, value === undefined ? { low, high } : { low: value, high: value }];
      }),
    ),
  ];
  for (let steps = 0; steps < most; steps += 1) {
    const box = boxes.pop();
    if (!box) return { status: 'impossible' };
    const judged = orders.map((order) => judge(order, box));
    if (judged.includes(false)) continue;
    const open = orders.filter((_, index) => judged[index] === undefined);
    if (open.length === 0)
      return { status: 'found', amounts: new Map([...box].map(([key, { low }]) => [key, low])), texts };
    const asked = new Set(open.flatMap((order) => unknownsOf(order).map(({ key }) => key)));
    const width = ({ low, high }: Range): number => high - low;
    const [widest] = [...box]
      .filter(([key, range]) => asked.has(key) && width(range) > 0)
      .sort(([, a], [, b]) => width(b) - width(a));
    if (!widest) continue;
    const [key, range] = widest;
    for (const part of halves(range).toReversed()) boxes.push(new Map([...box, [key, part]]));
  }
  return { status: 'unknown' };
};
