import * as der from '../../src/signing/der-writer';
import { concat } from '../../src/base/bytes';

/** A DER element that may be changed, and written with a length that DER forbids. */
export interface Node {
  tag: number;
  content: Uint8Array;
  /** Of a constructed element; these are written in place of `content`. */
  children?: Node[];
  /** `long`: four bytes of length whatever it is; `endless`: none, and two zeros at the end. */
  form?: 'long' | 'endless';
}

/** The element at the beginning of the bytes, and how many bytes it takes. */
export const readTree = (bytes: Uint8Array): { readonly node: Node; readonly size: number } => {
  const [tag = 0, first = 0] = bytes;
  const more = first < 0x80 ? 0 : first & 0x7f;
  const length = more === 0 ? first : bytes.subarray(2, 2 + more).reduce((sum, byte) => sum * 256 + byte, 0);
  const content = bytes.slice(2 + more, 2 + more + length);
  const node: Node = { tag, content };
  if ((tag & 0x20) !== 0) {
    node.children = [];
    for (let at = 0; at < content.length;) {
      const inner = readTree(content.subarray(at));
      node.children.push(inner.node);
      at += inner.size;
    }
  }
  return { node, size: 2 + more + length };
};

const lengthOf = (length: number, form: Node['form']): readonly number[] => {
  if (form === 'endless') return [0x80];
  if (form === 'long') return [0x84, length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255];
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >>> 8, length & 255];
};

export const writeTree = (node: Node): Uint8Array<ArrayBuffer> => {
  const body = node.children ? concat(...node.children.map(writeTree)) : node.content;
  const end = new Uint8Array(node.form === 'endless' ? 2 : 0);
  return concat(new Uint8Array([node.tag, ...lengthOf(body.length, node.form)]), body, end);
};

export const leaf = (tag: number, content: Uint8Array | readonly number[]): Node => ({
  tag,
  content: new Uint8Array(content),
});

export const branch = (tag: number, ...children: Node[]): Node => ({ tag, content: new Uint8Array(), children });

/** Bytes that the writer of `src/signing` makes, as an element that may be changed. */
export const nodeOf = (bytes: Uint8Array): Node => readTree(bytes).node;

/** The named parts of a CMS of ours. */
export const cmsParts = (root: Node) => {
  const at = (node: Node | undefined, ...path: readonly number[]): Node => {
    let found = node;
    for (const index of path) found = found?.children?.[index];
    if (!found) throw new Error('not a CMS of ours');
    return found;
  };
  const signedData = at(root, 1, 0);
  const signer = at(signedData, 4, 0);
  return {
    root,
    signedData,
    signer,
    version: at(signedData, 0),
    digests: at(signedData, 1),
    encapsulated: at(signedData, 2),
    certificates: at(signedData, 3),
    certificate: at(signedData, 3, 0),
    signerVersion: at(signer, 0),
    signerId: at(signer, 1),
    digest: at(signer, 2),
    attributes: at(signer, 3),
    algorithm: at(signer, 4),
    value: at(signer, 5),
  };
};

export type CmsParts = ReturnType<typeof cmsParts>;

/** An object identifier as an element. */
export const oidNode = (dotted: string): Node => nodeOf(der.oid(dotted));
