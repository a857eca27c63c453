import type { Key } from '../answer';
import type { Asked } from './comparisons';
import { type Assignment, type Diagram, pairOf, type Variable } from './diagram';
import type { Passages } from './passage';
import type { Counted } from './moment';
import { amountOf, isAtLeast, type Range, type Term } from './term';

/** How a comparison may come out with the definite answer and with "I'm not sure", side by side. */
export type Pairing = 'same' | 'falls' | 'rises' | 'any';

const allowed = (pairing: Pairing, definite: number, unsure: number): boolean => {
  if (pairing === 'any') return true;
  if (pairing === 'same') return definite === unsure;
  return pairing === 'falls' ? unsure <= definite : unsure >= definite;
};

/** One answer that is put another way: its field, and how everything else may follow. */
export interface Change {
  readonly key: Key;
  readonly answers: Counted;
  /** The comparisons that the answer has a part in. */
  readonly pairings: Map<Variable, Pairing>;
  /** Below this level, both sides ask the same. */
  readonly last: number;
}

/**
 * Which values of an answer's own variables stand side by side: a definite answer, and "I'm not sure". What was left open
 * is not put another way.
 */
const ownPairs = (
  { answers }: Pick<Change, 'answers'>,
  variable: Variable,
): ((definite: number, unsure: number) => boolean) | undefined => {
  const fixed = answers.toUnsure?.get(variable);
  if (fixed === undefined) return undefined;
  const tells = variable === answers.unsureBy;
  const isFirst = variable === answers.variables[0];
  return (definite, unsure) =>
    unsure === fixed && !(tells && definite === fixed) && !(isFirst && answers.chosen(() => definite) === undefined);
};

/** The two ways through a pair of diagrams. */
export interface Ways {
  readonly definite: Assignment;
  readonly unsure: Assignment;
}

/** What a comparison compares, on both sides, as far as it is known on a way. */
interface Followed {
  readonly asked: Asked;
  readonly definite: Diagram;
  readonly unsure: Diagram;
}

/**
 * Goes through two diagrams at once, one with the definite answer and one with "I'm not sure", to leaves that differ so.
 * Comparisons that are `followed` are known to come out alike where both sides compare the same.
 */
export const walkBoth = (
  { space }: Passages,
  change: Change,
  diagram: Diagram,
  differ: (definite: Term, unsure: Term) => boolean,
  followed: readonly Asked[] = [],
  cannot: (definite: Diagram, unsure: Diagram) => boolean = () => false,
): Ways | undefined => {
  const { diagrams } = space;
  const failed = new Set<number | string>();
  const level = (node: Diagram): number => diagrams.levelOf(node);
  const within = (node: Diagram, variable: Variable, value: number): Diagram =>
    diagrams.variableOf(node) === variable ? diagrams.child(node, value) : node;
  const visit = (
    a: Diagram,
    b: Diagram,
    follow: readonly Followed[],
  ): readonly (readonly [Variable, number, number])[] | undefined => {
    if ((a === b && level(a) > change.last) || cannot(a, b)) return undefined;
    if (diagrams.isLeaf(a) && diagrams.isLeaf(b))
      return differ(diagrams.termOf(a), diagrams.termOf(b)) ? [] : undefined;
    let first = level(a) <= level(b) ? a : b;
    for (const one of follow)
      for (const node of [one.definite, one.unsure]) if (level(node) < level(first)) first = node;
    const variable = diagrams.variableOf(first);
    if (!variable) return undefined;
    const name =
      follow.length === 0 ? pairOf(a, b) : [a, b, ...follow.flatMap((one) => [one.definite, one.unsure])].join(' ');
    if (failed.has(name)) return undefined;
    const own = ownPairs(change, variable);
    const here = follow.find(({ asked }) => asked.variable === variable);
    const pairing = here ? pairingAt(space, here) : (change.pairings.get(variable) ?? 'same');
    const left = here ? follow.filter((one) => one !== here) : follow;
    for (let value = 0; value < variable.size; value += 1)
      for (let other = 0; other < variable.size; other += 1) {
        const may = own ? own(value, other) : allowed(pairing, value, other);
        if (!may) continue;
        const next = left.map((one) => ({
          ...one,
          definite: within(one.definite, variable, value),
          unsure: within(one.unsure, variable, other),
        }));
        const rest = visit(within(a, variable, value), within(b, variable, other), next);
        if (rest) return [...rest, [variable, value, other]];
      }
    failed.add(name);
    return undefined;
  };
  const start = followed.flatMap((asked) =>
    asked.comparison.kind === 'rule' ? [{ asked, definite: asked.comparison.left, unsure: asked.comparison.left }] : [],
  );
  const ways = visit(diagram, diagram, start);
  return (
    ways && {
      definite: new Map(ways.map(([variable, value]) => [variable, value])),
      unsure: new Map(ways.map(([variable, , value]) => [variable, value])),
    }
  );
};

