/** The sentences of practice mode. */
export const practiceStrings = {
  word: 'PRACTICE',
  says: 'This decides nothing.',
  read: 'Read the example',
  close: 'Close the example',
  title: 'Practise with an example',
  lead: 'Answer the questions for an invented case, to see how it works before you need it.',
  rules: [
    'It decides nothing. Every page says PRACTICE, and so does every page of the record.',
    'You can open the example beside every question. Your place is kept.',
    'Its record is signed with a key that is thrown away. It is never sent to the register.',
    'It is kept apart from your real assessments. Delete it whenever you like.',
  ],
  example: 'The example',
  begin: 'Begin practice',
} as const;
