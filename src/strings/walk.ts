/** The sentences of the questions. */
export const walkStrings = {
  next: 'Continue',
  sections: 'All sections',
  note: 'Add a note or evidence',
  noteLabel: 'Evidence or notes',
  noteHint: 'Printed in the record. Do not name people who do not need to be named.',
  help: (why: boolean, guidance: boolean) =>
    why && guidance ? 'Why we ask, and guidance' : why ? 'Why we ask' : 'Guidance',
  sources: 'Sources',
  guidance: (title: string) => `Guidance: ${title}`,
  who: (role: string) => `Ask: ${role}`,
  optional: (label: string) => `${label} (optional)`,
  recall: 'What you have already said',
  think: 'Things to think about',
  caption: (section: string, part: { readonly one: string; readonly at: number; readonly of: number } | undefined) =>
    part ? `${section}: ${part.one} ${part.at} of ${part.of}` : section,
  saved: 'Saved',
  saving: 'Saving…',
  notSaved: 'Not saved',
  choose: 'Choose one',
  add: (what: string) => `Add another ${what}`,
  addFirst: (what: string) => `Add a ${what}`,
  pending: 'We kept what you were typing when this page was closed. Check it and continue.',
  confirmed: 'What you have confirmed on this page',
  aside: (labels: readonly string[]) =>
    `You can also add: ${labels.map((label) => label.replace(/\?$/u, '')).join('; ')}`,
  sourceNeeded: 'Say how you know it now',
  reasonNeeded: 'Say why you are changing this',
  offered: 'This was the answer in the earlier record. Check that it is still right.',
  carried: 'This comes from an earlier answer. Check that it is still right.',
} as const;
