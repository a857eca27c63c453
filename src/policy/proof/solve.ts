import { type Demand, type Ordered, unknownsOf } from './comparison';
import { solveTexts } from './solve-texts';
import { type Range, rangeWithin, type Unknown } from './term';

/** Values of the unknowns that meet some demands; or that there are none; or that none was found in time. */
export type Solution =
  | {
      readonly status: 'found';
      readonly amounts: ReadonlyMap<string, number>;
      readonly texts: ReadonlyMap<string, string>;
    }
  | { readonly status: 'impossible' }
  | { readonly status: 'unknown' };

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

/** Unknowns whose values are settled. */
type Fixed = ReadonlyMap<string, number>;

interface Together {
  readonly keys: readonly string[];
  readonly demands: readonly Demand[];
}

/** Demands in groups that share no unknown but those that are fixed: each is met or not by itself. */
export const apart = (demands: readonly Demand[], fixed: Fixed = new Map()): readonly (readonly Demand[])[] => {
  const groups = new Set<Together>();
  const byKey = new Map<string, Together>();
  for (const demand of demands) {
    const keys = demand.comparison.keys.filter((key) => !fixed.has(key));
    const joined = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
    for (const group of joined) groups.delete(group);
    const merged: Together = {
      keys: [...new Set([...keys, ...joined.flatMap((group) => group.keys)])],
      demands: [...joined.flatMap((group) => group.demands), demand],
    };
    groups.add(merged);
    for (const key of merged.keys) byKey.set(key, merged);
  }
  return [...groups].map((group) => group.demands);
};

type Found = Extract<Solution, { status: 'found' }>;

/** The unknowns that more than one of some lists of demands have. */
const sharedBy = (lists: readonly (readonly Demand[])[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const list of lists) {
    const keys = new Set(list.flatMap(({ comparison }) => comparison.keys));
    for (const key of keys) if (seen.has(key)) shared.add(key);
    for (const key of keys) seen.add(key);
  }
  return shared;
};

/** All values of some solutions; of those that are there twice, the first. */
const merged = (solutions: readonly Found[]): Found => ({
  status: 'found',
  amounts: new Map(solutions.toReversed().flatMap(({ amounts }) => [...amounts])),
  texts: new Map(solutions.toReversed().flatMap(({ texts }) => [...texts])),
});

/** Finds values that meet demands, and remembers what it found: the same demands come together again and again. */
export class Solver {
  private readonly known = new Map<string, Solution>();

  /** Values of the unknowns that meet all demands, or that there are none, or that none was found in time. */
  solve(demands: readonly Demand[], fixed: Fixed = new Map()): Solution {
    const found: Found[] = [];
    let unknown = false;
    for (const group of apart(demands, fixed)) {
      const solution = this.solveGroup(group, fixed);
      if (solution.status === 'impossible') return solution;
      if (solution.status === 'unknown') unknown = true;
      else found.push(solution);
    }
    return unknown ? { status: 'unknown' } : merged(found);
  }

  /**
   * Values that meet several lists of demands, each of which has a solution of its own: what they share, the day for one,
   * is first taken from one of these, which leaves each list by itself.
   */
  solveTogether(lists: readonly (readonly Demand[])[], alone: readonly Found[]): Solution {
    const shared = sharedBy(lists);
    const fixed: Fixed = new Map([...merged(alone).amounts].filter(([key]) => shared.has(key)));
    if (fixed.size < shared.size) return this.solve(lists.flat()); // some of what they share are words
    const found: Found[] = [];
    for (const [index, list] of lists.entries()) {
      const isShared = list.some(({ comparison }) => comparison.keys.some((key) => shared.has(key)));
      const solution = isShared ? this.solve(list, fixed) : alone[index];
      if (solution?.status !== 'found') return this.solve(lists.flat());
      found.push(solution);
    }
    return merged(found);
  }

  private solveGroup(group: readonly Demand[], fixed: Fixed): Solution {
    const values = group.flatMap(({ comparison }) => comparison.keys.flatMap((key) => fixed.get(key) ?? []));
    const name = `${values.join(' ')} ${group.map(({ comparison, holds }) => `${holds ? '' : 'not '}${comparison.name}`).join(', ')}`;
    const solution = this.known.get(name) ?? solutionOf(group, fixed);
    this.known.set(name, solution);
    return solution;
  }
}

/**
 * Looks for whole numbers that meet some demands, by cutting the ranges of the unknowns: a box in which a demand holds
 * nowhere is left, one in which all hold everywhere is an answer. Every amount grows with its parts, so the ends of a
 * box tell what it can come to.
 */
const solutionOf = (demands: readonly Demand[], fixed: Fixed): Solution => {
  const texts = solveTexts(demands);
  if (!texts) return { status: 'impossible' };
  const orders = demands.filter((one): one is Order => one.comparison.kind === 'order');
  const unknowns = new Map(
    orders.flatMap(({ comparison: { left, right } }) =>
      [...unknownsOf(left), ...unknownsOf(right)].map((unknown) => [unknown.key, unknown] as const),
    ),
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
    const asked = new Set(open.flatMap(({ comparison }) => comparison.keys));
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
