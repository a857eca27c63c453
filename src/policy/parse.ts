import { utf8 } from '../base/bytes';
import { canonical } from '../base/canonical';
import { sha256Hex } from '../base/hash';
import { fail, type Failure, failure, type Result, settle } from '../base/result';
import { describe, parseShape, type ShapeCode } from '../base/shape';
import { type DuplicateCode, duplicateIds, repeated } from './duplicates';
import { type LiteralCode, unknownLiterals } from './literals';
import type { OverviewCode } from './overview-faults';
import { placesIn } from './place';
import { type ReadsCode, readsFaults } from './reads';
import { type ReferenceCode, unknownReferences } from './references';
import { brokenOrders, type OrderCode, orderFaults } from './setting-order';
import { languageVersion, type Policy, policySchema } from './schema';
import { type SettingDeclaration, type Settings, settingsFormat, settingsSchema } from './settings';
import { type StructureCode, structureFaults } from './structure';
import { unprintable, type WordingCode, wordingFaults } from './wording';

export type PolicyCode =
  | ShapeCode
  | DuplicateCode
  | LiteralCode
  | ReferenceCode
  | StructureCode
  | ReadsCode
  | WordingCode
  | OrderCode
  | OverviewCode
  | 'policy.language'
  | 'policy.not-a-policy'
  | 'policy.default';
export type SettingsCode =
  | ShapeCode
  | 'settings.format'
  | 'settings.kind'
  | 'settings.range'
  | 'settings.duplicate-id'
  | 'settings.characters'
  | 'settings.text-form'
  | 'settings.order'
  | 'settings.undeclared';

const partOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

/** Defaults that do not fit the setting that they are for. */
const defaultFaults = (policy: Policy): readonly Failure<PolicyCode>[] =>
  policy.settings.flatMap((declared, index) =>
    declared.default === undefined || settingFaults(declared, declared.default).length === 0
      ? []
      : [failure('policy.default', `settings[${index}].default`, { kind: declared.kind })],
  );

/**
 * A policy from outside: schema, references, routes, values and texts. Faults of shape hide all others, since nothing
 * else can be judged before they are mended.
 */
export const parsePolicy = (value: unknown): Result<Policy, PolicyCode> => {
  const language = partOf(value, 'language');
  if (language === undefined) return fail('policy.not-a-policy', '');
  if (language !== languageVersion)
    return fail('policy.language', 'language', { found: describe(language), known: languageVersion });
  const shape = parseShape<Policy>(policySchema, value);
  if (!shape.ok) return shape;
  const policy = shape.value;
  return settle<Policy, PolicyCode>(
    [
      ...duplicateIds(policy),
      ...unknownReferences(policy),
      ...unknownLiterals(policy),
      ...structureFaults(policy),
      ...readsFaults(policy),
      ...wordingFaults(policy),
      ...defaultFaults(policy),
      ...orderFaults(policy),
    ],
    () => policy,
  );
};

/** A council's settings from outside, by themselves. */
export const parseSettings = (value: unknown): Result<Settings, SettingsCode> => {
  const format = partOf(value, 'format');
  if (format !== settingsFormat)
    return fail('settings.format', 'format', { found: describe(format), known: settingsFormat });
  const shape = parseShape<Settings>(settingsSchema, value);
  if (!shape.ok) return shape;
  return settle(
    unprintable(shape.value).map(({ place, characters }) =>
      characters === '' ? failure('settings.text-form', place) : failure('settings.characters', place, { characters }),
    ),
    () => shape.value,
  );
};

const settingFaults = (
  declared: SettingDeclaration,
  value: Settings['values'][string],
): readonly Failure<SettingsCode>[] => {
  const place = `values.${declared.id}`;
  const wrong = failure<SettingsCode>('settings.kind', place, { expected: declared.kind });
  switch (declared.kind) {
    case 'money':
    case 'whole':
      if (typeof value !== 'number') return [wrong];
      return value < declared.min || value > declared.max
        ? [failure('settings.range', place, { min: declared.min, max: declared.max })]
        : [];
    case 'text':
      return typeof value === 'string' ? [] : [wrong];
    case 'choice':
      return declared.options.some((option) => option.id === value) ? [] : [wrong];
    case 'list':
      if (!Array.isArray(value)) return [wrong];
      return repeated(value).map(({ id }) => failure('settings.duplicate-id', place, { id }));
  }
};

/** Items of a list in the settings with the id of another option of a field that offers them. */
const clashes = (policy: Policy, settings: Settings): readonly Failure<SettingsCode>[] =>
  placesIn(policy).flatMap(({ field }) => {
    if (field.kind !== 'choice' && field.kind !== 'choices') return [];
    const own = new Set(field.options.flatMap((option) => ('from' in option ? [] : [option.id])));
    return field.options.flatMap((option): readonly Failure<SettingsCode>[] => {
      if (!('from' in option) || !('setting' in option.from)) return [];
      const { setting } = option.from;
      const value = settings.values[setting];
      return (Array.isArray(value) ? value : [])
        .filter((item) => own.has(item.id))
        .map((item) => failure('settings.duplicate-id', `values.${setting}`, { id: item.id }));
    });
  });

/** Values that no policy declares: most often a misspelt id, which would leave the default to hold unseen. */
export const undeclaredSettings = (
  policies: readonly Policy[],
  settings: Settings,
): readonly Failure<SettingsCode>[] => {
  const declared = new Set(policies.flatMap((policy) => policy.settings.map((one) => one.id)));
  return Object.keys(settings.values)
    .filter((id) => !declared.has(id))
    .map((id) => failure('settings.undeclared', `values.${id}`, { id }));
};

/** What of a council's settings does not fit a policy's declarations. What is left out is not a fault. */
export const settingsFaults = (policy: Policy, settings: Settings): readonly Failure<SettingsCode>[] => [
  ...policy.settings.flatMap((declared) => {
    const value = Object.hasOwn(settings.values, declared.id) ? settings.values[declared.id] : undefined;
    return value === undefined ? [] : settingFaults(declared, value);
  }),
  ...clashes(policy, settings),
  ...brokenOrders(policy, settings),
];

interface SealedForm {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

/** Worked out once for each value: none is ever changed. */
const forms = new WeakMap<Policy | Settings, SealedForm>();

/** A policy or settings file's canonical bytes and their hash: what is pinned, attached and compared. */
export const sealedForm = (value: Policy | Settings): SealedForm => {
  const known = forms.get(value);
  if (known) return known;
  const bytes = utf8(canonical(value));
  const form = { bytes, sha256: sha256Hex(bytes) };
  forms.set(value, form);
  return form;
};
