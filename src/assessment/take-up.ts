import { type Answer, isAnswer, type Key, keyOf, partsOfKey } from '../policy/answer';
import type { Rows } from '../policy/expression';
import { gapsOf } from './gaps';
import { type Model, optionsOf } from '../policy/model';
import type { Place } from '../policy/place';
import type { Walk } from '../policy/walk';

/** An answer of an earlier record, offered to a field of the policy as it is now. */
export interface Offer {
  readonly key: Key;
  readonly value: Answer;
  /** It stood in the way of a decision: it is asked again. */
  readonly gap: boolean;
}

/** Why an answer is not offered. */
export type LeftWhy = 'fresh' | 'removed' | 'changed' | 'not-offered' | 'file';

/** An answer of the earlier record that is not offered, under its key there. */
export interface Left {
  readonly key: Key;
  readonly value: Answer;
  readonly why: LeftWhy;
}

/** What a new assessment takes up of an earlier record. */
export interface TakeUp {
  readonly offers: readonly Offer[];
  readonly left: readonly Left[];
  /** The record came to an outcome that is reopened with its gaps alone. */
  readonly reopens: boolean;
}

type Verdict = { readonly value: Answer } | { readonly why: LeftWhy };

/** The answer in the words of another field: options that mean the same are called what they are called there. */
const translated = (model: Model, { field }: Place, value: Answer): Answer => {
  if (field.kind !== 'choice' && field.kind !== 'choices') return value;
  const options = optionsOf(model, field);
  const named = (id: string): string =>
    options.some((option) => option.id === id) ? id : (options.find((one) => one.was?.includes(id))?.id ?? id);
  if (typeof value === 'string') return named(value);
  return Array.isArray(value) ? (value as readonly string[]).map(named) : value;
};

/** Whether a field can hold an earlier answer, and as what. Nothing asked afresh is offered, save where gaps alone are. */
const fits = (model: Model, place: Place, value: Answer, reopens: boolean): Verdict => {
  const { field } = place;
  const chosen = typeof value === 'string' || Array.isArray(value) ? [value].flat() : [];
  if (field.kind === 'file') return { why: 'file' };
  const options = optionsOf(model, field);
  const afresh = options.some((option) => option.fresh && chosen.some((one) => one === option.id));
  if (!reopens && (field.fresh || afresh)) return { why: 'fresh' };
  if (isAnswer(model, field, value)) return { value };
  const strange = chosen.some((id) => !options.some((option) => option.id === id));
  return { why: options.length > 0 && strange ? 'not-offered' : 'changed' };
};

/** The rows in which a field is asked that the offered answers make, before it is known which are; undefined for one that is not repeated. */
const rowsIn = (
  model: Model,
  rows: Rows | undefined,
  offered: ReadonlyMap<Key, Offer>,
): readonly string[] | undefined => {
  if (rows === undefined) return undefined;
  if ('list' in rows) return model.lists.get(rows.list)?.items.map((item) => item.id) ?? [];
  const value = offered.get('group' in rows ? rows.group : rows.chosen)?.value;
  return Array.isArray(value) ? (value as readonly string[]) : [];
};

/** The fields from which a field takes an earlier answer: itself, then those that ask for the same thing. */
const sourcesOf = (groups: readonly (readonly string[])[], field: string): readonly string[] => [
  ...new Set([field, ...groups.filter((group) => group.includes(field)).flat()]),
];

/**
 * What a new assessment under `model` takes up of the answers that counted in an earlier one, under its own policy. An
 * answer is offered to its own field and to those that ask for the same thing, wherever it fits; rows go with their
 * group. What fits nowhere is listed with the reason.
 */
export const takeUp = (earlier: Walk, model: Model): TakeUp => {
  const gaps = new Set(gapsOf(earlier));
  const ended = earlier.outcome === undefined ? undefined : earlier.model.outcomes.get(earlier.outcome);
  const reopens = ended?.reopen !== undefined;
  const groups = [...model.policy.askedOnce, ...earlier.model.policy.askedOnce];
  const offered = new Map<Key, Offer>();
  const used = new Set<Key>();
  for (const place of model.places.values()) {
    for (const row of rowsIn(model, place.rows, offered) ?? [undefined]) {
      for (const source of sourcesOf(groups, place.field.id)) {
        const from = keyOf(source, row);
        const value = earlier.counted.get(from);
        if (value === undefined || earlier.model.places.get(source)?.field.kind !== place.field.kind) continue;
        const known = source === place.field.id ? value : translated(model, place, value);
        const found = fits(model, place, known, reopens);
        if ('why' in found) continue;
        const key = keyOf(place.field.id, row);
        offered.set(key, { key, value: found.value, gap: gaps.has(from) });
        used.add(from);
        break;
      }
    }
  }
  const left = [...earlier.counted].flatMap(([key, value]): readonly Left[] => {
    if (used.has(key)) return [];
    const place = model.places.get(partsOfKey(key).field);
    if (!place) return [{ key, value, why: 'removed' }];
    const found = fits(model, place, value, reopens);
    return [{ key, value, why: 'why' in found ? found.why : 'changed' }];
  });
  return { offers: [...offered.values()], left, reopens };
};
