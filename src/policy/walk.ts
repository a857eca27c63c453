import { compareDates, type IsoDate, type IsoMonth } from '../base/calendar';
import { type Answer, isAnswer, type Key, keyOf, plainText } from './answer';
import { isDate } from './arithmetic';
import type { Group, OwnOption, SimpleField } from './field';
import { type Model, optionsOf } from './model';
import type { Page } from './schema';
import { firstMatch, holds, read } from './evaluate';
import { rowIds, type Scope } from './scope';

/** One page of a passage; `row` where the page is asked once for each row of a list. */
export interface Step {
  readonly page: Page;
  readonly row?: string;
}

/** The address of a page: its id, followed by `/` and the row's id where it is repeated. */
export const addressOf = (step: Step): string => keyOf(step.page.id, step.row);

/** How far some answers lead through a policy, and which of them count. */
export interface Walk extends Scope {
  /** The pages asked, in order. Without an outcome the last one is still to be completed. */
  readonly path: readonly Step[];
  /** The row of the last route table that matched, for "why this outcome". */
  readonly decidedBy?: { readonly page: string; readonly index: number };
}

/** The options that a field offers now. */
export const offeredOptions = (scope: Scope, field: SimpleField | Group, row?: string): readonly OwnOption[] => {
  const among = field.kind === 'choice' ? field.among : undefined;
  const ticked = among === undefined ? undefined : [scope.counted.get(among) ?? []].flat();
  return optionsOf(scope.model, field).filter(
    ({ id, when }) => (ticked === undefined || ticked.includes(id)) && (when === undefined || holds(scope, when, row)),
  );
};

/** The first and the last date that a date field accepts now. */
export const dateBounds = (
  scope: Scope,
  field: Extract<SimpleField, { kind: 'date' }>,
  row?: string,
): { readonly from?: IsoDate | IsoMonth; readonly to?: IsoDate | IsoMonth } => {
  const from = field.from === undefined ? undefined : read(scope, field.from, row);
  const to = field.to === undefined ? undefined : read(scope, field.to, row);
  return { ...(isDate(from) && { from }), ...(isDate(to) && { to }) };
};

/** Whether a date lies within bounds; a month does when it shares a day with them. */
const isWithin = (date: IsoDate | IsoMonth, { from, to }: ReturnType<typeof dateBounds>): boolean => {
  const fine = (bound: IsoDate | IsoMonth): IsoDate | IsoMonth => (date.length === 7 ? bound.slice(0, 7) : bound);
  return (
    (from === undefined || compareDates(date, fine(from)) >= 0) &&
    (to === undefined || compareDates(date, fine(to)) <= 0)
  );
};

/** Whether an answer that fits its field can be given now: its options are offered, its date lies within the bounds. */
const isOpen = (scope: Scope, field: SimpleField | Group, answer: Answer, row?: string): boolean => {
  if (field.kind === 'date') return isWithin(plainText(answer), dateBounds(scope, field, row));
  if (field.kind !== 'choice' && field.kind !== 'choices') return true;
  const offered = new Set(offeredOptions(scope, field, row).map((option) => option.id));
  return (Array.isArray(answer) ? (answer as readonly string[]) : [plainText(answer)]).every((id) => offered.has(id));
};

/** Whether a field must be filled now. */
export const isRequired = (scope: Scope, field: SimpleField | Group, row?: string): boolean =>
  field.required === undefined ||
  field.required === true ||
  (field.required !== false && holds(scope, field.required, row));

/** A field as a page asks it now: its key, and whether it must be filled. */
export interface AskedField {
  readonly field: SimpleField | Group;
  readonly key: Key;
  readonly row?: string;
  readonly required: boolean;
  /** The fields of each row, where the field is a group. */
  readonly rows: readonly { readonly id: string; readonly fields: readonly AskedField[] }[];
}

/**
 * The fields that a page asks now, in order. `count` is told of each field before the next is looked at, so that a
 * field may depend on the one above it.
 */
