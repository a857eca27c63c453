// What takes most of the time of the end-to-end tests, and is about one feature each.
import process from 'node:process';

/** Whether all tests are run: in continuous integration, and before a release. */
export const isEverything = () => process.env.EVERYTHING === '1';

/** The names of files in tests/e2e/ that a developer's run leaves out: run that of what you change. */
export const longTests = [
  'again',
  'bad-answers',
  'bad-input',
  'carry-over',
  'changes',
  'damaged',
  'decide-keys',
  'drafts',
  'foreign',
  'guidance',
  'hostile-import',
  'keys',
  'lock',
  'overview',
  'practice',
  'record',
  'risk',
  'samples',
  'settings',
  'typing',
];
