import { keyOf } from '../answer';
import { operandDates } from './bounds';
import type { Group, SimpleField } from '../field';
import type { Operand } from '../expression';
import type { Page } from '../schema';
import { addressOf, type Step } from '../walk';
import { answerSpace } from './answer-space';
import type { Diagram } from './diagram';
import { levelsOf } from './levels';
import type { Moment } from './moment';
import { Rules } from './rules';
import { settingTerm } from './setting-term';
import type { Space } from './space';

/** A field as a page asks it in a proof: where it is asked, where it must be filled, where it can be. */
export interface AskedField {
  readonly field: SimpleField | Group;
  readonly key: string;
  readonly row?: string;
  /** Where its page is asked, and its row is there. */
  readonly within: Diagram;
  readonly asked: Diagram;
  readonly required: Diagram;
  /** Where it must be filled: it is asked and required, and so is the group that it stands in. */
  readonly must: Diagram;
  /** Where what is answered may be answered, and what must be is. */
  readonly fits: Diagram;
  /** Where it must be filled and nothing that could be given is accepted. */
  readonly stuck: Diagram;
}

/** A page, or one row's instance of it: where it is on the path. */
export interface AskedStep {
  readonly step: Step;
  readonly address: string;
  readonly asked: Diagram;
  readonly fields: readonly AskedField[];
}

/** A row of a page's routes: where it is taken. */
export interface AskedRoute {
  readonly page: string;
  readonly index: number;
  /** Where the page is done and no earlier row matches. */
  readonly reached: Diagram;
  /** Where its condition holds. */
  readonly holds: Diagram;
  /** The page or outcome that it leads to. */
  readonly to: Diagram;
}

/** All passages through a policy at once. */
export interface Passages {
  readonly space: Space;
  readonly rules: Rules;
  /** In the order of the path: a page comes after all that lead to it. */
  readonly steps: readonly AskedStep[];
  readonly routes: readonly AskedRoute[];
  /** Pages and outcomes, each where the path comes to it. */
  readonly comesTo: ReadonlyMap<string, Diagram>;
  readonly outcome: Diagram;
  /** The end of the walk, when the outcome is known. */
  readonly end: Moment;
}

const listIsNotEmpty = (space: Space, setting: string): Diagram => space.isAnswered(settingTerm(space, setting));

/** The pages in an order in which each comes after all that lead to it. */
const inOrder = (space: Space): readonly Page[] => {
  const { policy, pages, values } = space.model;
  const done = new Set<string>();
  const order: Page[] = [];
  const visit = (id: string): void => {
    const page = pages.get(id);
    if (!page || done.has(id)) return;
    done.add(id);
    for (const { to } of page.next.toReversed()) {
      if (typeof to === 'string') visit(to);
      else {
        const table = values.get(to.value);
        if (table?.kind === 'table')
          for (const row of table.rows.toReversed()) if (typeof row.then === 'string') visit(row.then);
      }
    }
    order.push(page);
  };
  visit(policy.start);
  return order.toReversed();
};

/** Walks all passages at once, page by page, each page once. */
export const passagesOf = (space: Space): Passages => {
  const { model } = space;
  const order = inOrder(space);
  const levels = levelsOf(model, order);
  const today = space.unknown({ key: 'today', level: -0.9, ...operandDates.today(model.policy) }, 'date');
  const rules = new Rules(space, today);
  const { settle } = space;
  const comesTo = new Map<string, Diagram>([[model.policy.start, space.yes]]);
  const steps: AskedStep[] = [];
  const routes: AskedRoute[] = [];
  let outcome = space.none;

  const fieldsOf = (
    moment: Moment,
    page: Page,
    stepAsked: Diagram,
    stepRow: string | undefined,
  ): readonly AskedField[] => {
    const fields: AskedField[] = [];
    const visit = (field: SimpleField | Group, within: Diagram, row: string | undefined, inMust: Diagram): void => {
      const key = keyOf(field.id, row);
      const asked = space.and(within, field.when === undefined ? space.yes : rules.holds(moment, field.when, row));
      const answers = answerSpace(space, field, key, levels(field.id, row));
      const offered = answers.open(
        (condition) => rules.holds(moment, condition, row),
        (setting) => listIsNotEmpty(space, setting),
      );
      const bound = (operand: Operand | undefined): Diagram =>
        operand === undefined ? space.none : rules.read(moment, operand, row);
      const dates =
        field.kind === 'date'
          ? operandDates.between(space, answers.value, bound(field.from), bound(field.to), field.precision)
          : undefined;
      const open = space.and(offered, dates?.fits ?? space.yes);
      const required =
        field.required === undefined || field.required === true
          ? space.yes
          : field.required === false
            ? space.no
            : rules.holds(moment, field.required, row);
      const must = space.and(asked, required);
      const good = space.or(space.not(asked), space.and(open, space.or(space.not(required), answers.answered)));
      rules.counted.set(key, { ...answers, asked });
      fields.push({
        field,
        key,
        ...(row !== undefined && { row }),
        within,
        asked,
        required,
        must: space.and(must, inMust),
        fits: good,
        stuck: settle(
          space.and(
            must,
            dates?.empty ??
              space.not(
                space.diagrams.forget(space.and(offered, answers.answered), (variable) =>
                  answers.variables.includes(variable),
                ),
              ),
          ),
        ),
      });
      if (field.kind !== 'group') return;
      for (const { id, there } of rules.rows(field.over ?? { group: field.id }))
        for (const inner of field.fields) visit(inner, space.and(asked, there), id, must);
    };
    for (const field of page.fields) visit(field, stepAsked, stepRow, space.yes);
    return fields;
  };

  for (const page of order) {
    const here = space.standIns.standFor(comesTo.get(page.id) ?? space.no);
    const moment: Moment = { name: page.id, outcome: space.none };
    const rows = page.each
      ? rules.rows(page.each.over).map(({ id, there }) => ({
          id,
          asked: space.and(here, there, page.each?.where ? rules.holds(moment, page.each.where, id) : space.yes),
        }))
      : [{ id: undefined, asked: here }];
    for (const { id, asked } of rows) {
      const step: Step = id === undefined ? { page } : { page, row: id };
      steps.push({ step, address: addressOf(step), asked, fields: fieldsOf(moment, page, asked, id) });
    }
    rules.pageIsAsked(page.id);
    let left = here;
    page.next.forEach((route, index) => {
      const holds = route.when === undefined ? space.yes : rules.holds(moment, route.when);
      const to = typeof route.to === 'string' ? space.leaf(route.to) : rules.read(moment, route.to);
      routes.push({ page: page.id, index, reached: left, holds, to });
      const taken = space.and(left, holds);
      for (const target of space.diagrams.outcomes(to)) {
        if (typeof target !== 'string' || taken === space.no) continue;
        const leads = settle(
          space.and(
            taken,
            space.diagrams.map(to, (term) => space.leaf(term === target)),
          ),
        );
        comesTo.set(target, space.or(comesTo.get(target) ?? space.no, leads));
        if (model.outcomes.has(target)) outcome = space.choose(leads, space.leaf(target), outcome);
      }
      left = space.and(left, space.not(holds));
    });
  }
  return {
    space,
    rules,
    steps,
    routes,
    comesTo,
    outcome,
    end: { name: '', outcome },
  };
};
