/** The sentences of the page on which a record is read. */
export const readStrings = {
  unknown: {
    title: 'This record is not kept here',
    text: 'Choose its PDF file on the page that checks records, then read it from there.',
    check: 'Check a signed record',
  },
  refused: 'This file cannot be read here',
  why: 'Ask whoever sent the file for the signed original.',
  original: 'This page says what the signed PDF says. The PDF is the signed original: send and keep that one.',
  print: 'Print this page',
  download: 'Download the signed PDF',
  extract: 'Take a public extract',
  extractLead:
    'It holds only what the policy makes public for the register. It is marked COPY and is not signed, so nobody can rely on it in place of the signed PDF.',
  pdf: 'Download the extract as a PDF',
  csv: 'Download the extract as a row for a spreadsheet (CSV)',
  failed: (reason: string) => `The extract could not be made (${reason}).`,
  /** The link to the page. */
  open: 'Read it as a web page, print it, or take a public extract',
} as const;