/** The least and most that each node of a diagram of numbers comes to; nothing is passed over. */
export const weightRanges = ({ diagrams }: Passages['space']): ((node: Diagram) => Range) => {
  const known = new Map<Diagram, Range>();
  const visit = (node: Diagram): Range => {
    const before = known.get(node);
    if (before) return before;
    const term = diagrams.isLeaf(node) ? diagrams.termOf(node) : undefined;
    const own = typeof term === 'number' ? { low: term, high: term } : { low: Infinity, high: -Infinity };
    const range = diagrams.childrenOf(node).reduce((all, child) => {
      const { low, high } = visit(child);
      return { low: Math.min(all.low, low), high: Math.max(all.high, high) };
    }, own);
    known.set(node, range);
    return range;
  };
  return visit;
};

/** The nodes of a diagram by the variable that they ask. */
export const nodesByVariable = (
  { diagrams }: Passages['space'],
  diagram: Diagram,
): ReadonlyMap<Variable, readonly Diagram[]> => {
  const found = new Map<Variable, Diagram[]>();
  for (const node of diagrams.nodes([diagram])) {
    const variable = diagrams.variableOf(node);
    if (!variable) continue;
    const known = found.get(variable);
    if (known) known.push(node);
    else found.set(variable, [node]);
  }
  return found;
};

/**
 * Whether the two sides can differ at all, whatever leads to where they part: at the answer itself, or at a comparison that
 * it has a part in. A quick look, which says yes too often and never no.
 */
export const mayDiffer = (
  { space: { diagrams } }: Passages,
  change: Change,
  nodes: ReadonlyMap<Variable, readonly Diagram[]>,
  rangeOf: (node: Diagram) => Range,
): boolean => {
  const { answers, pairings, last } = change;
  const failed = new Set<number>();
  const visit = (a: Diagram, b: Diagram): boolean => {
    if (rangeOf(b).low >= rangeOf(a).high) return false;
    const [left, right] = [diagrams.levelOf(a), diagrams.levelOf(b)];
    if (a === b && left > last) return false;
    const variable = diagrams.variableOf(left <= right ? a : b);
    if (!variable) return isLighter(diagrams.termOf(a), diagrams.termOf(b));
    const key = pairOf(a, b);
    if (failed.has(key)) return false;
    failed.add(key);
    const pairing = pairings.get(variable);
    const own = ownPairs(change, variable);
    for (let value = 0; value < variable.size; value += 1) {
      const one = left <= right ? diagrams.child(a, value) : a;
      if (pairing === undefined && own === undefined) {
        if (visit(one, right <= left ? diagrams.child(b, value) : b)) return true;
        continue;
      }
      for (let other = 0; other < variable.size; other += 1)
        if (
          (own ? own(value, other) : allowed(pairing ?? 'same', value, other)) &&
          visit(one, right <= left ? diagrams.child(b, other) : b)
        )
          return true;
    }
    return false;
  };
  const parts = (variable: Variable, may: (definite: number, unsure: number) => boolean): boolean =>
    (nodes.get(variable) ?? []).some((node) =>
      diagrams
        .childrenOf(node)
        .some((one, value) => diagrams.childrenOf(node).some((two, other) => may(value, other) && visit(one, two))),
    );
  return (
    [...(answers.toUnsure?.keys() ?? [])].some((variable) =>
      parts(variable, ownPairs(change, variable) ?? (() => false)),
    ) ||
    [...pairings].some(([variable, pairing]) =>
      parts(variable, (value, other) => value !== other && allowed(pairing, value, other)),
    )
  );
};

const isLighter = (definite: Term, unsure: Term): boolean =>
  typeof definite === 'number' && typeof unsure === 'number' && unsure < definite;

/** Follows the comparisons that came out differently, and only those, until no way is left or the way stands. */
export const followDiffering = (
  passages: Passages,
  change: Change,
  diagram: Diagram,
  rangeOf: (node: Diagram) => Range,
): Ways | undefined => {
  const cannot = (definite: Diagram, unsure: Diagram): boolean => rangeOf(unsure).low >= rangeOf(definite).high;
  const followed: Asked[] = [];
  for (;;) {
    const ways = walkBoth(passages, change, diagram, isLighter, followed, cannot);
    const more = passages.space.comparisons.all.filter(
      (asked) =>
        asked.comparison.kind === 'rule' &&
        !followed.includes(asked) &&
        ways?.definite.get(asked.variable) !== ways?.unsure.get(asked.variable),
    );
    if (!ways || more.length === 0) return ways;
    followed.push(...more);
  }
};

/** How a comparison may come out where both sides are known. */
const pairingAt = ({ diagrams }: Passages['space'], { asked: { comparison }, definite, unsure }: Followed): Pairing => {
  if (definite === unsure) return 'same';
  if (comparison.kind !== 'rule' || !diagrams.isLeaf(definite) || !diagrams.isLeaf(unsure)) return 'any';
  const [a, b] = [amountOf(diagrams.termOf(definite)), amountOf(diagrams.termOf(unsure))];
  if (a === undefined || b === undefined) return 'any';
  const grows = comparison.order === 'atLeast' || comparison.order === 'after';
  if (isAtLeast(a, b)) return grows ? 'falls' : 'rises';
  if (isAtLeast(b, a)) return grows ? 'rises' : 'falls';
  return 'any';
};
