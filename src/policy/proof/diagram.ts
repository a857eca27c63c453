import { Memo } from './memo';
import type { Diagram, Variable } from './nodes';
import { Reading } from './reading';
import type { Term } from './term';

export type { Diagram, Variable };

/** One value for each variable that a way through some diagrams asks; any other may have any. */
export type Assignment = ReadonlyMap<Variable, number>;

/** Two nodes as one number: there are fewer than 2^26. */
export const pairOf = (left: Diagram, right: Diagram): number => left * 67_108_864 + right;

/** An operation on two diagrams: what two leaves come to, or undefined where more must be asked first. */
export interface Operation {
  readonly id: number;
  readonly meet: (left: Diagram, right: Diagram) => Diagram | undefined;
}

/** What was worked out is kept where its hash falls, until something else falls there: operation, three diagrams, result. */
const cacheSize = 1 << 20;

const choosing = 1;
const giving = 2;

/** Diagrams and what is done with them. */
export class Diagrams extends Reading {
  readonly no = this.leaf(false);
  readonly yes = this.leaf(true);
  private readonly cache = new Int32Array(cacheSize * 5);
  private readonly rebuilt = new Memo();
  private operations = giving;

  /** An operation of its own: results are remembered by its number. */
  operation(meet: Operation['meet']): Operation {
    return { id: this.question(), meet };
  }

  /** What an operation makes of two diagrams. */
  combine(operation: Operation, left: Diagram, right: Diagram): Diagram {
    const met = operation.meet(left, right);
    if (met !== undefined) return met;
    const { cache } = this;
    const slot = slotOf(operation.id, left, right, 0);
    if (cache[slot] === operation.id && cache[slot + 1] === left && cache[slot + 2] === right)
      return cache[slot + 4] as Diagram;
    const number = this.firstOf(left, right, left);
    const { size } = this.variableAt(number);
    for (let value = 0; value < size; value += 1)
      this.push(this.combine(operation, this.within(left, number, value), this.within(right, number, value)));
    // what two leaves come to may ask for more, and earlier
    const made = this.isOrdered(number)
      ? this.branchPushed(number)
      : this.ask(this.variableAt(number), this.takePushed(number));
    return this.keep(slot, operation.id, left, right, 0, made);
  }

  /** `then` where the condition is the leaf `yes`, `otherwise` where it is not. */
  choose(condition: Diagram, then: Diagram, otherwise: Diagram): Diagram {
    const { yes, no, cache } = this;
    if (then === otherwise) return then;
    if (this.isLeaf(condition)) return condition === yes ? then : otherwise;
    if (then === yes ? otherwise === no || otherwise === condition : otherwise === no && then === condition)
      return condition;
    const slot = slotOf(choosing, condition, then, otherwise);
    if (
      cache[slot] === choosing &&
      cache[slot + 1] === condition &&
      cache[slot + 2] === then &&
      cache[slot + 3] === otherwise
    )
      return cache[slot + 4] as Diagram;
    const number = this.firstOf(condition, then, otherwise);
    const { size } = this.variableAt(number);
    for (let value = 0; value < size; value += 1)
      this.push(
        this.choose(
          this.within(condition, number, value),
          this.within(then, number, value),
          this.within(otherwise, number, value),
        ),
      );
    return this.keep(slot, choosing, condition, then, otherwise, this.branchPushed(number));
  }

  /** Where all of some conditions hold. The last is taken first: what they say of later answers is then not gone through again. */
  and(...parts: readonly Diagram[]): Diagram {
    return parts.reduceRight(
      (all, part) => (part < all ? this.choose(part, all, this.no) : this.choose(all, part, this.no)),
      this.yes,
    );
  }

  /** Where one of some conditions holds. */
  or(...parts: readonly Diagram[]): Diagram {
    return parts.reduceRight(
      (all, part) => (part < all ? this.choose(part, this.yes, all) : this.choose(all, this.yes, part)),
      this.no,
    );
  }

  not(condition: Diagram): Diagram {
    return this.choose(condition, this.no, this.yes);
  }

  /** What a variable leads to, in each of its values: diagrams that may ask it again, or earlier ones. */
  ask(variable: Variable, children: readonly Diagram[]): Diagram {
    if (children.every((child) => this.levelOf(child) > variable.level)) return this.branch(variable, children);
    return children.reduce((rest, child, value) =>
      this.choose(
        this.branch(
          variable,
          children.map((_, one) => (one === value ? this.yes : this.no)),
        ),
        child,
        rest,
      ),
    );
  }

  /** A diagram that is the same where a condition holds, and smaller for being anything elsewhere (Coudert and Madre 1990). */
  given(condition: Diagram, diagram: Diagram): Diagram {
    const { yes, no, cache } = this;
    if (condition === yes || condition === no || this.isLeaf(diagram)) return diagram;
    const slot = slotOf(giving, condition, diagram, 0);
    if (cache[slot] === giving && cache[slot + 1] === condition && cache[slot + 2] === diagram)
      return cache[slot + 4] as Diagram;
    const made = this.givenBelow(condition, diagram);
    return this.keep(slot, giving, condition, diagram, 0, made);
  }

