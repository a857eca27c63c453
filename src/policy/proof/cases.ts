import type { Operand } from '../expression';
import { foldOf } from './amounts';
import type { Order } from './comparison';
import type { Diagram } from './diagram';
import type { Moment } from './moment';
import type { RuleReader } from './rule-reader';
import type { Space } from './space';
import { isQuantity } from './term';

interface Case {
  readonly where: Diagram;
  readonly is: Diagram;
}

/** More cases than these are not taken apart. */
const mostCases = 8;

const narrowed = (space: Space, where: Diagram, cases: readonly Case[]): readonly Case[] =>
  cases.map((one) => ({ ...one, where: space.and(where, one.where) })).filter((one) => one.where !== space.no);

/** Whether this is a setting that may be anything. */
export const isAnySetting = (rules: RuleReader, diagram: Diagram): boolean => {
  const terms = rules.space.free ? rules.space.diagrams.outcomes(diagram) : [];
  return (
    terms.some(isQuantity) && terms.every((term) => !isQuantity(term) || term.unknowns.every(({ level }) => level < 0))
  );
};

/** Many values against a setting that may be anything: which of them meets which is left open. */
export const compareAsWhole = (rules: RuleReader, left: Diagram, order: Order, right: Diagram): Diagram => {
  const { space } = rules;
  if (space.diagrams.isLeaf(left)) return space.diagrams.combine(rules.orders[order], left, right);
  const [one, other] = [left, right].map((side) => space.settle(side)) as [Diagram, Diagram];
  space.comparisons.after = space.diagrams.deepest(one);
  const both = space.and(space.isAnswered(left), space.isAnswered(right));
  return space.and(both, space.comparisons.asWhole(one, order, other));
};

/** What an operand comes to, case by case, each without the conditions on which its answers are asked. */
export const casesOf = (
  rules: RuleReader,
  moment: Moment,
  operand: Operand,
  row: string | undefined,
): readonly Case[] => {
  const { space } = rules;
  const whole = (): readonly Case[] => [{ where: space.yes, is: rules.read(moment, operand, row) }];
  if (typeof operand !== 'object' || ('else' in operand && operand.else !== undefined)) return whole();
  if ('field' in operand) {
    const answers = rules.answersOf(operand.field, operand.row ?? row);
    return answers ? [{ where: answers.asked, is: answers.value }] : [];
  }
  const value = 'value' in operand ? space.model.values.get(operand.value) : undefined;
  const at = value?.each === undefined || !('value' in operand) ? undefined : (operand.row ?? row);
  if (value?.kind === 'table') {
    let left = space.yes;
    return value.rows.flatMap(({ when, then }) => {
      const here = when === undefined ? space.yes : rules.holds(moment, when, at);
      const taken = space.and(left, here);
      left = space.and(left, space.not(here));
      return narrowed(space, taken, casesOf(rules, moment, then, at));
    });
  }
  if ((value?.kind !== 'sum' && value?.kind !== 'product') || value.over !== undefined) return whole();
  const { kind } = value;
  const parts = value.of.map((part) => casesOf(rules, moment, part, at));
  if (parts.reduce((all, { length }) => all * length, 1) > mostCases) return whole();
  return parts.reduce<readonly Case[]>(
    (all, part) =>
      all.flatMap((one) =>
        narrowed(
          space,
          one.where,
          part.map(({ where, is }) => ({
            where,
            is: foldOf(
              space,
              kind,
              [one, { is }].map((each) => ({ there: space.yes, is: each.is })),
            ),
          })),
        ),
      ),
    [{ where: space.yes, is: space.leaf(kind === 'sum' ? 0 : 1) }],
  );
};
