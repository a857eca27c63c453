import type { Condition, Operand } from '../expression';
import type { Policy } from '../schema';
import type { Wording } from '../text';
import type { Diagram } from './diagram';
import type { ProofCode } from './claim';
import type { Passages } from './passage';
import { isAskedIn, type Moment } from './moment';

/** A condition of the policy: where it is looked at, and where it holds. */
export interface Placed {
  readonly place: string;
  readonly where: Diagram;
  readonly holds: Diagram;
  /** What it is called where it never holds. */
  readonly never: Extract<ProofCode, 'lint.never-holds' | 'lint.row-never-matches' | 'lint.never-there'>;
  /** Whether it may hold wherever it is looked at. */
  readonly mayAlwaysHold: boolean;
}

type Rows = readonly { readonly when?: Condition | undefined }[];

/** Every condition that decides something, in the order of the file. */
export const conditionsIn = (passages: Passages): readonly Placed[] => {
  const { space, end } = passages;
  const { policy } = space.model;
  const all = space.yes;
  const table = (rows: Rows, place: string, where: Diagram, moment: Moment, row?: string): readonly Placed[] => {
    let left = where;
    return rows.map(({ when }, index) => {
      const holds = when === undefined ? space.yes : passages.rules.holds(moment, when, row);
      const placed = {
        place: `${place}[${index}]`,
        where: left,
        holds,
        never: 'lint.row-never-matches' as const,
        mayAlwaysHold: when === undefined || index === rows.length - 1,
      };
      left = space.and(left, space.not(holds));
      return placed;
    });
  };
  const single = (when: Condition | undefined, place: string, where: Diagram): readonly Placed[] =>
    when === undefined
      ? []
      : [{ place, where, holds: passages.rules.holds(end, when), never: 'lint.never-holds', mayAlwaysHold: false }];
  /** The dates of the rows of a table, each looked at where its row matches. */
  const dates = (
    some: readonly { readonly date?: Operand | undefined }[],
    rows: readonly Placed[],
  ): readonly Placed[] =>
    some.flatMap(({ date }, index) => {
      const row = rows[index];
      if (date === undefined || !row) return [];
      const where = space.and(row.where, row.holds);
      return [there(`${row.place}.date`, where, passages.rules.answered(end, date))];
    });
  const wording = (words: Wording | undefined, place: string, where: Diagram): readonly Placed[] =>
    words === undefined || 'en' in words ? [] : table(words, place, where, end);
  const isAsked = isAskedIn(space, passages.rules);
  const reached = (id: string): Diagram => passages.comesTo.get(id) ?? space.no;

  return [
    ...ofPages(passages, table),
    ...policy.values.flatMap((value, index) =>
      value.kind === 'table'
        ? rowsOf(passages, value).flatMap((row) =>
            table(value.rows, `values[${index}].rows`, all, momentOf(passages, value.id), row),
          )
        : [],
    ),
    ...policy.conditions.flatMap((rule, index) => {
      const place = `conditions[${index}]`;
      const raised = passages.rules.holds(end, rule.when);
      const due = table(rule.due, `${place}.due`, raised, end);
      return [
        ...single(rule.when, `${place}.when`, all),
        ...due,
        ...dates(rule.due, due),
        ...wording(rule.text, `${place}.text`, raised),
      ];
    }),
    ...policy.outcomes.flatMap((outcome, index) => {
      const place = `outcomes[${index}]`;
      const here = reached(outcome.id);
      const by = table(outcome.by ?? [], `${place}.by`, here, end);
      return [
        ...(['title', 'reason', 'tell', 'register'] as const).flatMap((part) =>
          wording(outcome[part], `${place}.${part}`, here),
        ),
        ...by,
        ...dates(outcome.by ?? [], by),
        ...(outcome.attach ?? []).flatMap(({ when }, at) => single(when, `${place}.attach[${at}].when`, here)),
        ...(outcome.reopen?.raised ?? []).map((point, at) =>
          there(`${place}.reopen.raised[${at}]`, here, space.or(...passages.rules.raised(end, [point]))),
        ),
        ...(outcome.reopen?.settled ?? []).map((id, at) => there(`${place}.reopen.settled[${at}]`, here, isAsked(id))),
      ];
    }),
    ...single(policy.overview?.evenRefused, 'overview.evenRefused', all),
    ...(policy.overview?.figures ?? []).flatMap(({ when }, index) =>
      single(when, `overview.figures[${index}].when`, all),
    ),
    ...policy.headlines.flatMap(({ when }, index) => single(when, `headlines[${index}].when`, all)),
    ...policy.implications.flatMap(({ show }, index) =>
      show.flatMap(({ when }, at) => single(when, `implications[${index}].show[${at}].when`, all)),
    ),
    ...policy.register.fields.flatMap(({ when, requiredFor }, index) =>
      requiredFor.length === 0
        ? []
        : single(when, `register.fields[${index}].when`, space.or(...requiredFor.map(reached))).map((one) => ({
            ...one,
            mayAlwaysHold: true,
          })),
    ),
    ...policy.roles.flatMap(({ you }, index) => single(you, `roles[${index}].you`, all)),
    ...policy.contradictions.flatMap(({ when }, index) => single(when, `contradictions[${index}].when`, all)),
    ...policy.looks.flatMap(({ when }, index) => single(when, `looks[${index}].when`, all)),
  ];
};

