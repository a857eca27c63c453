const files = (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`;
const records = (count: number): string => `${count} ${count === 1 ? 'record' : 'records'}`;
const someOf = (count: number): string => (count === 0 ? 'none' : String(count));
const is = (count: number): string => (count === 1 ? 'is' : 'are');

/** The sentences of the page that draws together what many records say. */
export const overviewStrings = {
  title: 'Overview of the checked records',
  link: 'Draw an overview of these records',
  empty: 'There is nothing to draw yet. Check a folder of signed records first. This page is drawn from what is found.',
  nothing: 'None of the checked files holds a record that you can rely on.',
  toFolder: 'Check many records or a folder',
  back: 'Back to the list of files',
  lead: (counted: number, checked: number, day: string) =>
    `${records(counted)}, each the latest about its subject, drawn from ${files(checked)}. As of ${day}.`,
  stopped: (done: number, all: number) =>
    `You stopped the check after ${done} of ${files(all)}. The others are not on this page.`,
  leftOut: 'What is left out',
  leftOutNone: 'No file is left out.',
  reasons: {
    refused: (count: number) => `${files(count)} refused. Do not rely on ${count === 1 ? 'it' : 'them'}`,
    unknown: (count: number) => `${files(count)} not checked in full`,
    practice: (count: number) => `${files(count)} for practice`,
    nothing: (count: number) =>
      `${files(count)} that only ${count === 1 ? 'names' : 'name'} a record, such as an entry in the register`,
    duplicate: (count: number) => `${files(count)} with a document that another file holds too`,
    superseded: (count: number) => `${files(count)} about a record of which there is a later one`,
    earlier: (count: number) => `${files(count)} from an earlier assessment of the same subject`,
  },
  joined: (count: number) =>
    `${files(count)} ${count === 1 ? 'says' : 'say'} more about a record that is counted once: what any of them says is met counts as met.`,
  passedOver: (count: number) => `${files(count)} that ${is(count)} no PDF`,
  sameNames: (names: readonly string[]) =>
    `These names stand for more than one subject. Look whether they are the same, since then they are counted twice: ${names.join('; ')}.`,
  day: 'Day on which it is drawn',
  dayHint: 'What is due before this day is overdue.',
  draw: 'Draw for this day',
  dayWrong: 'Enter a real day, such as 27 11 2026',
  print: 'Print',
  csv: 'Save as a spreadsheet (CSV)',
  part: (count: number) => `${records(count)}.`,
  refused: (count: number) =>
    `${records(count)} ${is(count)} about something that was refused. ${count === 1 ? 'It is' : 'They are'} counted by recommendation and decision only.`,
  unmarked: (count: number) =>
    `${records(count)} ${count === 1 ? 'follows' : 'follow'} a version of the policy that does not say what belongs on this page. ${count === 1 ? 'It is' : 'They are'} counted under conditions, recommendation and decision only.`,
  notTold: (count: number) => `Not told by ${records(count)}, whose version of the policy does not have this.`,
  amountUnknown: (count: number) =>
    `${records(count)} ${count === 1 ? 'belongs' : 'belong'} here and ${count === 1 ? 'does' : 'do'} not say how much.`,
  none: 'None.',
  conditions: 'Open conditions',
  conditionsLead: (open: number, overdue: number) => `${open} open, ${someOf(overdue)} of them overdue.`,
  dueLead: (all: number, overdue: number) =>
    all === 1
      ? `1 record, ${overdue === 1 ? '' : 'not '}overdue.`
      : `${records(all)}, ${someOf(overdue)} of them overdue.`,
  overdue: 'Overdue',
  past: 'past',
  noDay: 'No date',
  notKnown: 'Not known',
  total: 'Total',
  chart: 'Chart',
  name: 'Name',
  when: 'Due',
  owner: 'Who',
  what: 'What',
  byWhen: 'By when',
  number: 'Records',
  openNumber: 'Open',
  month: 'Month',
  quarter: 'Quarter',
  outcomes: 'Recommendations',
  outcome: 'Recommendation',
  decisions: 'Decisions',
  decision: 'Decision',
  decided: {
    approve: 'Approved',
    'approve-changed': 'Approved with changed conditions',
    refer: 'Referred',
    refuse: 'Refused',
    none: 'No decision among these files',
  } as Readonly<Record<string, string>>,
  signed: (reference: string, signer: string) => `${reference}, signed by ${signer}`,
  shown: (shown: number, all: number) => `${shown} of ${all} shown. All are printed and saved.`,
  more: 'Show 500 more',
  moreOf: (title: string) => ` of ${title}`,
  columns: [
    'Policy',
    'Table',
    'Name',
    'Reference',
    'What',
    'Who or group',
    'Due',
    'State',
    'Number',
    'Counted in',
    'Besides',
  ],
  open: 'Open',
  counted: 'Records counted',
} as const;
