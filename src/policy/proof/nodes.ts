import type { Term } from './term';

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
  /** Stands for a condition, which is put in its place later. */
  readonly isStandIn?: true;
}

/** Thrown when the diagrams outgrow what was allowed: whatever was being proved is then not decided. */
export class OutOfRoom extends Error {
  override readonly name = 'OutOfRoom';
}

/** Stands for a variable where a leaf asks none. */
const noVariable = 0;

/** The nodes of all diagrams, each of them once. Numbers in typed arrays: proofs make some hundred thousands of them. */
export class Nodes {
  private readonly variables: (Variable | undefined)[] = [undefined];
  private readonly numbers = new Map<Variable, number>();
  private readonly leaves = new Map<Term, Diagram>();
  private readonly terms = new Map<Diagram, Term>();
  /** By the number of a variable: its level and its size. */
  private levels = new Float64Array(1 << 12).fill(Infinity, 0, 1);
  private sizes = new Int32Array(1 << 12);
  private standIns = new Uint8Array(1 << 12);
  /** By node: the number of its variable, and of the last variable that it asks; where its children begin. */
  private owner = new Int32Array(1 << 16);
  private last = new Int32Array(1 << 16);
  private first = new Int32Array(1 << 16);
  private open = new Uint8Array(1 << 16);
  private children = new Int32Array(1 << 18);
  private used = 0;
  /** Nodes where their hashes fall, each after its hash: most that are not meant are then told apart at one look. */
  private table = new Int32Array(1 << 18);
  /** The children of nodes that are being made, and how many there are: lists of their own would cost more than all else. */
  private readonly stack: Diagram[] = [];
  private top = 0;
  size = 0;

  /** `room` is the most nodes that may be made. */
  constructor(private readonly room: number) {}

  leaf(term: Term): Diagram {
    const known = this.leaves.get(term);
    if (known !== undefined) return known;
    const made = this.add(noVariable, 0);
    this.leaves.set(term, made);
    this.terms.set(made, term);
    return made;
  }

  isLeaf(diagram: Diagram): boolean {
    return this.owner[diagram] === noVariable;
  }

  /** The term of a leaf. */
  termOf(diagram: Diagram): Term {
    return this.terms.get(diagram);
  }

  /** Whether a diagram asks something that stands for a condition. */
  isOpen(diagram: Diagram): boolean {
    return this.open[diagram] === 1;
  }

  variableOf(diagram: Diagram): Variable | undefined {
    return this.variables[this.owner[diagram] as number];
  }

  child(diagram: Diagram, value: number): Diagram {
    return this.children[(this.first[diagram] as number) + value] as number;
  }

  /** How many values the variable has that a diagram asks first; 0 for a leaf. */
  sizeOf(diagram: Diagram): number {
    return this.sizes[this.owner[diagram] as number] as number;
  }

  childrenOf(diagram: Diagram): readonly Diagram[] {
    return Array.from({ length: this.sizeOf(diagram) }, (_, value) => this.child(diagram, value));
  }

  /** The level of the variable that a diagram asks first; past all where it asks none. */
  levelOf(diagram: Diagram): number {
    return this.levels[this.owner[diagram] as number] as number;
  }

  /** The level of the last variable that a diagram asks; before all where it asks none. */
  deepest(diagram: Diagram): number {
    return this.isLeaf(diagram) ? -Infinity : (this.levels[this.last[diagram] as number] as number);
  }

  /** The diagram that asks a variable and goes on with one of these, each of which asks only later variables. */
  branch(variable: Variable, children: readonly Diagram[]): Diagram {
    for (const child of children) this.push(child);
    return this.branchPushed(this.numberOf(variable));
  }

  /** Keeps a child of a node to be made. */
  protected push(child: Diagram): void {
    this.stack[this.top] = child;
    this.top += 1;
  }

  /** The children kept last for a variable; none of them is kept any longer. */
  protected takePushed(number: number): readonly Diagram[] {
    this.top -= this.sizes[number] as number;
    return this.stack.slice(this.top, this.top + (this.sizes[number] as number));
  }

