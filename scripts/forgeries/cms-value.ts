import * as der from '../../src/signing/der-writer';
import { type CmsParts, type Node, nodeOf, oidNode, readTree, writeTree } from './der-tree';

/** Order of the group of P-256: n − s is as good a value as s to who does not look. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const integer = (value: bigint): Node =>
  nodeOf(
    der.integer(Uint8Array.from(value.toString(16).padStart(64, '0').match(/../g) ?? [], (pair) => parseInt(pair, 16))),
  );

const numberOf = ({ content }: Node): bigint => BigInt(`0x${Buffer.from(content).toString('hex')}`);

/** The ECDSA value with its two numbers changed. */
const value = (parts: CmsParts, change: (pair: Node) => void): void => {
  const { node } = readTree(parts.value.content);
  change(node);
  parts.value.content = writeTree(node);
};

/** What is changed, what is said of it, and how. */
export type CmsChange = readonly [string, string, (parts: CmsParts) => void];

/** Of ECDSA alone. */
export const ecdsaChanges: readonly CmsChange[] = [
  [
    'n − s in place of s',
    'cms.high-s',
    (parts) =>
      value(parts, (pair) => {
        const [, s] = pair.children ?? [];
        if (s) pair.children?.splice(1, 1, integer(order - numberOf(s)));
      }),
  ],
  [
    'zeros before r',
    'cms.signature-form',
    (parts) =>
      value(parts, (pair) => {
        const [r] = pair.children ?? [];
        if (r) r.content = new Uint8Array([0, 0, 0, ...r.content]);
      }),
  ],
  [
    'a length of the value longer than need be',
    'cms.signature-form',
    (parts) => value(parts, (pair) => void (pair.form = 'long')),
  ],
  [
    'r and s of one',
    'signature.value',
    (parts) => value(parts, (pair) => void (pair.children = [integer(1n), integer(1n)])),
  ],
];

export const rsaChanges: readonly CmsChange[] = [
  [
    'another algorithm named: ECDSA',
    'cms.not-ours',
    ({ algorithm }) => void (algorithm.children = [oidNode('1.2.840.10045.4.3.2')]),
  ],
  [
    'another algorithm named: RSA-PSS',
    'cms.not-ours',
    ({ algorithm }) => void (algorithm.children = [oidNode('1.2.840.113549.1.1.10')]),
  ],
  ['the algorithm without its NULL', 'cms.not-ours', ({ algorithm }) => void algorithm.children?.splice(1, 1)],
  [
    'zeros before the value',
    'signature.value',
    (parts) => void (parts.value.content = new Uint8Array([0, ...parts.value.content])),
  ],
];
