import { pathText } from '../base/shape';
import { type Failure, failure } from '../base/result';
import type { Rows } from './expression';
import type { OwnOption } from './field';
import { placesIn } from './place';
import type { Policy } from './schema';

export type ReferenceCode = 'policy.unknown-reference';

type Path = readonly PropertyKey[];

type Kind =
  | 'condition'
  | 'due point'
  | 'field'
  | 'guidance note'
  | 'list'
  | 'outcome'
  | 'page'
  | 'page or outcome'
  | 'register section'
  | 'role'
  | 'section'
  | 'setting'
  | 'source'
  | 'stage'
  | 'value';

/** What the ids under each key name. Keys that hold something else as well are read only where they hold ids. */
const referenceKeys: ReadonlyMap<string, Kind> = new Map(
  Object.entries<Kind>({
    among: 'field',
    ask: 'role',
    beforeDecision: 'due point',
    but: 'field',
    chosen: 'field',
    conditions: 'condition',
    contact: 'field',
    field: 'field',
    group: 'field',
    guidance: 'guidance note',
    levels: 'list',
    levelsAcross: 'list',
    levelsDown: 'list',
    list: 'list',
    outcomes: 'outcome',
    owner: 'role',
    point: 'due point',
    raised: 'due point',
    recall: 'field',
    requiredFor: 'outcome',
    score: 'field',
    section: 'section',
    setting: 'setting',
    settled: 'field',
    sources: 'source',
    stage: 'stage',
    start: 'page',
    subject: 'field',
    under: 'role',
    until: 'page',
    value: 'value',
  }),
);

/** What the ids under a key name, where it stands; the last date of a field is `to` as well, and is no route. */
const kindAt = (path: Path, key: string): Kind | undefined => {
  if (path.at(-1) === 'cell') return key === 'band' ? 'value' : 'field';
  if (key === 'to') return path.at(-2) === 'next' ? 'page or outcome' : undefined;
  return key === 'section' && path[0] === 'register' ? 'register section' : referenceKeys.get(key);
};

const known = (policy: Policy): Readonly<Record<Kind, ReadonlySet<string>>> => {
  const ids = (items: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(items.map((item) => item.id));
  return {
    condition: ids(policy.conditions),
    'due point': ids(policy.duePoints),
    field: ids(placesIn(policy).map((place) => place.field)),
    'guidance note': ids(policy.guidance),
    list: ids(policy.lists),
    outcome: ids(policy.outcomes),
    page: ids(policy.questions),
    'page or outcome': ids([...policy.questions, ...policy.outcomes]),
    'register section': ids(policy.register.sections),
    role: ids(policy.roles),
    section: ids(policy.sections),
    setting: ids(policy.settings),
    source: ids(policy.sources),
    stage: ids(policy.stages),
    value: ids(policy.values),
  };
};

/** An object in a policy's file, and where it stands. */
export interface Part {
  readonly object: Readonly<Record<string, unknown>>;
  readonly path: Path;
}

/** Every object in a policy, with its path. */
export const objectsIn = (policy: unknown): readonly Part[] => {
  const found: Part[] = [];
  const visit = (node: unknown, path: Path): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      node.forEach((inner, index) => visit(inner, [...path, index]));
      return;
    }
    found.push({ object: node as Part['object'], path });
    for (const [key, part] of Object.entries(node)) visit(part, [...path, key]);
  };
  visit(policy, []);
  return found;
};

/** The ids under one key, each with its path. A `score` or `list` that holds a number or an object is no reference. */
const idsUnder = (part: unknown, path: Path): readonly (readonly [string, Path])[] => {
  if (Array.isArray(part))
    return part.flatMap((one, index) => (typeof one === 'string' ? [[one, [...path, index]]] : []));
  return typeof part === 'string' ? [[part, path]] : [];
};

