import type { Moment } from '../record/timeline';
import type { ConditionNow } from '../record/open-conditions';

/** The sentences of a checked record as an auditor reads it. */
export const recordViewStrings = {
  timeline: 'How it was answered',
  timelineLead: (changes: number) =>
    changes === 0
      ? 'No answer was changed between the start and the signature.'
      : `${changes === 1 ? '1 answer was' : `${changes} answers were`} changed or taken away between the start and the signature.`,
  timelineSee: (count: number) => `See all ${count} entries in their order`,
  timelineChanges: 'What was changed',
  drawn: (answers: number, changes: number, after: number) =>
    `From start to signature: ${answers} answers, ${changes} changes, ${after} of them after the recommendation was shown.`,
  legend: { first: 'Answered', changed: 'Changed or taken away', outcome: 'Recommendation shown' },
  moments: {
    started: 'Started',
    'outcome-shown': 'Recommendation shown',
    'policy-changed': 'Carried over to another version of the policy',
    signed: 'Signed',
    first: '',
    changed: 'Changed',
    cleared: 'Taken away',
  } satisfies Readonly<Record<Moment['kind'], string>>,
  said: (question: string, answer: string) => `${question}${question.endsWith('?') ? '' : ':'} ${answer}`,
  was: (before: string) => `It was: ${before}`,
  reason: (text: string) => `Reason for the change: ${text}`,
  after: 'after the recommendation was shown',
  files: 'Files inside',
  filesLead:
    'Each comes out as it was signed, and the hash beside it is the one that the record names. Open them with care, as any file from somebody else.',
  fileColumns: ['File', 'Size in bytes', 'SHA-256', 'Take out'],
  insideOf: (name: string) => `inside ${name}`,
  take: 'Download',
  showFiles: 'Show the files inside',
  now: 'Conditions, as they stand now',
  nowLead: (open: number) =>
    open === 0
      ? 'None is open.'
      : `${open === 1 ? '1 is' : `${open} are`} open. Where there is a date, see whether it has passed.`,
  nowColumns: ['Condition', 'Who', 'By when', 'How it stands'],
  states: { open: 'Open', met: 'Met', waived: 'Waived' } satisfies Readonly<Record<ConditionNow['state'], string>>,
  on: (date: string) => `on ${date}`,
} as const;
