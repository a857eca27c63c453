import { cycleIn, reachable } from '../base/graph';
import { type Failure, failure } from '../base/result';
import { pathText } from '../base/shape';
import type { Condition } from './expression';
import { placesIn } from './place';
import type { Page, Policy } from './schema';

export type StructureCode =
  | 'policy.no-last-route'
  | 'policy.unreachable-row'
  | 'policy.page-cycle'
  | 'policy.not-an-outcome'
  | 'policy.each-needs-list'
  | 'policy.nested-rows'
  | 'policy.grid-columns'
  | 'policy.aside'
  | 'policy.range'
  | 'policy.scale-levels'
  | 'policy.second-unsure'
  | 'policy.among';

type Failures = readonly Failure<StructureCode>[];

/** The pages and outcomes that a page can lead to. */
export const targetsOf = (policy: Policy, page: Page): readonly string[] => [
  ...new Set(
    page.next.flatMap(({ to }) => {
      if (typeof to === 'string') return [to];
      const table = policy.values.find((value) => value.id === to.value);
      return table?.kind === 'table'
        ? table.rows.flatMap((row) => (typeof row.then === 'string' ? [row.then] : []))
        : [];
    }),
  ),
];

/** Worked out once for each page of a policy: every page says how many come after it. */
const later = new WeakMap<Policy, Map<string, ReadonlySet<string>>>();

/** The pages and outcomes that a page leads to, in one step or more. */
export const laterThan = (policy: Policy, page: string): ReadonlySet<string> => {
  const known = later.get(policy) ?? new Map<string, ReadonlySet<string>>();
  later.set(policy, known);
  const before = known.get(page);
  if (before) return before;
  const pages = new Map(policy.questions.map((one) => [one.id, one]));
  const now = reachable([page], (id) => {
    const found = pages.get(id);
    return found ? targetsOf(policy, found) : [];
  });
  known.set(page, now);
  return now;
};

type Rows = readonly { readonly when?: Condition | undefined }[];

/** No row of a first-match table may stand behind one that always matches. */
const unreachable = (rows: Rows, place: string): Failures => {
  const always = rows.findIndex((row) => row.when === undefined);
  return always >= 0 && always < rows.length - 1 ? [failure('policy.unreachable-row', `${place}[${always + 1}]`)] : [];
};

/** A table that must always match ends with a row that always does. */
const endless = (rows: Rows, place: string): Failures =>
  rows.some((row) => row.when === undefined) ? [] : [failure('policy.no-last-route', place)];

const routeFaults = (policy: Policy): Failures =>
  policy.questions.flatMap(({ next }, index) => {
    const place = `questions[${index}].next`;
    return [...endless(next, place), ...unreachable(next, place)];
  });

/** Tables that are no routes: a value or a date may come to nothing, a wording may not. */
const tableFaults = (policy: Policy): Failures => [
  ...policy.values.flatMap((value, index) =>
    value.kind === 'table' ? unreachable(value.rows, `values[${index}].rows`) : [],
  ),
  ...policy.conditions.flatMap((rule, index) => unreachable(rule.due, `conditions[${index}].due`)),
  ...policy.outcomes.flatMap(({ by = [] }, index) => unreachable(by, `outcomes[${index}].by`)),
  ...wordingTables(policy).flatMap(({ rows, place }) => [...endless(rows, place), ...unreachable(rows, place)]),
];

/** Every wording that is a table, with its place: a list whose rows have a `text`. */
const wordingTables = (
  node: unknown,
  path: readonly PropertyKey[] = [],
): readonly { readonly rows: Rows; readonly place: string }[] => {
  if (typeof node !== 'object' || node === null) return [];
  const isTable = Array.isArray(node) && wordingKeys.has(String(path.at(-1)));
  return [
    ...(isTable ? [{ rows: node as Rows, place: pathText(path) }] : []),
    ...Object.entries(node).flatMap(([key, inner]) =>
      wordingTables(inner, [...path, Array.isArray(node) ? Number(key) : key]),
    ),
  ];
};

/** The keys under which a list can only be a table of texts. */
const wordingKeys: ReadonlySet<string> = new Set(['label', 'hint', 'title', 'text', 'reason', 'tell', 'register']);

/** Tables that give outcomes must give one always, and nothing else. */
const outcomeFaults = (policy: Policy): Failures => {
  const outcomes = new Set(policy.outcomes.map((outcome) => outcome.id));
  return policy.questions.flatMap((page, index) =>
    page.next.flatMap(({ to }, row): Failures => {
      if (typeof to === 'string') return [];
      const at = policy.values.findIndex((value) => value.id === to.value);
      const table = policy.values[at];
      if (table?.kind !== 'table')
        return [failure('policy.not-an-outcome', `questions[${index}].next[${row}].to`, { id: to.value })];
      return [
        ...endless(table.rows, `values[${at}].rows`),
        ...table.rows.flatMap(({ then }, number): Failures => {
          if (typeof then === 'string' && outcomes.has(then)) return [];
          return [failure('policy.not-an-outcome', `values[${at}].rows[${number}].then`, { id: JSON.stringify(then) })];
        }),
      ];
    }),
  );
};

