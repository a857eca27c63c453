import type { Receipt } from '../assessment/log';

/** The sentences of carrying an assessment over to a newer version of its policy. */
export const newVersionStrings = {
  bannerTitle: 'New version',
  banner: (now: string) => `The policy that this assessment follows has a new version (${now}).`,
  bannerWhat: 'You can carry the assessment over to it, or finish on the version that you began with.',
  bannerLink: 'See what would change',
  title: 'Carry over to the new version of the policy',
  lead: (was: string, now: string) =>
    `You began this assessment under version ${was}. The policy now has version ${now}. You choose which one you finish on.`,
  same: (version: string) =>
    `The text of the policy has changed since you began (version ${version}). You choose which one you finish on.`,
  next: 'If you carry it over',
  steps: [
    'Answers to questions that are the same stay as they are.',
    'Questions that have other words or other answers to choose from are asked again.',
    'Nothing you have answered is deleted. What became of each answer is kept, and printed in the record.',
    'You cannot go back to the earlier version.',
  ],
  counts: {
    kept: (count: number) => (count === 1 ? 'One answer is kept' : `${count} answers are kept`),
    again: (count: number) => (count === 1 ? 'One answer is asked again' : `${count} answers are asked again`),
    retired: (count: number) => (count === 1 ? 'One answer is retired' : `${count} answers are retired`),
  },
  nothingAgain: 'No answer is asked again.',
  retiredWhy: 'Their questions are no longer asked.',
  columns: ['Question', 'Your answer', 'Why it is asked again'],
  retiredColumns: ['Question', 'Your answer'],
  why: {
    kept: 'Nothing has changed',
    wording: 'The question has other words',
    options: 'There are other answers to choose from',
    retired: 'No longer asked',
  } satisfies Readonly<Record<Receipt['is'], string>>,
  carryOver: (version: string) => `Carry over to version ${version}`,
  stay: (version: string) => `Finish on version ${version}`,
  stayed: (version: string) =>
    `You have chosen to finish on version ${version}. You can still carry the assessment over.`,
  doneTitle: 'The assessment is carried over',
  done: (version: string) => `It now follows version ${version} of the policy.`,
  carryOn: 'Carry on',
  newest: 'This assessment already follows the newest version of its policy.',
  moved: 'Carried over to another version of the policy',
} as const;
