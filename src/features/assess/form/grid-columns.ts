import type { Group, OwnOption, SimpleField } from '../../../policy/field';

/** The ids of the fields in each column. */
export type Columns = readonly (readonly string[])[];

/**
 * The two options of a choice that is one tick: what is ticked is the first of the two and is proposed, so that the
 * field is never without an answer. Undefined of any other field.
 */
export const tickOf = (field: SimpleField | Group): readonly [ticked: OwnOption, not: OwnOption] | undefined => {
  if (field.kind !== 'choice' || field.required !== undefined || field.among !== undefined) return undefined;
  const [first, second, ...more] = field.options;
  if (!first || !second || more.length > 0 || 'from' in first || 'from' in second) return undefined;
  if (first.when || second.when || field.carry !== first.id) return undefined;
  return [first, second];
};

/** Columns as they are drawn: those beside each other in their order, and those whose fields stand below a row. */
export interface Drawn {
  readonly beside: Columns;
  readonly below: Columns;
}

/**
 * How the columns of a group are drawn. Several fields of which words are asked only of some rows stand below such a
 * row, where they have the whole width and no other row is left with a gap. Ticks come last, since few are changed.
 */
export const drawnColumns = ({ fields, columns = [] }: Group): Drawn => {
  const inColumn = (keys: readonly string[]): readonly SimpleField[] => fields.filter(({ id }) => keys.includes(id));
  const isBelow = (keys: readonly string[]): boolean => {
    const own = inColumn(keys);
    return own.length > 1 && own.every(({ when }) => when !== undefined) && own.some(({ kind }) => kind === 'text');
  };
  const isTick = (keys: readonly string[]): boolean => inColumn(keys).every((field) => tickOf(field) !== undefined);
  const beside = columns.filter((keys) => !isBelow(keys));
  return {
    beside: [...beside.filter((keys) => !isTick(keys)), ...beside.filter(isTick)],
    below: columns.filter(isBelow),
  };
};
