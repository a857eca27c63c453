import { comparisons as comparisonNames } from '../expression';
import { type Model, settingOf } from '../model';
import type { Policy } from '../schema';
import { Comparisons } from './comparisons';
import { type Diagram, Diagrams, type Operation, type Variable } from './diagram';
import { quantities, type Quantity, type Term, type Unknown, type Words } from './term';

/** What a proof is carried out in: the diagrams, and what is unknown. */
export interface Space {
  readonly model: Model;
  /** Whether settings may be anything that the policy allows, or are those of the model. */
  readonly free: boolean;
  readonly diagrams: Diagrams<Term>;
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
  readonly words: (key: string, level?: number, never?: ReadonlySet<string>) => Words;
  readonly unknown: (unknown: Unknown, sort?: 'number' | 'date') => Quantity;
  readonly isAnswered: (diagram: Diagram) => Diagram;
  /** Some answers for which both hold. */
  readonly meet: (one: Diagram, other: Diagram) => Assignment | undefined;
}

/** One value for each variable that a way through some diagrams asks; any other may have any. */
export type Assignment = ReadonlyMap<Variable, number>;

/** Two nodes as one number: there are fewer than 2^26. */
export const pairOf = (left: Diagram, right: Diagram): number => left * 67_108_864 + right;

/** Looks for one way on which two diagrams both come to yes, and stops at the first. */
const meeting = (
  diagrams: Diagrams<Term>,
  yes: Diagram,
  no: Diagram,
  one: Diagram,
  other: Diagram,
): Assignment | undefined => {
  const failed = new Set<number>();
  const way: (readonly [Variable, number])[] = [];
  const visit = (a: Diagram, b: Diagram): boolean => {
    if (a === no || b === no) return false;
    if (a === yes && b === yes) return true;
    const key = pairOf(a, b);
    if (failed.has(key)) return false;
    const [left, right] = [diagrams.levelOf(a), diagrams.levelOf(b)];
    const variable = diagrams.variableOf(left <= right ? a : b) as Variable;
    for (let value = 0; value < variable.size; value += 1)
      if (visit(left <= right ? diagrams.child(a, value) : a, right <= left ? diagrams.child(b, value) : b)) {
        way.push([variable, value]);
        return true;
      }
    failed.add(key);
    return false;
  };
  return visit(one, other) ? new Map(way) : undefined;
};

const objectsIn = (node: unknown): readonly Readonly<Record<string, unknown>>[] => {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(objectsIn);
  return [node as Readonly<Record<string, unknown>>, ...Object.values(node).flatMap(objectsIn)];
};

const againsts = (object: Readonly<Record<string, unknown>>): readonly unknown[] =>
  comparisonNames.flatMap((name) => (name in object ? [object[name]].flat() : []));

/** The ids that conditions compare with, the rows that operands pick, and what stands in for "not answered". */
const mentionedIn = (policy: Policy): ReadonlySet<string> =>
  new Set(
    objectsIn(policy).flatMap((object) =>
      [...againsts(object), object['row'], object['else']].filter((one) => typeof one === 'string'),
    ),
  );

/** Fields on either side of a comparison with another operand, and fields whose ticks give rows. */
const comparedWholeIn = (policy: Policy): ReadonlySet<string> =>
  new Set(
    objectsIn(policy).flatMap((object): readonly string[] => {
      const { chosen } = object;
      if (
        typeof chosen === 'string' &&
        policy.questions.some((page) =>
          page.fields.some(
            (field) => field.kind === 'group' && field.over && 'chosen' in field.over && field.over.chosen === chosen,
          ),
        )
      )
        return [chosen];
      const fields = [object, ...againsts(object)].flatMap((one) =>
        typeof one === 'object' && one !== null && 'field' in one && typeof one.field === 'string' ? [one.field] : [],
      );
      return againsts(object).some((one) => typeof one === 'object' && one !== null && 'field' in one) ? fields : [];
    }),
  );

/** The nodes that the diagrams of one policy may have. A policy of a hundred questions needs about a tenth of them. */
export const defaultRoom = 8_000_000;

