/**
 * The closed list of characters that a record may hold: every one has a glyph of its own in the record's font, so none
 * can be dropped, doubled or mistaken for another. Letters of every Latin language that the font covers, all Welsh
 * letters, curly quotes, dashes, fractions and a few signs; no tabs, no-break spaces, invisible or look-alike characters.
 * The list belongs to the record's format: it changes only with a format version.
 */
// prettier-ignore
const ranges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e], [0xa1, 0xac], [0xae, 0xb4], [0xb6, 0x107], [0x10a, 0x113], [0x116, 0x11b], [0x11e, 0x123],
  [0x126, 0x127], [0x12a, 0x12b], [0x12e, 0x133], [0x136, 0x137], [0x139, 0x13e], [0x141, 0x148], [0x150, 0x155],
  [0x158, 0x15b], [0x15e, 0x165], [0x16a, 0x16b], [0x16e, 0x17e], [0x218, 0x21b], [0x1e80, 0x1e85],
  [0x1e9e, 0x1e9e], [0x1ef2, 0x1ef3], [0x2013, 0x2014], [0x2018, 0x201a], [0x201c, 0x201e], [0x2020, 0x2022],
  [0x2026, 0x2026], [0x2030, 0x2030], [0x2039, 0x203a], [0x20ac, 0x20ac], [0x2122, 0x2122], [0x2212, 0x2212],
  [0x2248, 0x2248], [0x2260, 0x2260], [0x2264, 0x2265],
];

/** The ranges of code points on the list, first and last. */
export const allowedRanges = ranges;

export const isAllowed = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return ranges.some(([first, last]) => code >= first && code <= last);
};

/** The distinct characters of a text that a record cannot hold, in order; line breaks count unless `lines` are allowed. */
export const refusedCharacters = (text: string, lines: boolean): readonly string[] => [
  ...new Set(Array.from(text).filter((character) => !isAllowed(character) && !(lines && character === '\n'))),
];

/** Words of common letters and signs with single spaces between: most texts, which have nothing to be put right. */
const plainest = /^[!-~]+(?: [!-~]+)*$/;

/** No text of ours is longer. On some of several megabytes the engine's own stack ends. */
const isPlainest = (text: string): boolean => text.length < 100_000 && plainest.test(text);

/**
 * A text in the one form that records hold: NFC, single spaces, none at either end of a line, no empty lines at either
 * end and never two together. Without `lines`, line breaks are spaces. Hyphens and spaces that look like the common ones
 * are made so; invisible ones are dropped, and the ligatures of pasted text (ﬁ) are taken apart. Characters that are not on the list stay, so that `refusedCharacters` can name them.
 */
export const canonicalText = (text: string, lines: boolean): string => {
  if (isPlainest(text)) return text;
  const plain = text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\ufb00-\ufb04]/g, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-');
  const one = lines ? plain : plain.replaceAll('\n', ' ');
  return one
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
};

/** Whether a text is in that form and holds no other characters: what parsers require of records. */
export const isCanonicalText = (text: string, lines: boolean): boolean =>
  isPlainest(text) || (canonicalText(text, lines) === text && refusedCharacters(text, lines).length === 0);
