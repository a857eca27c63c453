import { type Key, partsOfKey } from '../answer';
import { comeOutAs, demandsOf, type Found, mostTries, without } from './assignment';
import type { Asked } from './comparisons';
import type { Assignment, Diagram, Operation, Variable } from './diagram';
import { Memo } from './memo';
import { anyRow, type Counted } from './moment';
import type { Space } from './space';
import { amountOf, isAtLeast, type Term } from './term';

/** Two ways that are alike but for one answer: definite in the first, "I'm not sure" in the second. */
export interface Ways {
  readonly definite: Found;
  readonly unsure: Found;
}

/** Looks for two ways that differ in one answer and of which the second comes to less, and that the same amounts follow. */
type BothWays = (key: Key, answers: Counted) => Ways | 'none' | 'unknown';

/** The least, or the most, that each node of a diagram of whole numbers comes to; nothing is passed over. */
const extremeIn = ({ diagrams }: Space, extreme: 'least' | 'most'): ((node: Diagram) => number) => {
  const known = new Memo();
  const nothing = extreme === 'least' ? noLeast : -noLeast;
  const of = extreme === 'least' ? Math.min : Math.max;
  const visit = (node: Diagram): number => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const term = diagrams.isLeaf(node) ? diagrams.termOf(node) : undefined;
    let found = typeof term === 'number' ? term : nothing;
    const size = diagrams.sizeOf(node);
    for (let value = 0; value < size; value += 1) found = of(found, visit(diagrams.child(node, value)));
    known.set(node, found);
    return found;
  };
  return visit;
};

/** Past every weight: what comes to no number is never less than anything. */
const noLeast = 0x7fffffff;

/** Where the second of two diagrams of numbers comes to less than the first. */
const lessIn = (space: Space): Operation => {
  const { diagrams, yes, no } = space;
  const [leastOf, mostOf] = [extremeIn(space, 'least'), extremeIn(space, 'most')];
  return diagrams.operation((one, other) => {
    if (one === other || leastOf(other) >= mostOf(one)) return no;
    return diagrams.isLeaf(one) && diagrams.isLeaf(other) ? yes : undefined;
  });
};

/** Whether a value of one of an answer's own variables may be part of a definite answer: what was left open is none. */
const isDefinite = ({ toUnsure, unsureBy, variables, chosen }: Counted, variable: Variable, value: number): boolean =>
  !(variable === unsureBy && value === toUnsure?.get(variable)) &&
  !(variable === variables[0] && chosen(() => value) === undefined);

/** The nodes of a diagram by the variable that they ask. */
const nodesByVariable = ({ diagrams }: Space, diagram: Diagram): ReadonlyMap<Variable, readonly Diagram[]> => {
  const found = new Map<Variable, Diagram[]>();
  for (const node of diagrams.nodes([diagram])) {
    const variable = diagrams.variableOf(node);
    const known = variable && found.get(variable);
    if (known) known.push(node);
    else if (variable) found.set(variable, [node]);
  }
  return found;
};

/** Whether a comparison has to do with rows that officers add, any of which may be the one that changes. */
const isOfRows = ({ comparison }: Asked): boolean =>
  comparison.kind === 'order' &&
  [comparison.left, comparison.right].some(
    (one) => typeof one !== 'number' && one.unknowns.some(({ key }) => key.startsWith('rows ')),
  );

/**
 * Puts a definite answer and "I'm not sure" side by side, in one diagram: what is alike on both sides is one variable, and
 * a comparison that the answer has a part in has a twin, which says how it comes out with "I'm not sure".
 */
