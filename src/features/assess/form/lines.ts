import type { Key } from '../../../policy/answer';
import { inLanguage } from '../../../policy/present';
import { type AskedField, offeredOptions, type Walk } from '../../../policy/walk';
import type { Language } from '../../../policy/text';

/** Fewer questions than this are no list. */
const fewest = 3;
/** The letters of all answers together that have room beside a question. */
const room = 32;

/**
 * The choices of a page that are drawn as lines: three or more that are answered alike, such as yes, partly, no and not
 * sure, in words short enough to stand beside the question.
 */
export const linesOf = (walk: Walk, asked: readonly AskedField[], language: Language): ReadonlySet<Key> => {
  const alike = new Map<string, Key[]>();
  for (const { field, key, row } of asked) {
    if (field.kind !== 'choice' || field.aside) continue;
    const options = offeredOptions(walk, field, row);
    const words = options.map(({ label }) => inLanguage(label, language)).join('|');
    if (words.length <= room && !options.some(({ hint }) => hint)) alike.set(words, [...(alike.get(words) ?? []), key]);
  }
  return new Set([...alike.values()].filter((keys) => keys.length >= fewest).flat());
};
