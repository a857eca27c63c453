import { keyOf } from '../policy/answer';
import { read } from '../policy/evaluate';
import type { List, Policy } from '../policy/schema';
import { rowIds, type Scope } from '../policy/scope';

export type MatrixRule = Policy['matrices'][number];

/** One row of a matrix's list, where its two levels put it. */
export interface Placed {
  readonly row: string;
  readonly across: number;
  readonly down: number;
}

/** The rows that have both levels. */
export const placedRows = (scope: Scope, rule: MatrixRule): readonly Placed[] =>
  rowIds(scope, rule.over).flatMap((row) => {
    const [across, down] = [read(scope, rule.across, row), read(scope, rule.down, row)];
    return typeof across === 'number' && typeof down === 'number' ? [{ row, across, down }] : [];
  });

/** Where a matrix puts the rows of its list, and those of which list: the same for two that look the same. */
const pictureOf = (scope: Scope, rule: MatrixRule): string =>
  JSON.stringify([rule.over, placedRows(scope, rule).map(({ row, across, down }) => [row, across, down])]);

/** The policy's matrices over lists that have something on them, each with whether an earlier one shows the same. */
export const filledMatrices = (scope: Scope): readonly { readonly rule: MatrixRule; readonly isSame: boolean }[] => {
  const seen = new Set<string>();
  return scope.model.policy.matrices.flatMap((rule) => {
    if (!('list' in rule.over) || placedRows(scope, rule).length === 0) return [];
    const picture = pictureOf(scope, rule);
    const isSame = seen.has(picture);
    seen.add(picture);
    return [{ rule, isSame }];
  });
};

/** A row where a matrix puts it: its number in the list, and what it comes to. */
export interface Spot extends Placed {
  readonly number: number;
  readonly score: number;
  readonly band: List['items'][number] | undefined;
}

/** Every row that has both levels, with its score and band. */
export const spotsIn = (scope: Scope, rule: MatrixRule): readonly Spot[] => {
  const rows = rowIds(scope, rule.over);
  return placedRows(scope, rule).map((placed) => ({
    ...placed,
    number: rows.indexOf(placed.row) + 1,
    score: placed.across * placed.down,
    band: bandOf(scope, rule, placed.across, placed.down),
  }));
};

/**
 * The item of its list that the band of a cell is: what the rule's band comes to in a row whose two fields are at the
 * cell's levels, and where nothing else is answered.
 */
export const bandOf = (
  scope: Scope,
  rule: MatrixRule,
  across: number,
  down: number,
): List['items'][number] | undefined => {
  const value = scope.model.values.get(rule.cell.band);
  const [row] = rowIds(scope, rule.over);
  if (value?.list === undefined || row === undefined) return undefined;
  const counted = new Map([
    [keyOf(rule.cell.across, row), across],
    [keyOf(rule.cell.down, row), down],
  ]);
  const band = read({ ...scope, counted }, { value: value.id }, row);
  return scope.model.lists.get(value.list)?.items.find((item) => item.id === band);
};

/** The levels of a scale, from low to high. */
export const levelsOf = (
  scope: Scope,
  list: string,
): readonly { readonly level: number; readonly item: List['items'][number] }[] =>
  (scope.model.lists.get(list)?.items ?? [])
    .flatMap((item) => (item.score === undefined ? [] : [{ level: item.score, item }]))
    .sort((a, b) => a.level - b.level);
