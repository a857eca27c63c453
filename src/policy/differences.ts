import { canonical, type Json } from '../base/canonical';
import { placesIn } from './place';
import type { Policy } from './schema';
import type { Settings } from './settings';
import type { Wording } from './text';

/** Where two policies or two settings differ. */
export interface Difference {
  /** The part of the policy or the settings that it lies in, by its name there; `fields` are those of questions. */
  readonly part: keyof Policy | 'fields' | 'app' | 'values';
  readonly id: string;
  /** What it is called, where it has a wording; of one that both have, as the second calls it. */
  readonly label: Wording | undefined;
  /** Whether only the first has it, only the second, or both with other contents. */
  readonly change: 'first' | 'second' | 'both';
}

interface Item {
  readonly id: string;
  readonly label: Wording | undefined;
  readonly content: unknown;
}

const plain = (value: unknown): string => canonical(JSON.parse(JSON.stringify(value ?? null)) as Json);

const compare = (part: Difference['part'], one: readonly Item[], other: readonly Item[]): readonly Difference[] => {
  const [first, second] = [one, other].map((items) => new Map(items.map((item) => [item.id, item])));
  return [...new Set([...one, ...other].map(({ id }) => id))].flatMap((id): readonly Difference[] => {
    const [a, b] = [first?.get(id), second?.get(id)];
    if (a && b && plain(a.content) === plain(b.content)) return [];
    return [{ part, id, label: (b ?? a)?.label, change: !b ? 'first' : !a ? 'second' : 'both' }];
  });
};

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWording = (value: unknown): value is Wording => Array.isArray(value) || (isThing(value) && 'en' in value);

const labelOf = (thing: Readonly<Record<string, unknown>>): Wording | undefined =>
  [thing.label, thing.title, thing.text].find(isWording);

/** The parts of a policy that are looked at: a list by its ids, anything else as one. Its version is not a difference. */
const itemsOf = (value: unknown): readonly Item[] => {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : undefined;
  if (!list?.every((one) => isThing(one) && typeof one.id === 'string'))
    return value === undefined ? [] : [{ id: '', label: undefined, content: value }];
  return list.filter(isThing).map((content) => ({ id: String(content.id), label: labelOf(content), content }));
};

const passedOver: readonly string[] = ['$schema', 'version', 'questions'];

/** A page without its questions: where it leads, when it is asked, and what it says besides. */
const pages = ({ questions }: Policy): readonly Item[] =>
  questions.map(({ fields: inner, ...content }) => ({
    id: content.id,
    label: content.title,
    content: [content, inner.map(({ id }) => id)],
  }));

/** Every question by itself; a group without its row fields, which are questions too. */
const fields = (policy: Policy): readonly Item[] =>
  placesIn(policy).map(({ field: { id, label, ...content } }) => ({
    id,
    label,
    content: [label, 'fields' in content ? { ...content, fields: content.fields.map((inner) => inner.id) } : content],
  }));

/** Where two versions of a policy differ: by question, rule, condition, outcome and so on, in the policy's own order. */
export const policyDifferences = (one: Policy, other: Policy): readonly Difference[] => {
  const parts = [...new Set([...Object.keys(one), ...Object.keys(other)])] as readonly (keyof Policy)[];
  return [
    ...compare('fields', fields(one), fields(other)),
    ...compare('questions', pages(one), pages(other)),
    ...parts
      .filter((part) => !passedOver.includes(part))
      .flatMap((part) => compare(part, itemsOf(one[part]), itemsOf(other[part]))),
  ];
};

const entries = (values: Readonly<Record<string, unknown>>, labels: ReadonlyMap<string, Wording>): readonly Item[] =>
  Object.entries(values).map(([id, content]) => ({ id, label: labels.get(id), content }));

/** Where two settings differ: each value that policies declare, and each part of the app's own. */
export const settingsDifferences = (one: Settings, other: Settings, policy: Policy): readonly Difference[] => {
  const labels = new Map(policy.settings.map(({ id, label }) => [id, label]));
  return [
    ...compare('values', entries(one.values, labels), entries(other.values, labels)),
    ...compare('app', entries(one.app, new Map()), entries(other.app, new Map())),
  ];
};