const visit = (
  scope: Scope,
  step: Step,
  count: (key: Key, field: SimpleField | Group, row?: string) => void,
): readonly AskedField[] => {
  const ask = (field: SimpleField | Group, row?: string): readonly AskedField[] => {
    if (field.when !== undefined && !holds(scope, field.when, row)) return [];
    const key = keyOf(field.id, row);
    count(key, field, row);
    const required = isRequired(scope, field, row);
    const asked = { field, key, required, ...(row !== undefined && { row }) };
    if (field.kind !== 'group') return [{ ...asked, rows: [] }];
    const ids = rowIds(scope, field.over ?? { group: field.id });
    return [{ ...asked, rows: ids.map((id) => ({ id, fields: field.fields.flatMap((inner) => ask(inner, id)) })) }];
  };
  return step.page.fields.flatMap((field) => ask(field, step.row));
};

/** The fields that a page asks, given the answers that count. */
export const askedFields = (scope: Scope, step: Step): readonly AskedField[] => visit(scope, step, () => undefined);

/** Asked fields with those of their rows, as one list: a group before the fields of its rows. */
export const flatFields = (asked: readonly AskedField[]): readonly AskedField[] =>
  asked.flatMap((one) => [one, ...one.rows.flatMap((row) => flatFields(row.fields))]);

/** Whether everything that a page must be told is answered. */
export const isComplete = (scope: Scope, asked: readonly AskedField[]): boolean =>
  asked.every((one) => {
    if (!one.rows.every((row) => isComplete(scope, row.fields))) return false;
    if (!one.required) return true;
    if (one.field.kind !== 'group') return scope.counted.has(one.key);
    return one.field.over !== undefined || one.rows.length >= (one.field.min ?? 1);
  });

/** A page as it is asked: once, or once for each row of its list for which it is meant. */
export const instances = (scope: Scope, page: Page): readonly Step[] => {
  const { each } = page;
  if (!each) return [{ page }];
  return rowIds(scope, each.over)
    .filter((row) => each.where === undefined || holds(scope, each.where, row))
    .map((row) => ({ page, row }));
};

/**
 * Walks a policy with some answers: from the start, page by page, as far as the required fields are answered.
 * Only answers on the path count; one that does not fit its field, is not offered, or lies outside its dates is "not
 * answered".
 * `today` is the date of the log's first entry. `halts` is for those who look further: whether a page, as it is asked
 * now, is as far as they can see.
 */
export const walk = (
  model: Model,
  answers: ReadonlyMap<Key, Answer>,
  today: IsoDate,
  halts = (scope: Scope, asked: readonly AskedField[], _page: Page): boolean => !isComplete(scope, asked),
): Walk => {
  const counted = new Map<Key, Answer>();
  const scope: Scope = { model, counted, today, outcome: undefined };
  const count = (key: Key, field: SimpleField | Group, row?: string): void => {
    const answer = answers.get(key);
    if (answer !== undefined && isAnswer(model, field, answer) && isOpen(scope, field, answer, row))
      counted.set(key, answer);
  };
  const path: Step[] = [];
  const seen = new Set<string>();
  let target = model.policy.start;
  let decidedBy: Walk['decidedBy'];
  for (;;) {
    const page = model.pages.get(target);
    if (!page) return { ...scope, path, outcome: target, ...(decidedBy && { decidedBy }) };
    if (seen.has(target)) throw new Error(`the policy leads back to ${target}`);
    seen.add(target);
    for (const step of instances(scope, page)) {
      path.push(step);
      if (halts(scope, visit(scope, step, count), page)) return { ...scope, path };
    }
    const route = firstMatch(scope, page.next);
    if (!route) throw new Error(`no route leads on from ${target}`);
    decidedBy = { page: page.id, index: page.next.indexOf(route) };
    target = typeof route.to === 'string' ? route.to : outcomeOf(scope, route.to.value);
  }
};

const outcomeOf = (scope: Scope, value: string): string => {
  const table = scope.model.values.get(value);
  const match = table?.kind === 'table' ? firstMatch(scope, table.rows) : undefined;
  if (typeof match?.then !== 'string') throw new Error(`the table ${value} gives no outcome`);
  return match.then;
};

/** The keys of answers that do not count: off the path, not offered, or not fitting their field. */
export const setAside = (walked: Walk, answers: ReadonlyMap<Key, Answer>): readonly Key[] =>
  [...answers.keys()].filter((key) => !walked.counted.has(key));
