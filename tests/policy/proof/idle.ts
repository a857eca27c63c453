import { holds, raisedConditions, read } from '../../../src/policy/evaluate';
import type { Condition, Operand } from '../../../src/policy/expression';
import { rowIds, type Scope } from '../../../src/policy/scope';
import { isRequired } from '../../../src/policy/walk';
import type { Passage } from './brute';

/** How often a condition was looked at, and how often it held. */
interface Looked {
  readonly code: 'lint.never-holds' | 'lint.row-never-matches' | 'lint.never-there';
  readonly mayAlwaysHold: boolean;
  times: number;
  held: number;
}

type Rows = readonly { readonly when?: Condition | undefined }[];
type Dated = readonly { readonly when?: Condition | undefined; readonly date?: Operand | undefined }[];

/** The conditions that never hold on any passage, or always, as `code place`. */
export const idleIn = (passages: readonly Passage[]): ReadonlySet<string> => {
  const all = new Map<string, Looked>();
  const look = (
    place: string,
    held: boolean,
    code: Looked['code'] = 'lint.never-holds',
    mayAlwaysHold = code === 'lint.never-there',
  ): void => {
    const known = all.get(place) ?? {
      code,
      mayAlwaysHold,
      times: 0,
      held: 0,
    };
    known.times += 1;
    known.held += held ? 1 : 0;
    all.set(place, known);
  };
  const table = (scope: Scope, rows: Rows, place: string, row?: string): number => {
    for (const [index, { when }] of rows.entries()) {
      const held = when === undefined || holds(scope, when, row);
      look(`${place}[${index}]`, held, 'lint.row-never-matches', when === undefined || index === rows.length - 1);
      if (held) return index;
    }
    return -1;
  };
  const dated = (scope: Scope, rows: Dated, place: string): void => {
    const at = table(scope, rows, place);
    const date = rows[at]?.date;
    if (date !== undefined) look(`${place}[${at}].date`, read(scope, date) !== undefined, 'lint.never-there');
  };
  for (const { walked, asked } of passages) {
    const { model, outcome = '' } = walked;
    const { policy } = model;
    const before: Scope = { ...walked, outcome: undefined };
    const gives = new Set<string>();
    for (const { next } of policy.questions) for (const { to } of next) if (typeof to !== 'string') gives.add(to.value);
    let target: string | undefined = policy.start;
    while (target !== undefined && model.pages.has(target)) {
      const page = model.pages.get(target);
      const place = `questions[${policy.questions.findIndex((one) => one === page)}]`;
      if (!page) break;
      if (page.each?.where)
        for (const row of rowIds(before, page.each.over))
          look(`${place}.each.where`, holds(before, page.each.where, row));
      const to = page.next[table(before, page.next, `${place}.next`)]?.to;
      target = typeof to === 'string' ? to : undefined;
    }
    const keys = new Set(asked.map(({ key }) => key));
    for (const step of walked.path)
      for (const { field, path, rows, group } of [...model.places.values()].filter(({ page }) => page === step.page)) {
        if (group && !asked.some((one) => one.field === group)) continue;
        const at = step.row !== undefined ? [step.row] : rows === undefined ? [undefined] : rowIds(walked, rows);
        for (const row of at) {
          const isAsked = keys.has(row === undefined ? field.id : `${field.id}/${row}`);
          if (field.when !== undefined) look(`${path}.when`, isAsked);
          if (!isAsked) continue;
          if (field.required !== undefined && typeof field.required !== 'boolean')
            look(`${path}.required`, isRequired(before, field, row));
          if ('options' in field)
            field.options.forEach((option, index) => {
              if (!('from' in option) && option.when !== undefined)
                look(`${path}.options[${index}].when`, holds(before, option.when, row));
            });
        }
      }
    policy.values.forEach((value, index) => {
      if (value.kind !== 'table') return;
      const scope = gives.has(value.id) ? before : walked;
      for (const row of value.each ? rowIds(walked, value.each) : [undefined])
        table(scope, value.rows, `values[${index}].rows`, row);
    });
    policy.conditions.forEach(({ when, due }, index) => {
      const raised = holds(walked, when);
      look(`conditions[${index}].when`, raised);
      if (raised) dated(walked, due, `conditions[${index}].due`);
    });
    policy.outcomes.forEach(({ id, by = [], attach = [], reopen }, index) => {
      if (id !== outcome) return;
      const place = `outcomes[${index}]`;
      dated(walked, by, `${place}.by`);
      attach.forEach(({ when }, at) => {
        if (when !== undefined) look(`${place}.attach[${at}].when`, holds(walked, when));
      });
      reopen?.raised.forEach((point, at) =>
        look(`${place}.reopen.raised[${at}]`, raisedConditions(walked, [point]).length > 0, 'lint.never-there'),
      );
      reopen?.settled.forEach((field, at) =>
        look(
          `${place}.reopen.settled[${at}]`,
          asked.some((one) => one.field.id === field),
          'lint.never-there',
        ),
      );
    });
    for (const part of ['headlines', 'contradictions', 'looks'] as const)
      policy[part].forEach(({ when }, index) => {
        if (when !== undefined) look(`${part}[${index}].when`, holds(walked, when));
      });
    policy.register.fields.forEach(({ when, requiredFor }, index) => {
      if (when !== undefined && requiredFor.includes(outcome))
        look(`register.fields[${index}].when`, holds(walked, when), 'lint.never-holds', true);
    });
  }
  return new Set(
    [...all].flatMap(([place, { code, mayAlwaysHold, times, held }]) => {
      if (held === 0) return [`${code} ${place}`];
      return held === times && !mayAlwaysHold ? [`lint.always-holds ${place}`] : [];
    }),
  );
};
