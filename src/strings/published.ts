import type { Difference } from '../policy/differences';

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
  change: (name: string, change: Difference['change']) =>
    name === '' ? changes[change] : `${name} (${changes[change]})`,
} as const;
