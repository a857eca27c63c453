import { fail, type Result, succeed } from '../base/result';

/** One element of DER (ITU-T X.690): `raw` is all of it, `content` what its length counts. */
export interface Der {
  readonly tag: number;
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly content: Uint8Array<ArrayBuffer>;
  /** What a constructed element holds; nothing for a primitive one. */
  readonly children: readonly Der[];
}

export type DerCode = 'der.malformed';

/** A CMS with a timestamp inside is about 20 levels deep; input that is deeper means harm. */
const depthLimit = 32;

/** Ascending by bytes, a shorter prefix first: the order of a SET OF (X.690, 11.6). */
export const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};

const sorted = (children: readonly Der[]): boolean =>
  children.every((child, index) => {
    const before = children[index - 1];
    return before === undefined || compareBytes(before.raw, child.raw) <= 0;
  });

/** What X.690 asks of the content of the universal types that we meet. */
const wellFormed = (tag: number, content: Uint8Array, children: readonly Der[]): boolean => {
  const [first = 0, second = 0] = content;
  const last = content.at(-1) ?? 0;
  switch (tag) {
    case 0x01: // BOOLEAN
      return content.length === 1 && (first === 0 || first === 0xff);
    case 0x02: // INTEGER, in the fewest bytes
      return (
        content.length === 1 || (content.length > 1 && !((first === 0 || first === 0xff) && first >> 7 === second >> 7))
      );
    case 0x03: // BIT STRING, with its unused bits zero
      return content.length > 1 ? first < 8 && (last & ((1 << first) - 1)) === 0 : content.length === 1 && first === 0;
    case 0x05: // NULL
      return content.length === 0;
    case 0x06: // OBJECT IDENTIFIER, every arc in the fewest bytes
      return (
        content.length > 0 &&
        last < 0x80 &&
        content.every((byte, at) => byte !== 0x80 || (content[at - 1] ?? 0) >= 0x80)
      );
    case 0x30: // SEQUENCE
      return true;
    case 0x31: // SET OF
      return sorted(children);
    default: // other universal types are primitive strings and times; other classes hold anything
      return tag >= 0x40 || (tag > 0x01 && tag < 0x1f && tag !== 0x10 && tag !== 0x11);
  }
};

const read = (bytes: Uint8Array<ArrayBuffer>, depth: number): Der | undefined => {
  const [tag = 0x1f, short = 0xff] = bytes;
  if ((tag & 0x1f) === 0x1f || depth > depthLimit) return undefined;
  let length = short;
  let start = 2;
  if (short >= 0x80) {
    const count = short - 0x80;
    if (count < 1 || count > 4) return undefined;
    length = bytes.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
    start = 2 + count;
    if (length < 0x80 || length < 256 ** (count - 1)) return undefined;
  }
  const end = start + length;
  if (end > bytes.length) return undefined;
  const content = bytes.subarray(start, end);
  const children: Der[] = [];
  if ((tag & 0x20) !== 0) {
    for (let at = 0; at < content.length;) {
      const child = read(content.subarray(at), depth + 1);
      if (!child) return undefined;
      children.push(child);
      at += child.raw.length;
    }
  }
  return wellFormed(tag, content, children) ? { tag, raw: bytes.subarray(0, end), content, children } : undefined;
};

/**
 * The one DER element that these bytes are, nothing after it; strict, so that writing it again gives the same bytes.
 * At most 32 levels deep; tags above 30 are not understood.
 */
export const readDer = (bytes: Uint8Array, place: string): Result<Der, DerCode> => {
  const element = read(new Uint8Array(bytes), 0);
  return element && element.raw.length === bytes.length ? succeed(element) : fail('der.malformed', place);
};

/** The dotted text of an OBJECT IDENTIFIER; empty for any other element. */
export const oidOf = (element: Der | undefined): string => {
  if (element?.tag !== 0x06) return '';
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const byte of element.content) {
    arc = arc * 128n + BigInt(byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [first = 0n, ...rest] = arcs;
  const root = first < 80n ? first / 40n : 2n;
  return [root, first - root * 40n, ...rest].join('.');
};

/** The content of an element that must have this tag, or undefined. */
export const contentOf = (element: Der | undefined, tag: number): Uint8Array<ArrayBuffer> | undefined =>
  element?.tag === tag ? element.content : undefined;
