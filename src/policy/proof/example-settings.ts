import { type Key, partsOfKey } from '../answer';
import type { Model } from '../model';
import type { SettingItem, Settings } from '../settings';
import type { Found } from './assignment';
import { hasContact, isTicked } from './choosing';
import { anyRow } from './moment';
import type { Space } from './space';

const guessed = ({ guesses }: Space, { assignment }: Found, name: string): number | undefined => {
  const variable = guesses.get(name);
  return variable && assignment.get(variable);
};

/** The items of a setting that are chosen in a field by name, and those that must not be. */
export const namedItems = (
  space: Space,
  found: Found,
  setting: string,
  key: string,
): { readonly named: readonly string[]; readonly never: readonly string[] } => {
  const text = found.solution.texts.get(`${setting} in ${key}`);
  // an item that nobody answers for is one of its own
  const own =
    guessed(space, found, hasContact(setting, key)) !== 0
      ? []
      : [`item-${key.replace('/', '-').replace(anyRow, 'any')}`];
  const ticks = [...space.mentioned].filter((id) => space.guesses.has(isTicked(id, setting, key)));
  const [named, never] = [1, 0].map((value) =>
    ticks.filter((id) => guessed(space, found, isTicked(id, setting, key)) === value),
  ) as [string[], string[]];
  return { named: text === undefined ? [...own, ...named] : [text], never };
};

/** The items of a setting that are named in some field, with whether somebody answers for them. */
const itemsNamed = (space: Space, found: Found, setting: string, keys: readonly Key[]): readonly SettingItem[] => {
  const items = new Map<string, SettingItem>();
  for (const key of keys) {
    const field = space.model.places.get(partsOfKey(key).field)?.field;
    const isOffered =
      field !== undefined &&
      'options' in field &&
      field.options.some((one) => 'from' in one && 'setting' in one.from && one.from.setting === setting);
    if (!isOffered) continue;
    const contact = guessed(space, found, hasContact(setting, key)) === 0 ? {} : { contact: 'Someone' };
    for (const id of namedItems(space, found, setting, key).named) items.set(id, { ...someItem, ...contact, id });
  }
  return [...items.values()];
};

const someItem = { label: { en: 'One' } };

/** The settings under which an example holds; `keys` are those of the fields that it may ask. */
export const settingsFor = (space: Space, found: Found, keys: readonly Key[]): Settings['values'] => {
  const { model, free } = space;
  const { amounts, texts } = found.solution;
  if (!free) return model.settings.values;
  const guess = (name: string): number => guessed(space, found, name) ?? 0;
  return Object.fromEntries(
    model.policy.settings.flatMap((declared): readonly (readonly [string, Settings['values'][string]])[] => {
      const { id } = declared;
      if (declared.default === undefined && guess(`no ${id}`) === 1) return [];
      switch (declared.kind) {
        case 'money':
        case 'whole':
          return [[id, amounts.get(id) ?? declared.default ?? declared.min]];
        case 'text':
          return [[id, texts.get(id) ?? declared.default ?? 'Someone']];
        case 'choice':
          return [[id, declared.options[guess(id)]?.id ?? declared.options[0]?.id ?? '']];
        case 'list': {
          const named = itemsNamed(space, found, id, keys);
          const some = guess(`items in ${id}`) === 1;
          const most = Math.max(2, ...[...amounts].map(([key, amount]) => (key.startsWith('rows ') ? amount : 0)));
          const others = Array.from({ length: some ? most : 0 }, (_, index) => ({
            ...someItem,
            contact: 'Someone',
            id: `${id.slice(0, 50)}-${index + 1}`,
          }));
          return [[id, some ? [...named, ...others] : []]];
        }
      }
    }),
  );
};

/** The settings of an example that differ from what holds without it. */
export const differences = (model: Model, values: Settings['values']): Settings['values'] =>
  Object.fromEntries(
    Object.entries(values).filter(([id, value]) => {
      const declared = model.policy.settings.find((one) => one.id === id);
      return JSON.stringify(declared?.default) !== JSON.stringify(value);
    }),
  );
