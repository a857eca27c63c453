import { Nodes } from './nodes';

/**
 * Decision diagrams: functions from answers to terms, each kept once. A diagram asks one variable after the other, in the
 * order of their levels, and ends in a leaf. Since equal functions are the same diagram, two rules agree on every answer
 * exactly when their diagrams are the same number; that is what lets a claim be proved rather than sampled.
 * (Bryant 1986, for variables of several values and leaves of any kind.)
 */
export type Diagram = number;

/** What is asked: `size` classes of answers that no condition tells apart, numbered from 0. */
export interface Variable {
  readonly name: string;
  readonly size: number;
  /** Where it stands in the order: lower comes first. No two are equal. */
  readonly level: number;
}

/** An operation on two diagrams: what two leaves come to, or undefined where more must be asked first. */
export interface Operation {
  readonly id: number;
  readonly meet: (left: Diagram, right: Diagram) => Diagram | undefined;
}

const cacheSize = 1 << 20;

/** Diagrams and what is done with them. */
export class Diagrams<Term> extends Nodes<Term> {
  private readonly cache = new Int32Array(cacheSize * 5);
  private operations = 1;

  /** An operation of its own: results are remembered by its number. */
  operation(meet: Operation['meet']): Operation {
    this.operations += 1;
    return { id: this.operations, meet };
  }

  /** What an operation makes of two diagrams. */
  combine(operation: Operation, left: Diagram, right: Diagram): Diagram {
    return (
      operation.meet(left, right) ??
      this.expand(operation.id, left, right, left, (a, b) => this.combine(operation, a, b))
    );
  }

  /** `then` where the condition is the leaf `yes`, `otherwise` where it is not. */
  choose(yes: Diagram, condition: Diagram, then: Diagram, otherwise: Diagram): Diagram {
    if (then === otherwise) return then;
    if (this.isLeaf(condition)) return condition === yes ? then : otherwise;
    return this.expand(1, condition, then, otherwise, (c, a, b) => this.choose(yes, c, a, b));
  }

  /** One step of an operation on three diagrams: asks their first variable and goes on in each of its values. */
  private expand(
    operation: number,
    a: Diagram,
    b: Diagram,
    c: Diagram,
    next: (a: Diagram, b: Diagram, c: Diagram) => Diagram,
  ): Diagram {
    const slot =
      ((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ operation) >>> 12) * 5;
    const { cache } = this;
    if (cache[slot] === operation && cache[slot + 1] === a && cache[slot + 2] === b && cache[slot + 3] === c)
      return cache[slot + 4] as number;
    const [first, second, third] = [this.levelOf(a), this.levelOf(b), this.levelOf(c)];
    const level = Math.min(first, second, third);
    const variable = this.variableOf(first === level ? a : second === level ? b : c) as Variable;
    const children: Diagram[] = [];
    for (let value = 0; value < variable.size; value += 1)
      children.push(
        next(
          first === level ? this.child(a, value) : a,
          second === level ? this.child(b, value) : b,
          third === level ? this.child(c, value) : c,
        ),
      );
    const made = this.ask(variable, children);
    cache[slot] = operation;
    cache[slot + 1] = a;
    cache[slot + 2] = b;
    cache[slot + 3] = c;
    cache[slot + 4] = made;
    return made;
  }

  /** The diagram with other leaves. */
  map(diagram: Diagram, leaf: (term: Term) => Diagram): Diagram {
    return this.rebuild(
      diagram,
      (node) => leaf(this.termOf(node)),
      (variable, children) => this.ask(variable, children),
    );
  }

  /** A variable asked above diagrams that may ask it again, or earlier ones. */
  private ask(variable: Variable, children: readonly Diagram[]): Diagram {
    let level = Infinity;
    for (const child of children) level = Math.min(level, this.levelOf(child));
    if (level > variable.level) return this.branch(variable, children);
    if (level === variable.level)
      return this.ask(
        variable,
        children.map((child, value) => (this.variableOf(child) === variable ? this.child(child, value) : child)),
      );
    const top = children.map((child) => this.variableOf(child)).find((one) => one?.level === level) as Variable;
    const parts = Array.from({ length: top.size }, (_, value) =>
      this.ask(
        variable,
        children.map((child) => (this.levelOf(child) === level ? this.child(child, value) : child)),
      ),
    );
    return this.branch(top, parts);
  }

  /** Builds a diagram anew from below. */
  rebuild(
    diagram: Diagram,
    leaf: (node: Diagram) => Diagram,
    node: (variable: Variable, children: readonly Diagram[]) => Diagram,
  ): Diagram {
    const done = new Map<Diagram, Diagram>();
    const visit = (one: Diagram): Diagram => {
      const known = done.get(one);
      if (known !== undefined) return known;
      const variable = this.variableOf(one);
      const made = variable === undefined ? leaf(one) : node(variable, this.childrenOf(one).map(visit));
      done.set(one, made);
      return made;
    };
    return visit(diagram);
  }

  /** The variables that a diagram asks. */
  support(...diagrams: readonly Diagram[]): ReadonlySet<Variable> {
    const found = new Set<Variable>();
    for (const node of this.nodes(diagrams)) {
      const variable = this.variableOf(node);
      if (variable) found.add(variable);
    }
    return found;
  }

  /** The terms that a diagram can come to. */
  outcomes(diagram: Diagram): readonly Term[] {
    return [...this.nodes([diagram])].filter((node) => this.isLeaf(node)).map((node) => this.termOf(node));
  }

  /** Every node of some diagrams. */
  nodes(diagrams: readonly Diagram[]): ReadonlySet<Diagram> {
    const found = new Set<Diagram>();
    const left = [...diagrams];
    for (let node = left.pop(); node !== undefined; node = left.pop()) {
      if (found.has(node)) continue;
      found.add(node);
      const { size } = this.variableOf(node) ?? { size: 0 };
      for (let value = 0; value < size; value += 1) left.push(this.child(node, value));
    }
    return found;
  }
}
