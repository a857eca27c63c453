import { askedFields, type Walk } from '../walk';
import { type Answer, type Key, partsOfKey } from '../answer';
import { holds as holdsReally, read as readReally } from '../evaluate';
import type { Operand } from '../expression';
import { isUnsure } from '../scope';
import type { Policy } from '../schema';
import { demandsOf } from './assignment';
import { type Assignment, pairOf } from './space';
import { claim, type Claim, type Finding, finding, type Prover } from './claim';
import type { Asked } from './comparisons';
import type { Diagram, Variable } from './diagram';
import { exampleOf } from './example';
import type { Passages } from './passage';
import { anyRow, type Counted } from './rules';
import { solve } from './solve';
import { isAtLeast, isQuantity, type Amount, dateNumber, type Term } from './term';

type Measure = Policy['caution'][number];

/** How heavy a reading is: its place in the order, counted from 1; 0 for one that has none. */
const weightOf = (measure: Measure, reading: unknown): number =>
  measure.order.findIndex((level) => level.some((literal) => literal === reading)) + 1;

/** How a comparison may come out with the definite answer and with "I'm not sure", side by side. */
type Pairing = 'same' | 'falls' | 'rises' | 'any';

const allowed = (pairing: Pairing, definite: number, unsure: number): boolean => {
  if (pairing === 'any') return true;
  if (pairing === 'same') return definite === unsure;
  return pairing === 'falls' ? unsure <= definite : unsure >= definite;
};

/** One answer that is put another way: its field, and how everything else may follow. */
interface Change {
  readonly key: Key;
  readonly answers: Counted;
  /** The comparisons that the answer has a part in. */
  readonly pairings: Map<Variable, Pairing>;
  /** Below this level, both sides ask the same. */
  readonly last: number;
}

const amountOf = (term: Term): Amount | undefined =>
  typeof term === 'number' || isQuantity(term) ? (term as Amount) : dateNumber(term);

/** Whether a value of an answer's variable is an answer, and not "I'm not sure": what was left open is not put another way. */
const isDefinite = ({ answers }: Pick<Change, 'answers'>, value: number, unsure: number): boolean =>
  value !== unsure && answers.chosen(() => value) !== undefined;

