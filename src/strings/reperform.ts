/** What is said on every screen of a record that an auditor answers again. */
export const reperformStrings = {
  word: 'REPERFORMANCE',
  says: 'You answer somebody else’s record again. None of its answers are shown.',
  evidenceLink: 'The record’s evidence, and how far you are',
} as const;