export const spaceOf = (model: Model, free: boolean, room = defaultRoom): Space => {
  const diagrams = new Diagrams<Term>(room);
  const leaf = (term: Term): Diagram => diagrams.leaf(term);
  const [no, yes, none] = [leaf(false), leaf(true), leaf(undefined)];
  const levels = new Map<string, number>();
  const comparisons = new Comparisons(diagrams, (words) => levels.get(words.key) ?? 0);
  const shape = quantities();
  const conjunction: Operation = diagrams.operation((a, b) => {
    if (a === b || b === yes) return a;
    if (a === yes) return b;
    return a === no || b === no ? no : undefined;
  });
  const disjunction: Operation = diagrams.operation((a, b) => {
    if (a === b || b === no) return a;
    if (a === no) return b;
    return a === yes || b === yes ? yes : undefined;
  });
  const choose = (condition: Diagram, then: Diagram, otherwise: Diagram): Diagram =>
    diagrams.choose(yes, condition, then, otherwise);
  const ask = (variable: Variable, children: readonly Diagram[]): Diagram =>
    children.reduce(
      (rest, child, value) =>
        choose(
          diagrams.branch(
            variable,
            Array.from({ length: variable.size }, (_, one) => (one === value ? yes : no)),
          ),
          child,
          rest,
        ),
      none,
    );
  const guesses = new Map<string, Variable>();
  const maybe = (name: string, children: readonly Diagram[]): Diagram => {
    let variable = guesses.get(name);
    if (!variable) {
      variable = { name, size: children.length, level: -2 + (guesses.size + 1) / 1e6 };
      guesses.set(name, variable);
    }
    return ask(variable, children);
  };
  const wordsOf = new Map<string, Words>();
  const answeredOf = new Map<Diagram, Diagram>();
  return {
    model,
    free,
    diagrams,
    comparisons,
    shape,
    mentioned: mentionedIn(model.policy),
    comparedWhole: comparedWholeIn(model.policy),
    yes,
    no,
    none,
    leaf,
    and: (...parts) => parts.reduce((all, part) => diagrams.combine(conjunction, all, part), yes),
    or: (...parts) => parts.reduce((all, part) => diagrams.combine(disjunction, all, part), no),
    not: (part) => choose(part, no, yes),
    choose,
    ask,
    flag: (variable) => diagrams.branch(variable, [no, yes]),
    maybe,
    guesses,
    words: (key, level = -0.5, never) => {
      const known = wordsOf.get(key);
      if (known) return known;
      const made: Words = { kind: 'words', key, never };
      levels.set(key, level);
      wordsOf.set(key, made);
      return made;
    },
    unknown: (unknown, sort = 'number') => {
      levels.set(unknown.key, unknown.level);
      return shape(sort, { kind: 'unknown', unknown });
    },
    meet: (one, other) => meeting(diagrams, yes, no, one, other),
    isAnswered: (diagram) => {
      const known = answeredOf.get(diagram);
      if (known !== undefined) return known;
      const made = diagrams.map(diagram, (term) => leaf(term !== undefined));
      answeredOf.set(diagram, made);
      return made;
    },
  };
};

/** The settings that one is never below, in one step or more. */
const belowIn = (model: Model, id: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (one: string): void => {
    const declared = model.policy.settings.find((setting) => setting.id === one);
    const below = declared && 'notBelow' in declared ? declared.notBelow : undefined;
    if (below === undefined || found.has(below)) return;
    found.add(below);
    visit(below);
  };
  visit(id);
  return found;
};

/** What a setting reads as: the council's, or anything that its declaration allows. */
export const settingTerm = (space: Space, id: string): Diagram => {
  const declared = space.model.policy.settings.find((one) => one.id === id);
  if (!space.free || !declared) {
    const value = settingOf(space.model, id);
    if (value === undefined || typeof value === 'number' || typeof value === 'string') return space.leaf(value);
    return value.length === 0 ? space.none : space.leaf(space.words(id));
  }
  const left = (given: Diagram): Diagram =>
    declared.default === undefined ? space.maybe(`no ${id}`, [given, space.none]) : given;
  switch (declared.kind) {
    case 'money':
    case 'whole':
      return left(
        space.leaf(
          space.unknown({
            key: id,
            low: declared.min,
            high: declared.max,
            level: -1,
            notBelow: belowIn(space.model, id),
          }),
        ),
      );
    case 'text':
      return left(space.leaf(space.words(id)));
    case 'choice':
      return left(
        space.maybe(
          id,
          declared.options.map((option) => space.leaf(option.id)),
        ),
      );
    case 'list':
      return space.maybe(`items in ${id}`, [space.none, space.leaf(space.words(id))]);
  }
};