/** The two ways through a pair of diagrams. */
interface Ways {
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
const walkBoth = (
  { space }: Passages,
  change: Change,
  diagram: Diagram,
  differ: (definite: Term, unsure: Term) => boolean,
  followed: readonly Asked[] = [],
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
    if (a === b && level(a) > change.last) return undefined;
    if (diagrams.isLeaf(a) && diagrams.isLeaf(b))
      return differ(diagrams.termOf(a), diagrams.termOf(b)) ? [] : undefined;
    const nodes = [a, b, ...follow.flatMap((one) => [one.definite, one.unsure])];
    const first = nodes.reduce((best, node) => (level(node) < level(best) ? node : best));
    const variable = diagrams.variableOf(first);
    if (!variable) return undefined;
    const name = nodes.length > 2 ? nodes.join(' ') : pairOf(a, b);
    if (failed.has(name)) return undefined;
    const fixed = change.answers.toUnsure?.get(variable);
    const here = follow.find(({ asked }) => asked.variable === variable);
    const pairing = here ? pairingAt(space, here) : (change.pairings.get(variable) ?? 'same');
    const left = follow.filter((one) => one !== here);
    for (let value = 0; value < variable.size; value += 1) {
      const others =
        fixed === undefined
          ? Array.from({ length: variable.size }, (_, one) => one)
          : isDefinite(change, value, fixed)
            ? [fixed]
            : [];
      for (const other of others) {
        if (fixed === undefined && !allowed(pairing, value, other)) continue;
        const next = left.map((one) => ({
          ...one,
          definite: within(one.definite, variable, value),
          unsure: within(one.unsure, variable, other),
        }));
        const rest = visit(within(a, variable, value), within(b, variable, other), next);
        if (rest) return [...rest, [variable, value, other]];
      }
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

/** The nodes of a diagram by the variable that they ask. */
const nodesByVariable = (
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
const mayDiffer = (
  { space: { diagrams } }: Passages,
  change: Change,
  nodes: ReadonlyMap<Variable, readonly Diagram[]>,
): boolean => {
  const { answers, pairings, last } = change;
  const failed = new Set<number>();
  const visit = (a: Diagram, b: Diagram): boolean => {
    const [left, right] = [diagrams.levelOf(a), diagrams.levelOf(b)];
    if (a === b && left > last) return false;
    const variable = diagrams.variableOf(left <= right ? a : b);
    if (!variable) return isLighter(diagrams.termOf(a), diagrams.termOf(b));
    const key = pairOf(a, b);
    if (failed.has(key)) return false;
    failed.add(key);
    const pairing = pairings.get(variable);
    for (let value = 0; value < variable.size; value += 1) {
      const one = left <= right ? diagrams.child(a, value) : a;
      if (pairing === undefined) {
        if (visit(one, right <= left ? diagrams.child(b, value) : b)) return true;
        continue;
      }
      for (let other = 0; other < variable.size; other += 1)
        if (allowed(pairing, value, other) && visit(one, right <= left ? diagrams.child(b, other) : b)) return true;
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
    [...(answers.toUnsure ?? [])].some(([variable, unsure]) =>
      parts(variable, (value, other) => isDefinite(change, value, unsure) && other === unsure),
    ) ||
    [...pairings].some(([variable, pairing]) =>
      parts(variable, (value, other) => value !== other && allowed(pairing, value, other)),
    )
  );
};

const isLighter = (definite: Term, unsure: Term): boolean =>
  typeof definite === 'number' && typeof unsure === 'number' && unsure < definite;

/** Follows the comparisons that came out differently, and only those, until no way is left or the way stands. */
const followDiffering = (
  passages: Passages,
  change: Change,
  diagram: Diagram,
  differ: (definite: Term, unsure: Term) => boolean,
): Ways | undefined => {
  let followed: readonly Asked[] = [];
  for (;;) {
    const ways = walkBoth(passages, change, diagram, differ, followed);
    const more = passages.space.comparisons.all.filter(
      (asked) =>
        asked.comparison.kind === 'rule' &&
        !followed.includes(asked) &&
        ways?.definite.get(asked.variable) !== ways?.unsure.get(asked.variable),
    );
    if (!ways || more.length === 0) return ways;
    followed = [...followed, ...more];
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

/** How the comparisons follow an answer that is put another way. */
const changeOf = (passages: Passages, key: Key, answers: Counted): Change => {
  const { space } = passages;
  const own = [...(answers.toUnsure?.keys() ?? [])];
  const change = {
    key,
    answers,
    pairings: new Map<Variable, Pairing>(),
    last: Math.max(...own.map(({ level }) => level)),
  };
  const isGrouped = partsOfKey(key).row === anyRow;
  // another row of the same group may be the one that changes
  if (isGrouped)
    for (const [name, variable] of space.guesses)
      if (name.startsWith('rows which ')) change.pairings.set(variable, 'any');
  for (const asked of space.comparisons.all) {
    const pairing = pairingOf(passages, change, asked, own, isGrouped);
    if (pairing === 'same') continue;
    change.pairings.set(asked.variable, pairing);
    change.last = Math.max(change.last, asked.variable.level);
  }
  return change;
};

const pairingOf = (
  passages: Passages,
  change: Change,
  asked: Asked,
  own: readonly Variable[],
  isGrouped: boolean,
): Pairing => {
  const { space } = passages;
  const { comparison } = asked;
  if (comparison.kind === 'words') return 'same';
  if (comparison.kind === 'order')
    return isGrouped &&
      [comparison.left, comparison.right].some(
        (one) => typeof one !== 'number' && one.unknowns.some(({ key }) => key.startsWith('rows ')),
      )
      ? 'any'
      : 'same';
  const support = supportOf(space, asked);
  if (
    !own.some((variable) => support.has(variable)) &&
    ![...change.pairings.keys()].some((variable) => support.has(variable))
  )
    return 'same';
  const moves = (further: (definite: Amount, unsure: Amount) => boolean): boolean =>
    walkBoth(passages, change, comparison.left, (definite, unsure) => {
      const [a, b] = [amountOf(definite), amountOf(unsure)];
      return a !== undefined && b !== undefined && !further(a, b);
    }) === undefined;
  const grows = comparison.order === 'atLeast' || comparison.order === 'after';
  if (moves((definite, unsure) => isAtLeast(definite, unsure))) return grows ? 'falls' : 'rises';
  if (moves((definite, unsure) => isAtLeast(unsure, definite))) return grows ? 'rises' : 'falls';
  return 'any';
};

const supports = new WeakMap<Asked, ReadonlySet<Variable>>();

/** The variables that a comparison rests on, worked out once. */
const supportOf = ({ diagrams }: Passages['space'], asked: Asked): ReadonlySet<Variable> => {
  const known = supports.get(asked);
  if (known) return known;
  const { comparison } = asked;
  const found = comparison.kind === 'rule' ? diagrams.support(comparison.left, comparison.right) : new Set<Variable>();
  supports.set(asked, found);
  return found;
};

/** No answer "I'm not sure" makes the outcome, or whatever the policy names, lighter than a definite answer would. */
export const unsureNeverLightens = ({ passages }: Prover): Claim => {
  const { space, rules, end, whole } = passages;
  const keys = [...rules.counted].filter(([, answers]) => answers.toUnsure !== undefined && answers.asked !== space.no);
  const measures = space.model.policy.caution.map((measure, index) => {
    const weight = space.choose(
      whole,
      space.choose(
        measure.when === undefined ? space.yes : rules.holds(end, measure.when),
        space.diagrams.map(rules.read(end, measure.of), (term) => space.leaf(weightOf(measure, term))),
        space.none,
      ),
      space.none,
    );
    return { measure, place: `caution[${index}]`, weight, nodes: nodesByVariable(space, weight) };
  });
  const findings = keys.flatMap(([key, answers]): readonly Finding[] => {
    const change = changeOf(passages, key, answers);
    const touched = measures.filter(({ nodes }) => mayDiffer(passages, change, nodes));
    return touched.flatMap(({ measure, place, weight }): readonly Finding[] => {
      const here = change.pairings.size === 0 ? weight : space.choose(answers.asked, weight, space.none);
      if (here !== weight && !mayDiffer(passages, change, nodesByVariable(space, here))) return [];
      const ways = followDiffering(passages, change, here, isLighter);
      if (!ways) return [];
      const shown = show(passages, key, measure, ways);
      return [
        shown
          ? finding(
              'proof.unsure-lightens',
              space.model.places.get(partsOfKey(key).field)?.path ?? place,
              { id: key, what: measure.id, ...shown.readings },
              shown.examples,
            )
          : finding('proof.not-decided', place, { claim: 'unsure-never-lightens', id: key }),
      ];
    });
  });
  return claim('unsure-never-lightens', keys.length * measures.length, findings);
};

/** Walks both passages for real, to see that one answer alone was put another way and made something lighter. */
const show = (passages: Passages, key: Key, measure: Measure, { definite, unsure }: Ways) => {
  const { space } = passages;
  const solution = solve([...demandsOf(space, definite), ...demandsOf(space, unsure)]);
  if (solution.status !== 'found') return undefined;
  const one = exampleOf(passages, { assignment: definite, solution });
  const other = exampleOf(passages, { assignment: unsure, solution });
  const real = differing(one.walked, other.walked);
  const weight = (walked: Walk): number =>
    walked.outcome !== undefined && (measure.when === undefined || holdsReally(walked, measure.when))
      ? weightOf(measure, readReally(walked, measure.of))
      : Number.NaN;
  const isLighter = weight(other.walked) < weight(one.walked);
  const [changed] = real;
  if (!isLighter || real.length !== 1 || changed === undefined || !isUnsureAnswer(other.walked, changed))
    return undefined;
  return {
    examples: [one.example, other.example],
    readings: { before: reading(one.walked, measure.of), after: reading(other.walked, measure.of), key },
  };
};

const reading = (walked: Walk, operand: Operand): string => {
  const found = readReally(walked, operand);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
};

const isUnsureAnswer = (walked: Walk, key: Key): boolean => {
  const answer = walked.counted.get(key);
  return answer !== undefined && isUnsure(walked.model, partsOfKey(key).field, answer);
};

/** The questions that two walks both ask and that are answered differently. */
export const differing = (one: Walk, other: Walk): readonly Key[] => {
  const asked = (walked: Walk): ReadonlySet<Key> =>
    new Set(
      walked.path.flatMap((step) =>
        askedFields(walked, step).flatMap(({ key, rows }) => [
          key,
          ...rows.flatMap((row) => row.fields.map((inner) => inner.key)),
        ]),
      ),
    );
  const [left, right] = [asked(one), asked(other)];
  const same = (a: Answer | undefined, b: Answer | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
  return [...left].filter((key) => right.has(key) && !same(one.counted.get(key), other.counted.get(key)));
};
