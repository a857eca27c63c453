/** The sentences of the guidance screens, which are fetched when a note is first opened. */
export const guidance = {
  title: 'Guidance',
  lead: 'Notes to read before, during and after. You do not need to start an assessment.',
  subjects: 'By subject',
  all: 'Guidance notes',
  none: 'There are no guidance notes.',
  policies: 'Choose a policy',
  sources: 'Sources',
  print: 'Print this note',
  noSuchNote: 'There is no such guidance note',
  noSuchNoteText: 'It may have been renamed or taken out, or the address may have been typed or copied wrongly.',
  noSuchPolicy: 'There is no policy with this guidance',
  close: 'Close',
  fullPage: 'Open this note as a page of its own',
} as const;
