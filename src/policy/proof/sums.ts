import { type Assignment, type Diagram, type Diagrams, pairOf, type Variable } from './diagram';

/** A number that grows along a diagram: what it starts with, and a node of which every way on may add something. */
export interface Sum {
  readonly base: number;
  readonly node: number;
}

interface Node {
  readonly variable: Variable;
  /** What each value of the variable leads to. The least that it can add is nothing. */
  readonly children: readonly Sum[];
  /** The most that it can add. */
  readonly most: number;
}

const nothing = 0;

/**
 * How many of some conditions hold, as diagrams with what is added written on the edges rather than on the leaves (Lai and
 * Sastry 1992): what is still to come is then the same however much has come before, so a sum is no larger than its parts.
 */
export class Sums {
  private readonly nodes: (Node | undefined)[] = [undefined];
  private readonly known = new Map<string, number>();

  constructor(private readonly diagrams: Diagrams) {}

  /** How many of some conditions hold. */
  count(conditions: readonly Diagram[]): Sum {
    return conditions.reduceRight<Sum>(
      ({ base, node }, condition) => {
        const added = this.add(condition, node, new Map());
        return { base: base + added.base, node: added.node };
      },
      { base: 0, node: nothing },
    );
  }

  /** One more where a condition holds. */
  private add(condition: Diagram, node: number, done: Map<number, Sum>): Sum {
    const { diagrams } = this;
    if (diagrams.isLeaf(condition)) return { base: condition === diagrams.yes ? 1 : 0, node };
    const key = pairOf(condition, node);
    const before = done.get(key);
    if (before) return before;
    const variable = this.firstOf(condition, node);
    const made = this.branch(
      variable,
      Array.from({ length: variable.size }, (_, value) => {
        const part = this.within(condition, variable, value);
        const { base, node: rest } = this.inSum(node, variable, value);
        const sum = this.add(part, rest, done);
        return { base: base + sum.base, node: sum.node };
      }),
    );
    done.set(key, made);
    return made;
  }

  private branch(variable: Variable, children: readonly Sum[]): Sum {
    const base = Math.min(...children.map((child) => child.base));
    const [first] = children;
    if (!first || children.every((child) => child.node === first.node && child.base === first.base))
      return first ?? { base: 0, node: nothing };
    const lowered = children.map((child) => ({ base: child.base - base, node: child.node }));
    const name = `${variable.level} ${lowered.map((child) => `${child.base}:${child.node}`).join(' ')}`;
    const known = this.known.get(name);
    if (known !== undefined) return { base, node: known };
    const most = Math.max(...lowered.map((child) => child.base + this.mostOf(child.node)));
    const node = this.nodes.push({ variable, children: lowered, most }) - 1;
    this.known.set(name, node);
    return { base, node };
  }

  private mostOf(node: number): number {
    return this.nodes[node]?.most ?? 0;
  }

  private firstOf(condition: Diagram, node: number): Variable {
    const own = this.nodes[node]?.variable;
    const other = this.diagrams.variableOf(condition);
    return own && !(other && other.level < own.level) ? own : (other as Variable);
  }

  private within(condition: Diagram, variable: Variable, value: number): Diagram {
    return this.diagrams.variableOf(condition) === variable ? this.diagrams.child(condition, value) : condition;
  }

  private inSum(node: number, variable: Variable, value: number): Sum {
    const own = this.nodes[node];
    return own?.variable === variable ? (own.children[value] as Sum) : { base: 0, node };
  }

  /** The least and the most that sums add where conditions hold; no number where none does. */
  private extremes(way: 'least' | 'most'): (where: Diagram, node: number) => number {
    const { diagrams } = this;
    const known = new Map<number, number>();
    const best = way === 'least' ? Math.min : Math.max;
    const worst = way === 'least' ? Infinity : -Infinity;
    const visit = (where: Diagram, node: number): number => {
      if (where === diagrams.no) return worst;
      if (node === nothing) return 0; // every condition but "no" holds somewhere
      if (where === diagrams.yes) return way === 'least' ? 0 : this.mostOf(node);
      const key = pairOf(where, node);
      const before = known.get(key);
      if (before !== undefined) return before;
      const variable = this.firstOf(where, node);
      let found = worst;
      for (let value = 0; value < variable.size; value += 1) {
        const { base, node: rest } = this.inSum(node, variable, value);
        found = best(found, base + visit(this.within(where, variable, value), rest));
      }
      known.set(key, found);
      return found;
    };
    return visit;
  }

  /** The most that a sum comes to where something holds; less than any number where it never does. */
  mostWithin(where: Diagram, { base, node }: Sum): number {
    return base + this.extremes('most')(where, node);
  }

  /** The way through `where` on which a sum is least, and of equals the first. */
  leastWay(where: Diagram, sum: Sum): Assignment | undefined {
    const least = this.extremes('least');
    if (where === this.diagrams.no) return undefined;
    const assignment = new Map<Variable, number>();
    let [left, { node }] = [where, sum];
    while (node !== nothing || !this.diagrams.isLeaf(left)) {
      const variable = this.firstOf(left, node);
      const costs = Array.from({ length: variable.size }, (_, value) => {
        const { base, node: rest } = this.inSum(node, variable, value);
        return base + least(this.within(left, variable, value), rest);
      });
      const value = costs.indexOf(Math.min(...costs));
      assignment.set(variable, value);
      left = this.within(left, variable, value);
      ({ node } = this.inSum(node, variable, value));
    }
    return assignment;
  }

  /** Where a sum is within these numbers. */
  between(sum: Sum, low: number, high: number): Diagram {
    const { diagrams } = this;
    const done = new Map<string, Diagram>();
    const visit = (node: number, from: number, to: number): Diagram => {
      const most = this.mostOf(node);
      if (to < 0 || from > most) return diagrams.no;
      if (from <= 0 && to >= most) return diagrams.yes;
      const name = `${node} ${from} ${to}`;
      const known = done.get(name);
      if (known !== undefined) return known;
      const own = this.nodes[node] as Node;
      const made = diagrams.branch(
        own.variable,
        own.children.map((child) => visit(child.node, from - child.base, to - child.base)),
      );
      done.set(name, made);
      return made;
    };
    return visit(sum.node, low - sum.base, high - sum.base);
  }
}
