/** The sentences of the page on which the answers of an earlier record are confirmed. */
export const stillTrueStrings = {
  title: 'Is this still true?',
  lead: 'These answers stand in the earlier record. Tick each one that is still true today. What you do not tick opens as a question next.',
  none: 'Nothing counts until you confirm it.',
  still: 'Still true',
  change: 'Change',
  section: 'All of this section is still true',
  ticked: (count: number, of: number) => `${count} of ${of} ticked`,
  next: 'Continue',
  reopenLead: 'You have answered what stood in the way. Everything else is as it was in the earlier record.',
  everything: 'Everything else is still true',
  list: (count: number) => (count === 1 ? 'Show the one other answer' : `Show the ${count} other answers`),
  byOne: 'Go through them one by one',
} as const;

/** The sentences of the page that shows what stands in the way of a decision. */
export const gapsStrings = {
  title: 'What stands in the way',
  lead: 'These answers led to the recommendation. Change them when you know more: all your other answers stay as they are.',
  later: 'You can close this page. Come back to the assessment from the start page.',
  none: 'Nothing stands in the way of a decision.',
  unsure: 'Not known yet',
  change: 'Change',
  back: 'Back to the recommendation',
} as const;