/** Whether what is repeated over some rows has one of this id; those of an officer or of ticks are not known here. */
const hasRow = (policy: Policy, rows: Rows | undefined, id: string): boolean => {
  if (rows === undefined) return false;
  const list = 'list' in rows ? policy.lists.find((one) => one.id === rows.list) : undefined;
  return list === undefined || list.items.some((item) => item.id === id);
};

/** Every id in a policy that names something else, with what it should name. */
export const referencesIn = (
  policy: Policy,
): readonly { readonly kind: Kind; readonly id: string; readonly path: Path }[] => {
  const { settings, ...others } = policy; // of a declaration, only the setting it is not below names anything
  const below = settings.flatMap((declared, index) =>
    'notBelow' in declared && declared.notBelow !== undefined
      ? [{ kind: 'setting' as const, id: declared.notBelow, path: ['settings', index, 'notBelow'] }]
      : [],
  );
  const once = policy.askedOnce.flatMap((group, index) =>
    group.map((id, at) => ({ kind: 'field' as const, id, path: ['askedOnce', index, at] })),
  );
  const values = new Set(policy.values.map((value) => value.id));
  const named = objectsIn(others).flatMap(({ object, path }) =>
    Object.entries(object).flatMap(([key, part]) => {
      const kind = kindAt(path, key);
      if (kind === undefined) return [];
      return idsUnder(part, [...path, key]).map(([id, at]) => ({
        kind: key === 'recall' && values.has(id) ? 'value' : kind,
        id,
        path: at,
      }));
    }),
  );
  return [...below, ...once, ...named];
};

/** The options that one option stands for, where no question of its group has them. */
const unknownSame = (policy: Policy): readonly Failure<ReferenceCode>[] => {
  const places = placesIn(policy);
  const own = (id: string): readonly OwnOption[] =>
    places.flatMap(({ field }) =>
      field.id === id && 'options' in field ? field.options.flatMap((option) => ('id' in option ? option : [])) : [],
    );
  return places.flatMap(({ field, path }) => {
    const group = policy.askedOnce.flatMap((ids) =>
      ids.includes(field.id) ? ids.filter((id) => id !== field.id) : [],
    );
    return own(field.id).flatMap(({ id: option, was = [] }) =>
      was
        .filter((id) => !group.some((other) => own(other).some((one) => one.id === id)))
        .map((id) =>
          failure<ReferenceCode>('policy.unknown-reference', `${path}.options.${option}`, { id, kind: 'option' }),
        ),
    );
  });
};

/** As many ids as a sentence may list: a council has a few dozen roles. */
const mostListed = 40;

/** Every id that names nothing. */
export const unknownReferences = (policy: Policy): readonly Failure<ReferenceCode>[] => {
  const names = known(policy);
  const rows = new Map<unknown, Rows | undefined>([
    ...placesIn(policy).map((place) => [place.field.id, place.rows] as const),
    ...policy.values.map((value) => [value.id, value.each] as const),
  ]);
  const unknown = (id: string, kind: Kind | 'row', path: Path) => {
    const there = kind === 'row' ? [] : [...names[kind]];
    // where there are not too many to choose from, the right one is soon seen among them
    const isFew = there.length > 0 && there.length <= mostListed;
    return failure<ReferenceCode>('policy.unknown-reference', pathText(path), {
      id,
      kind,
      ...(isFew && { known: there.join(', ') }),
    });
  };
  const { settings: _, ...others } = policy;
  return [
    ...referencesIn(policy)
      .filter(({ kind, id }) => !names[kind].has(id))
      .map(({ kind, id, path }) => unknown(id, kind, path)),
    ...unknownSame(policy),
    ...objectsIn(others).flatMap(({ object, path }) => {
      const { row } = object;
      const repeated = rows.get(object['field'] ?? object['value'] ?? object['score']);
      return typeof row === 'string' && !hasRow(policy, repeated, row) ? [unknown(row, 'row', [...path, 'row'])] : [];
    }),
  ];
};
