/** The sentences of putting an earlier answer back. */
export const putBackStrings = {
  button: 'Put this answer back',
  ask: (about: string, said: string) => `Put “${said}” back as your answer to “${about}”?`,
  what: 'It counts from now on. Nothing is deleted: the answer that you have now stays in this list.',
  reason: 'Why are you changing this?',
  reasonNeeded: 'Say why you are changing this',
  keep: 'Keep the answer that you have now',
} as const;
