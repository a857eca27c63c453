import { type Model, modelOf } from '../../../src/policy/model';
import { parsePolicy } from '../../../src/policy/parse';
import type { Policy } from '../../../src/policy/schema';
import type { Settings } from '../../../src/policy/settings';

/** A text that nobody reads. */
export const words = (en = 'Words') => ({ en });

/** What every policy must have and no proof looks at. */
const frame = {
  language: 0,
  id: 'small',
  version: '1.0.0',
  title: words(),
  languages: ['en'],
  about: { validFrom: '2028-02-28', validTo: '2028-02-28', owner: words(), origin: words() },
  welcome: { title: words(), lead: words(), need: [], time: words() },
  settings: [],
  lists: [],
  roles: [{ id: 'someone', label: words() }],
  duePoints: [],
  sources: [],
  sections: [{ id: 'only', title: words() }],
  values: [],
  conditions: [],
  headlines: [],
  implications: [],
  matrices: [],
  approval: { approver: 'someone', separation: false },
  register: { sections: [{ id: 'only', title: words() }], fields: [] },
  contradictions: [],
  looks: [],
  limits: [],
  askedOnce: [],
  caution: [],
  indicators: [],
  declaration: words(),
  stages: [],
  guidance: [],
};

/** A policy of some parts, with all else that a policy must have. */
export const policyWith = (parts: Readonly<Record<string, unknown>>): unknown => ({ ...frame, ...parts });

export const outcome = (id: string) => ({
  id,
  title: words(),
  reason: words(),
  next: [{ kind: 'paragraph', text: words() }],
  tell: words(),
  register: words(),
  signature: 'none',
  tone: 'good',
});

export const page = (id: string, fields: readonly unknown[], next: readonly unknown[], more: object = {}) => ({
  id,
  section: 'only',
  title: words(),
  fields,
  next,
  ...more,
});

export const choice = (id: string, options: readonly (string | object)[], more: object = {}) => ({
  id,
  kind: 'choice',
  label: words(),
  options: options.map((option) =>
    typeof option === 'string'
      ? { id: option, label: words(), ...(option.startsWith('unsure') && { unsure: true }) }
      : 'from' in option
        ? option
        : { label: words(), ...option },
  ),
  ...more,
});

const settingsOf = (values: Settings['values']): Settings => ({
  format: 'settings/0',
  id: 'example',
  example: true,
  app: {
    council: 'Example',
    service: 'Example',
    evidence: { types: [], bytesEach: 1, bytesAll: 1 },
    retentionMonths: { drafts: 1, records: 1, names: 1 },
  },
  values,
});

/** A policy with settings, indexed; throws where it does not parse. */
export const modelFor = (policy: unknown, values: Settings['values'] = {}): Model => {
  const parsed = parsePolicy(policy);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failures.slice(0, 5)));
  return modelWith(parsed.value, values);
};

export const modelWith = (policy: Policy, values: Settings['values']): Model => modelOf(policy, settingsOf(values));
