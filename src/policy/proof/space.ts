import type { Model } from '../model';
import { Comparisons } from './comparisons';
import { type Assignment, type Diagram, Diagrams, type Variable } from './diagram';
import { mentionsIn } from './mentions';
import { StandIns } from './stand-ins';
import { Sums } from './sums';
import { quantities, type Quantity, type Term, type Unknown, type Words } from './term';

/** What a proof is carried out in: the diagrams, and what is unknown. */
export interface Space {
  readonly model: Model;
  /** Whether settings may be anything that the policy allows, or are those of the model. */
  readonly free: boolean;
  readonly diagrams: Diagrams;
  readonly sums: Sums;
  readonly comparisons: Comparisons;
  readonly shape: ReturnType<typeof quantities>;
  /** The ids that some rule compares something with. */
  readonly mentioned: ReadonlySet<string>;
  /** The fields that are compared with another field: no two of their options may be taken together. */
  readonly comparedWhole: ReadonlySet<string>;
  readonly yes: Diagram;
  readonly no: Diagram;
  readonly none: Diagram;
  readonly leaf: (term: Term) => Diagram;
  readonly and: (...parts: readonly Diagram[]) => Diagram;
  readonly or: (...parts: readonly Diagram[]) => Diagram;
  readonly not: (part: Diagram) => Diagram;
  readonly choose: (condition: Diagram, then: Diagram, otherwise: Diagram) => Diagram;
  /** What a variable leads to, in each of its values. */
  readonly ask: (variable: Variable, children: readonly Diagram[]) => Diagram;
  readonly flag: (variable: Variable) => Diagram;
  /** A variable for something that neither answers nor rules tell, made once for its name. */
  readonly maybe: (name: string, children: readonly Diagram[]) => Diagram;
  readonly guesses: ReadonlyMap<string, Variable>;
  readonly words: (key: string, more?: Partial<Words> & { readonly level?: number }) => Words;
  readonly unknown: (unknown: Unknown, sort?: 'number' | 'date') => Quantity;
  readonly isAnswered: (diagram: Diagram) => Diagram;
  readonly standIns: StandIns;
  /** The diagram with nothing in it that stands for a condition. */
  readonly settle: (diagram: Diagram) => Diagram;
  /** Some answers for which both hold. */
  readonly meet: (one: Diagram, other: Diagram) => Assignment | undefined;
}

/** Looks for one way on which two diagrams both come to yes, and stops at the first. */
const meetingIn = (diagrams: Diagrams): ((one: Diagram, other: Diagram) => Assignment | undefined) => {
  const { yes, no } = diagrams;
  const question = diagrams.question();
  /** The first value of the first variable that leads to such a way; -1 where none does. */
  const turn = (a: Diagram, b: Diagram): number => {
    if (a === no || b === no) return -1;
    if (a === yes && b === yes) return 0;
    const known = diagrams.recall(question, a, b);
    if (known !== undefined) return known;
    const [left, right] = [diagrams.levelOf(a), diagrams.levelOf(b)];
    const size = diagrams.sizeOf(left <= right ? a : b);
    let value = 0;
    while (
      value < size &&
      turn(left <= right ? diagrams.child(a, value) : a, right <= left ? diagrams.child(b, value) : b) < 0
    )
      value += 1;
    return diagrams.remember(question, a, b, value < size ? value : -1);
  };
  return (one, other) => {
    if (turn(one, other) < 0) return undefined;
    const way = new Map<Variable, number>();
    let [a, b] = [one, other];
    while (a !== yes || b !== yes) {
      const [left, right] = [diagrams.levelOf(a), diagrams.levelOf(b)];
      const value = turn(a, b);
      way.set(diagrams.variableOf(left <= right ? a : b) as Variable, value);
      if (left <= right) a = diagrams.child(a, value);
      if (right <= left) b = diagrams.child(b, value);
    }
    return way;
  };
};

/** The nodes that the diagrams of one policy may have. A policy of a hundred questions needs about a tenth of them. */
export const defaultRoom = 8_000_000;

export const spaceOf = (model: Model, free: boolean, room = defaultRoom): Space => {
  const diagrams = new Diagrams(room);
  const mentions = mentionsIn(model.policy);
  const leaf = (term: Term): Diagram => diagrams.leaf(term);
  const { yes, no } = diagrams;
  const none = leaf(undefined);
  const levels = new Map<string, number>();
  const comparisons = new Comparisons(diagrams, (words) => levels.get(words.key) ?? 0);
  const shape = quantities();
  const isAnswered = diagrams.mapping((term) => leaf(term !== undefined));
  const guesses = new Map<string, Variable>();
  const maybe = (name: string, children: readonly Diagram[]): Diagram => {
    let variable = guesses.get(name);
    if (!variable) {
      variable = { name, size: children.length, level: -2 + (guesses.size + 1) / 1e6 };
      guesses.set(name, variable);
    }
    return diagrams.ask(variable, children);
  };
  const standIns = new StandIns(diagrams);
  const wordsOf = new Map<string, Words>();
  return {
    model,
    free,
    diagrams,
    sums: new Sums(diagrams),
    comparisons,
    shape,
    mentioned: mentions.ids,
    comparedWhole: mentions.whole,
    yes,
    no,
    none,
    leaf,
    and: (...parts) => diagrams.and(...parts),
    or: (...parts) => diagrams.or(...parts),
    not: (part) => diagrams.not(part),
    choose: (condition, then, otherwise) => diagrams.choose(condition, then, otherwise),
    ask: (variable, children) => diagrams.ask(variable, children),
    flag: (variable) => diagrams.branch(variable, [no, yes]),
    maybe,
    guesses,
    words: (key, { level = -0.5, ...more } = {}) => {
      const known = wordsOf.get(key);
      if (known) return known;
      const made: Words = { kind: 'words', key, ...more };
      levels.set(key, level);
      wordsOf.set(key, made);
      return made;
    },
    unknown: (unknown, sort = 'number') => {
      levels.set(unknown.key, unknown.level);
      return shape(sort, { kind: 'unknown', unknown });
    },
    meet: meetingIn(diagrams),
    standIns,
    settle: (diagram) => standIns.settle(diagram),
    isAnswered: (diagram) => diagrams.combine(isAnswered, diagram, yes),
  };
};