  /** The node of a variable with the children that were kept last; none of them is kept any longer. */
  protected branchPushed(number: number): Diagram {
    const size = this.sizes[number] as number;
    this.top -= size;
    const { stack, top, table } = this;
    const one = stack[top] as Diagram;
    let same = 1;
    while (same < size && stack[top + same] === one) same += 1;
    if (same >= size) return one;
    let hash = Math.imul(number, 0x9e3779b1);
    for (let value = 0; value < size; value += 1) hash = mixed(hash, stack[top + value] as Diagram);
    hash ^= hash >>> 15;
    const mask = table.length / 2 - 1;
    let at = hash & mask;
    for (let found = table[2 * at + 1] as number; found !== 0; found = table[2 * at + 1] as number) {
      if (table[2 * at] === hash && this.owner[found] === number && this.hasPushed(found, size)) return found;
      at = (at + 1) & mask;
    }
    const made = this.add(number, size);
    table[2 * at] = hash;
    table[2 * at + 1] = made;
    if (this.size * 4 > table.length) this.rehash();
    return made;
  }

  /** Whether all children that were kept lie past a variable in the order. */
  protected isOrdered(number: number): boolean {
    const level = this.levels[number] as number;
    for (let at = this.top - (this.sizes[number] as number); at < this.top; at += 1)
      if (this.levelOf(this.stack[at] as Diagram) <= level) return false;
    return true;
  }

  /** The number of the variable that one of three diagrams asks first. */
  protected firstOf(a: Diagram, b: Diagram, c: Diagram): number {
    const [one, two, three] = [this.owner[a] as number, this.owner[b] as number, this.owner[c] as number];
    let first = one;
    if ((this.levels[two] as number) < (this.levels[first] as number)) first = two;
    return (this.levels[three] as number) < (this.levels[first] as number) ? three : first;
  }

  /** What a diagram goes on with when a variable, which it asks first or not at all, has a value. */
  protected within(diagram: Diagram, number: number, value: number): Diagram {
    return this.owner[diagram] === number ? this.child(diagram, value) : diagram;
  }

  protected variableAt(number: number): Variable {
    return this.variables[number] as Variable;
  }

  protected numberOf(variable: Variable): number {
    const known = this.numbers.get(variable);
    if (known !== undefined) return known;
    const number = this.variables.push(variable) - 1;
    this.numbers.set(variable, number);
    if (number === this.levels.length)
      [this.levels, this.sizes, this.standIns] = [grown(this.levels), grown(this.sizes), grown(this.standIns)];
    this.levels[number] = variable.level;
    this.sizes[number] = variable.size;
    if (variable.isStandIn) this.standIns[number] = 1;
    return number;
  }

  private hasPushed(node: Diagram, size: number): boolean {
    const start = this.first[node] as number;
    for (let value = 0; value < size; value += 1)
      if (this.children[start + value] !== this.stack[this.top + value]) return false;
    return true;
  }

  private add(number: number, size: number): Diagram {
    if (this.size >= this.room) throw new OutOfRoom();
    if (this.size === this.owner.length) {
      [this.owner, this.last] = [grown(this.owner), grown(this.last)];
      [this.first, this.open] = [grown(this.first), grown(this.open)];
    }
    if (this.used + size > this.children.length) this.children = grown(this.children);
    const made = this.size;
    this.size += 1;
    this.owner[made] = number;
    this.first[made] = this.used;
    let last = number;
    let open = this.standIns[number] as number;
    for (let value = 0; value < size; value += 1) {
      const child = this.stack[this.top + value] as Diagram;
      this.children[this.used] = child;
      this.used += 1;
      open |= this.open[child] as number;
      const other = this.last[child] as number;
      if (other !== noVariable && (this.levels[other] as number) > (this.levels[last] as number)) last = other;
    }
    this.last[made] = last;
    this.open[made] = open;
    return made;
  }

  private rehash(): void {
    const before = this.table;
    const table = new Int32Array(before.length * 4);
    const mask = table.length / 2 - 1;
    for (let old = 0; old < before.length; old += 2) {
      const node = before[old + 1] as number;
      if (node === 0) continue;
      let at = (before[old] as number) & mask;
      while (table[2 * at + 1] !== 0) at = (at + 1) & mask;
      table[2 * at] = before[old] as number;
      table[2 * at + 1] = node;
    }
    this.table = table;
  }
}

const mixed = (hash: number, child: Diagram): number =>
  Math.imul(hash ^ (child + 0x7f4a7c15), 0x85ebca6b) ^ (hash >>> 13);

const grown = <Numbers extends Uint8Array | Int32Array | Float64Array>(array: Numbers): Numbers => {
  const larger = new (array.constructor as new (length: number) => Numbers)(array.length * 2);
  larger.set(array);
  return larger;
};
