import type { ConditionMoved } from '../record/compare';

const states: Readonly<Record<NonNullable<ConditionMoved['after']>, string>> = {
  open: 'Open',
  met: 'Met',
  waived: 'Waived',
};

/** The sentences that tell what changed from one record to another. */
export const compareStrings = {
  title: 'What changed since another record',
  lead: 'The earlier one by its date of signing stands first, whichever you opened.',
  other: 'Compare with',
  choose: 'Choose a record',
  samePartnership: (name: string) => `${name} (same partnership)`,
  compare: 'Compare',
  working: 'Comparing…',
  failed: 'That file is no longer accepted, or cannot be read. Check the files again.',
  story: (before: string, after: string) => `From ${before} to ${after}`,
  recommendation: 'Recommendation',
  same: 'The recommendation is the same.',
  register: 'What moved in the register',
  registerSame: 'Nothing moved in the register.',
  conditions: 'Conditions, kept or not',
  conditionsNone: 'Neither record has conditions.',
  answers: (count: number) =>
    count === 1 ? '1 question was answered otherwise' : `${count} questions were answered otherwise`,
  answersSame: 'Every question was answered the same.',
  columns: ['What', 'Earlier', 'Later'],
  nothing: 'Nothing',
  standing: (state: ConditionMoved['after']) => (state === undefined ? 'Not asked for' : states[state]),
  print: 'Print this page',
} as const;
