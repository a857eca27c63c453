import { concat } from '../base/bytes';
import type { Der } from './der-reader';
import { element } from './der-writer';

/** Deep enough for a PKCS#12 file; input that is deeper means harm. */
const depthLimit = 32;

/** What has been read, and where the next element begins. */
interface Read {
  readonly node: Der;
  readonly end: number;
}

const nodeOf = (tag: number, children: readonly Der[], content: Uint8Array): Der => {
  const body = (tag & 0x20) === 0 ? new Uint8Array(content) : concat(...children.map(({ raw }) => raw));
  return { tag, raw: element(tag, body), content: body, children };
};

/** An octet string in pieces, as one. Pieces may be in pieces. */
const joined = (children: readonly Der[]): Uint8Array<ArrayBuffer> =>
  concat(...children.map(({ tag, content }) => (tag === 0x04 ? content : new Uint8Array())));

const read = (bytes: Uint8Array, at: number, depth: number): Read | undefined => {
  const [tag = 0x1f, short = 0xff] = bytes.subarray(at, at + 2);
  if ((tag & 0x1f) === 0x1f || depth > depthLimit) return undefined;
  const count = short > 0x80 ? short - 0x80 : 0;
  if (count > 4) return undefined;
  const start = at + 2 + count;
  const length = count === 0 ? short : bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  const endless = short === 0x80;
  const end = endless ? bytes.length : start + length;
  if (end > bytes.length || start > bytes.length || (endless && (tag & 0x20) === 0)) return undefined;
  if ((tag & 0x20) === 0) return { node: nodeOf(tag, [], bytes.subarray(start, end)), end };
  const children: Der[] = [];
  let next = start;
  while (next < end) {
    if (endless && bytes[next] === 0 && bytes[next + 1] === 0) break;
    const child = read(bytes, next, depth + 1);
    if (!child || child.end > end) return undefined;
    children.push(child.node);
    next = child.end;
  }
  if (endless && next >= end) return undefined;
  const whole = tag === 0x24 || (tag === 0xa0 && children.length > 0 && children.every((child) => child.tag === 0x04));
  // `[0]` around octet strings may be a string in pieces or a wrapper of one: both read the same by their content.
  const node = tag === 0x24 ? nodeOf(0x04, [], joined(children)) : nodeOf(tag, children, new Uint8Array());
  return { node: whole && tag === 0xa0 ? { ...node, content: joined(children) } : node, end: endless ? next + 2 : end };
};

/**
 * The one element of BER (ITU-T X.690) that these bytes are, as if it were written in DER, save the order in sets: endless
 * lengths closed, strings in pieces joined. For PKCS#12 files, which many programs write loosely; what is signed is read
 * by `readDer` alone. `[0]` that holds nothing but octet strings has their joined content. Undefined for anything else.
 */
export const readBer = (bytes: Uint8Array): Der | undefined => {
  const whole = read(bytes, 0, 0);
  return whole?.end === bytes.length ? whole.node : undefined;
};
