import { compareDates, firstDay, type IsoDate } from '../base/calendar';
import { bandOf, earliest, isDate, isNumber, later, maximum, product, sum } from './arithmetic';
import { type Answer, keyOf } from './answer';
import { type Comparison, comparisonOf, type Condition, type Literal, type Operand, type Rows } from './expression';
import { memory } from './memory';
import { contactOf, type Reading, rowIds, type Scope, scoreOf, settingReading, unsureKeys } from './scope';
import type { DerivedValue } from './value';

/** The row of a repeated field or value that is meant: the one named, or else the one at hand. */
const rowFor = (repeated: Rows | undefined, named: string | undefined, current: string | undefined) =>
  repeated === undefined ? undefined : (named ?? current);

/** What an operand comes to, in a row where there is one. */
export const read = (scope: Scope, operand: Operand, row?: string): Reading => {
  if (typeof operand === 'number' || typeof operand === 'string') return operand;
  if ('field' in operand) {
    const at = rowFor(scope.model.places.get(operand.field)?.rows, operand.row, row);
    return scope.counted.get(keyOf(operand.field, at)) ?? operand.else;
  }
  if ('value' in operand) {
    const value = scope.model.values.get(operand.value);
    return (value && valueIn(scope, value, rowFor(value.each, operand.row, row))) ?? operand.else;
  }
  if ('setting' in operand) return settingReading(scope, operand.setting) ?? operand.else;
  if ('score' in operand) {
    const at = rowFor(scope.model.places.get(operand.score)?.rows, operand.row, row);
    return scoreOf(scope, operand.score, at) ?? operand.else;
  }
  if ('contact' in operand) return contactOf(scope, operand.contact);
  if ('raised' in operand) return raisedConditions(scope, operand.raised).length;
  if ('unsure' in operand) return unsureKeys(scope, operand.but).length;
  if ('today' in operand) return scope.today;
  return scope.outcome;
};

const compare = (name: Exclude<Comparison, 'oneOf'>, reading: Answer, against: Reading): boolean => {
  switch (name) {
    case 'is':
      return reading === against;
    case 'includes':
      return Array.isArray(reading) && (reading as readonly unknown[]).includes(against);
    case 'atLeast':
      return isNumber(reading) && isNumber(against) && reading >= against;
    case 'atMost':
      return isNumber(reading) && isNumber(against) && reading <= against;
    case 'before':
      return isDate(reading) && isDate(against) && compareDates(reading, against) < 0;
    case 'after':
      return isDate(reading) && isDate(against) && compareDates(reading, against) > 0;
  }
};

/** Whether a condition holds, in a row where there is one. Every comparison with "not answered" is false. */
export const holds = (scope: Scope, condition: Condition, row?: string): boolean => {
  if ('all' in condition) return condition.all.every((part) => holds(scope, part, row));
  if ('any' in condition) return condition.any.some((part) => holds(scope, part, row));
  if ('not' in condition) return !holds(scope, condition.not, row);
  if ('answered' in condition) return read(scope, condition.answered, row) !== undefined;
  const { subject, name, against } = comparisonOf(condition);
  const reading = read(scope, subject, row);
  if (reading === undefined) return false;
  if (name === 'oneOf') return (against as readonly Literal[]).some((literal) => reading === literal);
  return compare(name, reading, read(scope, against as Operand, row));
};

/** The first row of a table whose condition holds. */
export const firstMatch = <Row extends { readonly when?: Condition | undefined }>(
  scope: Scope,
  rows: readonly Row[],
  row?: string,
): Row | undefined => rows.find((candidate) => candidate.when === undefined || holds(scope, candidate.when, row));

/** The readings of all operands, here or in each row of a source. */
const readAll = (scope: Scope, { of, over }: { of: readonly Operand[]; over?: Rows | undefined }, row?: string) =>
  (over === undefined ? [row] : rowIds(scope, over)).flatMap((at) => of.map((operand) => read(scope, operand, at)));

const derive = (scope: Scope, value: DerivedValue, row?: string): Reading => {
  switch (value.kind) {
    case 'sum':
      return sum(readAll(scope, value, row));
    case 'product':
      return product(readAll(scope, value, row));
    case 'maximum':
      return maximum(readAll(scope, value, row));
    case 'earliest':
      return earliest(readAll(scope, value, row));
    case 'count':
      return value.over === undefined
        ? value.where.filter((condition) => holds(scope, condition, row)).length
        : rowIds(scope, value.over).filter((at) => value.where.every((condition) => holds(scope, condition, at)))
            .length;
    case 'band':
      return bandOf(
        read(scope, value.of, row),
        value.bands.map(({ from, then }) => ({ from: read(scope, from, row), then })),
      );
    case 'table': {
      const match = firstMatch(scope, value.rows, row);
      return match && read(scope, match.then, row);
    }
    case 'date': {
      const amount = (operand: Operand | undefined) => (operand === undefined ? 0 : read(scope, operand, row));
      const { years, months, days, workingDays } = value.plus;
      return later(read(scope, value.from, row), {
        years: amount(years),
        months: amount(months),
        days: amount(days),
        workingDays: amount(workingDays),
      });
    }
  }
};

const rememberValue = memory<Reading>();

const valueIn = (scope: Scope, value: DerivedValue, row?: string): Reading =>
  rememberValue(scope, keyOf(value.id, row), () => derive(scope, value, row));

/** A condition that the answers raise: whose it is, at which point it falls due, and by which date where one is known. */
export interface Raised {
  readonly id: string;
  readonly owner: string;
  readonly point: string;
  readonly date?: IsoDate;
}

const rememberRaised = memory<readonly Raised[]>();

/**
 * The conditions raised, in the policy's order; with `points`, only those that fall due there. A condition whose due
 * table has no row that matches is not raised.
 */
export const raisedConditions = (scope: Scope, points?: readonly string[]): readonly Raised[] =>
  rememberRaised(scope, points?.join(' ') ?? '', () =>
    scope.model.policy.conditions.flatMap((rule): readonly Raised[] => {
      if (points && !rule.due.some((due) => points.includes(due.point))) return [];
      if (!holds(scope, rule.when)) return [];
      const due = firstMatch(scope, rule.due);
      if (!due || (points && !points.includes(due.point))) return [];
      const date = due.date === undefined ? undefined : read(scope, due.date);
      return [{ id: rule.id, owner: rule.owner, point: due.point, ...(isDate(date) && { date: firstDay(date) }) }];
    }),
  );

/** The ids of the policy's contradictions that hold: answers that cannot both be true. */
export const contradictionsIn = (scope: Scope): readonly string[] =>
  scope.model.policy.contradictions.flatMap(({ id, when }) => (holds(scope, when) ? [id] : []));
