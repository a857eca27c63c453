import { type Key, keyOf, partsOfKey } from './answer';
import { comparisonOf, type Condition, type Operand } from './expression';
import { firstMatch, holds, raisedConditions, read } from './evaluate';
import { rowIds, type Scope, unsureKeys } from './scope';
import type { DerivedValue } from './value';
import type { Walk } from './walk';

/** The answers that an operand comes from. */
const groundsOfOperand = (scope: Scope, operand: Operand, row?: string): readonly Key[] => {
  if (typeof operand !== 'object') return [];
  if ('raised' in operand) return groundsOfRaised(scope, operand.raised);
  if ('unsure' in operand) return unsureKeys(scope);
  const at = 'row' in operand ? (operand.row ?? row) : row;
  if ('value' in operand) {
    const value = scope.model.values.get(operand.value);
    return value ? groundsOfValue(scope, value, value.each && at) : [];
  }
  const field =
    'field' in operand
      ? operand.field
      : 'score' in operand
        ? operand.score
        : 'contact' in operand
          ? operand.contact
          : undefined;
  return field === undefined ? [] : [keyOf(field, scope.model.places.get(field)?.rows && at)];
};

/** The answers because of which a condition holds, or does not: of parts joined, only those that make it so. */
const groundsOf = (scope: Scope, condition: Condition, row?: string): readonly Key[] => {
  if ('not' in condition) return groundsOf(scope, condition.not, row);
  if ('answered' in condition) return groundsOfOperand(scope, condition.answered, row);
  if ('all' in condition || 'any' in condition) {
    const whole = holds(scope, condition, row);
    const parts = 'all' in condition ? condition.all : condition.any;
    return parts.filter((part) => holds(scope, part, row) === whole).flatMap((part) => groundsOf(scope, part, row));
  }
  const { subject, name, against } = comparisonOf(condition);
  const other = name === 'oneOf' ? [] : groundsOfOperand(scope, against as Operand, row);
  return [...groundsOfOperand(scope, subject, row), ...other];
};

const groundsOfValue = (scope: Scope, value: DerivedValue, row?: string): readonly Key[] => {
  const rows = 'over' in value && value.over !== undefined ? rowIds(scope, value.over) : [row];
  switch (value.kind) {
    case 'table': {
      const match = firstMatch(scope, value.rows, row);
      if (!match) return [];
      return [...(match.when ? groundsOf(scope, match.when, row) : []), ...groundsOfOperand(scope, match.then, row)];
    }
    case 'count':
      return rows.flatMap((at) => {
        const held = value.where.filter((condition) => holds(scope, condition, at));
        const counts = value.over === undefined ? held : held.length === value.where.length ? held : [];
        return counts.flatMap((condition) => groundsOf(scope, condition, at));
      });
    case 'maximum':
    case 'earliest': {
      const most = read(scope, { value: value.id }, row);
      return rows.flatMap((at) =>
        value.of.flatMap((operand) => (read(scope, operand, at) === most ? groundsOfOperand(scope, operand, at) : [])),
      );
    }
    case 'sum':
    case 'product':
      return rows.flatMap((at) => value.of.flatMap((operand) => groundsOfOperand(scope, operand, at)));
    case 'band':
      return groundsOfOperand(scope, value.of, row);
    case 'date':
      return groundsOfOperand(scope, value.from, row);
  }
};

const groundsOfRaised = (scope: Scope, points: readonly string[]): readonly Key[] =>
  raisedConditions(scope, points).flatMap(({ id }) => {
    const rule = scope.model.conditions.get(id);
    return rule ? groundsOf(scope, rule.when) : [];
  });

/** The answers that the rule read which gave the outcome: of its route, and of the row of its table. */
const groundsOfOutcome = (walked: Walk): readonly Key[] => {
  const { decidedBy, model } = walked;
  const route = decidedBy && model.pages.get(decidedBy.page)?.next[decidedBy.index];
  if (!route) return [];
  const table = typeof route.to === 'string' ? undefined : model.values.get(route.to.value);
  return [
    ...(route.when ? groundsOf(walked, route.when) : []),
    ...(table?.kind === 'table' ? groundsOfValue(walked, table) : []),
  ];
};

/**
 * What stands in the way where an outcome is to be reopened: the answers "I'm not sure", those that the rule read which
 * decided, and those that raise conditions due at the points that the outcome names. Fields that it calls settled are
 * none, unless they are not known. In the order of the path; nothing where the outcome is not reopened.
 */
export const gapsOf = (walked: Walk): readonly Key[] => {
  const { model, outcome, counted } = walked;
  const reopen = outcome === undefined ? undefined : model.outcomes.get(outcome)?.reopen;
  if (!reopen) return [];
  const grounds = [...groundsOfOutcome(walked), ...groundsOfRaised(walked, reopen.raised)];
  const gaps = new Set([
    ...unsureKeys(walked),
    ...grounds.filter((key) => !reopen.settled.includes(partsOfKey(key).field)),
  ]);
  return [...counted.keys()].filter((key) => gaps.has(key));
};
