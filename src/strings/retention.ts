/** How long something is kept, as people say it. */
const period = (months: number): string =>
  months === 1 ? '1 month' : months > 12 && months % 12 === 0 ? `${months / 12} years` : `${months} months`;

const counted = (drafts: number, records: number): string =>
  [
    ...(drafts > 0 ? [drafts === 1 ? '1 assessment' : `${drafts} assessments`] : []),
    ...(records > 0 ? [records === 1 ? '1 signed record' : `${records} signed records`] : []),
  ].join(' and ');

/** The sentences about how long a council has assessments and records kept. */
export const retentionStrings = {
  title: 'How long they are kept',
  none: 'Your council has set no time limit. Nothing is deleted here until you delete it.',
  drafts: (months: number) => `An assessment is deleted from this browser ${period(months)} after you last changed it.`,
  records: (months: number) => `A signed record is deleted from this browser ${period(months)} after it was signed.`,
  before: (days: number) =>
    `You are told here and on the start page a month before, and nothing is deleted until you have been told for ${days} days.`,
  soon: (drafts: number, records: number) =>
    `${counted(drafts, records)} will be deleted from this browser within a month, because the council’s time limit ends. Download what you still need.`,
  see: 'See the list',
  gone: (drafts: number, records: number) =>
    `${counted(drafts, records)} past the council’s time limit ${drafts + records === 1 ? 'was' : 'were'} deleted from this browser:`,
  untilDraft: (day: string) => `Kept until ${day}, then deleted. If you change an answer, it is kept for longer.`,
  untilRecord: (day: string) => `Kept until ${day}, then deleted. Download it if it is needed for longer.`,
  item: (name: string, day: string) => `${name}: kept until ${day}`,
} as const;
