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

/** Thrown when the diagrams outgrow what was allowed: whatever was being proved is then not decided. */
export class OutOfRoom extends Error {
  override readonly name = 'OutOfRoom';
}

/** An operation on two diagrams: what two leaves come to, or undefined where more must be asked first. */
export interface Operation {
  readonly id: number;
  readonly meet: (left: Diagram, right: Diagram) => Diagram | undefined;
}

const cacheSize = 1 << 20;

export class Diagrams<Term> {
  private readonly variables: Variable[] = [];
  private readonly numbers = new Map<Variable, number>();
  private readonly leaves = new Map<Term, Diagram>();
  private readonly terms = new Map<Diagram, Term>();
  private owner = new Int32Array(1 << 14);
  private first = new Int32Array(1 << 14);
  private levels = new Float64Array(1 << 14);
  private deepests = new Float64Array(1 << 14);
  private children = new Int32Array(1 << 16);
  private used = 0;
  private table = new Int32Array(1 << 15);
  private readonly cache = new Int32Array(cacheSize * 5);
  private operations = 1;
  size = 0;

  /** `room` is the most nodes that may be made. */
  constructor(private readonly room: number) {}

  /** An operation of its own: results are remembered by its number. */
  operation(meet: Operation['meet']): Operation {
    this.operations += 1;
    return { id: this.operations, meet };
  }

  leaf(term: Term): Diagram {
    const known = this.leaves.get(term);
    if (known !== undefined) return known;
    const made = this.add(-1, []);
    this.leaves.set(term, made);
    this.terms.set(made, term);
    return made;
  }

  isLeaf(diagram: Diagram): boolean {
    return this.owner[diagram] === -1;
  }

  /** The term of a leaf. */
  termOf(diagram: Diagram): Term {
    return this.terms.get(diagram) as Term;
  }

  variableOf(diagram: Diagram): Variable | undefined {
    return this.variables[this.owner[diagram] as number];
  }

  child(diagram: Diagram, value: number): Diagram {
    return this.children[(this.first[diagram] as number) + value] as number;
  }

  childrenOf(diagram: Diagram): readonly Diagram[] {
    const { size } = this.variableOf(diagram) ?? { size: 0 };
    const start = this.first[diagram] as number;
    return size === 0 ? [] : [...this.children.subarray(start, start + size)];
  }

  /** The level of the variable that a diagram asks first; past all where it asks none. */
  levelOf(diagram: Diagram): number {
    return this.levels[diagram] as number;
  }

  /** The diagram that asks a variable and goes on with one of these, each of which asks only later variables. */
  branch(variable: Variable, children: readonly Diagram[]): Diagram {
    const [one] = children;
    if (one !== undefined && children.every((child) => child === one)) return one;
    let number = this.numbers.get(variable);
    if (number === undefined) {
      number = this.variables.push(variable) - 1;
      this.numbers.set(variable, number);
    }
    const mask = this.table.length - 1;
    let slot = this.hash(number, children) & mask;
    for (let found = this.table[slot] as number; found !== 0; found = this.table[slot] as number) {
      if (this.isNode(found - 1, number, children)) return found - 1;
      slot = (slot + 1) & mask;
    }
    const made = this.add(number, children);
    this.table[slot] = made + 1;
    if (this.size * 2 > this.table.length) this.rehash();
    return made;
  }

  private isNode(node: Diagram, number: number, children: readonly Diagram[]): boolean {
    if (this.owner[node] !== number) return false;
    for (let index = 0; index < children.length; index += 1)
      if (this.child(node, index) !== children[index]) return false;
    return true;
  }

  private hash(number: number, children: readonly Diagram[]): number {
    let hash = Math.imul(number + 1, 0x9e3779b1);
    for (const child of children) hash = Math.imul(hash ^ (child + 0x7f4a7c15), 0x85ebca6b) ^ (hash >>> 13);
    return (hash ^ (hash >>> 16)) >>> 0;
  }

  private add(number: number, children: readonly Diagram[]): Diagram {
    if (this.size >= this.room) throw new OutOfRoom();
    if (this.size === this.owner.length) {
      this.owner = grown(this.owner);
      this.first = grown(this.first);
      this.levels = grown(this.levels);
      this.deepests = grown(this.deepests);
    }
    if (this.used + children.length > this.children.length) this.children = grown(this.children);
    const made = this.size;
    this.size += 1;
    this.owner[made] = number;
    this.first[made] = this.used;
    const level = this.variables[number]?.level;
    this.levels[made] = level ?? Infinity;
    let deepest = level ?? -Infinity;
    for (const child of children) {
      this.children[this.used] = child;
      this.used += 1;
      deepest = Math.max(deepest, this.deepests[child] as number);
    }
    this.deepests[made] = deepest;
    return made;
  }

  private rehash(): void {
    this.table = new Int32Array(this.table.length * 2);
    const mask = this.table.length - 1;
    for (let node = 0; node < this.size; node += 1) {
      if (this.isLeaf(node)) continue;
      let slot = this.hash(this.owner[node] as number, this.childrenOf(node)) & mask;
      while (this.table[slot] !== 0) slot = (slot + 1) & mask;
      this.table[slot] = node + 1;
    }
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

  /** The diagram where a variable has one value. */
  restrict(diagram: Diagram, where: Variable, value: number): Diagram {
    return this.rebuild(
      diagram,
      (node) => node,
      (variable, children) => (variable === where ? (children[value] as Diagram) : this.branch(variable, children)),
      where.level,
    );
  }

  /** Builds a diagram anew from below; what asks nothing up to `until` stays as it is. */
  rebuild(
    diagram: Diagram,
    leaf: (node: Diagram) => Diagram,
    node: (variable: Variable, children: readonly Diagram[]) => Diagram,
    until = Infinity,
  ): Diagram {
    const done = new Map<Diagram, Diagram>();
    const visit = (one: Diagram): Diagram => {
      const known = done.get(one);
      if (known !== undefined) return known;
      const variable = this.variableOf(one);
      const made =
        variable === undefined
          ? leaf(one)
          : variable.level > until
            ? one
            : node(variable, this.childrenOf(one).map(visit));
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

  /** The level of the last variable that some diagrams ask. */
  deepest(...diagrams: readonly Diagram[]): number {
    return Math.max(...diagrams.map((diagram) => this.deepests[diagram] as number));
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

const grown = <Numbers extends Int32Array | Float64Array>(array: Numbers): Numbers => {
  const larger = new (array.constructor as new (length: number) => Numbers)(array.length * 2);
  larger.set(array);
  return larger;
};
