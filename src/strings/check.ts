/** The sentences of the list of answers and of their history. */
export const checkStrings = {
  title: 'Check your answers',
  change: 'Change',
  none: 'Not answered',
  /** A section whose answers are folded away: how many there are, and how many of them are not known. */
  folded: ({ given, unsure }: { readonly given: number; readonly unsure: number }) =>
    `See and change ${given === 1 ? 'this answer' : `these ${given} answers`}${
      unsure === 0 ? '' : ` (${unsure} ${unsure === 1 ? 'is' : 'are'} “I’m not sure”)`
    }`,
  lead: 'You need not open anything here. Change an answer only if it is wrong.',
  confirmed: 'Confirmed from the earlier record',
  notes: 'Notes',
  next: 'Continue to the recommendation',
  unfinished: 'Some questions are still to be answered.',
  carryOn: 'Answer the next question',
  ask: 'Who to ask for what is missing',
  notSure: 'Answers you are not sure of',
  setAside: 'Answers that do not count at the moment',
  setAsideWhy:
    'They belong to questions that your other answers no longer lead to. They are kept, and come back if you change back.',
} as const;

export const historyStrings = {
  title: 'Every answer given',
  link: 'See every answer given',
  lead: 'All of this is printed in the record’s audit trail. If you typed something that should not be there, such as a person’s name, you can withdraw the words before you sign. That cannot be undone.',
  columns: ['When', 'Question', 'Answer', 'Change'],
  cleared: 'Cleared',
  withdrawn: 'Withdrawn',
  colleague: 'given by somebody else',
  replaced: 'replaced later',
  reason: (text: string) => `Reason for the change: ${text}`,
  withdraw: 'Withdraw the words',
  ask: (text: string) =>
    `Withdraw “${text}”? The words are removed for good. The record will say that something was withdrawn.`,
  keep: 'Keep them',
} as const;
