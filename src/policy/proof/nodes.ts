import type { Diagram, Variable } from './diagram';

/** Thrown when the diagrams outgrow what was allowed: whatever was being proved is then not decided. */
export class OutOfRoom extends Error {
  override readonly name = 'OutOfRoom';
}

/** The nodes of all diagrams, each of them once. */
export class Nodes<Term> {
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
  private table = new Int32Array(1 << 21);
  size = 0;

  /** `room` is the most nodes that may be made. */
  constructor(private readonly room: number) {}

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
    const found: Diagram[] = [];
    for (let value = 0; value < size; value += 1) found.push(this.children[start + value] as number);
    return found;
  }

  /** The level of the variable that a diagram asks first; past all where it asks none. */
  levelOf(diagram: Diagram): number {
    return this.levels[diagram] as number;
  }

  /** The diagram that asks a variable and goes on with one of these, each of which asks only later variables. */
  branch(variable: Variable, children: readonly Diagram[]): Diagram {
    const one = children[0] as Diagram;
    let same = 1;
    while (same < children.length && children[same] === one) same += 1;
    if (same >= children.length) return one;
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
    for (let index = 0; index < children.length; index += 1)
      hash = Math.imul(hash ^ ((children[index] as number) + 0x7f4a7c15), 0x85ebca6b) ^ (hash >>> 13);
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

  /** The level of the last variable that some diagrams ask. */
  deepest(...diagrams: readonly Diagram[]): number {
    return Math.max(...diagrams.map((diagram) => this.deepests[diagram] as number));
  }
}

const grown = <Numbers extends Int32Array | Float64Array>(array: Numbers): Numbers => {
  const larger = new (array.constructor as new (length: number) => Numbers)(array.length * 2);
  larger.set(array);
  return larger;
};
