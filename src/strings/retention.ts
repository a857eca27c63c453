/** How long something is kept, as people say it. */
const period = (months: number): string =>
  months === 1 ? '1 month' : months > 12 && months % 12 === 0 ? `${months / 12} years` : `${months} months`;

const counted = (count: number, one: string, more = ''): readonly string[] =>
  count === 0 ? [] : [`${count} ${one}${count === 1 ? '' : 's'}${more}`];

/** How many there are of what is deleted whole. */
interface Counts {
  readonly draft: number;
  readonly record: number;
  readonly opened: number;
}

const all = ({ draft, record, opened }: Counts): string => {
  const parts = [
    ...counted(draft, 'assessment'),
    ...counted(record, 'signed record'),
    ...counted(opened, 'document', ' opened and not signed'),
  ];
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter((part) => part !== '').join(' and ');
};

const inDrafts = (count: number): string => counted(count, 'assessment').join('');

/** The sentences about how long a council has assessments, records and the names of people kept. */
export const retentionStrings = {
  title: 'How long they are kept',
  none: 'Your council has set no time limit. Nothing is deleted here until you delete it.',
  drafts: (months: number) =>
    `An assessment is deleted from this browser ${period(months)} after you last changed it, and so is a document that you opened to decide on it or follow it up and did not sign.`,
  names: (months: number) =>
    `The names of people are removed from an assessment ${period(months)} after you last changed it. A signed record keeps them.`,
  records: (months: number) => `A signed record is deleted from this browser ${period(months)} after it was signed.`,
  before: (days: number) =>
    `You are told here and on the start page a month before, and nothing is deleted or removed until you have been told for ${days} days.`,
  soon: (counts: Counts) =>
    `${all(counts)} will be deleted from this browser within a month, because the council’s time limit ends. Download what you still need.`,
  soonNames: (count: number) =>
    `The names of people will be removed from ${inDrafts(count)} within a month, because the council’s time limit for names ends.`,
  see: 'See the list',
  gone: (counts: Counts) =>
    `${all(counts)} past the council’s time limit ${counts.draft + counts.record + counts.opened === 1 ? 'was' : 'were'} deleted from this browser:`,
  goneNames: (count: number) =>
    `The names of people were removed from ${inDrafts(count)}, because the council’s time limit for names has ended:`,
  untilDraft: (day: string) => `Kept until ${day}, then deleted. If you change an answer, it is kept for longer.`,
  untilNames: (day: string) =>
    `The names of people in it are kept until ${day}, then removed. If you change an answer, they are kept for longer.`,
  untilRecord: (day: string) => `Kept until ${day}, then deleted. Download it if it is needed for longer.`,
  item: (name: string, day: string) => `${name}: kept until ${day}`,
  itemNames: (name: string, day: string) => `The names of people in ${name}: kept until ${day}`,
  openedSoon:
    'You opened these to decide on them or follow them up, and signed nothing. They are deleted after the last day:',
  openedUntil: (day: string) => `kept until ${day}`,
  itemOpened: (name: string, day: string) => `${name} (opened, not signed): kept until ${day}`,
  namesGone: (day: string) =>
    `The names of people were removed on ${day}, because the council’s time limit for names had ended.`,
  namesGoneHere: (day: string) => `The names of people were removed from this assessment on ${day}.`,
  namesGoneWhy:
    'The council’s time limit for names had ended. Your other answers are kept. Where a name is needed, you are asked for it again, and until then the answers after it do not count.',
  check: 'Check your answers',
  hide: 'Hide this message',
} as const;