/** Something that is named, looked at to see whether it is ever there. */
const there = (place: string, where: Diagram, holds: Diagram): Placed => ({
  place,
  where,
  holds,
  never: 'lint.never-there',
  mayAlwaysHold: true,
});

/** The rows in which a value is worked out; one that is worked out once has none. */
const rowsOf = ({ rules }: Passages, value: Policy['values'][number]): readonly (string | undefined)[] =>
  value.each === undefined ? [undefined] : rules.rows(value.each).map(({ id }) => id);

/** When a value is read: a table of outcomes before there is an outcome, all others at the end. */
const momentOf = ({ space, end }: Passages, value: string): Moment => {
  const page = space.model.policy.questions.find(({ next }) =>
    next.some(({ to }) => typeof to !== 'string' && to.value === value),
  );
  return page ? { name: page.id, outcome: space.none } : end;
};

const ofPages = (
  passages: Passages,
  table: (rows: Rows, place: string, where: Diagram, moment: Moment, row?: string) => readonly Placed[],
): readonly Placed[] => {
  const { space, steps, routes } = passages;
  return space.model.policy.questions.flatMap((page, index) => {
    const place = `questions[${index}]`;
    const mine = steps.filter(({ step }) => step.page === page);
    const here = passages.comesTo.get(page.id) ?? space.no;
    const [first] = mine;
    const wordings =
      'en' in page.title
        ? []
        : table(page.title, `${place}.title`, first?.asked ?? space.no, passages.end, first?.step.row);
    const each: readonly Placed[] = page.each?.where
      ? mine.map(({ asked }) => ({
          place: `${place}.each.where`,
          where: here,
          holds: asked,
          never: 'lint.never-holds',
          mayAlwaysHold: false,
        }))
      : [];
    const fields = mine.flatMap((one) => one.fields.flatMap((asked) => ofField(passages, asked)));
    const next = routes
      .filter((route) => route.page === page.id)
      .map(({ reached, holds, index: at }) => ({
        place: `${place}.next[${at}]`,
        where: reached,
        holds,
        never: 'lint.row-never-matches' as const,
        mayAlwaysHold: at === page.next.length - 1,
      }));
    return [...wordings, ...each, ...fields, ...next];
  });
};

const ofField = (
  { space, rules, end }: Passages,
  { field, row, within, asked, required }: Passages['steps'][number]['fields'][number],
): readonly Placed[] => {
  const path = space.model.places.get(field.id)?.path ?? '';
  const one = (place: string, where: Diagram, holds: Diagram): Placed => ({
    place,
    where,
    holds,
    never: 'lint.never-holds',
    mayAlwaysHold: false,
  });
  return [
    ...(field.when === undefined ? [] : [one(`${path}.when`, within, asked)]),
    ...(field.required === undefined || typeof field.required === 'boolean'
      ? []
      : [one(`${path}.required`, asked, required)]),
    ...('options' in field
      ? field.options.flatMap((option, index) =>
          'from' in option || option.when === undefined
            ? []
            : [one(`${path}.options[${index}].when`, asked, rules.holds(end, option.when, row))],
        )
      : []),
  ];
};