export const bothWaysOf = (space: Space, weight: Diagram): BothWays => {
  const { diagrams, yes, no, none } = space;
  const nodes = nodesByVariable(space, weight);
  const rules = space.comparisons.all.filter(({ comparison }) => comparison.kind === 'rule');
  const less = lessIn(space);
  const twins = new Map<Variable, Variable>();
  const twinOf = (variable: Variable): Variable => {
    const twin = twins.get(variable) ?? {
      name: `${variable.name}, not sure`,
      size: variable.size,
      level: variable.level + 5e-7,
    };
    twins.set(variable, twin);
    return twin;
  };
  const supports = new Map<Asked, ReadonlySet<Variable>>();
  const supportOf = (asked: Asked): ReadonlySet<Variable> => {
    const { comparison } = asked;
    const found =
      supports.get(asked) ?? (comparison.kind === 'rule' ? diagrams.support(comparison.left) : new Set<Variable>());
    supports.set(asked, found);
    return found;
  };

  /** The comparisons that an answer has a part in, itself or by way of others. */
  const followedBy = (own: ReadonlySet<Variable>): readonly Asked[] => {
    const changed = new Set(own);
    return rules.filter((asked) => {
      const isFollowed = [...changed].some((variable) => supportOf(asked).has(variable));
      if (isFollowed) changed.add(asked.variable);
      return isFollowed;
    });
  };

  /** Whether the second can come to less right where the answer is asked: a quick look, which never says no too often. */
  const mayBeLess = (answers: Counted, unsureOf: (diagram: Diagram) => Diagram): boolean =>
    [...(answers.toUnsure ?? [])].some(([variable, fixed]) =>
      (nodes.get(variable) ?? []).some((node) => {
        const unsure = unsureOf(diagrams.child(node, fixed));
        return diagrams
          .childrenOf(node)
          .some((one, value) => isDefinite(answers, variable, value) && diagrams.combine(less, one, unsure) !== no);
      }),
    );

  /** How a comparison and its twin may come out, where what they compare is known on both sides. */
  const together = ({ comparison, variable }: Asked, unsureOf: (diagram: Diagram) => Diagram): Diagram => {
    if (comparison.kind !== 'rule') return yes;
    const definite = space.flag(variable);
    const unsure = space.flag(twinOf(variable));
    const [falls, rises] = [space.or(definite, space.not(unsure)), space.or(unsure, space.not(definite))];
    const grows = comparison.order === 'atLeast' || comparison.order === 'after';
    const follows = diagrams.operation((one, other) => {
      if (one === other) return space.and(falls, rises);
      if (!diagrams.isLeaf(one) || !diagrams.isLeaf(other)) return undefined;
      const [a, b] = [one, other].map((leaf): Term => diagrams.termOf(leaf)).map(amountOf);
      if (a === undefined || b === undefined) return yes;
      if (isAtLeast(a, b)) return grows ? falls : rises;
      if (isAtLeast(b, a)) return grows ? rises : falls;
      return yes;
    });
    return diagrams.combine(follows, comparison.left, unsureOf(comparison.left));
  };

  return (key, answers) => {
    const fixed = answers.toUnsure ?? new Map<Variable, number>();
    const followed = followedBy(new Set(fixed.keys()));
    const free =
      partsOfKey(key).row === anyRow
        ? [
            ...[...space.guesses].flatMap(([name, variable]) => (name.startsWith('rows which ') ? [variable] : [])),
            ...space.comparisons.all.filter(isOfRows).map(({ variable }) => variable),
          ]
        : [];
    const twinned = new Map([...followed.map(({ variable }) => variable), ...free].map((one) => [one, twinOf(one)]));
    const changed = new Map<Variable, number | Variable>([...twinned, ...fixed]);
    if (![...changed.keys()].some((variable) => nodes.has(variable))) return 'none';
    const unsureOf = (diagram: Diagram): Diagram => diagrams.replace(diagram, changed);
    if (twinned.size === 0 && !mayBeLess(answers, unsureOf)) return 'none';
    const here = space.choose(answers.asked, weight, none);
    const lighter = diagrams.combine(less, here, unsureOf(here));
    if (lighter === no) return 'none';
    const definite = [...fixed.keys()].map((variable) =>
      diagrams.branch(
        variable,
        Array.from({ length: variable.size }, (_, value) => space.leaf(isDefinite(answers, variable, value))),
      ),
    );
    const alike = followed.map((asked) => together(asked, unsureOf));
    const condition = space.and(...definite, ...alike);
    let left = lighter;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const way = space.meet(left, condition);
      if (!way) return 'none';
      const sides = sidesOf(way, twinned, fixed);
      const found = followedTogether(space, sides);
      if (found !== 'impossible') return found;
      left = space.and(left, space.not(ruledOut(space, sides, unsureOf)));
    }
    return 'unknown';
  };
};

type Sides = readonly [definite: Assignment, unsure: Assignment];

/** The two ways that are put side by side in one. */
const sidesOf = (
  way: Assignment,
  twinned: ReadonlyMap<Variable, Variable>,
  fixed: ReadonlyMap<Variable, number>,
): Sides => {
  const twins = new Set(twinned.values());
  const definite = new Map([...way].filter(([variable]) => !twins.has(variable)));
  const unsure = new Map([...definite, ...fixed]);
  for (const [variable, twin] of twinned) {
    const value = way.get(twin);
    if (value === undefined) unsure.delete(variable);
    else unsure.set(variable, value);
  }
  return [definite, unsure];
};

/** Both ways with amounts that go with each of them. */
const followedTogether = (space: Space, sides: Sides): Ways | 'impossible' | 'unknown' => {
  const [definite, unsure] = sides.map((assignment) => ({ assignment, demands: demandsOf(space, assignment) })) as [
    Omit<Found, 'solution'>,
    Omit<Found, 'solution'>,
  ];
  const solution = space.comparisons.solver.solve([...definite.demands, ...unsure.demands]);
  if (solution.status !== 'found') return solution.status;
  return { definite: { ...definite, solution }, unsure: { ...unsure, solution } };
};

/** Where comparisons come out as on two ways that amounts cannot follow: on one of them, or on both together. */
const ruledOut = (space: Space, [definite, unsure]: Sides, unsureOf: (diagram: Diagram) => Diagram): Diagram => {
  const { solver } = space.comparisons;
  const isImpossible = (one: Assignment): boolean => solver.solve(demandsOf(space, one)).status === 'impossible';
  if (isImpossible(definite)) return without(space, definite);
  if (isImpossible(unsure)) return unsureOf(without(space, unsure));
  return space.and(comeOutAs(space, definite), unsureOf(comeOutAs(space, unsure)));
};
