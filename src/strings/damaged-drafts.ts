/** What is said of drafts that cannot be read. Fetched when there is one. */
export const damagedDrafts = {
  title: (count: number) =>
    count === 1
      ? 'One draft on this device cannot be read. It is kept as it is, and your other drafts are not affected.'
      : `${count} drafts on this device cannot be read. They are kept as they are, and your other drafts are not affected.`,
  todo: (count: number) =>
    `Do not clear this browser’s data. Ask whoever runs this site for help, and give them this ${count === 1 ? 'number' : 'list of numbers'}:`,
} as const;
