import type { IsoDate } from '../base/calendar';
import { type Answer, type Key, keyOf, partsOfKey } from './answer';
import type { Rows } from './expression';
import { type Model, optionsOf, settingItems, settingOf } from './model';

/** What an operand can come to; undefined is "not answered". */
export type Reading = Answer | undefined;

/**
 * What conditions and values are read against: the answers that count so far, the day, and the outcome once known.
 * Answers are added to `counted` and never changed or taken away.
 */
export interface Scope {
  readonly model: Model;
  readonly counted: ReadonlyMap<Key, Answer>;
  readonly today: IsoDate;
  readonly outcome: string | undefined;
}

/** What is read before anything is answered: the settings alone. */
export const unanswered = (model: Model, today: IsoDate): Scope => ({
  model,
  counted: new Map(),
  today,
  outcome: undefined,
});

/** The ids of the rows of a source, in order: a list's items, an officer's rows, or the ticked options that name something. */
export const rowIds = (scope: Scope, rows: Rows): readonly string[] => {
  if ('list' in rows) return scope.model.lists.get(rows.list)?.items.map((item) => item.id) ?? [];
  const answer = scope.counted.get('group' in rows ? rows.group : rows.chosen);
  if (!Array.isArray(answer)) return [];
  if ('group' in rows) return answer as readonly string[];
  const field = scope.model.places.get(rows.chosen)?.field;
  const options = field ? optionsOf(scope.model, field) : [];
  return (answer as readonly string[]).filter((id) => {
    const option = options.find((candidate) => candidate.id === id);
    return option !== undefined && option.exclusive !== true && option.unsure !== true;
  });
};

/** Whether an answer says "I'm not sure". */
export const isUnsure = (model: Model, field: string, answer: Answer): boolean => {
  const unsure = model.unsure.get(field);
  if (!unsure) return false;
  return Array.isArray(answer)
    ? (answer as readonly string[]).some((id) => unsure.has(id))
    : typeof answer === 'string' && unsure.has(answer);
};

/** The keys of the answers that say "I'm not sure", but those of some fields, in the order in which they were counted. */
export const unsureKeys = (scope: Scope, but: readonly string[] = []): readonly Key[] =>
  [...scope.counted]
    .filter(([key, answer]) => {
      const { field } = partsOfKey(key);
      return !but.includes(field) && isUnsure(scope.model, field, answer);
    })
    .map(([key]) => key);

/** The score of the option chosen in a field. */
export const scoreOf = (scope: Scope, field: string, row?: string): number | undefined => {
  const place = scope.model.places.get(field);
  const answer = scope.counted.get(keyOf(field, row));
  if (!place || answer === undefined) return undefined;
  return optionsOf(scope.model, place.field).find((option) => option.id === answer)?.score;
};

/** A setting's value; the ids of its items where it is a list, and not answered where that is empty. */
export const settingReading = (scope: Scope, id: string): Reading => {
  const value = settingOf(scope.model, id);
  if (value === undefined || typeof value === 'number' || typeof value === 'string') return value;
  return value.length === 0 ? undefined : value.map((item) => item.id);
};

/** The contact of the chosen item, where a field's options come from a list in the settings. */
export const contactOf = (scope: Scope, field: string): string | undefined => {
  const place = scope.model.places.get(field);
  if (place?.field.kind !== 'choice') return undefined;
  const answer = scope.counted.get(field);
  return place.field.options
    .flatMap((option) =>
      'from' in option && 'setting' in option.from ? settingItems(scope.model, option.from.setting) : [],
    )
    .find((item) => item.id === answer && item.contact !== undefined)?.contact;
};
