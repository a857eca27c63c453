import type { Condition } from '../expression';
import type { Group, OwnOption, SimpleField } from '../field';
import { settingItems } from '../model';
import { type AnswerSpace, blank, type Choice, nothing } from './answering';
import type { Diagram, Variable } from './diagram';
import type { Space } from './space';
import { isWords } from './term';

type Choosing = Extract<SimpleField, { kind: 'choice' | 'choices' }>;

/** The options of a field in classes: two are in one where no rule looks at what differs between them. */
const classesOf = (space: Space, field: Choosing, key: string, level: number): readonly Choice[] => {
  const classes = new Map<string, OwnOption[]>();
  const free: Choice[] = [];
  const add = (name: string, option: OwnOption): void => {
    const known = classes.get(name);
    if (known) known.push(option);
    else classes.set(name, [option]);
  };
  const apart = space.comparedWhole.has(field.id);
  const own = (option: OwnOption): boolean =>
    apart ||
    space.mentioned.has(option.id) ||
    option.when !== undefined ||
    option.score !== undefined ||
    option.unsure === true ||
    option.exclusive === true;
  for (const option of field.options) {
    if (!('from' in option)) add(own(option) ? option.id : ' rest', option);
    else if ('list' in option.from)
      for (const item of space.model.lists.get(option.from.list)?.items ?? []) add(own(item) ? item.id : ' rest', item);
    else if (space.free) {
      const { setting } = option.from;
      // an item of the settings never has the id of an option beside it
      const beside = new Set(field.options.flatMap((other) => ('from' in other ? [] : [other.id])));
      free.push({ options: [], setting, term: space.words(`${setting} in ${key}`, { level, never: beside }) });
    } else
      for (const item of settingItems(space.model, option.from.setting))
        add(own(item) ? item.id : ` rest ${item.contact === undefined ? '' : 'contact'}`, item);
  }
  const fixed = [...classes.values()].map((options) => ({ options, term: options[0]?.id }));
  return [...fixed, ...free];
};

/** Whether a field may be left without an answer, always or under some conditions. */
export const canBeLeft = (field: SimpleField | Group): boolean =>
  field.required !== undefined && field.required !== true;

/** A condition on every option of a class: all have the same, since an option with one stands alone. */
const offered = (
  space: Space,
  choice: Choice,
  holds: (condition: Condition) => Diagram,
  listed: (setting: string) => Diagram,
): Diagram => {
  if (choice.setting !== undefined) return listed(choice.setting);
  const when = choice.options[0]?.when;
  return when === undefined ? space.yes : holds(when);
};

/** The name of the guess that the item of a setting that is chosen has somebody who answers for it. */
export const hasContact = (setting: string, key: string): string => `a contact in ${setting} for ${key}`;

/** The name of the guess that an item of a setting is among those ticked. */
export const isTicked = (id: string, setting: string, key: string): string => `${id} of ${setting} in ${key}`;

const contactOf = (space: Space, field: Choosing, key: string, choice: Choice): Diagram => {
  const words = space.words(`contact in ${field.id}`);
  if (field.kind !== 'choice') return space.none;
  if (choice.setting !== undefined)
    return space.maybe(hasContact(choice.setting, key), [space.none, space.leaf(words)]);
  const [option] = choice.options;
  return option && 'contact' in option ? space.leaf(words) : space.none;
};

/** The ways to choose one option. */
export const single = (
  space: Space,
  field: Extract<Choosing, { kind: 'choice' }>,
  key: string,
  level: number,
): AnswerSpace => {
  const choices = [...(canBeLeft(field) ? [nothing] : []), ...classesOf(space, field, key, level)];
  const variable: Variable = { name: key, size: choices.length, level };
  const one = (of: (choice: Choice) => Diagram): Diagram => space.diagrams.branch(variable, choices.map(of));
  const unsureAt = choices.findIndex(({ options }) => options[0]?.unsure === true);
  if (choices.length === 0) return { ...blank(space), open: () => space.no };
  return {
    variables: [variable],
    value: one(({ term }) => space.leaf(term)),
    answered: one(({ term }) => space.leaf(term !== undefined)),
    unsure: one(({ options }) => space.leaf(options[0]?.unsure === true)),
    score: one(({ options }) => space.leaf(options[0]?.score)),
    contact: space.ask(
      variable,
      choices.map((choice) => contactOf(space, field, key, choice)),
    ),
    includes: () => space.no,
    ticked: [],
    open: (holds, listed) =>
      space.ask(
        variable,
        choices.map((choice) => (choice === nothing ? space.yes : offered(space, choice, holds, listed))),
      ),
    ...(unsureAt >= 0 && { toUnsure: new Map([[variable, unsureAt]]), unsureBy: variable }),
    chosen: (valueOf) => {
      const choice = choices[valueOf(variable)];
      return choice === undefined || choice === nothing ? undefined : [choice];
    },
  };
};

