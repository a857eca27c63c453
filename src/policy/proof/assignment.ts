import { type Demand, type Order, orderOf } from './comparison';
import type { Asked } from './comparisons';
import type { Assignment, Diagram } from './diagram';
import { apart, type Solution } from './solve';
import type { Space } from './space';
import type { Sum } from './sums';
import { type Amount, amountOf, rangeWithin, type Term } from './term';

/** The term that a diagram comes to under an assignment; what is not assigned has its first value. */
export const evaluate = (space: Space, diagram: Diagram, assignment: Assignment): Term => {
  let node = diagram;
  for (let variable = space.diagrams.variableOf(node); variable; variable = space.diagrams.variableOf(node))
    node = space.diagrams.child(node, assignment.get(variable) ?? 0);
  return space.diagrams.termOf(node);
};

/** How a comparison of two amounts is written as "at least". */
const ordered = (left: Amount, order: Order, right: Amount, holds: boolean): Demand => {
  const atLeast = (a: Amount, b: Amount, result: boolean): Demand => ({
    comparison: orderOf(a, b),
    holds: result,
  });
  switch (order) {
    case 'atLeast':
      return atLeast(left, right, holds);
    case 'atMost':
      return atLeast(right, left, holds);
    case 'before':
      return atLeast(left, right, !holds);
    case 'after':
      return atLeast(right, left, !holds);
  }
};

/** What comparisons, as they come out on a way, demand of the amounts and texts that officers and councils give. */
const demandsBy = (space: Space, assignment: Assignment, some: readonly Asked[]): readonly Demand[] =>
  some.flatMap(({ comparison, holds }): readonly Demand[] => {
    const result = evaluate(space, holds, assignment) === true;
    if (comparison.kind !== 'rule') return [{ comparison, holds: result }];
    const left = amountOf(evaluate(space, comparison.left, assignment));
    const right = amountOf(evaluate(space, comparison.right, assignment));
    return left === undefined || right === undefined ? [] : [ordered(left, comparison.order, right, result)];
  });

/** The comparisons that are asked on a way, in the order in which they were met. */
const askedOn = ({ comparisons }: Space, assignment: Assignment): readonly Asked[] =>
  [...assignment.keys()].flatMap((variable) => comparisons.of(variable) ?? []).sort((a, b) => a.number - b.number);

/** All that a way demands of the amounts and texts that officers and councils give. */
export const demandsOf = (space: Space, assignment: Assignment): readonly Demand[] =>
  demandsBy(space, assignment, askedOn(space, assignment));

/** A way through a diagram with amounts that go with it; undefined where there is none, or none was found. */
export interface Found {
  readonly assignment: Assignment;
  readonly demands: readonly Demand[];
  readonly solution: Extract<Solution, { status: 'found' }>;
}

/** Whether something holds on a way that was found, as far as the way and its amounts tell. */
export const holdsOn = (
  { diagrams, comparisons }: Space,
  diagram: Diagram,
  { assignment, solution }: Found,
): boolean => {
  let node = diagram;
  for (let variable = diagrams.variableOf(node); variable; variable = diagrams.variableOf(node)) {
    const value = assignment.get(variable) ?? outcomeOf(comparisons.of(variable), solution);
    if (value === undefined) return false;
    node = diagrams.child(node, value);
  }
  return node === diagrams.yes;
};

/** How a comparison comes out with some amounts, as the value of its variable; what compares nothing may have any value. */
const outcomeOf = (asked: Asked | undefined, { amounts }: Found['solution']): number | undefined => {
  if (!asked) return 0;
  const { comparison } = asked;
  if (comparison.kind !== 'order') return undefined;
  const [left, right] = [comparison.left, comparison.right].map((one) => amountWith(one, amounts));
  return left === undefined || right === undefined ? undefined : Number(left >= right);
};

