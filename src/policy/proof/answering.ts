import type { Condition } from '../expression';
import type { OwnOption } from '../field';
import type { Diagram, Variable } from './diagram';
import type { Space } from './space';
import type { Term } from './term';

/** The ways in which a field can be answered, as far as any rule can tell them apart. */
export interface AnswerSpace {
  readonly variables: readonly Variable[];
  /** What the field reads as, where it is asked. */
  readonly value: Diagram;
  readonly answered: Diagram;
  readonly unsure: Diagram;
  readonly score: Diagram;
  readonly contact: Diagram;
  readonly includes: (id: string) => Diagram;
  /** How many ticks name something, where ticks are what is read. */
  readonly ticked: readonly Tick[];
  /** Where the answer can be given: its options are offered. */
  readonly open: (holds: (condition: Condition) => Diagram, listed: (setting: string) => Diagram) => Diagram;
  /** The values of the variables that mean "I'm not sure". */
  readonly toUnsure?: ReadonlyMap<Variable, number>;
  /** Of those variables, the one by which a definite answer always differs. */
  readonly unsureBy?: Variable;
  /** The options chosen under some values of the variables; undefined where nothing is answered. */
  readonly chosen: (valueOf: (variable: Variable) => number) => readonly Choice[] | undefined;
}

/** Options that no rule tells apart: some of the field's own, or those of a setting that is free. */
export interface Choice {
  readonly options: readonly OwnOption[];
  readonly setting?: string;
  readonly term: Term;
}

export interface Tick {
  readonly choice: Choice;
  readonly holds: Diagram;
}

/** Nothing chosen. */
export const nothing: Choice = { options: [], term: undefined };

/** Nothing to choose from and nothing to tell. */
export const blank = (space: Space): AnswerSpace => ({
  variables: [],
  value: space.none,
  answered: space.no,
  unsure: space.no,
  score: space.none,
  contact: space.none,
  includes: () => space.no,
  ticked: [],
  open: () => space.yes,
  chosen: () => undefined,
});
