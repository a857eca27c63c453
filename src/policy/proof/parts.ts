import type { Diagram, Variable } from './diagram';
import type { Space } from './space';
import type { Counted, Sum } from './sums';

/** Conditions of which a passage is to meet few or many: one for each page, say. */
export type Count = readonly Counted[];

/**
 * The rules of all whole passages, in parts that share no answer. What is claimed of some answers then has to do with
 * their parts alone, so a policy of many pages costs no more than the sum of its parts.
 */
export interface Parts {
  readonly all: readonly number[];
  /** The parts whose answers some diagrams ask. */
  readonly touchedBy: (...diagrams: readonly Diagram[]) => readonly number[];
  /** Where everything that stands for a condition is what it stands for, whether the answers fit or not. */
  readonly means: Diagram;
  /** The answers of some parts that fit. */
  readonly fits: (parts: readonly number[]) => Diagram;
  /** How many of a count's conditions hold, of those that are asked of some parts. */
  readonly sumIn: (count: Count, parts: readonly number[]) => Sum;
}

/** The variables in groups: those of one diagram are in one. */
const groupsOf = ({ diagrams, standIns }: Space, together: readonly Diagram[]): ((variable: Variable) => Variable) => {
  const above = new Map<Variable, Variable>();
  const find = (variable: Variable): Variable => {
    let top = variable;
    for (let next = above.get(top); next; next = above.get(top)) top = next;
    if (top !== variable) above.set(variable, top);
    return top;
  };
  for (const node of diagrams.nodes(together)) {
    const variable = diagrams.variableOf(node);
    if (!variable) continue;
    const meant = diagrams.variableOf(standIns.meaningOf(variable));
    if (meant && find(meant) !== find(variable)) above.set(find(meant), find(variable));
    for (let value = 0; value < variable.size; value += 1) {
      const below = diagrams.variableOf(diagrams.child(node, value));
      if (below && find(below) !== find(variable)) above.set(find(below), find(variable));
    }
  }
  return find;
};

/** `fits` is where each answer fits; no condition of a count is split between parts. */
export const partsOf = (space: Space, fits: readonly Diagram[], counts: readonly Count[]): Parts => {
  const { diagrams, sums, standIns } = space;
  const meant = standIns.all.map(({ is }) => is);
  const groupOf = groupsOf(space, [...fits, ...meant, ...counts.flat().map(({ holds }) => holds)]);
  const numbers = new Map<Variable | undefined, number>();
  const numberOf = (diagram: Diagram): number => {
    const variable = diagrams.variableOf(diagram);
    const group = variable && groupOf(variable);
    const known = numbers.get(group);
    if (known !== undefined) return known;
    numbers.set(group, numbers.size);
    return numbers.size - 1;
  };
  // what asks nothing is of every part, so it has one of its own that is always meant
  const constant = numberOf(space.yes);
  const byPart = <One>(some: readonly One[], of: (one: One) => Diagram): ReadonlyMap<number, readonly One[]> => {
    const found = new Map<number, One[]>();
    for (const one of some) {
      const number = numberOf(of(one));
      const known = found.get(number);
      if (known) known.push(one);
      else found.set(number, [one]);
    }
    return found;
  };
  const fitting = byPart([...fits, ...meant], (one) => one);
  const counted = new Map(counts.map((count) => [count, byPart(count, ({ holds }) => holds)]));
  const touched = new Map<Diagram, readonly number[]>();
  const touchedByOne = (diagram: Diagram): readonly number[] => {
    const before = touched.get(diagram);
    if (before) return before;
    const found = new Set<number>();
    for (const variable of diagrams.support(diagram)) {
      const number = numbers.get(groupOf(variable));
      if (number !== undefined) found.add(number);
    }
    touched.set(diagram, [...found]);
    return [...found];
  };
  const known = new Map<string, Sum>();
  const whole = new Map<string, Diagram>();
  return {
    means: space.and(...meant),
    all: [...numbers.values()],
    touchedBy: (...some) => [...new Set([constant, ...some.flatMap(touchedByOne)])].sort((a, b) => a - b),
    fits: (parts) => {
      const name = parts.join(' ');
      const made =
        whole.get(name) ??
        space.and(
          ...parts.flatMap((part) => fitting.get(part) ?? []).sort((a, b) => diagrams.deepest(a) - diagrams.deepest(b)),
        );
      whole.set(name, made);
      return made;
    },
    sumIn: (count, parts) => {
      // two counts may be alike in some parts
      const conditions = parts.flatMap((part) => counted.get(count)?.get(part) ?? []);
      const name = conditions.map(({ holds }) => holds).join(' ');
      const made = known.get(name) ?? sums.count(conditions);
      known.set(name, made);
      return made;
    },
  };
};