const amountWith = (amount: Amount, amounts: ReadonlyMap<string, number>): number | undefined => {
  if (typeof amount === 'number') return amount;
  if (!amount.unknowns.every(({ key }) => amounts.has(key))) return undefined;
  return rangeWithin(amount, ({ key, low }) => {
    const value = amounts.get(key) ?? low;
    return { low: value, high: value };
  }).low;
};

/** As many ways are tried as this, each with a way out of what stood against the one before. */
export const mostTries = 60;

/** As many ways as it is worth to see that amounts cannot follow those on which something is most. */
const fewTries = 5;

/** Looks for a way on which two diagrams hold and that amounts can follow: one on which a sum is least, where there is one. */
export const search = (space: Space, fits: Diagram, where: Diagram, cost?: Sum): Found | 'none' | 'unknown' => {
  let left = where;
  let sure = true;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const any = space.meet(fits, left);
    const assignment = any && cost ? space.sums.wayTo('least', space.and(fits, left), cost) : any;
    if (!assignment) return sure ? 'none' : 'unknown';
    const demands = demandsOf(space, assignment);
    const solution = space.comparisons.solver.solve(demands);
    if (solution.status === 'found') return { assignment, demands, solution };
    if (solution.status === 'unknown') sure = false;
    left = space.and(left, space.not(without(space, assignment)));
  }
  return 'unknown';
};

/** The most that a sum comes to where something holds, with the way on which it does if one was found that amounts can follow. */
export interface Most {
  readonly most: number;
  readonly found: Found | undefined;
}

/** Looks for a way on which a sum is most and that amounts can follow. */
export const searchMost = (space: Space, where: Diagram, sum: Sum): Most => {
  let [left, tries, before, sure] = [where, 0, Infinity, true];
  for (;;) {
    const most = space.sums.mostWithin(left, sum);
    if (most < before) {
      // what was left open may be possible after all
      if (!sure) return { most: before, found: undefined };
      [tries, before] = [0, most];
    }
    tries += 1;
    const assignment = tries <= fewTries ? space.sums.wayTo('most', left, sum) : undefined;
    if (!assignment) return { most, found: undefined };
    const demands = demandsOf(space, assignment);
    const solution = space.comparisons.solver.solve(demands);
    if (solution.status === 'found') return { most, found: { assignment, demands, solution } };
    if (solution.status === 'unknown') sure = false;
    left = space.and(left, space.not(without(space, assignment)));
  }
};

/** Where the comparisons come out as in an assignment whose amounts cannot be: these, and no fewer, are ruled out. */
export const without = (space: Space, assignment: Assignment): Diagram => {
  const { solver } = space.comparisons;
  const asked = askedOn(space, assignment);
  // each as it comes out on the whole way: what one comes to may hang on those that are left out
  const demands = (some: readonly Asked[]): readonly Demand[] => demandsBy(space, assignment, some);
  const group = apart(demands(asked)).find((one) => solver.solve(one).status !== 'found') ?? [];
  const keys = new Set(group.map(keyOfDemand));
  let core = asked.filter((one) => demands([one]).some((demand) => keys.has(keyOfDemand(demand))));
  for (const one of core) {
    const rest = core.filter((other) => other !== one);
    if (solver.solve(demands(rest)).status === 'impossible') core = rest;
  }
  return comeOutAs(space, assignment, core);
};

/** Where some comparisons, by default all that are asked on a way, come out as they do on it. */
export const comeOutAs = (
  space: Space,
  assignment: Assignment,
  some: readonly Asked[] = askedOn(space, assignment),
): Diagram => {
  const each = some.map(({ comparison, holds }) => {
    const result = evaluate(space, holds, assignment) === true ? holds : space.not(holds);
    if (comparison.kind !== 'rule') return result;
    const alike = [comparison.left, comparison.right].map((side) => {
      const term = evaluate(space, side, assignment);
      return space.diagrams.map(side, (other) => space.leaf(other === term));
    });
    return space.and(result, ...alike);
  });
  return space.and(...each);
};

const keyOfDemand = ({ comparison, holds }: Demand): string => `${comparison.name} ${holds}`;
