import { fromLatin1, latin1 } from '../verify/forge';

export interface Damage {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Places from the first on, evenly, and no two the same. */
const evenly = (from: number, to: number, count: number): readonly number[] => [
  ...new Set(Array.from({ length: count }, (_, index) => from + Math.floor(((to - from) * (index + 1)) / (count + 1)))),
];

/** The place of a part that must be there. */
const placeOf = (text: string, part: string | RegExp): number => {
  const found = text.search(part);
  if (found < 0) throw new Error(`no ${part}`);
  return found;
};

/** Spaces in place of what lies between, so that nothing else moves. */
const blanked = (text: string, from: number, to: number): string =>
  text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);

const objectBlanked = (text: string, dictionary: RegExp): string => {
  const inside = placeOf(text, dictionary);
  const from = text.lastIndexOf(' 0 obj', inside);
  return blanked(text, text.lastIndexOf('\n', from) + 1, text.indexOf('endobj', from) + 'endobj'.length);
};

/** The first page is object 3, and what is drawn on it object 4. */
const firstPage = /(?<=\n)3 0 obj/;
const firstPageDrawn = /(?<=\n)4 0 obj/;

const cuts = (text: string): readonly (readonly [string, string])[] => {
  const attached = placeOf(text, '/Type /EmbeddedFile');
  const ends = [...text.matchAll(/endobj\n/g)].map(({ index }) => index + 'endobj\n'.length);
  const inside = ends.find((end) => end > placeOf(text, '/Subtype /application#2Fpdf')) ?? text.length;
  const after = ends.filter((end) => end > attached);
  const places: readonly (readonly [string, number])[] = [
    ['just after the enclosed file', inside],
    ['in the enclosed file', inside - 1000],
    ...after.slice(0, 4).map((end, index) => [`after object ${index + 1} from the first attachment on`, end] as const),
    ...evenly(0, text.length, 12).map((end) => [`after ${Math.round((end / text.length) * 100)} %`, end] as const),
    ['before the cross-reference table', placeOf(text, /\nxref\n/) + 1],
    ['in the cross-reference table', placeOf(text, /\nxref\n/) + 200],
    ['before the trailer', placeOf(text, /\ntrailer\n/) + 1],
    ['before its end', text.length - 6],
  ];
  return places.map(([name, end]) => [`cut ${name}`, text.slice(0, end)] as const);
};

/** The entries of the cross-reference table, each by what it is made of. */
const entries = (text: string, change: (at: string, index: number) => string): string => {
  let index = 0;
  return text.replace(/(?<=\n)\d{10}(?= 00000 n)/g, (at) => change(at, index++));
};

const tables = (text: string): readonly (readonly [string, string])[] => {
  const page = `${placeOf(text, firstPage)}`.padStart(10, '0');
  const second = `${placeOf(text, /(?<=\n)5 0 obj/)}`.padStart(10, '0');
  return [
    ['startxref that points at nothing', text.replace(/startxref\n\d+/, 'startxref\n17')],
    ['startxref 0', text.replace(/startxref\n\d+/, 'startxref\n0')],
    ['startxref beyond the end', text.replace(/startxref\n\d+/, `startxref\n${text.length + 99}`)],
    ['startxref into the enclosed file', text.replace(/startxref\n\d+/, `startxref\n${enclosedAt(text) + 500}`)],
    ['no startxref', text.replace(/startxref\n\d+\n/, '')],
    ['no cross-reference table', text.replace(/\nxref\n/, '\nxxxx\n')],
    ['no trailer', text.replace(/\ntrailer\n/, '\nxxxxxxx\n')],
    ['every entry a byte late', entries(text, (at) => `${Number(at) + 1}`.padStart(10, '0'))],
    ['every entry nought', entries(text, () => '0'.repeat(10))],
    ['every entry into the enclosed file', entries(text, () => `${enclosedAt(text) + 500}`.padStart(10, '0'))],
    ['every other entry nought', entries(text, (at, index) => (index % 2 ? at : '0'.repeat(10)))],
    ['every entry marked free', text.replace(/(?<=\n\d{10} 00000 )n/g, 'f')],
    ['the first page’s entry that of the second', entries(text, (at) => (at === page ? second : at))],
  ];
};

const enclosedAt = (text: string): number => placeOf(text, '/Subtype /application#2Fpdf');

const blanks = (text: string): readonly (readonly [string, string])[] => [
  ['the first page blanked', objectBlanked(text, firstPage)],
  ['what is drawn on the first page blanked', objectBlanked(text, firstPageDrawn)],
  ['the tree of pages blanked', objectBlanked(text, /\/Type \/Pages\b/)],
  ['the catalog blanked', objectBlanked(text, /\/Type \/Catalog\b/)],
  ['the decision’s data blanked', objectBlanked(text, /\/Subtype \/application#2Fjson/)],
];

/** Line endings as a mail gateway or an upload in text mode leaves them. */
const converted = (text: string, cut: string): readonly (readonly [string, string])[] => [
  ['CRLF-converted', text.replace(/\n/g, '\r\n')],
  ['LF turned into CR', text.replace(/\n/g, '\r')],
  ['lines run together', text.replace(/\n/g, ' ')],
  ['cut just after the enclosed file and CRLF-converted', cut.replace(/\n/g, '\r\n')],
  ['with its first 1,024 bytes gone', text.slice(1024)],
];

/**
 * A document that encloses another, damaged in the ways that make a reader look for another end, another table, another
 * page or another line ending.
 */
export const damagesOf = (bytes: Uint8Array): readonly Damage[] => {
  const text = latin1(bytes);
  const cut = cuts(text);
  return [...cut, ...converted(text, cut[0]?.[1] ?? ''), ...tables(text), ...blanks(text)].map(([name, changed]) => {
    if (changed === text) throw new Error(`${name}: nothing was damaged`);
    return { name, bytes: fromLatin1(changed) };
  });
};

/** Words that stand at the end of a record, and words of the decision that every page of it bears. */
export const ofRecord = 'Audit trail';
export const ofDecision = 'Refused';

/** Whether what a viewer shows is the record and nothing of the decision on it. */
export const showsRecordAlone = (shown: string): boolean => {
  const plain = shown.replace(/\s+/g, ' ');
  return plain.includes(ofRecord) && !plain.includes(ofDecision);
};
