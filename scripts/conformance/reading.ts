const months = 'January|February|March|April|May|June|July|August|September|October|November|December';

/**
 * What `pdfinfo -struct-text` reads, in the form of the golden texts: hashes and dates left out, since keys and times are
 * new in each run. Every word, every space and every element stays, so words that are lost, doubled or run together show.
 */
export const readingOf = (structText: string): string =>
  structText
    .replace(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g, '<hash>')
    .replace(new RegExp(`\\b\\d{1,2} (?:${months}) \\d{4}\\b`, 'g'), '<date>')
    .replace(/\b\d\d:\d\d(?::\d\d)?\b/g, '<time>')
    .replace(/[ \t]+$/gm, '');
