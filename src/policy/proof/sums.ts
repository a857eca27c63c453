import { type Assignment, type Diagram, type Diagrams, pairOf, type Variable } from './diagram';

/** A number that grows along a diagram: what it starts with, and a node of which every way on may add something. */
export interface Sum {
  readonly base: number;
  readonly node: Diagram;
}

/** What was added is kept where its hash falls, until something else falls there. */
const cacheSize = 1 << 16;

/** A condition that is counted, and one without which it never holds: where its page is asked, say. */
export interface Counted {
  readonly within: Diagram;
  readonly holds: Diagram;
}

/**
 * How many of some conditions hold, as diagrams with what is added written on the edges rather than on the leaves (Lai and
 * Sastry 1992): what is still to come is then the same however much has come before, so a sum is no larger than its parts.
 * A node is kept with those of all diagrams: its children are the nodes that its values lead to, and then what they add.
 */
export class Sums {
  private readonly nothing: Diagram;
  private readonly own = new Map<Variable, Variable>();
  private readonly asked = new Map<Variable, Variable>();
  private readonly mostBelow = new Map<Diagram, number>();
  /** A condition, an amount, a node and a number, and the sum that they come to: its base and its node. */
  private readonly cache = new Int32Array(cacheSize * 6).fill(-1);
  /** By a number: the leaf that holds it. */
  private readonly leaves: Diagram[] = [];
  private readonly least: (where: Diagram, node: Diagram) => number;
  private readonly most: (where: Diagram, node: Diagram) => number;

  constructor(private readonly diagrams: Diagrams) {
    this.nothing = diagrams.leaf(0);
    this.least = this.extreme('least');
    this.most = this.extreme('most');
  }

  /** How many of some conditions hold. */
  count(conditions: readonly Counted[]): Sum {
    const { diagrams } = this;
    const groups = new Map<Diagram, Diagram[]>();
    for (const { within, holds } of conditions) {
      const known = groups.get(within);
      if (known) known.push(diagrams.given(within, holds));
      else groups.set(within, [diagrams.given(within, holds)]);
    }
    // the last asked first: what is still to come is then not gone through again
    const lastFirst = (a: Diagram, b: Diagram): number => diagrams.deepest(b) - diagrams.deepest(a);
    const none: Sum = { base: 0, node: this.nothing };
    const more = (sum: Sum, where: Diagram, amount: Sum): Sum => {
      const added = this.add(where, amount.node, sum.node, amount.base);
      return { base: sum.base + added.base, node: added.node };
    };
    const one: Sum = { base: 1, node: this.nothing };
    return [...groups]
      .map(([within, holds]) => ({
        within,
        amount: holds.sort(lastFirst).reduce((sum, condition) => more(sum, condition, one), none),
      }))
      .sort((a, b) => lastFirst(a.within, b.within))
      .reduce((sum, { within, amount }) => more(sum, within, amount), none);
  }

  /** So much more where a condition holds: a number, and what a node adds. */
  private add(condition: Diagram, amount: Diagram, node: Diagram, more: number): Sum {
    const { diagrams, cache } = this;
    if (condition === diagrams.no) return { base: 0, node };
    if (condition === diagrams.yes && amount === this.nothing) return { base: more, node };
    const slot = slotOf(condition, amount, node, more);
    if (cache[slot] === condition && cache[slot + 1] === amount && cache[slot + 2] === node && cache[slot + 3] === more)
      return { base: cache[slot + 4] as number, node: cache[slot + 5] as Diagram };
    const isFirst = diagrams.levelOf(amount) < Math.min(diagrams.levelOf(condition), diagrams.levelOf(node));
    const variable = isFirst ? this.firstOf(amount, amount) : this.firstOf(condition, node);
    const children: Sum[] = [];
    for (let value = 0; value < variable.size; value += 1) {
      const sum = this.add(
        this.within(condition, variable, value),
        this.next(amount, variable, value),
        this.next(node, variable, value),
        more + this.step(amount, variable, value),
      );
      children.push({ base: this.step(node, variable, value) + sum.base, node: sum.node });
    }
    const made = this.branch(variable, children);
    cache[slot] = condition;
    cache[slot + 1] = amount;
    cache[slot + 2] = node;
    cache[slot + 3] = more;
    cache[slot + 4] = made.base;
    cache[slot + 5] = made.node;
    return made;
  }

  private branch(variable: Variable, children: readonly Sum[]): Sum {
    const [first] = children as readonly [Sum, ...Sum[]];
    let { base } = first;
    let isSame = true;
    for (const child of children) {
      isSame &&= child.node === first.node && child.base === first.base;
      if (child.base < base) ({ base } = child);
    }
    if (isSame) return first;
    const own = this.own.get(variable) ?? { ...variable, size: variable.size * 2 };
    this.own.set(variable, own);
    this.asked.set(own, variable);
    const node = this.diagrams.branch(own, [
      ...children.map((child) => child.node),
      ...children.map((child) => (this.leaves[child.base - base] ??= this.diagrams.leaf(child.base - base))),
    ]);
    return { base, node };
  }

