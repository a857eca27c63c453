import { leastContrast } from '../base/colour';
import { type Failure, failure } from '../base/result';
import { brandContrast } from './app-settings';
import { modelOf, optionsOf } from './model';
import { type SettingsCode, settingsFaults, undeclaredSettings } from './parse';
import { placesIn } from './place';
import type { Policy } from './schema';
import type { Settings } from './settings';

export type SettingsCheckCode = SettingsCode | 'settings.missing' | 'settings.no-options' | 'settings.contrast';

type Failures = readonly Failure<SettingsCheckCode>[];

/** Whether a part of a policy reads a setting, or shows it in a text. */
const mentions = (node: unknown, id: string): boolean => {
  if (typeof node === 'string') return node.includes(`{${id}}`);
  if (typeof node !== 'object' || node === null) return false;
  return ('setting' in node && node.setting === id) || Object.values(node).some((inner) => mentions(inner, id));
};

/** The ids of what reads a setting: pages, values, conditions, outcomes… */
const usersOf = ({ settings: _, register, ...policy }: Policy, id: string): readonly string[] =>
  [...Object.entries(policy), ...Object.entries(register)].flatMap(([key, part]): readonly string[] => {
    if (!Array.isArray(part)) return mentions(part, id) ? [key] : [];
    return (part as readonly unknown[])
      .filter((item) => mentions(item, id))
      .map((item) => (typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : key));
  });

/** Settings without a value and without a default, and what uses them. */
const missing = (policy: Policy, settings: Settings): Failures =>
  policy.settings.flatMap(({ id, kind, default: fallback }) =>
    fallback !== undefined || Object.hasOwn(settings.values, id)
      ? []
      : [
          failure<SettingsCheckCode>('settings.missing', `values.${id}`, {
            id,
            kind,
            users: usersOf(policy, id).join(', '),
          }),
        ],
  );

/** Questions that no one could answer, since all their options come from lists that are empty. */
const withoutOptions = (policy: Policy, settings: Settings): Failures => {
  const model = modelOf(policy, settings);
  return placesIn(policy).flatMap(({ field, page }): Failures => {
    if ((field.kind !== 'choice' && field.kind !== 'choices') || optionsOf(model, field).length > 0) return [];
    const lists = field.options.flatMap((option) =>
      'from' in option && 'setting' in option.from ? [option.from.setting] : [],
    );
    return [
      failure('settings.no-options', `values.${lists[0] ?? ''}`, {
        field: field.id,
        page: page.id,
        lists: lists.join(', '),
      }),
    ];
  });
};

/** A colour on which the header's text could not be read; the app keeps its own instead, and says so. */
const paleColour = (settings: Settings): Failures => {
  const ratio = brandContrast(settings);
  return ratio === undefined || ratio >= leastContrast
    ? []
    : [failure('settings.contrast', 'app.brandColour', { ratio: ratio.toFixed(1), least: leastContrast })];
};

/**
 * What is wrong with a council's settings beside the policies that they are for, each thing once. More is told here than
 * an app refuses: what it passes over in silence, and what it makes do with.
 */
export const checkSettings = (policies: readonly Policy[], settings: Settings): Failures => {
  const all: Failures = [
    ...paleColour(settings),
    ...undeclaredSettings(policies, settings),
    ...policies.flatMap((policy) => [
      ...settingsFaults(policy, settings),
      ...missing(policy, settings),
      ...withoutOptions(policy, settings),
    ]),
  ];
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
};
