import type { Remaining } from '../policy/remaining';

/** How many pages are left, in words: exactly, or within which bounds. */
export const pagesLeft = ({ least, most, different }: Remaining): string => {
  if (least === most) return String(most);
  return least * 2 < different ? `up to ${different}` : `${least} to ${Math.max(different, least + 1)}`;
};

/** What that number rests on. */
export const leftDepends = ({ least, most }: Remaining): string =>
  least === most ? '.' : ', depending on your answers.';

/** The sentences of the questions. */
export const walkStrings = {
  next: 'Continue',
  sections: 'All sections',
  note: 'Add a note or evidence',
  noteLabel: 'Evidence or notes',
  noteHint: 'Printed in the record. Do not name people who do not need to be named.',
  why: 'Why we ask',
  sources: 'Sources',
  guidance: (title: string) => `Guidance: ${title}`,
  who: (role: string) => `If you do not know, ask: ${role}`,
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
  aside: (labels: readonly string[]) => `You can also add: ${labels.join('; ')}`,
  sourceNeeded: 'Say how you know it now',
  reasonNeeded: 'Say why you are changing this',
  after: (left: Remaining) =>
    left.most === 0
      ? 'This is the last page of questions.'
      : `After this page: ${pagesLeft(left)} more${leftDepends(left)}`,
  offered: 'This was the answer in the earlier record. Check that it is still right.',
  carried: 'This comes from an earlier answer. Check that it is still right.',
} as const;