  /** The most that a node can add. */
  private mostOf(node: Diagram): number {
    const variable = this.variableOf(node);
    if (!variable) return 0;
    const known = this.mostBelow.get(node);
    if (known !== undefined) return known;
    let most = 0;
    for (let value = 0; value < variable.size; value += 1)
      most = Math.max(most, this.step(node, variable, value) + this.mostOf(this.next(node, variable, value)));
    this.mostBelow.set(node, most);
    return most;
  }

  private variableOf(node: Diagram): Variable | undefined {
    const own = this.diagrams.variableOf(node);
    return own && this.asked.get(own);
  }

  private firstOf(condition: Diagram, node: Diagram): Variable {
    const isFirst = this.diagrams.levelOf(condition) < this.diagrams.levelOf(node);
    return (isFirst ? this.diagrams.variableOf(condition) : this.variableOf(node)) as Variable;
  }

  private within(condition: Diagram, variable: Variable, value: number): Diagram {
    return this.diagrams.levelOf(condition) === variable.level ? this.diagrams.child(condition, value) : condition;
  }

  /** The node that a value of a variable leads to. */
  private next(node: Diagram, variable: Variable, value: number): Diagram {
    return this.diagrams.levelOf(node) === variable.level ? this.diagrams.child(node, value) : node;
  }

  /** What a value of a variable adds. */
  private step(node: Diagram, variable: Variable, value: number): number {
    if (this.diagrams.levelOf(node) !== variable.level) return 0;
    return Number(this.diagrams.termOf(this.diagrams.child(node, variable.size + value)));
  }

  /** The least or the most that a node adds where a condition holds, which it does somewhere. */
  private extreme(way: 'least' | 'most'): (where: Diagram, node: Diagram) => number {
    const { diagrams, nothing } = this;
    const question = diagrams.question();
    const visit = (where: Diagram, node: Diagram): number => {
      if (node === nothing) return 0;
      if (where === diagrams.yes) return way === 'least' ? 0 : this.mostOf(node);
      const known = diagrams.recall(question, where, node);
      if (known !== undefined) return known;
      const variable = this.firstOf(where, node);
      let found = -1;
      for (let value = 0; value < variable.size; value += 1) {
        const rest = this.within(where, variable, value);
        if (rest === diagrams.no) continue;
        const here = this.step(node, variable, value) + visit(rest, this.next(node, variable, value));
        if (found === -1 || (way === 'least' ? here < found : here > found)) found = here;
      }
      return diagrams.remember(question, where, node, found);
    };
    return visit;
  }

  /** The most that a sum comes to where something holds; less than any number where it never does. */
  mostWithin(where: Diagram, { base, node }: Sum): number {
    return where === this.diagrams.no ? -Infinity : base + this.most(where, node);
  }

  /** The way through `where` on which a sum is least or most, and of equals the first. */
  wayTo(extreme: 'least' | 'most', where: Diagram, sum: Sum): Assignment | undefined {
    if (where === this.diagrams.no) return undefined;
    const assignment = new Map<Variable, number>();
    let [left, { node }] = [where, sum];
    while (node !== this.nothing || !this.diagrams.isLeaf(left)) {
      const variable = this.firstOf(left, node);
      let [value, best] = [0, Infinity];
      for (let one = 0; one < variable.size; one += 1) {
        const rest = this.within(left, variable, one);
        if (rest === this.diagrams.no) continue;
        const here = this.step(node, variable, one) + this[extreme](rest, this.next(node, variable, one));
        const cost = extreme === 'least' ? here : -here;
        if (cost < best) [value, best] = [one, cost];
      }
      assignment.set(variable, value);
      left = this.within(left, variable, value);
      node = this.next(node, variable, value);
    }
    return assignment;
  }

  /** Where a condition holds and a sum comes to no less than a number. */
  atLeast(where: Diagram, sum: Sum, number: number): Diagram {
    const { diagrams } = this;
    const done = new Map<number, Map<number, Diagram>>();
    const visit = (left: Diagram, node: Diagram, from: number): Diagram => {
      if (left === diagrams.no || this.most(left, node) < from) return diagrams.no;
      if (this.least(left, node) >= from) return left;
      const known = done.get(from) ?? new Map<number, Diagram>();
      done.set(from, known);
      const before = known.get(pairOf(left, node));
      if (before !== undefined) return before;
      const variable = this.firstOf(left, node);
      const children: Diagram[] = [];
      for (let value = 0; value < variable.size; value += 1) {
        const rest = this.within(left, variable, value);
        children.push(visit(rest, this.next(node, variable, value), from - this.step(node, variable, value)));
      }
      const made = diagrams.branch(variable, children);
      known.set(pairOf(left, node), made);
      return made;
    };
    return visit(where, sum.node, number - sum.base);
  }
}

const slotOf = (a: number, b: number, c: number, d: number): number => {
  const mixed =
    Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f);
  return ((mixed ^ (mixed >>> 15)) & (cacheSize - 1)) * 6;
};
