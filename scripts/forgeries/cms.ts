import { utf8 } from '../../src/base/bytes';
import { oids } from '../../src/signing/oids';
import { keyholder } from '../../tests/signing/material';
import { type CmsChange, ecdsaChanges, rsaChanges } from './cms-value';
import { branch, leaf, type Node, nodeOf, oidNode as oid, writeTree } from './der-tree';
import { withCmsChanged } from './edit';
import type { Forgery, ForgeryClass, Originals } from './forgery';

const words = (text: string): Node => leaf(0x0c, utf8(text));
const attribute = (type: string, ...values: Node[]): Node =>
  branch(0xa1, branch(0x30, oid(type), branch(0x31, ...values)));

const nested = (levels: number): Node => {
  let node = leaf(5, []);
  for (let level = 0; level < levels; level++) node = branch(0x30, node);
  return node;
};

/** What can be done to a signature without any key, and to no avail: what is changed, how, and what is said of it. */
const changes = (stranger: Node): readonly CmsChange[] => [
  [
    '3 KB of words nobody signed',
    'cms.not-ours',
    ({ signer }) => void signer.children?.push(attribute('1.3.6.1.4.1.99999.1', words('Approved. '.repeat(300)))),
  ],
  [
    'a timestamp that is none',
    '',
    ({ signer }) => void signer.children?.push(attribute(oids.signatureTimestamp, branch(0x30, oid(oids.signedData)))),
  ],
  [
    'a countersignature of nobody',
    'cms.not-ours',
    ({ signer }) => void signer.children?.push(attribute('1.2.840.113549.1.9.6', nodeOf(writeTree(signer)))),
  ],
  [
    '1,500 elements inside one another',
    'der.malformed',
    ({ signer }) => void signer.children?.push(attribute('1.2.3', nested(1500))),
  ],
  [
    'a stranger’s certificate behind',
    'certificate.not-authority',
    ({ certificates }) => void certificates.children?.push(stranger),
  ],
  [
    'a stranger’s certificate in front',
    'certificate.not-authority',
    ({ certificates }) => void certificates.children?.unshift(stranger),
  ],
  [
    'the certificate twice',
    'certificate.not-authority',
    ({ certificates, certificate }) => void certificates.children?.push(certificate),
  ],
  ['no certificate', 'cms.malformed', ({ signedData }) => void signedData.children?.splice(3, 1)],
  [
    'a certificate of another form in front',
    'certificate.malformed',
    ({ certificates }) => void certificates.children?.unshift(branch(0xa3, oid('1.2.3'), leaf(5, []))),
  ],
  [
    'an attribute certificate in front',
    'certificate.malformed',
    ({ certificates }) => void certificates.children?.unshift(branch(0xa2, branch(0x30))),
  ],
  [
    'the certificate’s algorithm with a parameter',
    'cms.malformed',
    ({ certificate }) => void certificate.children?.[1]?.children?.push(leaf(5, [])),
  ],
  [
    'words behind the certificate',
    'cms.malformed',
    ({ certificate }) => void certificate.children?.push(words('hidden')),
  ],
  [
    'the certificate’s own signature flipped',
    'cms.malformed',
    ({ certificate }) => {
      const bits = certificate.children?.[2]?.content;
      if (bits) bits[bits.length - 1] = (bits.at(-1) ?? 0) ^ 1;
    },
  ],
  [
    'bytes behind the value',
    'cms.signature-form',
    (parts) => {
      parts.value.content = new Uint8Array([...parts.value.content, 1, 2, 3]);
    },
  ],
  [
    'the value in constructed form',
    'der.malformed',
    (parts) => {
      const { content } = parts.value;
      Object.assign(parts.value, branch(0x24, leaf(4, content.subarray(0, 20)), leaf(4, content.subarray(20))));
    },
  ],
  [
    'another algorithm named: RSA',
    'cms.not-ours',
    ({ algorithm }) => void (algorithm.children = [oid('1.2.840.113549.1.1.1')]),
  ],
  [
    'another algorithm named: ECDSA with SHA-1',
    'cms.not-ours',
    ({ algorithm }) => void (algorithm.children = [oid('1.2.840.10045.4.1')]),
  ],
  ['words beside the algorithm', 'cms.not-ours', ({ algorithm }) => void algorithm.children?.push(words('hidden'))],
  ['words beside the digest’s algorithm', 'cms.not-ours', ({ digest }) => void digest.children?.push(words('hidden'))],
  [
    'SHA-1 among the digests',
    'cms.not-ours',
    ({ digests }) => void (digests.children = [branch(0x30, oid('1.3.14.3.2.26'))]),
  ],
  ['no digests', 'cms.not-ours', ({ digests }) => void (digests.children = [])],
  [
    'content of another type',
    'cms.not-ours',
    ({ encapsulated }) => void (encapsulated.children = [oid('1.2.840.113549.1.7.5')]),
  ],
  [
    'content of its own',
    'cms.not-ours',
    ({ encapsulated }) => void encapsulated.children?.push(branch(0xa0, leaf(4, utf8('other content')))),
  ],
  ['version 9', 'cms.not-ours', ({ version }) => void (version.content = new Uint8Array([9]))],
  [
    'version 7 of the signer',
    'cms.not-ours',
    ({ signerVersion }) => void (signerVersion.content = new Uint8Array([7])),
  ],
  ['words behind everything', 'cms.not-ours', ({ root }) => void root.children?.push(words('hidden'))],
  ['words behind the signed data', 'cms.not-ours', ({ signedData }) => void signedData.children?.push(words('hidden'))],
  ['words behind the signer', 'cms.not-ours', ({ signer }) => void signer.children?.push(words('hidden'))],
  [
    'words behind the issuer and serial number',
    'cms.not-ours',
    ({ signerId }) => void signerId.children?.push(words('hidden')),
  ],
  [
    'the signer by key identifier',
    'cms.not-ours',
    ({ signer }) => void signer.children?.splice(1, 1, leaf(0x80, new Uint8Array(20))),
  ],
  [
    'the issuer in capitals',
    'cms.not-ours',
    ({ signerId }) => {
      const name = signerId.children?.[0]?.children?.at(-1)?.children?.[0]?.children?.[1];
      if (name) name.content = utf8(Buffer.from(name.content).toString().toUpperCase());
    },
  ],
  ['attributes in another order', 'cms.not-ours', ({ attributes }) => void attributes.children?.reverse()],
  ['no attributes', 'cms.malformed', ({ signer }) => void signer.children?.splice(3, 1)],
  [
    'an attribute twice',
    'cms.not-ours',
    ({ attributes }) => {
      const [first] = attributes.children ?? [];
      if (first) attributes.children?.unshift(first);
    },
  ],
  [
    'lengths longer than need be',
    'der.malformed',
    ({ signer, encapsulated }) => {
      signer.form = 'long';
      encapsulated.form = 'long';
    },
  ],
  [
    'attributes with a length longer than need be',
    'der.malformed',
    ({ attributes }) => void (attributes.form = 'long'),
  ],
  ['signed data without a length', 'der.malformed', ({ signedData }) => void (signedData.form = 'endless')],
  ['certificates without a length', 'der.malformed', ({ certificates }) => void (certificates.form = 'endless')],
  ['two signers', 'cms.not-ours', ({ signedData, signer }) => void signedData.children?.[4]?.children?.push(signer)],
];

const forge = (what: string, pdf: Uint8Array, list: readonly CmsChange[]): readonly Forgery[] =>
  list.map(([name, code, change]) => ({
    name: `${what}: ${name}`,
    expects: code === '' ? ['signer: verify.signature-level', 'time: timestamp.malformed'] : [`unchanged: ${code}`],
    make: () => withCmsChanged(pdf, change),
  }));

/** The signature itself changed by who has no key: the CMS is read by many programs in many ways, and by us in one. */
export const cmsForgeries = async ({ record, rsaRecord, decision }: Originals): Promise<readonly ForgeryClass[]> => {
  const stranger = nodeOf((await keyholder('ES256')).certificate.der);
  return [
    {
      id: 'CMS changed',
      needs: 'no key',
      forgeries: [
        ...forge('record', record, changes(stranger)),
        ...forge('decision', decision, changes(stranger).slice(0, 6)),
      ],
    },
    {
      id: 'signature value',
      needs: 'no key',
      forgeries: [...forge('ECDSA', record, ecdsaChanges), ...forge('RSA', rsaRecord, rsaChanges)],
    },
  ];
};
