/** The words of a public extract. */
export const extractWords = {
  mark: (practice: boolean) => (practice ? 'PRACTICE COPY' : 'COPY'),
  title: (mark: string, reference: string) => `${mark}: public extract of the record ${reference}`,
  subject: 'Public extract of a signed record: a copy, not signed',
  practice: 'PRACTICE: the record was made for practice. It decides nothing.',
  lead: (mark: string) =>
    `This is a ${mark}, and it is not signed. It holds only what the policy makes public for the register.`,
  original: (council: string) => `The signed original is kept by the council: ${council}.`,
  footer: (mark: string, council: string) => `${mark}. The signed original is kept by the council: ${council}.`,
  recordId: (id: string) => `Record ${id}`,
  reference: 'Reference',
  id: 'Record id',
  fields: 'What is public',
  none: 'No field that is public has a value.',
  csv: { mark: 'Mark', original: 'Signed original' },
} as const;
