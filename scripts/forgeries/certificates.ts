import type { Certificate } from '../../src/signing/certificate';
import { signedAttributes, writeCms } from '../../src/signing/cms';
import { sha256, sha256Hex } from '../../src/base/hash';
import * as der from '../../src/signing/der-writer';
import { oids } from '../../src/signing/oids';
import { fillByteRange, openPlaces } from '../../src/signing/places';
import { signWith } from '../../src/signing/signature-value';
import {
  authorityExtensions,
  extension,
  issue,
  keyholder,
  type Oddity,
  subtle,
  valueOf,
} from '../../tests/signing/material';
import { namedFiles, officer, print, recordOf, resealed } from '../../tests/verify/made';
import { cmsParts, nodeOf, writeTree } from './der-tree';
import { withCms, cmsOf, withCmsChanged } from './edit';
import type { Bytes, ForgeryClass, Originals } from './forgery';
import { forgeries, type Line } from './line';
import { authorities, untrusted } from './trusted';

const usage = (bits: number, unused: number): Uint8Array =>
  extension(oids.keyUsage, true, der.bitString(new Uint8Array([bits]), unused));
const purpose = (id: string): Uint8Array => extension(oids.extendedKeyUsage, true, der.sequence(der.oid(id)));
const basic = extension(oids.basicConstraints, true, der.sequence());

const rsaKeys = (modulusLength: number, publicExponent = [1, 0, 1]): Promise<CryptoKeyPair> =>
  subtle.generateKey(
    { name: 'RSASSA-PKCS1-v1_5', modulusLength, publicExponent: new Uint8Array(publicExponent), hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  );

const p384Keys = (): Promise<CryptoKeyPair> =>
  subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, false, ['sign', 'verify']);

/** A record that names a certificate of any kind, signed with its key as our own program never would. */
const signedWith = async (keys: CryptoKeyPair, certificate: Uint8Array<ArrayBuffer>): Promise<Bytes> => {
  const record = resealed(recordOf(), (payload) => ({
    ...payload,
    signer: { ...payload.signer, certificateSha256: sha256Hex(certificate) },
  }));
  const places = print(record, namedFiles(record));
  const bytes = valueOf(fillByteRange(places));
  const { signed } = valueOf(openPlaces({ ...places, bytes }));
  const [body] = nodeOf(certificate).children ?? [];
  const [, serial, , issuer] = body?.children ?? [];
  if (!serial || !issuer) throw new Error('no certificate');
  const own: Certificate = {
    ...officer.certificate,
    der: certificate,
    issuer: { ...officer.certificate.issuer, der: writeTree(issuer) },
    serialDer: writeTree(serial),
    algorithm: keys.privateKey.algorithm.name === 'ECDSA' ? 'ES256' : 'RS256',
  };
  const digest = sha256(signed);
  const signatureValue = await signWith(subtle, keys.privateKey, signedAttributes(digest, own));
  return withCms(bytes, writeCms({ chain: [own], digest, signatureValue }));
};

const odd = async (oddity: Oddity, keys: CryptoKeyPair = officer.keys): Promise<Bytes> =>
  signedWith(keys, new Uint8Array(await issue(keys, keys.privateKey, oddity)));

const certificates: readonly Line[] = [
  ['an old version', 'unchanged: certificate.version', () => odd({ version: der.smallInteger(0) })],
  ['no extensions', 'unchanged: certificate.key-usage', () => odd({ extensions: [] })],
  [
    'an authority’s',
    'unchanged: certificate.is-authority',
    () => odd({ extensions: [...authorityExtensions().slice(0, 1), usage(0x80, 7)] }),
  ],
  [
    'an authority’s that signs certificates',
    ['unchanged: certificate.is-authority', 'unchanged: certificate.key-usage'],
    () => odd({ extensions: authorityExtensions() }),
  ],
  ['for encryption only', 'unchanged: certificate.key-usage', () => odd({ extensions: [basic, usage(0x20, 5)] })],
  [
    'a web server’s',
    'unchanged: certificate.purpose',
    () => odd({ extensions: [basic, usage(0x80, 7), purpose('1.3.6.1.5.5.7.3.1')] }),
  ],
  [
    'a program’s',
    'unchanged: certificate.purpose',
    () => odd({ extensions: [basic, usage(0x80, 7), purpose('1.3.6.1.5.5.7.3.3')] }),
  ],
  [
    'a rule nobody knows',
    'unchanged: certificate.extension-unknown',
    () => odd({ extensions: [basic, usage(0x80, 7), extension('1.2.3', true, der.nothing)] }),
  ],
  [
    'a rule twice',
    'unchanged: certificate.malformed',
    () => odd({ extensions: [basic, usage(0x80, 7), usage(0x80, 7)] }),
  ],
  ['words behind it', 'unchanged: certificate.malformed', () => odd({ after: [der.utf8String('hidden')] })],
  ['SHA-1', 'unchanged: certificate.algorithm', () => odd({ algorithm: der.sequence(der.oid('1.2.840.10045.4.1')) })],
  [
    'a parameter beside ECDSA',
    'unchanged: certificate.algorithm',
    () => odd({ algorithm: der.sequence(der.oid(oids.ecdsaSha256), der.nothing) }),
  ],
  ['nobody’s name', 'unchanged: certificate.name', () => odd({ subject: der.sequence() })],
  ['RSA of 1,024 bits', 'unchanged: certificate.key', async () => odd({}, await rsaKeys(1024))],
  ['RSA with exponent 3', 'unchanged: certificate.key', async () => odd({}, await rsaKeys(2048, [3]))],
  ['a key of P-384', 'unchanged: certificate.key', async () => odd({}, await p384Keys())],
];

const twins = (record: Bytes): readonly Line[] => [
  [
    'a twin of the same issuer and number in its place',
    'unchanged: cms.malformed',
    async () =>
      withCmsChanged(
        record,
        ({ certificates: set, certificate }) =>
          void (set.children = [...(set.children ?? []).filter((one) => one !== certificate), nodeOf(twin)]),
      ),
  ],
  [
    'the twin beside it',
    'unchanged: certificate.not-authority',
    async () => withCmsChanged(record, ({ certificates: set }) => void set.children?.push(nodeOf(twin))),
  ],
  [
    'the twin in front of it',
    'unchanged: certificate.not-authority',
    async () => withCmsChanged(record, ({ certificates: set }) => void set.children?.unshift(nodeOf(twin))),
  ],
  [
    'the twin’s key, the genuine certificate named',
    'unchanged: signature.value',
    async () => {
      const parts = cmsParts(nodeOf(cmsOf(record)));
      const attributes = { ...parts.attributes, tag: 0x31 };
      parts.value.content = new Uint8Array(await signWith(subtle, twinKeys.privateKey, writeTree(attributes)));
      return withCms(record, writeTree(parts.root));
    },
  ],
];
const twinKeys = (await keyholder('ES256')).keys;
const twin = await issue(twinKeys, twinKeys.privateKey, {});

/** Keys and certificates that our rules do not take, whatever they sign, and those that the auditor does not know. */
export const certificateForgeries = async (originals: Originals): Promise<readonly ForgeryClass[]> => [
  { id: 'odd certificates', needs: 'another certificate', forgeries: forgeries(certificates) },
  { id: 'twins', needs: 'another certificate', forgeries: forgeries(twins(originals.record)) },
  { id: 'authorities', needs: 'no key', forgeries: forgeries(await authorities()) },
  { id: 'trust', needs: 'any key', forgeries: await untrusted(originals) },
];
