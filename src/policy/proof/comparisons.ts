import { type Diagram, type Diagrams, type Variable } from './diagram';
import { type Comparison, type Order, orderOf, type Ordered, textOf, unknownsOf } from './comparison';
import { Solver } from './solve';
import { type Amount, amountOf, grows, isAtLeast, isQuantity, isWords, type Term, type Words } from './term';

/** A comparison as the diagrams ask it. */
export interface Asked {
  /** How many were asked before it. */
  readonly number: number;
  readonly comparison: Comparison;
  readonly variable: Variable;
  readonly holds: Diagram;
}

const pulledOneWay = new WeakMap<Ordered, boolean>();

/** Whether no unknown has to be high for one side of a comparison and low for the other. */
const isPulledOneWay = (comparison: Ordered): boolean => {
  const { left, right } = comparison;
  const isOneWay =
    pulledOneWay.get(comparison) ??
    (grows(left) && grows(right) && !unknownsOf(left).some((unknown) => unknownsOf(right).includes(unknown)));
  pulledOneWay.set(comparison, isOneWay);
  return isOneWay;
};

/** The unknowns that have to be high for a comparison to come out so, and those that have to be low. */
const pulls = ({ left, right }: Ordered, holds: boolean) =>
  holds ? ([unknownsOf(left), unknownsOf(right)] as const) : ([unknownsOf(right), unknownsOf(left)] as const);

/** Whether both can come out so by what they have in common being as high, or as low, as it gets: nothing is pulled both ways. */
const pullAlike = (one: Ordered, holds: boolean, other: Ordered, otherHolds: boolean): boolean => {
  if (!isPulledOneWay(one) || !isPulledOneWay(other)) return false;
  const [up, down] = pulls(one, holds);
  const [otherUp, otherDown] = pulls(other, otherHolds);
  return !(up.some((unknown) => otherDown.includes(unknown)) || otherUp.some((unknown) => down.includes(unknown)));
};

const contradicts = (
  solver: Solver,
  one: Comparison,
  holds: boolean,
  other: Comparison,
  otherHolds: boolean,
): boolean => {
  if (one.kind === 'rule' || other.kind === 'rule') return false; // of one rule against two settings, see asWhole
  if (one.kind === 'words' || other.kind === 'words')
    return [one, other].every((each) => each.kind === 'words' && typeof each.text === 'string') && holds && otherHolds;
  if (pullAlike(one, holds, other, otherHolds)) return false;
  // "at least" as a chain: the upper end of one is no higher than the lower end of the next
  if (holds && !otherHolds) return isAtLeast(other.left, one.left) && isAtLeast(one.right, other.right);
  if (!holds && otherHolds) return isAtLeast(one.left, other.left) && isAtLeast(other.right, one.right);
  if (!holds && !otherHolds) return isAtLeast(other.left, one.right) && isAtLeast(one.left, other.right);
  const demands = [
    { comparison: one, holds },
    { comparison: other, holds: otherHolds },
  ];
  return solver.solve(demands).status === 'impossible';
};

/**
 * All comparisons met so far. A variable of the diagrams says how each comes out, but never against the others: "at least
 * two years" holds only where "at least one year" does. So no diagram tells apart what cannot be.
 */
export class Comparisons {
  private readonly known = new Map<string, Asked>();
  private readonly byVariable = new Map<Variable, Asked>();
  private readonly byUnknown = new Map<string, Asked[]>();
  /** Finds amounts and words that comparisons ask for. */
  readonly solver = new Solver();
  /** Comparisons are asked after this level at the earliest: where what leads to them is known. */
  after = -Infinity;

  constructor(
    private readonly diagrams: Diagrams,
    private readonly levelOfWords: (words: Words) => number,
  ) {}

  get all(): readonly Asked[] {
    return [...this.known.values()];
  }

  /** The comparison that a variable stands for; undefined where it stands for none. */
  of(variable: Variable): Asked | undefined {
    return this.byVariable.get(variable);
  }

  /** Whether the left is at least the right: known, or asked. Both are numbers, or both dates as days. */
  atLeast(left: Amount, right: Amount): Diagram {
    if (isAtLeast(left, right)) return this.diagrams.leaf(true);
    const highest = typeof left === 'number' ? left : left.high;
    const lowest = typeof right === 'number' ? right : right.low;
    if (highest < lowest) return this.diagrams.leaf(false);
    const comparison = orderOf(left, right);
    return this.ask(comparison.name, levelOf(left, right), comparison);
  }

  /** Whether words that only their writer knows are this text. */
  isText(words: Words, text: string): Diagram {
    if (words.isMany || words.never?.has(text)) return this.diagrams.leaf(false);
    const comparison = textOf(words, text);
    return this.ask(comparison.name, this.levelOfWords(words), comparison);
  }

