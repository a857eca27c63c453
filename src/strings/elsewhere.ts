/** What is said while the same assessment is open in two tabs. */
export const elsewhereStrings = {
  title: 'Changed in another tab',
  lead: (count: number) =>
    count === 1
      ? 'An answer was given in another tab or window.'
      : `${count} answers were given in another tab or window.`,
  counts: (about: string, said: string) => `${about}: “${said}” counts now. It was given in the other tab.`,
  later: (about: string, said: string, now: string) =>
    `${about}: “${now}” counts, the later answer. The other tab had given “${said}”.`,
  rule: 'The later answer counts. Both are kept.',
  all: 'All answers given',
  hide: 'Hide this message',
} as const;
