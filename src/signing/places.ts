import { concat, equalBytes, utf8 } from '../base/bytes';
import { fail, type Result, succeed } from '../base/result';

/**
 * A PDF with one signature, and where it is written: the offsets of the `[` of /ByteRange and of the `<` of /Contents.
 * They come from whoever wrote the file, never from a search, which an officer's words could mislead.
 */
export interface Places {
  readonly bytes: Uint8Array;
  readonly byteRangeAt: number;
  readonly contentsAt: number;
}

/** How many bytes a signature may take: a plain one fits in the first, one with a timestamp in the second. */
export const signatureSizes = [8192, 16384] as const;

/** The /ByteRange that a renderer writes: digits of one width, so that signing moves nothing. */
export const emptyByteRange = '[0 0000000000 0000000000 0000000000]';

const ten = (value: number): string => String(value).padStart(10, '0');

const byteRange = ({ bytes, contentsAt }: Places, end: number): string =>
  `[0 ${ten(contentsAt)} ${ten(end)} ${ten(bytes.length - end)}]`;

export type PlacesCode = 'signature.places';

/** Where the hexadecimal digits of /Contents begin and end, and how many bytes they stand for. */
interface Gap {
  readonly size: number;
  /** Just after the `>`. */
  readonly end: number;
}

/** The gap of /Contents, or a failure where the offsets do not point at a signature of one of the two sizes. */
const gapAt = (places: Places): Result<Gap, PlacesCode> => {
  const { bytes, byteRangeAt, contentsAt } = places;
  const size = signatureSizes.find((bytesOfIt) => bytes[contentsAt + 1 + 2 * bytesOfIt] === 0x3e);
  const whole = [byteRangeAt, contentsAt].every(Number.isSafeInteger) && byteRangeAt >= 0;
  const apart = byteRangeAt + emptyByteRange.length <= contentsAt;
  if (size === undefined || !whole || !apart || bytes[contentsAt] !== 0x3c) return fail('signature.places', 'pdf');
  return succeed({ size, end: contentsAt + 2 + 2 * size });
};

const nibble = (code: number): number =>
  code >= 0x30 && code <= 0x39 ? code - 0x30 : code >= 0x61 && code <= 0x66 ? code - 0x57 : -1;

/** The bytes of lower-case hexadecimal digits; undefined for anything else. */
const fromHex = (digits: Uint8Array): Uint8Array<ArrayBuffer> | undefined => {
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at++) {
    const [high, low] = [nibble(digits[2 * at] ?? 0), nibble(digits[2 * at + 1] ?? 0)];
    if (high < 0 || low < 0) return undefined;
    bytes[at] = high * 16 + low;
  }
  return bytes;
};

export interface Opened {
  /** Every byte of the file but /Contents with its brackets, as they will be or are signed. */
  readonly signed: Uint8Array<ArrayBuffer>;
  /** What /Contents holds: 8 or 16 KiB. */
  readonly contents: Uint8Array<ArrayBuffer>;
  /** The file's /ByteRange says just what it should. */
  readonly covers: boolean;
}

/** Reads the signature of a file at its places. Fails (`signature.places`) where there is none of our form. */
export const openPlaces = (places: Places): Result<Opened, PlacesCode> => {
  const { bytes, byteRangeAt, contentsAt } = places;
  const gap = gapAt(places);
  if (!gap.ok) return gap;
  const contents = fromHex(bytes.subarray(contentsAt + 1, gap.value.end - 1));
  if (!contents) return fail('signature.places', 'pdf');
  const written = bytes.subarray(byteRangeAt, byteRangeAt + emptyByteRange.length);
  return succeed({
    signed: concat(bytes.subarray(0, contentsAt), bytes.subarray(gap.value.end)),
    contents,
    covers: equalBytes(written, utf8(byteRange(places, gap.value.end))),
  });
};

/** A copy of the file with its /ByteRange filled in. Fails unless both places are still empty. */
export const fillByteRange = (places: Places): Result<Uint8Array<ArrayBuffer>, PlacesCode> => {
  const { byteRangeAt } = places;
  const gap = gapAt(places);
  const opened = openPlaces(places);
  const written = places.bytes.subarray(byteRangeAt, byteRangeAt + emptyByteRange.length);
  const empty = opened.ok && opened.value.contents.every((byte) => byte === 0);
  if (!gap.ok || !empty || !equalBytes(written, utf8(emptyByteRange))) return fail('signature.places', 'pdf');
  const bytes = new Uint8Array(places.bytes);
  bytes.set(utf8(byteRange(places, gap.value.end)), byteRangeAt);
  return succeed(bytes);
};
