import type { Choose } from '../../support/answers';

type Node = Record<string, unknown>;
type Policy = Record<string, Node[]> & { readonly register: { readonly fields: Node[] } };

/** One way of spoiling a policy, in place; says what it did, or nothing where there is nothing of the kind to spoil. */
type Edit = (policy: Policy, choose: Choose) => string | undefined;

interface Found {
  readonly node: Node;
  readonly path: string;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const nodesIn = (value: unknown, path = ''): readonly Found[] => {
  if (!isNode(value)) return [];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    nodesIn(part, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`),
  );
  return [{ node: value, path }, ...inner];
};

const pick = <Item>(choose: Choose, items: readonly Item[]): Item | undefined => items[choose(items.length || 1)];

/** What decides something: texts and guidance apart. */
const deciding = (policy: Policy): readonly Found[] =>
  (['questions', 'values', 'conditions', 'limits', 'caution'] as const).flatMap((part) => nodesIn(policy[part], part));

const among = (policy: Policy, choose: Choose, fits: (node: Node) => boolean): Found | undefined =>
  pick(
    choose,
    deciding(policy).filter(({ node }) => fits(node)),
  );

const fields = (policy: Policy): readonly Found[] =>
  nodesIn(policy['questions'], 'questions').filter(({ node, path }) => /fields\[\d+\]$/.test(path) && 'kind' in node);

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const lists = (policy: Policy, key: string, least: number): readonly (readonly [unknown[], string])[] =>
  deciding(policy).flatMap(({ node, path }) => {
    const list = node[key];
    return isList(list) && list.length >= least ? [[list, `${path}.${key}`] as const] : [];
  });

const dropOne =
  (key: string, least: number, spare = 0): Edit =>
  (policy, choose) => {
    const found = pick(choose, lists(policy, key, least));
    if (!found) return undefined;
    const at = choose(found[0].length - spare);
    found[0].splice(at, 1);
    return `${found[1]}[${at}]`;
  };

const swapIn =
  (key: string): Edit =>
  (policy, choose) => {
    const found = pick(choose, lists(policy, key, 3));
    if (!found) return undefined;
    const [list, path] = found;
    const at = choose(list.length - 2);
    [list[at], list[at + 1]] = [list[at + 1], list[at]];
    return `${path}[${at}]`;
  };

const isChoice = (node: Node): boolean => node['kind'] === 'choice' || node['kind'] === 'choices';

const optionsOf = (policy: Policy, id: unknown): readonly unknown[] => {
  const field = fields(policy).find(({ node }) => node['id'] === id)?.node;
  const options = field?.['options'];
  return isList(options) ? options.flatMap((one) => (isNode(one) && 'id' in one ? [one['id']] : [])) : [];
};

/** The kinds of edits, by name. */
export const edits: Readonly<Record<string, Edit>> = {
  'remove a route': dropOne('next', 2, 1),
  'swap two routes': swapIn('next'),
  'swap two rows': swapIn('rows'),
  'remove a row': dropOne('rows', 2, 1),
  'loosen a condition': dropOne('all', 2),
  'tighten a condition': dropOne('any', 2),
  'drop a due row': dropOne('due', 2),
  'remove a literal': dropOne('oneOf', 2),
  'remove unsure from literals': (policy, choose) => {
    const found = among(policy, choose, ({ oneOf }) => isList(oneOf) && oneOf.length > 1 && oneOf.includes('unsure'));
    if (!found) return undefined;
    found.node['oneOf'] = (found.node['oneOf'] as unknown[]).filter((one) => one !== 'unsure');
    return found.path;
  },
  'add unsure to literals': (policy, choose) => {
    const found = among(policy, choose, ({ oneOf, field }) => {
      return isList(oneOf) && !oneOf.includes('unsure') && optionsOf(policy, field).includes('unsure');
    });
    if (!found) return undefined;
    (found.node['oneOf'] as unknown[]).push('unsure');
    return found.path;
  },
  'negate a condition': (policy, choose) => {
    const found = among(policy, choose, ({ when }) => isNode(when));
    if (!found) return undefined;
    found.node['when'] = { not: found.node['when'] };
    return `${found.path}.when`;
  },
  'change a literal': (policy, choose) => {
    const found = among(
      policy,
      choose,
      ({ is, field }) => typeof is === 'string' && optionsOf(policy, field).length > 1,
    );
    if (!found) return undefined;
    found.node['is'] = pick(
      choose,
      optionsOf(policy, found.node['field']).filter((one) => one !== found.node['is']),
    );
    return found.path;
  },
  'change a threshold': (policy, choose) => {
    const key = choose(2) === 0 ? 'atLeast' : 'atMost';
    const found = among(policy, choose, (node) => typeof node[key] === 'number');
    if (!found) return undefined;
    found.node[key] = Math.max(0, Number(found.node[key]) + (pick(choose, [-1, 1, 2, -3]) ?? 1));
    return `${found.path}.${key}`;
  },
  'turn a comparison': (policy, choose) => {
    const found = among(policy, choose, (node) => 'atLeast' in node);
    if (!found) return undefined;
    const { atLeast, ...rest } = found.node;
    for (const key of Object.keys(found.node)) Reflect.deleteProperty(found.node, key);
    Object.assign(found.node, rest, { atMost: atLeast });
    return found.path;
  },
  'change a target': (policy, choose) => {
    const found = pick(choose, lists(policy, 'next', 1));
    const route = found && pick(choose, found[0]);
    if (!found || !isNode(route)) return undefined;
    route['to'] = pick(choose, [...(policy['questions'] ?? []), ...(policy['outcomes'] ?? [])])?.['id'];
    return `${found[1]} to ${String(route['to'])}`;
  },
  'make a field optional': (policy, choose) => {
    const found = pick(
      choose,
      fields(policy).filter(({ node }) => node['required'] === undefined),
    );
    if (!found) return undefined;
    found.node['required'] = false;
    return found.path;
  },
  'make a field required': (policy, choose) => {
    const found = pick(
      choose,
      fields(policy).filter(({ node }) => node['required'] !== undefined),
    );
    if (!found) return undefined;
    Reflect.deleteProperty(found.node, 'required');
    return found.path;
  },
  'ask a field always': (policy, choose) => {
    const found = pick(
      choose,
      fields(policy).filter(({ node }) => node['when'] !== undefined),
    );
    if (!found) return undefined;
    Reflect.deleteProperty(found.node, 'when');
    return found.path;
  },
  'type what was chosen': (policy, choose) => {
    const found = pick(
      choose,
      fields(policy).filter(({ node }) => node['kind'] === 'file' || node['required'] === false),
    );
    if (!found) return undefined;
    const { id, label } = found.node;
    for (const key of Object.keys(found.node)) Reflect.deleteProperty(found.node, key);
    Object.assign(found.node, { id, label, kind: 'text', max: 100 });
    return found.path;
  },
  'remove an option': (policy, choose) => {
    const found = pick(
      choose,
      fields(policy).filter(({ node }) => isChoice(node) && isList(node['options']) && node['options'].length > 2),
    );
    if (!found) return undefined;
    const at = choose((found.node['options'] as unknown[]).length);
    (found.node['options'] as unknown[]).splice(at, 1);
    return `${found.path}.options[${at}]`;
  },
  'offer an option rarely': (policy, choose) => {
    const found = pick(
      choose,
      fields(policy).filter(({ node }) => node['kind'] === 'choice' && isList(node['options'])),
    );
    const earlier = found && fields(policy).slice(0, fields(policy).indexOf(found) - 1);
    const first = pick(
      choose,
      (earlier ?? []).filter(({ node, path }) => isChoice(node) && !/fields.*fields/.test(path)),
    );
    if (!found || !first) return undefined;
    const is = pick(choose, optionsOf(policy, first.node['id']));
    for (const option of found.node['options'] as Node[])
      if ('id' in option) option['when'] = { field: first.node['id'], is };
    return found.path;
  },
  'remove a register source': (policy, choose) => {
    const found = pick(
      choose,
      policy.register.fields.filter(({ from }) => isList(from) && from.length > 1),
    );
    if (!found) return undefined;
    (found['from'] as unknown[]).splice(choose((found['from'] as unknown[]).length), 1);
    return `register field ${String(found['id'])}`;
  },
  'require a register field more often': (policy, choose) => {
    const found = pick(
      choose,
      policy.register.fields.filter(({ from, requiredFor }) => isList(from) && from.length > 0 && isList(requiredFor)),
    );
    if (!found) return undefined;
    found['requiredFor'] = (policy['outcomes'] ?? []).map(({ id }) => id);
    Reflect.deleteProperty(found, 'when');
    return `register field ${String(found['id'])}`;
  },
  'lower a limit': (policy, choose) => {
    const found = pick(choose, policy['limits'] ?? []);
    const key = choose(2) === 0 ? 'pages' : 'typed';
    if (!found || typeof found[key] !== 'number') return undefined;
    found[key] = Math.max(0, found[key] - 1 - choose(6));
    return `limit ${String(found['id'])} ${key}`;
  },
  'ask for the same once': (policy, choose) => {
    const [one, other] = [0, 1].map(() => pick(choose, fields(policy))?.node['id']);
    if (one === other) return undefined;
    (policy['askedOnce'] as unknown[]).push([one, other]);
    return `${String(one)} ${String(other)}`;
  },
  'drop a text': (policy, choose) => {
    const found = pick(
      choose,
      nodesIn(policy).filter(({ node }) => isNode(node['label']) && 'en' in node['label']),
    );
    if (!found) return undefined;
    Reflect.deleteProperty(found.node, 'label');
    return found.path;
  },
  'duplicate an id': (policy, choose) => {
    const [one, other] = [0, 1].map(() => pick(choose, fields(policy))?.node);
    if (!one || !other || one === other) return undefined;
    one['id'] = other['id'];
    return String(other['id']);
  },
  'name something unknown': (policy, choose) => {
    const found = among(policy, choose, ({ field }) => typeof field === 'string');
    if (!found) return undefined;
    found.node['field'] = 'no-such-field';
    return found.path;
  },
};

/** A spoilt copy of a policy, what was done to it, and by which kind of edit. */
export interface Edited {
  readonly kind: string;
  readonly what: string;
  readonly policy: unknown;
}

/** The edit of a number: the kinds come round in turn, and each is done where the choices say. */
export const editOf = (policy: unknown, number: number, choose: Choose): Edited => {
  const kinds = Object.keys(edits);
  for (let tries = 0; tries < 40; tries += 1) {
    const kind = kinds[(number + (tries >> 3)) % kinds.length] as string;
    const copy = structuredClone(policy) as Policy;
    const what = edits[kind]?.(copy, choose);
    if (what !== undefined) return { kind, what, policy: copy };
  }
  throw new Error('nothing to edit');
};
