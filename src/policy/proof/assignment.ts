import type { Asked, Order } from './comparisons';
import type { Assignment, Diagram } from './diagram';
import { apart, type Demand, solve, type Solution } from './solve';
import type { Space } from './space';
import type { Sum } from './sums';
import { type Amount, amountOf, keyOfAmount, type Term } from './term';

/** The term that a diagram comes to under an assignment; what is not assigned has its first value. */
export const evaluate = (space: Space, diagram: Diagram, assignment: Assignment): Term => {
  let node = diagram;
  for (let variable = space.diagrams.variableOf(node); variable; variable = space.diagrams.variableOf(node))
    node = space.diagrams.child(node, assignment.get(variable) ?? 0);
  return space.diagrams.termOf(node);
};

/** Whether something holds on a way that amounts can follow, as far as the way tells without them. */
export const holdsOn = ({ diagrams, comparisons }: Space, diagram: Diagram, assignment: Assignment): boolean => {
  let node = diagram;
  for (let variable = diagrams.variableOf(node); variable; variable = diagrams.variableOf(node)) {
    const value = assignment.get(variable);
    if (value === undefined && comparisons.has(variable)) return false;
    node = diagrams.child(node, value ?? 0);
  }
  return node === diagrams.yes;
};

/** How a comparison of two amounts is written as "at least". */
const ordered = (left: Amount, order: Order, right: Amount, holds: boolean): Demand => {
  const atLeast = (a: Amount, b: Amount, result: boolean): Demand => ({
    comparison: { kind: 'order', left: a, right: b },
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

/** What an assignment demands of the amounts and texts that officers and councils give, by all comparisons or by some. */
export const demandsOf = (
  space: Space,
  assignment: Assignment,
  some: readonly Asked[] = space.comparisons.all,
): readonly Demand[] =>
  some.flatMap(({ comparison, variable, holds }): readonly Demand[] => {
    if (!assignment.has(variable)) return [];
    const result = evaluate(space, holds, assignment) === true;
    if (comparison.kind !== 'rule') return [{ comparison, holds: result }];
    const left = amountOf(evaluate(space, comparison.left, assignment));
    const right = amountOf(evaluate(space, comparison.right, assignment));
    return left === undefined || right === undefined ? [] : [ordered(left, comparison.order, right, result)];
  });

/** A way through a diagram with amounts that go with it; undefined where there is none, or none was found. */
export interface Found {
  readonly assignment: Assignment;
  readonly solution: Extract<Solution, { status: 'found' }>;
}

/** Looks for a way through a diagram that amounts can follow: one on which a sum is least, where there is one. */
export const search = (space: Space, where: Diagram, cost?: Sum, mostTries = 60): Found | 'none' | 'unknown' => {
  let left = where;
  let sure = true;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const assignment = cost ? space.sums.leastWay(left, cost) : space.meet(left, space.yes);
    if (!assignment) return sure ? 'none' : 'unknown';
    const solution = solve(demandsOf(space, assignment));
    if (solution.status === 'found') return { assignment, solution };
    if (solution.status === 'unknown') sure = false;
    left = space.and(left, space.not(without(space, assignment)));
  }
  return 'unknown';
};

/** Where the comparisons come out as in an assignment whose amounts cannot be: these, and no fewer, are ruled out. */
const without = (space: Space, assignment: Assignment): Diagram => {
  const asked = space.comparisons.all.filter(({ variable }) => assignment.has(variable));
  // each as it comes out on the whole way: what one comes to may hang on those that are left out
  const demands = (some: readonly Asked[]): readonly Demand[] => demandsOf(space, assignment, some);
  const group = apart(demands(asked)).find((one) => solve(one).status !== 'found') ?? [];
  const keys = new Set(group.map(keyOfDemand));
  let core = asked.filter((one) => demands([one]).some((demand) => keys.has(keyOfDemand(demand))));
  for (const one of core) {
    const rest = core.filter((other) => other !== one);
    if (solve(demands(rest)).status === 'impossible') core = rest;
  }
  const cube = core.map(({ comparison, holds }) => {
    const result = evaluate(space, holds, assignment) === true ? holds : space.not(holds);
    if (comparison.kind !== 'rule') return result;
    const fixed = [...space.diagrams.support(comparison.left, comparison.right)].map((variable) =>
      space.diagrams.branch(
        variable,
        Array.from({ length: variable.size }, (_, value) => space.leaf(value === (assignment.get(variable) ?? 0))),
      ),
    );
    return space.and(result, ...fixed);
  });
  return space.and(...cube);
};

const keyOfDemand = ({ comparison, holds }: Demand): string =>
  comparison.kind === 'words'
    ? `${comparison.words.key} ${comparison.text} ${holds}`
    : `${keyOfAmount(comparison.left)} ${keyOfAmount(comparison.right)} ${holds}`;
