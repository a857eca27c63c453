import type { Difference } from '../policy/differences';
import type { SettingDifference } from '../policy/setting-differences';

/** What a part of a policy or of settings is called. */
const parts: Readonly<Record<Difference['part'], string>> = {
  $schema: 'Schema',
  language: 'Language of the file',
  id: 'Name of the file',
  version: 'Version',
  title: 'Title',
  languages: 'Languages',
  about: 'About the policy',
  settings: 'Settings that it asks for',
  lists: 'Lists and scales',
  roles: 'Roles',
  duePoints: 'When conditions fall due',
  sources: 'Sources',
  sections: 'Sections',
  welcome: 'First page',
  practice: 'Example for practice',
  subject: 'What names the assessment',
  introduction: 'Introduction for those asked',
  start: 'First question',
  questions: 'Pages and what comes after them',
  fields: 'Questions',
  values: 'Values',
  conditions: 'Conditions',
  outcomes: 'Recommendations',
  headlines: 'Lines beside the recommendation',
  implications: 'Implications',
  matrices: 'Matrices',
  approval: 'Who decides',
  overview: 'Overview of many records',
  register: 'Register',
  contradictions: 'Contradictions',
  looks: 'Points to look at',
  limits: 'Limits of effort',
  askedOnce: 'Questions for the same thing',
  caution: 'Cautious answers',
  indicators: 'Indicators',
  declaration: 'Declaration',
  signer: 'What signing begins with',
  stages: 'Stages',
  guidance: 'Guidance',
  app: 'Settings of the app',
};

const changes: Readonly<Record<Difference['change'], string>> = {
  first: 'only in the record',
  second: 'only as published',
  both: 'not the same',
};

/** What a part of the app's own settings is called. */
const app: Readonly<Record<string, string>> = {
  council: 'Council',
  service: 'Name of the service',
  registerEmail: 'Address that records are sent to',
  brandColour: 'Colour',
  timestampPath: 'Where timestamps are asked for',
  'evidence.types': 'Kinds of file that evidence may be',
  'evidence.bytesEach': 'Largest file of evidence',
  'evidence.bytesAll': 'Most evidence in all',
  'retentionMonths.drafts': 'How long assessments are kept',
  'retentionMonths.records': 'How long signed records are kept',
  'retentionMonths.names': 'How long the names of people are kept',
};

/** A value of the app's own settings with its unit. */
const appValue = (id: string, value: string): string => {
  if (id.includes('.bytes')) return `${Number(value) / 1_000_000} MB`;
  return id.startsWith('retentionMonths') ? `${value} months` : value;
};

/** So much is told of one setting: the rest is for whoever opens the two files. */
const most = { items: 5, letters: 200 };

const shortened = (text: string): string => (text.length > most.letters ? `${text.slice(0, most.letters - 1)}…` : text);

/** The texts of a value, or what stands for none; `other` is what the other file has. */
const valueOf = ({ part, id }: SettingDifference, own: readonly string[], other: readonly string[]): string => {
  if (own.length === 0)
    return other.length === 0 ? 'The same, but not in the same order or form' : 'Nothing that the other does not have';
  const items = own.slice(0, most.items).map((one) => shortened(part === 'app' ? appValue(id, one) : one));
  const rest = own.length - items.length;
  return items.join('; ') + (rest > 0 ? `; and ${rest} more` : '');
};

/** The sentences that compare a record’s policy and settings with those that this site publishes. */
export const publishedStrings = {
  tags: { same: 'The same', differs: 'Take note' },
  title: 'Policy and settings, compared with this site’s',
  lead: 'This site’s own files are the council’s only if you opened the council’s own site.',
  loading: 'Comparing…',
  failed: 'This site’s policies and settings could not be read, so nothing was compared.',
  policySame: (version: string) => `The policy is the one that this site publishes as version ${version}.`,
  policyNone: 'This site publishes no policy of this kind.',
  policyDiffers: (was: string, now: string) =>
    was === now
      ? `The policy says that it is version ${was}, but it is not what this site publishes as that version.`
      : `The policy is version ${was}. This site does not publish that one; its newest is version ${now}.`,
  settingsSame: 'The settings are the ones that hold on this site now.',
  settingsDiffer: 'The settings are not the ones that hold on this site now. They may have changed since.',
  policyDifferences: 'Differences in the policy',
  settingsDifferences: 'Differences in the settings',
  nothing: 'They differ only in the number of the version, or in the order of their parts.',
  parts,
  setting: 'Setting',
  inRecord: 'In the record',
  asPublished: 'As published',
  app: (id: string) => app[id] ?? id,
  first: (one: SettingDifference) => valueOf(one, one.first, one.second),
  second: (one: SettingDifference) => valueOf(one, one.second, one.first),
  more: (count: number) => `And ${count} more.`,
  change: (name: string, change: Difference['change']) =>
    name === '' ? changes[change] : `${name} (${changes[change]})`,
} as const;
