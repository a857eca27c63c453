import { concat, utf8 } from '../base/bytes';
import { type IsoTime, secondsOf, timeOf } from '../base/calendar';
import { compareBytes } from './der-reader';

type Bytes = Uint8Array<ArrayBuffer>;

/** One DER element: tag, length in the fewest bytes, content (ITU-T X.690). Tags below 31 only. */
export const element = (tag: number, ...content: readonly Uint8Array[]): Bytes => {
  const body = concat(...content);
  const size: number[] = [];
  for (let rest = body.length; rest > 0; rest = Math.floor(rest / 256)) size.unshift(rest % 256);
  const head = body.length < 0x80 ? [tag, body.length] : [tag, 0x80 + size.length, ...size];
  return concat(new Uint8Array(head), body);
};

export const sequence = (...content: readonly Uint8Array[]): Bytes => element(0x30, ...content);

/** The members of a SET OF in the order that DER asks for. */
export const inOrder = (members: readonly Uint8Array[]): readonly Uint8Array[] => members.toSorted(compareBytes);

export const setOf = (...members: readonly Uint8Array[]): Bytes => element(0x31, ...inOrder(members));

/** `[n]` around its content, constructed. */
export const tagged = (n: number, ...content: readonly Uint8Array[]): Bytes => element(0xa0 + n, ...content);

/** A whole number of zero or more, given as its bytes, most significant first. */
export const integer = (magnitude: Uint8Array): Bytes => {
  const from = magnitude.findIndex((byte) => byte !== 0);
  const digits = from < 0 ? new Uint8Array(1) : magnitude.subarray(from);
  return element(0x02, (digits[0] ?? 0) >= 0x80 ? new Uint8Array(1) : new Uint8Array(0), digits);
};

export const smallInteger = (value: number): Bytes => integer(new Uint8Array([value]));

export const octetString = (bytes: Uint8Array): Bytes => element(0x04, bytes);

/** A BIT STRING whose last byte has this many unused bits. */
export const bitString = (bytes: Uint8Array, unused = 0): Bytes => element(0x03, new Uint8Array([unused]), bytes);

export const nothing = element(0x05);
export const yes = element(0x01, new Uint8Array([0xff]));

export const utf8String = (text: string): Bytes => element(0x0c, utf8(text));
export const printableString = (text: string): Bytes => element(0x13, utf8(text));

/** An OBJECT IDENTIFIER from its dotted text. */
export const oid = (dotted: string): Bytes => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift(128 + (left % 128));
    return groups;
  });
  return element(0x06, new Uint8Array(bytes));
};

/** A moment as certificates write it: UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280, 4.1.2.5). */
export const time = (moment: IsoTime): Bytes => {
  const digits = timeOf(secondsOf(moment)).slice(0, 19).replace(/[-:T]/g, '');
  return digits < '2050' ? element(0x17, utf8(`${digits.slice(2)}Z`)) : element(0x18, utf8(`${digits}Z`));
};
