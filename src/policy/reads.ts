import { cycleIn, type Following, reachable } from '../base/graph';
import { type Failure, failure } from '../base/result';
import type { Group, SimpleField } from './field';
import { placesIn } from './place';
import type { Policy } from './schema';
import { laterThan } from './structure';

export type ReadsCode = 'policy.value-cycle' | 'policy.reads-ahead';

type Failures = readonly Failure<ReadsCode>[];

/** The keys of an expression that name something to read, and how such a thing is written here. */
const sorts: ReadonlyMap<string, 'field' | 'value' | 'point'> = new Map([
  ['field', 'field'],
  ['score', 'field'],
  ['contact', 'field'],
  ['group', 'field'],
  ['chosen', 'field'],
  ['value', 'value'],
  ['raised', 'point'],
]);

/** What an expression reads by itself, at any depth: `field x`, `value y`, `point z`, `unsure` or `outcome`. */
const readsOf = (node: unknown): readonly string[] => {
  if (typeof node !== 'object' || node === null) return [];
  const reads = Object.entries(node).flatMap(([key, inner]): readonly string[] => {
    if ((key === 'unsure' || key === 'outcome') && inner === true) return [key];
    const sort = sorts.get(key);
    return sort === undefined ? readsOf(inner) : [inner].flat().map((id) => `${sort} ${String(id)}`);
  });
  return [...new Set(reads)];
};

/** What a value, or a point at which conditions fall due, reads in turn. */
const readsIn = (policy: Policy): Following => {
  const values = new Map(policy.values.map((value) => [`value ${value.id}`, readsOf(value)]));
  const points = new Map(
    policy.duePoints.map(({ id }) => [
      `point ${id}`,
      policy.conditions
        .filter((rule) => rule.due.some((due) => due.point === id))
        .flatMap((rule) => readsOf([rule.when, rule.due.map(({ when, date }) => [when, date])])),
    ]),
  );
  return (node) => values.get(node) ?? points.get(node) ?? [];
};

/**
 * What an expression of a policy reads in the end, through values and conditions: `field x`, `value y`, `point z`,
 * `unsure` or `outcome`.
 */
export const readsThrough = (policy: Policy): Reads => {
  const before = known.get(policy);
  if (before) return before;
  const following = readsIn(policy);
  const found = new WeakMap<object, ReadonlySet<string>>();
  const reads: Reads = (node) => {
    const key = typeof node === 'object' && node !== null ? node : nothing;
    const seen = found.get(key);
    if (seen) return seen;
    const direct = readsOf(node);
    const now = new Set([...direct, ...reachable(direct, following)]);
    found.set(key, now);
    return now;
  };
  known.set(policy, reads);
  return reads;
};

/** What stands for every expression that is none, and reads nothing. */
const nothing = {};

type Reads = (node: unknown) => ReadonlySet<string>;
/** Made once for each policy, and for each of its expressions: screens ask at every answer. */
const known = new WeakMap<Policy, Reads>();

/** Values may read values, and conditions that fall due at a point, which read values again: never in a circle. */
const circles = (policy: Policy): Failures => {
  const nodes = [...policy.values.map(({ id }) => `value ${id}`), ...policy.duePoints.map(({ id }) => `point ${id}`)];
  const cycle = cycleIn(nodes, readsIn(policy));
  if (!cycle) return [];
  const at = nodes.indexOf(cycle[0] ?? '');
  const place = at < policy.values.length ? `values[${at}]` : `duePoints[${at - policy.values.length}]`;
  return [failure('policy.value-cycle', place, { cycle: cycle.join(' → ') })];
};

/** What decides whether and how a field is asked, with its place. */
const deciders = (field: SimpleField | Group, place: string): readonly (readonly [string, unknown])[] => [
  [`${place}.when`, field.when],
  [`${place}.required`, field.required],
  ...(field.kind === 'date'
    ? ([
        [`${place}.from`, field.from],
        [`${place}.to`, field.to],
      ] as const)
    : []),
  ...('options' in field
    ? field.options.map(
        (option, index) => [`${place}.options[${index}].when`, 'from' in option ? undefined : option.when] as const,
      )
    : []),
  ...(field.kind === 'choice' && field.among !== undefined
    ? [[`${place}.among`, { field: field.among }] as const]
    : []),
  ...(field.kind === 'group' ? [[`${place}.over`, field.over] as const] : []),
];

/**
 * What is asked may depend on what was asked before, never on what comes after: else a page would change under an
 * officer's hands once it is complete, and what a walk saw would not be what is shown. "Before" is further up on the
 * page, or any page that this one does not lead to.
 */
const aheads = (policy: Policy): Failures => {
  const readsIt = readsThrough(policy);
  const places = placesIn(policy);
  const pageOf = new Map(places.map(({ field, page }) => [field.id, page.id]));
  return policy.questions.flatMap((page, index) => {
    const after = laterThan(policy, page.id);
    if (after.has(page.id)) return []; // a circle, which is a fault of its own
    const above = new Set<string>();
    const ahead = (place: string, node: unknown): Failures => {
      return [...readsIt(node)].flatMap((read): Failures => {
        if (read === 'unsure') return [failure('policy.reads-ahead', place, { id: 'unsure' })];
        const [sort, id = ''] = read.split(' ');
        const on = pageOf.get(id);
        const late = sort === 'field' && on !== undefined && (on === page.id ? !above.has(id) : after.has(on));
        return late ? [failure('policy.reads-ahead', place, { id })] : [];
      });
    };
    const own = places.filter((place) => place.page === page);
    return [
      ...ahead(`questions[${index}].each.where`, page.each?.where),
      ...own.flatMap(({ field, path }) => {
        const failures = deciders(field, path).flatMap(([place, node]) => ahead(place, node));
        above.add(field.id);
        return failures;
      }),
      ...page.next.flatMap(({ when }, row) =>
        ahead(`questions[${index}].next[${row}].when`, when).filter(({ params }) => params['id'] !== 'unsure'),
      ),
    ];
  });
};

/** What is wrong with what the expressions of a policy read: values in a circle, fields that are asked only later. */
export const readsFaults = (policy: Policy): Failures => [...circles(policy), ...aheads(policy)];
