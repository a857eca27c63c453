import type { Group, OwnOption, SimpleField } from './field';
import { type Place, placesIn } from './place';
import type { ConditionRule, List, Outcome, Page, Policy } from './schema';
import type { SettingItem, Settings } from './settings';
import type { DerivedValue } from './value';

/** A policy and a council's settings, indexed. Pure data: made once for each pair. */
export interface Model {
  readonly policy: Policy;
  readonly settings: Settings;
  readonly pages: ReadonlyMap<string, Page>;
  readonly places: ReadonlyMap<string, Place>;
  readonly values: ReadonlyMap<string, DerivedValue>;
  readonly lists: ReadonlyMap<string, List>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly conditions: ReadonlyMap<string, ConditionRule>;
  /** The options that say "I'm not sure", of each field that has one. */
  readonly unsure: ReadonlyMap<string, ReadonlySet<string>>;
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

export const modelOf = (policy: Policy, settings: Settings): Model => {
  const model = {
    policy,
    settings,
    pages: byId(policy.questions),
    places: new Map(placesIn(policy).map((place) => [place.field.id, place])),
    values: byId(policy.values),
    lists: byId(policy.lists),
    outcomes: byId(policy.outcomes),
    conditions: byId(policy.conditions),
    unsure: new Map<string, ReadonlySet<string>>(),
  };
  for (const { field } of model.places.values()) {
    const ids = optionsOf(model, field).flatMap(({ id, unsure }) => (unsure === true ? [id] : []));
    if (ids.length > 0) model.unsure.set(field.id, new Set(ids));
  }
  return model;
};

/** A setting's value: the council's, or else the policy's default; undefined where neither gives one. */
export const settingOf = (model: Model, id: string): number | string | readonly SettingItem[] | undefined =>
  Object.hasOwn(model.settings.values, id)
    ? model.settings.values[id]
    : model.policy.settings.find((declared) => declared.id === id)?.default;

/** The items of a setting that is a list; none for any other. */
export const settingItems = (model: Model, id: string): readonly SettingItem[] => {
  const value = settingOf(model, id);
  return Array.isArray(value) ? (value as readonly SettingItem[]) : [];
};

/** Every option of a field, with those of lists and settings in place, whether offered now or not. */
export const optionsOf = (model: Model, field: SimpleField | Group): readonly OwnOption[] => {
  if (field.kind !== 'choice' && field.kind !== 'choices') return [];
  if (field.options.every((option) => !('from' in option))) return field.options as readonly OwnOption[];
  return field.options.flatMap((option): readonly OwnOption[] => {
    if (!('from' in option)) return [option];
    return 'list' in option.from
      ? (model.lists.get(option.from.list)?.items ?? [])
      : settingItems(model, option.from.setting);
  });
};
