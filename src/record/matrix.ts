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

/** The item of the bands' list that a cell falls in: a cell's number is the product of its levels. */
export const bandOf = (
  scope: Scope,
  rule: MatrixRule,
  across: number,
  down: number,
): List['items'][number] | undefined => {
  const value =
    typeof rule.banded === 'object' && 'value' in rule.banded ? scope.model.values.get(rule.banded.value) : undefined;
  if (value?.kind !== 'band' || value.list === undefined) return undefined;
  const reached = value.bands
    .map((band) => ({ from: Number(read(scope, band.from)), id: band.then }))
    .filter((band) => across * down >= band.from)
    .reduce<{ readonly from: number; readonly id: string } | undefined>(
      (best, band) => (best === undefined || band.from > best.from ? band : best),
      undefined,
    );
  return scope.model.lists.get(value.list)?.items.find((item) => item.id === reached?.id);
};

/** The levels of a scale, from low to high. */
export const levelsOf = (
  scope: Scope,
  list: string,
): readonly { readonly level: number; readonly item: List['items'][number] }[] =>
  (scope.model.lists.get(list)?.items ?? [])
    .flatMap((item) => (item.score === undefined ? [] : [{ level: item.score, item }]))
    .sort((a, b) => a.level - b.level);
