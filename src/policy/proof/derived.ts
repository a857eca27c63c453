import type { Operand } from '../expression';
import type { DerivedValue } from '../value';
import { dateOf, foldOf, furthestOf } from './amounts';
import type { Diagram } from './diagram';
import { levelOf, mostRows, plus, readAll } from './in-rows';
import { anyRow, type Moment } from './moment';
import type { RuleReader } from './rule-reader';

/** The period that a date value adds. */
export const period = (
  rules: RuleReader,
  moment: Moment,
  value: Extract<DerivedValue, { kind: 'date' }>,
  row: string | undefined,
) => {
  const amount = (operand: Operand | undefined): Diagram =>
    operand === undefined ? rules.space.leaf(0) : rules.read(moment, operand, row);
  const { years, months, days, workingDays } = value.plus;
  return { years: amount(years), months: amount(months), days: amount(days), workingDays: amount(workingDays) };
};

/** What a derived value comes to, as `derive` of the evaluator says it. */
export const derive = (
  rules: RuleReader,
  moment: Moment,
  value: DerivedValue,
  row: string | undefined,
  most: number,
): Diagram => {
  const { space } = rules;
  switch (value.kind) {
    case 'sum':
    case 'product':
      return foldOf(space, value.kind, readAll(rules, moment, value, row));
    case 'maximum':
    case 'earliest':
      return furthestOf(space, value.kind === 'maximum' ? 'greatest' : 'least', readAll(rules, moment, value, row));
    case 'count':
      return countOf(rules, moment, value, row, most);
    case 'band':
      return band(rules, moment, value, row);
    case 'table':
      return value.rows.reduceRight((rest, { when, then }) => {
        const here = rules.read(moment, then, row);
        // where a row changes nothing, its condition need not be known
        if (when === undefined || here === rest) return here;
        return space.choose(rules.holds(moment, when, row), here, rest);
      }, space.none);
    case 'date':
      return dateOf(space, rules.read(moment, value.from, row), period(rules, moment, value, row));
  }
};

const countOf = (
  rules: RuleReader,
  moment: Moment,
  value: Extract<DerivedValue, { kind: 'count' }>,
  row: string | undefined,
  most: number,
): Diagram => {
  const { space } = rules;
  if (value.over === undefined)
    return rules.count(
      value.where.map((part) => rules.holds(moment, part, row)),
      most,
    );
  const rows = rules.rows(value.over).map(({ id, there }) => ({
    id,
    there,
    holds: space.and(there, ...value.where.map((part) => rules.holds(moment, part, id))),
  }));
  const certain = rules.count(
    rows.filter(({ id }) => id !== anyRow).map(({ holds }) => holds),
    most,
  );
  const { over } = value;
  return rows
    .filter(({ id }) => id === anyRow)
    .reduce((sum, { there, holds }, index) => {
      if (holds === space.no) return sum;
      // of rows that officers add, none or all may be meant; an option that is ticked is at least one
      const others = space.unknown({
        key: `rows ${index} of ${value.id}`,
        low: 'chosen' in over ? 1 : 0,
        high: mostRows(rules, over),
        level: levelOf(rules, over),
      });
      const more = plus(space, sum, space.leaf(others));
      return space.choose('chosen' in over ? holds : there, more, sum);
    }, certain);
};

const band = (
  rules: RuleReader,
  moment: Moment,
  value: Extract<DerivedValue, { kind: 'band' }>,
  row: string | undefined,
): Diagram => {
  const { space } = rules;
  const reading = rules.read(moment, value.of, row);
  const bands = value.bands.map(({ from, then }) => ({ from: rules.read(moment, from, row), then }));
  const reached = bands.map(({ from }) => space.diagrams.combine(rules.orders.atLeast, reading, from));
  return bands.reduceRight((rest, { from, then }, index) => {
    const highest = bands.map((other, at) => {
      if (at === index) return space.yes;
      const lower = space.diagrams.combine(rules.orders.atLeast, from, other.from);
      const higher = space.diagrams.combine(rules.orders.atLeast, other.from, from);
      return space.or(space.not(reached[at] ?? space.no), at > index ? lower : space.and(lower, space.not(higher)));
    });
    return space.choose(space.and(reached[index] ?? space.no, ...highest), space.leaf(then), rest);
  }, space.none);
};
