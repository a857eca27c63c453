import { type Failure, failure } from '../base/result';
import { pathText } from '../base/shape';
import type { Policy } from './schema';
import { placesIn } from './place';

export type LiteralCode = 'policy.unknown-option';

type Allowed = ReadonlySet<string> | undefined;

const comparing = ['is', 'oneOf', 'includes'] as const;

/** The ids that a list of the policy holds. */
const itemsOf = (policy: Policy, list: string): readonly string[] =>
  policy.lists.find((one) => one.id === list)?.items.map((item) => item.id) ?? [];

/** The options that a field can be answered with; undefined where a council's settings decide, or where it has none. */
const optionsOfField = (policy: Policy, id: string): Allowed => {
  const field = placesIn(policy).find((place) => place.field.id === id)?.field;
  if (field?.kind !== 'choice' && field?.kind !== 'choices') return undefined;
  const ids: string[] = [];
  for (const option of field.options) {
    if (!('from' in option)) ids.push(option.id);
    else if ('list' in option.from) ids.push(...itemsOf(policy, option.from.list));
    else return undefined;
  }
  return new Set(ids);
};

/** What the subject of a comparison can be, where that is a closed set. */
const allowedFor = (policy: Policy, node: Readonly<Record<string, unknown>>): Allowed => {
  if (typeof node.field === 'string') return optionsOfField(policy, node.field);
  if (typeof node.value === 'string') {
    const value = policy.values.find((one) => one.id === node.value);
    return value?.list === undefined ? undefined : new Set(itemsOf(policy, value.list));
  }
  if (typeof node.setting === 'string') {
    const setting = policy.settings.find((one) => one.id === node.setting);
    return setting?.kind === 'choice' ? new Set(setting.options.map((option) => option.id)) : undefined;
  }
  return node.outcome === true ? new Set(policy.outcomes.map((outcome) => outcome.id)) : undefined;
};

/** Comparisons of a choice, a listed value or an outcome with something that it can never be: most often a misspelt id. */
export const unknownLiterals = (policy: Policy): readonly Failure<LiteralCode>[] => {
  const visit = (node: unknown, path: readonly PropertyKey[]): readonly Failure<LiteralCode>[] => {
    if (typeof node !== 'object' || node === null) return [];
    const inner = Object.entries(node).flatMap(([key, part]) =>
      visit(part, [...path, Array.isArray(node) ? Number(key) : key]),
    );
    if (Array.isArray(node)) return inner;
    const name = comparing.find((key) => key in node);
    const allowed = name && allowedFor(policy, node as Record<string, unknown>);
    if (!allowed) return inner;
    const wrong = [(node as Record<string, unknown>)[name]]
      .flat()
      .filter((literal): literal is string => typeof literal === 'string' && !allowed.has(literal));
    return [
      ...inner,
      ...wrong.map((id) =>
        failure<LiteralCode>('policy.unknown-option', pathText([...path, name]), {
          id,
          allowed: [...allowed].slice(0, 12).join(', '),
        }),
      ),
    ];
  };
  return visit(policy, []);
};
