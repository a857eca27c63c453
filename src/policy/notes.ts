import type { Note, Policy } from './schema';
import type { Text } from './text';

/** The notes of one stage, or those about subjects, which have no title of their own. */
export interface NoteGroup {
  readonly title?: Text;
  readonly notes: readonly Note[];
}

/** A policy's notes as they are listed: stage by stage, then those about subjects. Empty groups are left out. */
export const noteGroups = ({ stages, guidance }: Pick<Policy, 'stages' | 'guidance'>): readonly NoteGroup[] =>
  [
    ...stages.map(({ id, title }) => ({ title, notes: guidance.filter((note) => note.stage === id) })),
    { notes: guidance.filter((note) => note.stage === undefined) },
  ].filter((group) => group.notes.length > 0);

/** The words of a source and, where they hold an address, that address by itself. */
export const sourceParts = (text: string): { readonly words: string; readonly href?: string } => {
  const found = /[\s:,]*\(?(https:\/\/[^\s"'<>()]*[^\s"'<>().,;:])\)?/.exec(text);
  const href = found?.[1];
  if (!found || href === undefined) return { words: text };
  const words = `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`.trim();
  return { words: /\w/.test(words) ? words : href, href };
};
