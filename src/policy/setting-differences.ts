import { canonical, type Json } from '../base/canonical';
import { settingsDifferences } from './differences';
import { modelOf, settingOf } from './model';
import { present } from './present';
import type { Policy } from './schema';
import { unanswered } from './scope';
import type { Settings } from './settings';
import type { Language, Wording } from './text';

/** A setting that two files give other values, with these in words: one text for each item of a list. */
export interface SettingDifference {
  readonly part: 'values' | 'app';
  /** Of the app's own, the names on the way to it: `evidence.bytesEach`. */
  readonly id: string;
  readonly label: Wording | undefined;
  /** What the first has and the second has not; nothing where it does not say. */
  readonly first: readonly string[];
  readonly second: readonly string[];
}

const without = (all: readonly string[], those: readonly string[]): readonly string[] =>
  all.filter((one) => !those.includes(one));

/** The words of a value of a policy; what no policy declares, or is of another kind than declared, as it stands in the file. */
const wordsOf = (policy: Policy, settings: Settings, id: string, language: Language): readonly string[] => {
  const model = modelOf(policy, settings);
  const said = present(unanswered(model, ''), { setting: id }, language);
  const value = settingOf(model, id);
  return said.length > 0 || value === undefined ? said : [canonical(JSON.parse(JSON.stringify(value)) as Json)];
};

/** The app's own settings, each by itself, as they stand in the file. */
const leaves = (value: unknown, id = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'string' || typeof value === 'number') return [[id, String(value)]];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => leaves(one, id));
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, id === '' ? key : `${id}.${key}`));
};

const ofApp = ({ app: one }: Settings, { app: other }: Settings): readonly SettingDifference[] => {
  const [first, second] = [leaves(one), leaves(other)];
  const valuesOf = (all: typeof first, wanted: string) => all.flatMap(([id, value]) => (id === wanted ? [value] : []));
  return [...new Set([...first, ...second].map(([id]) => id))].flatMap((id): readonly SettingDifference[] => {
    const [had, has] = [valuesOf(first, id), valuesOf(second, id)];
    if (canonical([...had]) === canonical([...has])) return [];
    return [{ part: 'app', id, label: undefined, first: without(had, has), second: without(has, had) }];
  });
};

/**
 * Where two settings differ, with what each says, as the policy presents it: first the app's own, then those that the
 * policy asks for; others have no part in it. Of lists only the items that one of them has by itself are named; where there
 * are none, the items differ in what no person reads, or in their order.
 */
export const settingDifferences = (
  one: Settings,
  other: Settings,
  policy: Policy,
  language: Language,
): readonly SettingDifference[] => [
  ...ofApp(one, other),
  ...settingsDifferences(one, other, policy)
    .filter(({ part, id }) => part === 'values' && policy.settings.some((declared) => declared.id === id))
    .map(({ id, label }): SettingDifference => {
      const [first, second] = [wordsOf(policy, one, id, language), wordsOf(policy, other, id, language)];
      return { part: 'values', id, label, first: without(first, second), second: without(second, first) };
    }),
];