const nameOf = ({ options, setting }: Choice): string => options[0]?.id ?? setting ?? '';

/** The ways to tick options. */
export const several = (
  space: Space,
  field: Extract<Choosing, { kind: 'choices' }>,
  key: string,
  level: number,
): AnswerSpace => {
  const classes = classesOf(space, field, key, level);
  const alone = classes.filter(({ options }) => options[0]?.exclusive === true);
  const plain = classes.filter((choice) => !alone.includes(choice));
  const ways: readonly (Choice | 'ticks')[] = [
    ...(canBeLeft(field) ? [nothing] : []),
    ...(plain.length > 0 ? (['ticks'] as const) : []),
    ...alone,
  ];
  if (ways.length === 0) return { ...blank(space), open: () => space.no };
  const way: Variable = { name: key, size: ways.length, level };
  const isWay = (one: Choice | 'ticks'): Diagram =>
    space.diagrams.branch(
      way,
      ways.map((other) => space.leaf(other === one)),
    );
  const boxes = plain.map((choice, index) => {
    const variable: Variable = { name: `${key}+${nameOf(choice)}`, size: 2, level: level + (index + 1) / 1000 };
    return { choice, variable, holds: space.and(isWay('ticks'), space.flag(variable)) };
  });
  const words = space.words(`ticks of ${key}`, { isMany: true });
  const has = (choice: Choice): Diagram => boxes.find((box) => box.choice === choice)?.holds ?? isWay(choice);
  const unsure = classes.filter(({ options }) => options[0]?.unsure === true);
  const unsureAt = ways.findIndex((one) => one !== 'ticks' && one.options[0]?.unsure === true);
  // ticked among others, it is by itself what "I'm not sure" means
  const unsureTick = boxes.find(({ choice }) => choice.options[0]?.unsure === true);
  const answered = space.diagrams.branch(
    way,
    ways.map((one) => space.leaf(one !== nothing)),
  );
  return {
    variables: [way, ...boxes.map(({ variable }) => variable)],
    value: space.choose(answered, space.leaf(words), space.none),
    answered,
    unsure: space.or(...unsure.map(has)),
    score: space.none,
    contact: space.none,
    includes: (id) =>
      space.or(
        ...classes
          .filter(({ options, term }) =>
            isWords(term) ? term.never?.has(id) !== true : options.some((option) => option.id === id),
          )
          .map((choice) =>
            choice.setting === undefined
              ? has(choice)
              : space.and(has(choice), space.maybe(isTicked(id, choice.setting, key), [space.no, space.yes])),
          ),
      ),
    ticked: boxes.filter(({ choice }) => choice.options[0]?.unsure !== true),
    open: (holds, listed) =>
      space.and(
        ...(plain.length > 0 ? [space.or(space.not(isWay('ticks')), ...boxes.map((box) => box.holds))] : []),
        ...classes.map((choice) => space.or(space.not(has(choice)), offered(space, choice, holds, listed))),
      ),
    ...(unsureAt >= 0 && { toUnsure: new Map([[way, unsureAt]]), unsureBy: way }),
    ...(unsureTick && {
      toUnsure: new Map([
        [way, ways.indexOf('ticks')],
        ...boxes.map(({ variable }): [Variable, number] => [variable, variable === unsureTick.variable ? 1 : 0]),
      ]),
      unsureBy: unsureTick.variable,
    }),
    chosen: (valueOf) => {
      const one = ways[valueOf(way)];
      if (one === undefined || one === nothing) return undefined;
      if (one !== 'ticks') return [one];
      const ticks = boxes.filter(({ variable }) => valueOf(variable) === 1).map(({ choice }) => choice);
      return ticks.length > 0 ? ticks : plain.slice(0, 1);
    },
  };
};