  /** Whether words are the same as others. */
  isSameText(one: Words, other: Words): Diagram {
    if (one === other || one.isMany || other.isMany) return this.diagrams.leaf(one === other);
    const comparison = one.key < other.key ? textOf(one, other) : textOf(other, one);
    return this.ask(comparison.name, Math.max(this.levelOfWords(one), this.levelOfWords(other)), comparison);
  }

  /**
   * Whether what two rules come to compares so, asked as a whole: which of the left's many values meets which of the
   * right's is left open. More is then possible than can be, so what holds still holds; an example is worked out after.
   */
  asWhole(left: Diagram, order: Order, right: Diagram): Diagram {
    const name = `${left} ${order} ${right}`;
    const known = this.known.get(name);
    if (known) return known.holds;
    const yes = this.diagrams.leaf(true);
    const no = this.diagrams.leaf(false);
    const holds = this.all.reduce(
      (rest, { comparison, holds: other }) => {
        if (comparison.kind !== 'rule' || comparison.left !== left || comparison.order !== order) return rest;
        if (this.isHarder(order, right, comparison.right)) return this.diagrams.choose(other, rest, no);
        return this.isHarder(order, comparison.right, right) ? this.diagrams.choose(other, yes, rest) : rest;
      },
      this.ask(name, -Infinity, { kind: 'rule', keys: [], left, right, order }),
    );
    this.known.set(name, { ...(this.known.get(name) as Asked), holds });
    return holds;
  }

  /** Whether what is at least (or at most) the one is so for the other too. */
  private isHarder(order: Order, one: Diagram, other: Diagram): boolean {
    const [a, b] = [one, other].map((each) => this.diagrams.outcomes(each).filter((term) => term !== undefined));
    if (a?.length !== 1 || b?.length !== 1 || !isQuantity(a[0]) || !isQuantity(b[0])) return false;
    return order === 'atLeast' ? isAtLeast(a[0], b[0]) : order === 'atMost' && isAtLeast(b[0], a[0]);
  }

  private ask(name: string, level: number, comparison: Comparison): Diagram {
    const known = this.known.get(name);
    if (known) return known.holds;
    const [yes, no] = [this.diagrams.leaf(true), this.diagrams.leaf(false)];
    const place = Math.max(Math.floor(level), Math.floor(this.after)) + 0.5;
    const variable: Variable = { name, size: 2, level: place + (this.known.size + 1) / 1e6 };
    const choose = (condition: Diagram, then: Diagram, otherwise: Diagram): Diagram =>
      this.diagrams.choose(condition, then, otherwise);
    let holds = this.diagrams.branch(variable, [no, yes]);
    for (const other of new Set(comparison.keys.flatMap((key) => this.byUnknown.get(key) ?? []))) {
      const cannot = (mine: boolean, its: boolean): boolean =>
        contradicts(this.solver, comparison, mine, other.comparison, its);
      if (cannot(true, true)) holds = choose(other.holds, no, holds);
      if (cannot(true, false)) holds = choose(other.holds, holds, no);
      if (cannot(false, true)) holds = choose(other.holds, yes, holds);
      if (cannot(false, false)) holds = choose(other.holds, holds, yes);
    }
    const asked: Asked = { number: this.known.size, comparison, variable, holds };
    this.known.set(name, asked);
    this.byVariable.set(variable, asked);
    for (const key of comparison.keys) this.byUnknown.set(key, [...(this.byUnknown.get(key) ?? []), asked]);
    return holds;
  }
}

const levelOf = (...amounts: readonly Amount[]): number =>
  Math.max(...amounts.flatMap((one) => (typeof one === 'number' ? [] : one.unknowns.map(({ level }) => level))));

/**
 * Whether two terms are equal, asked where that depends on what officers write. A month is not equal to its first day, so
 * of a date that may be given either way, `isMonth` asks which it is.
 */
export const areEqual = (
  comparisons: Comparisons,
  diagrams: Diagrams,
  isMonth: (term: Term) => Diagram,
  left: Term,
  right: Term,
): Diagram => {
  if (isWords(left) || isWords(right)) {
    const [words, other] = isWords(left) ? [left, right] : [right as Words, left];
    if (typeof other === 'string') return comparisons.isText(words, other);
    return isWords(other) ? comparisons.isSameText(words, other) : diagrams.leaf(false);
  }
  const [a, b] = [amountOf(left), amountOf(right)];
  if (left === right || !(isQuantity(left) || isQuantity(right)) || a === undefined || b === undefined)
    return diagrams.leaf(left !== undefined && left === right);
  if (isDate(left) !== isDate(right)) return diagrams.leaf(false);
  const [yes, no] = [diagrams.leaf(true), diagrams.leaf(false)];
  const isSame = diagrams.choose(comparisons.atLeast(a, b), comparisons.atLeast(b, a), no);
  const [one, other] = [isMonth(left), isMonth(right)];
  const alike = diagrams.choose(one, other, diagrams.choose(other, no, yes));
  return diagrams.choose(isSame, alike, no);
};

const isDate = (term: Term): boolean => typeof term === 'string' || (isQuantity(term) && term.sort === 'date');
