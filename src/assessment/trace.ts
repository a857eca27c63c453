import { type Answer, type Key, keyOf } from '../policy/answer';
import { firstMatch, holds, raisedConditions, read } from '../policy/evaluate';
import { comparisonOf, type Condition, type Operand, type Rows } from '../policy/expression';
import { optionsOf } from '../policy/model';
import { type Reading, rowIds, type Scope, unsureKeys } from '../policy/scope';
import type { Text } from '../policy/text';
import type { DerivedValue } from '../policy/value';

/** `low`: it is followed because it is too low, so what it has in full is not to blame. */
type Follow = (operand: Operand, row?: string, low?: boolean) => void;

/** What conditions rest on: answers by their keys, and the sentences of the tables that were read on the way. */
export interface Grounds {
  readonly keys: ReadonlySet<Key>;
  readonly sentences: readonly Text[];
}

/** The most that something can come to, as far as scores and tables of numbers tell; undefined where they do not. */
const most = (scope: Scope, operand: Operand): number | undefined => {
  if (typeof operand === 'number') return operand;
  if (typeof operand !== 'object') return undefined;
  if ('score' in operand) {
    const place = scope.model.places.get(operand.score);
    return place && greatest(optionsOf(scope.model, place.field).map(({ score }) => score ?? 0));
  }
  const value = 'value' in operand ? scope.model.values.get(operand.value) : undefined;
  return value?.kind === 'table' ? greatest(value.rows.map(({ then }) => most(scope, then))) : undefined;
};

const greatest = (numbers: readonly (number | undefined)[]): number | undefined => {
  const known = numbers.filter((number) => number !== undefined);
  return known.length < numbers.length ? undefined : Math.max(...known);
};

/** Rows, in order: where a part of a value is worked out. */
const rowsIn = (scope: Scope, over: Rows | undefined, row: string | undefined): readonly (string | undefined)[] =>
  over === undefined ? [row] : rowIds(scope, over);

/**
 * The keys of the answers on which it rests that conditions come out as they do: of `any`, the branches that hold; of
 * `all` that does not hold, the parts that do not; through derived values down to the answers. What a value is made of
 * and what made no difference to it (an amount of nothing, a smaller one of which the greatest is taken, a full score in a sum
 * that is too low) is left out.
 */
export const groundsOf = (scope: Scope, conditions: readonly Condition[]): Grounds => {
  const keys = new Set<Key>();
  const sentences: Text[] = [];
  const followed = new Set<string>();

  const atRow = (repeated: Rows | undefined, named: string | undefined, row: string | undefined): string | undefined =>
    repeated === undefined ? undefined : (named ?? row);

  const follow: Follow = (operand, row, low = false) => {
    if (typeof operand !== 'object') return;
    if ('field' in operand || 'score' in operand) {
      const id = 'field' in operand ? operand.field : operand.score;
      keys.add(keyOf(id, atRow(scope.model.places.get(id)?.rows, operand.row, row)));
    } else if ('contact' in operand) keys.add(operand.contact);
    else if ('unsure' in operand) unsureKeys(scope, operand.but).forEach((key) => keys.add(key));
    else if ('raised' in operand)
      for (const { id } of raisedConditions(scope, operand.raised)) {
        const rule = scope.model.conditions.get(id);
        if (rule && once(`raised ${id}`)) because(rule.when);
      }
    else if ('value' in operand) {
      const value = scope.model.values.get(operand.value);
      const at = value && atRow(value.each, operand.row, row);
      if (value && once(keyOf(value.id, at))) followValue(value, at, low);
    }
  };

  const once = (name: string): boolean => followed.size !== followed.add(name).size;

  /** Follows those of some operands whose reading made a difference. */
  const followThose = (
    { of, over }: { readonly of: readonly Operand[]; readonly over?: Rows | undefined },
    row: string | undefined,
    matters: (reading: Reading, operand: Operand) => boolean,
    low: boolean,
  ): void => {
    followRows(over);
    for (const at of rowsIn(scope, over, row))
      for (const operand of of) if (matters(read(scope, operand, at), operand)) follow(operand, at, low);
  };

  const followRows = (over: Rows | undefined): void => {
    if (over && 'chosen' in over) keys.add(over.chosen);
  };

  const followValue = (value: DerivedValue, row: string | undefined, low: boolean): void => {
    const result: Answer | undefined = read(scope, { value: value.id, ...(row !== undefined && { row }) }, row);
    switch (value.kind) {
      case 'sum':
        return followThose(
          value,
          row,
          (reading, operand) => {
            if (result === undefined) return reading === undefined;
            return low ? reading !== most(scope, operand) : reading !== 0;
          },
          low,
        );
      case 'product':
        return followThose(
          value,
          row,
          (reading) => (result === undefined ? reading === undefined : result !== 0 || reading === 0),
          low,
        );
      case 'maximum':
      case 'earliest':
        return followThose(value, row, (reading) => reading === result, false);
      case 'count': {
        const rows = rowsIn(scope, value.over, row);
        followRows(value.over);
        if (value.over === undefined)
          return value.where.filter((one) => holds(scope, one, row)).forEach((one) => because(one, row));
        for (const at of rows)
          if (value.where.every((one) => holds(scope, one, at))) value.where.forEach((one) => because(one, at));
        return;
      }
      case 'band':
        return follow(value.of, row, low);
      case 'table': {
        const match = firstMatch(scope, value.rows, row);
        if (match?.because) sentences.push(match.because);
        becauseOfRow(value.rows, match, row);
        if (match) follow(match.then, row);
        return;
      }
      case 'date':
        follow(value.from, row);
        Object.values(value.plus).forEach((operand) => operand !== undefined && follow(operand, row));
    }
  };

  /** Why a row of a first-match table matched: its condition; for one without, that no other row did. */
  const becauseOfRow = (
    rows: readonly { readonly when?: Condition | undefined }[],
    match: { readonly when?: Condition | undefined } | undefined,
    row?: string,
  ): void => {
    if (match?.when !== undefined) return because(match.when, row);
    for (const { when } of rows) if (when !== undefined) because(when, row);
  };

  const because = (condition: Condition, row?: string): void => {
    if ('all' in condition || 'any' in condition) {
      const parts = 'all' in condition ? condition.all : condition.any;
      const decides = 'any' in condition === holds(scope, condition, row);
      const deciding = decides ? parts.filter((part) => holds(scope, part, row) === 'any' in condition) : parts;
      deciding.forEach((part) => because(part, row));
    } else if ('not' in condition) because(condition.not, row);
    else if ('answered' in condition) {
      // that something is known decides nothing by itself, only that it is missing
      if (!holds(scope, condition, row)) follow(condition.answered, row);
    } else {
      const { subject, name, against } = comparisonOf(condition);
      const isHeld = holds(scope, condition, row);
      follow(subject, row, name === 'atLeast' ? !isHeld : name === 'atMost' && isHeld);
      if (name !== 'oneOf') follow(against as Operand, row);
    }
  };

  conditions.forEach((condition) => because(condition));
  return { keys, sentences };
};
