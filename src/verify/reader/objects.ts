import { fail, type Result, succeed } from '../../base/result';
import { digitsAt, type PdfValue, type Source, standsAt, valueAt } from './value';

export type Dictionary = Extract<PdfValue, { kind: 'dictionary' }>;

/** The objects of a PDF with one revision, found by its one cross-reference table. */
export interface PdfObjects {
  readonly catalog: Dictionary;
  /** The dictionary that a value is, or that it refers to. */
  readonly dictionary: (value: PdfValue | undefined) => Dictionary | undefined;
  /** The stream that a value refers to: its dictionary, and its bytes as they stand. */
  readonly stream: (
    value: PdfValue | undefined,
  ) => { readonly about: Dictionary; readonly data: Uint8Array } | undefined;
}

export type ObjectsCode = 'verify.cross-reference' | 'verify.trailer' | 'verify.catalog';

/** How many values are read of one file: ten times what our largest file needs. */
const valueLimit = 20_000;

const tail = '\n%%EOF';
const startxref = '\nstartxref\n';

/** Where the table begins, by the number before the end of the file, and where the line `startxref` does. */
const tableOf = (bytes: Uint8Array): { readonly at: number; readonly startxref: number } | undefined => {
  const end = bytes.length - tail.length;
  let digits = end;
  while (digits > end - 11 && (bytes[digits - 1] ?? 0) >= 0x30 && (bytes[digits - 1] ?? 0) <= 0x39) digits--;
  const number = digitsAt(bytes, digits);
  const line = digits - startxref.length;
  return number?.end === end && standsAt(bytes, line, startxref) ? { at: number.value, startxref: line } : undefined;
};

const trailerKeys = 'ID Info Root Size';

/**
 * Opens a file by startxref, table and trailer, each of which must stand just where the next says: nothing is searched
 * for, so that nothing in the file can pose as another part of it. Only what is asked for is read.
 */
export const openObjects = (bytes: Uint8Array): Result<PdfObjects, ObjectsCode> => {
  const source: Source = { bytes, left: valueLimit };
  const table = tableOf(bytes);
  const count = table && standsAt(bytes, table.at, 'xref\n0 ') ? digitsAt(bytes, table.at + 7) : undefined;
  if (!table || !count || bytes[count.end] !== 0x0a) return fail('verify.cross-reference', 'xref');
  const entries = count.end + 1;
  const trailerAt = entries + 20 * count.value;
  if (!standsAt(bytes, trailerAt, 'trailer\n')) return fail('verify.cross-reference', 'xref');
  const trailer = valueAt(source, trailerAt + 8);
  if (trailer?.kind !== 'dictionary' || trailer.end !== table.startxref) return fail('verify.trailer', 'trailer');
  const size = trailer.entries.get('Size');
  const keys = [...trailer.entries.keys()].toSorted().join(' ');
  if (keys !== trailerKeys || size?.kind !== 'number' || size.value !== count.value)
    return fail('verify.trailer', 'trailer');

  const objectAt = (id: number): PdfValue | undefined => {
    const entry = entries + 20 * id;
    const offset = id > 0 && id < count.value ? digitsAt(bytes, entry) : undefined;
    const head = `${id} 0 obj\n`;
    if (offset?.end !== entry + 10 || !standsAt(bytes, offset.end, ' 00000 n \n')) return undefined;
    return offset.value < table.at && standsAt(bytes, offset.value, head)
      ? valueAt(source, offset.value + head.length)
      : undefined;
  };
  const dictionary: PdfObjects['dictionary'] = (value) => {
    const found = value?.kind === 'reference' ? objectAt(value.id) : value;
    return found?.kind === 'dictionary' ? found : undefined;
  };
  const catalog = dictionary(trailer.entries.get('Root'));
  if (!catalog) return fail('verify.catalog', 'catalog');
  return succeed({
    catalog,
    dictionary,
    stream: (value) => {
      const about = value?.kind === 'reference' ? dictionary(value) : undefined;
      const length = about?.entries.get('Length');
      if (length?.kind !== 'number' || !about || !standsAt(bytes, about.end, '\nstream\n')) return undefined;
      const from = about.end + 8;
      const to = from + length.value;
      const whole = Number.isSafeInteger(to) && to > from && standsAt(bytes, to, '\nendstream\nendobj\n');
      return whole ? { about, data: bytes.subarray(from, to) } : undefined;
    },
  });
};
