/** What is said where an answer is changed. */
export const changeStrings = {
  setAside: (count: number) =>
    count === 1
      ? 'If you continue, one later answer will no longer count.'
      : `If you continue, ${count} later answers will no longer count.`,
  which: 'Which answers they are',
  kept: 'Nothing is lost: what does not count is kept, and comes back if you change back.',
  waiting: (count: number) =>
    count === 1
      ? 'One later answer waits until you have answered the new questions.'
      : `${count} later answers wait until you have answered the new questions.`,
  reason: 'Why are you changing this?',
  source: 'How do you know it now?',
  sourceHint: 'You were not sure when you saw the recommendation. The record says who told you, or where you found it.',
  reasonHint: 'You have seen a recommendation already, so the record says what was changed after it, and why.',
} as const;
