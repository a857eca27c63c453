import type { Asked, Order } from './comparisons';
import type { Diagram, Variable } from './diagram';
import { apart, type Demand, solve, type Solution } from './solve';
import type { Space } from './space';
import { type Amount, dateNumber, isQuantity, keyOfAmount, type Term } from './term';

/** One value for each variable that a way through a diagram asks; any other may have any. */
export type Assignment = ReadonlyMap<Variable, number>;

/** The term that a diagram comes to under an assignment; what is not assigned has its first value. */
export const evaluate = (space: Space, diagram: Diagram, assignment: Assignment): Term => {
  let node = diagram;
  for (let variable = space.diagrams.variableOf(node); variable; variable = space.diagrams.variableOf(node))
    node = space.diagrams.child(node, assignment.get(variable) ?? 0);
  return space.diagrams.termOf(node);
};

/** The cheapest way through `where` to yes, by what `cost` comes to on it. */
export const cheapest = (space: Space, where: Diagram, cost: Diagram): Assignment | undefined => {
  const { diagrams } = space;
  const known = new Map<string, number>();
  const level = (node: Diagram): number => diagrams.variableOf(node)?.level ?? Infinity;
  const top = (a: Diagram, b: Diagram): Variable | undefined => diagrams.variableOf(level(a) <= level(b) ? a : b);
  const within = (node: Diagram, variable: Variable, value: number): Diagram =>
    diagrams.variableOf(node) === variable ? diagrams.child(node, value) : node;
  const least = (a: Diagram, b: Diagram): number => {
    if (a === space.no) return Infinity;
    const key = `${a} ${b}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const variable = top(a, b);
    let found = Infinity;
    if (!variable) found = a === space.yes ? Number(diagrams.termOf(b)) : Infinity;
    else
      for (let value = 0; value < variable.size; value += 1)
        found = Math.min(found, least(within(a, variable, value), within(b, variable, value)));
    known.set(key, found);
    return found;
  };
  if (least(where, cost) === Infinity) return undefined;
  const assignment = new Map<Variable, number>();
  let [a, b] = [where, cost];
  for (let variable = top(a, b); variable; variable = top(a, b)) {
    const [one, other, asked] = [a, b, variable];
    const values = Array.from({ length: variable.size }, (_, value) => value);
    const best = values.reduce((best, value) =>
      least(within(one, asked, value), within(other, asked, value)) <
      least(within(one, asked, best), within(other, asked, best))
        ? value
        : best,
    );
    assignment.set(variable, best);
    [a, b] = [within(a, variable, best), within(b, variable, best)];
  }
  return assignment;
};

const amountOf = (term: Term): Amount | undefined =>
  typeof term === 'number' || isQuantity(term) ? (term as Amount) : dateNumber(term);

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

/** What an assignment demands of the amounts and texts that officers and councils give. */
export const demandsOf = (space: Space, assignment: Assignment): readonly Demand[] =>
  space.comparisons.all.flatMap(({ comparison, variable, holds }): readonly Demand[] => {
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

const mostTries = 60;

/** Looks for a way through a diagram that amounts can follow. */
export const search = (space: Space, where: Diagram, cost: Diagram): Found | 'none' | 'unknown' => {
  let left = where;
  let sure = true;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const assignment = cheapest(space, left, cost);
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
  const demands = (some: readonly Asked[]): readonly Demand[] => {
    const left = new Set(asked.filter((one) => !some.includes(one)).map(({ variable }) => variable));
    return demandsOf(space, new Map([...assignment].filter(([variable]) => !left.has(variable))));
  };
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