  private givenBelow(condition: Diagram, diagram: Diagram): Diagram {
    // what the diagram does not ask need not be known
    if (this.levelOf(condition) < this.levelOf(diagram))
      return this.given(this.or(...this.childrenOf(condition)), diagram);
    const number = this.firstOf(diagram, diagram, diagram);
    const size = this.sizeOf(diagram);
    let any = diagram;
    for (let value = 0; value < size; value += 1) {
      const where = this.within(condition, number, value);
      if (where !== this.no) any = this.given(where, this.child(diagram, value));
    }
    for (let value = 0; value < size; value += 1) {
      const where = this.within(condition, number, value);
      this.push(where === this.no ? any : this.given(where, this.child(diagram, value)));
    }
    return this.branchPushed(number);
  }

  /** The diagram with other leaves. */
  map(diagram: Diagram, leaf: (term: Term) => Diagram): Diagram {
    return this.combine(this.mapping(leaf), diagram, this.yes);
  }

  /** A mapping of leaves as an operation, whose other side is `yes`: for one that is needed again and again. */
  mapping(leaf: (term: Term) => Diagram): Operation {
    return this.operation((node) => (this.isLeaf(node) ? leaf(this.termOf(node)) : undefined));
  }

  /** Where a condition holds for some values of the variables that are forgotten. */
  forget(condition: Diagram, isForgotten: (variable: Variable) => boolean): Diagram {
    return this.rebuild(condition, (node, number, visit) => {
      if (!isForgotten(this.variableAt(number))) return this.branchOf(node, number, visit);
      let any = this.no;
      for (let value = this.sizeOf(node) - 1; value >= 0 && any !== this.yes; value -= 1)
        any = this.or(any, visit(this.child(node, value)));
      return any;
    });
  }

  /** The diagram with one value of some variables, and others in the place of some, which stand there in the order too. */
  replace(diagram: Diagram, by: ReadonlyMap<Variable, number | Variable>): Diagram {
    const first = Math.min(...[...by.keys()].map(({ level }) => level));
    const last = Math.max(...[...by.keys()].map(({ level }) => level));
    return this.rebuild(diagram, (node, number, visit) => {
      if (this.deepest(node) < first || this.levelOf(node) > last) return node;
      const found = by.get(this.variableAt(number));
      if (typeof found === 'number') return visit(this.child(node, found));
      return this.branchOf(node, found ? this.numberOf(found) : number, visit);
    });
  }

  private branchOf(node: Diagram, number: number, visit: (node: Diagram) => Diagram): Diagram {
    const size = this.sizeOf(node);
    for (let value = 0; value < size; value += 1) this.push(visit(this.child(node, value)));
    return this.branchPushed(number);
  }

  /** Builds a diagram anew, each of its nodes once. */
  private rebuild(
    diagram: Diagram,
    make: (node: Diagram, number: number, visit: (node: Diagram) => Diagram) => Diagram,
  ): Diagram {
    const { rebuilt } = this;
    rebuilt.begin();
    const visit = (node: Diagram): Diagram => {
      if (this.isLeaf(node)) return node;
      const known = rebuilt.get(node);
      if (known !== undefined) return known;
      const made = make(node, this.firstOf(node, node, node), visit);
      rebuilt.set(node, made);
      return made;
    };
    return visit(diagram);
  }

  /** The number of a question about two nodes that others answer, whose answers are remembered here for a while. */
  question(): number {
    this.operations += 1;
    return this.operations;
  }

  /** What was answered about two nodes, if that is remembered. */
  recall(question: number, left: Diagram, right: Diagram): number | undefined {
    const { cache } = this;
    const slot = slotOf(question, left, right, 0);
    return cache[slot] === question && cache[slot + 1] === left && cache[slot + 2] === right
      ? cache[slot + 4]
      : undefined;
  }

  /** Remembers an answer, and gives it back. */
  remember(question: number, left: Diagram, right: Diagram, answer: number): number {
    return this.keep(slotOf(question, left, right, 0), question, left, right, 0, answer);
  }

  private keep(slot: number, operation: number, a: Diagram, b: Diagram, c: Diagram, made: Diagram): Diagram {
    const { cache } = this;
    cache[slot] = operation;
    cache[slot + 1] = a;
    cache[slot + 2] = b;
    cache[slot + 3] = c;
    cache[slot + 4] = made;
    return made;
  }
}

const slotOf = (operation: number, a: Diagram, b: Diagram, c: Diagram): number => {
  const mixed =
    Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(operation, 0x27d4eb2f);
  return ((mixed ^ (mixed >>> 15)) & (cacheSize - 1)) * 5;
};