const pageCycle = (policy: Policy): Failures => {
  const pages = new Map(policy.questions.map((page) => [page.id, page]));
  const cycle = cycleIn(pages.keys(), (id) => {
    const page = pages.get(id);
    return page ? targetsOf(policy, page).filter((target) => pages.has(target)) : [];
  });
  if (!cycle) return [];
  const at = policy.questions.findIndex((page) => page.id === cycle[0]);
  return [failure('policy.page-cycle', `questions[${at}]`, { cycle: cycle.join(' → ') })];
};

/**
 * A page can be repeated over a list of the policy only: its pages must be known before anyone answers. It holds no
 * group, since an answer has one row at most.
 */
const rowFaults = (policy: Policy): Failures =>
  policy.questions.flatMap(({ each, fields }, index): Failures => {
    if (!each) return [];
    return [
      ...('list' in each.over ? [] : [failure<StructureCode>('policy.each-needs-list', `questions[${index}].each`)]),
      ...fields.flatMap((field, number): Failures =>
        field.kind === 'group' ? [failure('policy.nested-rows', `questions[${index}].fields[${number}]`)] : [],
      ),
    ];
  });

/** In a grid each field of the group stands in one column: one that stood in none would be asked, and not be seen. */
const gridFaults = (policy: Policy): Failures =>
  placesIn(policy).flatMap(({ field, path }): Failures => {
    if (field.kind !== 'group' || field.columns === undefined) return [];
    const columns = field.columns.flat().toSorted();
    const fields = field.fields.map((inner) => inner.id).toSorted();
    return columns.join(' ') === fields.join(' ') ? [] : [failure('policy.grid-columns', `${path}.columns`)];
  });

/** What is folded away may be missed: it must be able to stay empty. */
const asideFaults = (policy: Policy): Failures =>
  policy.questions.flatMap(({ fields }, index) =>
    fields.flatMap((field, number): Failures => {
      const path = `questions[${index}].fields[${number}]`;
      const inner = field.kind === 'group' ? field.fields : [];
      return [
        ...(field.aside && field.required !== false ? [failure<StructureCode>('policy.aside', `${path}.aside`)] : []),
        ...inner.flatMap((one, at): Failures =>
          one.aside ? [failure('policy.aside', `${path}.fields[${at}].aside`)] : [],
        ),
      ];
    }),
  );

/** A smallest above a largest: nothing could be answered. */
const rangeFaults = (policy: Policy): Failures =>
  [
    ...policy.settings.map((setting, index) => ({ bounded: setting, path: `settings[${index}]` })),
    ...placesIn(policy).map(({ field, path }) => ({ bounded: field, path })),
  ].flatMap(({ bounded, path }) => {
    const { min, max } = 'min' in bounded && 'max' in bounded ? bounded : {};
    return min !== undefined && max !== undefined && min > max
      ? [failure('policy.range', path, { least: min, most: max })]
      : [];
  });

/** Every level of a scale has a number of its own: without one it cannot be chosen. */
const scaleFaults = (policy: Policy): Failures =>
  placesIn(policy).flatMap(({ field, path }): Failures => {
    if (field.kind !== 'scale') return [];
    const scores = policy.lists.find((list) => list.id === field.levels)?.items.map((item) => item.score) ?? [];
    const whole = scores.every((score) => score !== undefined) && new Set(scores).size === scores.length;
    return whole ? [] : [failure('policy.scale-levels', `${path}.levels`, { list: field.levels })];
  });

/** "I'm not sure" is one answer: what it must not make lighter is asked of that one. */
const unsureFaults = (policy: Policy): Failures =>
  placesIn(policy).flatMap(({ field, path }): Failures => {
    if (!('options' in field)) return [];
    const unsure = field.options.flatMap((option, index) => ('id' in option && option.unsure === true ? [index] : []));
    return unsure.slice(1).map((index) => failure('policy.second-unsure', `${path}.options[${index}]`));
  });

/** What is chosen among the ticks of another field needs ticks that are given once, in no row. */
const amongFaults = (policy: Policy): Failures => {
  const places = placesIn(policy);
  return places.flatMap(({ field, path }): Failures => {
    if (field.kind !== 'choice' || field.among === undefined) return [];
    const source = places.find((place) => place.field.id === field.among);
    const isTicked = source === undefined || (source.field.kind === 'choices' && source.rows === undefined);
    return isTicked ? [] : [failure('policy.among', `${path}.among`, { id: field.among })];
  });
};

/** What is wrong with how the pages and tables of a policy hang together. */
export const structureFaults = (policy: Policy): Failures => [
  ...routeFaults(policy),
  ...outcomeFaults(policy),
  ...tableFaults(policy),
  ...rowFaults(policy),
  ...gridFaults(policy),
  ...asideFaults(policy),
  ...rangeFaults(policy),
  ...scaleFaults(policy),
  ...unsureFaults(policy),
  ...amongFaults(policy),
  ...pageCycle(policy),
];
