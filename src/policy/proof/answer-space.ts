import { largestAmount } from '../../base/money';
import type { Group, SimpleField } from '../field';
import { type AnswerSpace, blank, nothing } from './answering';
import { canBeLeft, several, single } from './choosing';
import type { Diagram, Variable } from './diagram';
import type { Space } from './space';
import { firstDayNumber, lastDayNumber } from './term';

/** A field that is answered with something of its own, or left where it may be. */
const filled = (space: Space, field: SimpleField | Group, key: string, level: number, value: Diagram): AnswerSpace => {
  if (!canBeLeft(field)) return { ...blank(space), value, answered: space.yes };
  const variable: Variable = { name: key, size: 2, level };
  return {
    ...blank(space),
    variables: [variable],
    value: space.ask(variable, [space.none, value]),
    answered: space.flag(variable),
    chosen: (valueOf) => (valueOf(variable) === 0 ? undefined : [nothing]),
  };
};

/** As many values as are told apart one by one; a field with more is a quantity. */
const mostValues = 24;

const counted = (
  space: Space,
  field: SimpleField,
  key: string,
  level: number,
  values: readonly number[],
): AnswerSpace => {
  const choices = [...(canBeLeft(field) ? [undefined] : []), ...values];
  const variable: Variable = { name: key, size: choices.length, level };
  if (choices.length === 0) return { ...blank(space), open: () => space.no };
  return {
    ...blank(space),
    variables: [variable],
    value: space.diagrams.branch(
      variable,
      choices.map((value) => space.leaf(value)),
    ),
    answered: space.diagrams.branch(
      variable,
      choices.map((value) => space.leaf(value !== undefined)),
    ),
    chosen: (valueOf) => {
      const term = choices[valueOf(variable)];
      return term === undefined ? undefined : [{ options: [], term }];
    },
  };
};

/** The ways in which a field can be answered in a row, its variables at a place in the order. */
export const answerSpace = (space: Space, field: SimpleField | Group, key: string, level: number): AnswerSpace => {
  const quantity = (sort: 'number' | 'date', low: number, high: number, orMonth = false): AnswerSpace =>
    filled(space, field, key, level, space.leaf(space.unknown({ key, low, high, level, orMonth }, sort)));
  switch (field.kind) {
    case 'choice':
      return single(space, field, key, level);
    case 'choices':
      return several(space, field, key, level);
    case 'scale':
      return counted(
        space,
        field,
        key,
        level,
        (space.model.lists.get(field.levels)?.items ?? []).flatMap(({ score }) => (score === undefined ? [] : [score])),
      );
    case 'whole':
      return field.max - field.min < mostValues
        ? counted(
            space,
            field,
            key,
            level,
            Array.from({ length: field.max - field.min + 1 }, (_, index) => field.min + index),
          )
        : quantity('number', field.min, field.max);
    case 'money':
      return quantity('number', field.min ?? 0, field.max ?? largestAmount);
    case 'date':
      return quantity('date', firstDayNumber, lastDayNumber, field.precision === 'month');
    case 'text':
    case 'file':
    case 'group':
      return filled(space, field, key, level, space.leaf(space.words(key, { level, isMany: field.kind !== 'text' })));
  }
};
