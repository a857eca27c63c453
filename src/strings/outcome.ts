/** The sentences of the outcome page. */
export const outcomeStrings = {
  caption: 'Recommendation',
  recommendationOnly: 'This is a recommendation. It is not approval to sign, spend or share data.',
  contradictions: 'Answers that do not fit together',
  why: 'Why this is recommended',
  whyAnswers: 'It rests on these answers:',
  whyAnswer: 'It rests on this answer:',
  whyLast: 'This is recommended where there is no reason for anything else. There is none.',
  alsoHold: 'Your answers fit these rules too, but the one above comes first:',
  passedOver: (count: number) =>
    count === 1 ? 'The other reason, which does not apply' : `The ${count} other reasons, none of which applies`,
  wouldGive: (outcome: string) => `On its own it would mean “${outcome}”.`,
  change: 'Change',
  notAnswered: 'Not answered',
  conditions: 'Conditions',
  noConditions: 'No conditions go with this recommendation.',
  number: 'Number',
  condition: 'Condition',
  conditionsCount: (count: number) =>
    count === 1 ? 'One condition goes with it, below.' : `${count} conditions go with it, below.`,
  /** An answer that raises a condition. */
  answered: (question: string, answer: string) => `${question} ${answer.slice(0, 80)}${answer.length > 80 ? '…' : ''}`,
  whoToAsk: 'Who to ask',
  explain: 'Show the answers behind the conditions',
  brief: 'Hide the answers behind the conditions',
  owner: 'Who',
  byDay: (day: string) => `By ${day}`,
  decides: 'Who decides',
  because: (reasons: readonly string[]) => `Why they decide: ${reasons.join(' ')}`,
  separation: 'Whoever decides must be someone other than you.',
  next: 'What to do next',
  tell: 'Who to tell',
  register: 'The register',
  details: 'At a glance',
  /** What the record has on its first page, which an officer has just answered. */
  showDetails: (count: number) =>
    count === 1 ? 'See what the record begins with' : `See the ${count} lines that the record begins with`,
  implications: 'What it means for the council',
  /** The numbers of the conditions that stand further up. */
  implied: (numbers: readonly number[]) =>
    numbers.length === 1
      ? `See condition ${numbers[0]} above.`
      : `See conditions ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)} above.`,
  showImplications: (count: number) =>
    count === 1 ? 'Read it under one heading' : `Read it under the ${count} headings of a report`,
  nothing: 'No question was asked and no condition is set under this heading.',
  dates: 'Dates',
  showDates: (count: number) => (count === 1 ? 'See the date' : `See the ${count} dates`),
  noDates: 'No dates go with this recommendation.',
  date: 'Date',
  what: 'What',
  calendar: 'Download the dates for your calendar',
  calendarHint: 'A calendar file (.ics), which calendar programs open. It has the dates above and nothing else.',
  links: 'Go to',
  gaps: 'See what stands in the way, and change it when you know more',
  answers: 'Check or change your answers',
  ask: 'Who to ask for what is missing',
  sign: 'Sign the record',
  /** Of a record that an auditor answers again. */
  own: 'What your answers come to',
  ownLead: 'This is your own result. You have not yet seen the record’s.',
  ownSeen: 'This is your own result. What you have changed since you saw the record does not count.',
  toCompare: 'Go on to the comparison',
  noSignature: 'Nothing has to be signed. You may sign a record to keep if you wish.',
} as const;

/** The sentences of "What would change this?". */
export const alternativeStrings = {
  title: 'What would change this?',
  lead: 'These are single answers. Change one only if it is wrong.',
  working: 'Trying other answers…',
  done: (count: number) =>
    count === 0
      ? 'Done. No other answer to a single question would lead to something else at once.'
      : 'Done. These answers would lead to something else at once:',
  leadsTo: (outcome: string, count: number) => `${outcome} (${count === 1 ? '1 answer' : `${count} answers`})`,
  /** Of one outcome, what comes after the first few. */
  others: (count: number) => (count === 1 ? 'See 1 more answer' : `See ${count} more answers`),
  opens: (count: number) => `${count === 1 ? '1 answer' : `${count} answers`} that would bring more questions first`,
  opensWhy: 'What these would lead to depends on answers that have not been given.',
  now: 'Now',
  instead: 'If instead',
  with: (item: string) => `“${item}” as well`,
  without: (item: string) => `without “${item}”`,
  only: (item: string) => `only “${item}”`,
} as const;
