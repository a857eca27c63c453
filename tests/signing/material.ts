import { concat, utf8 } from '../../src/base/bytes';
import { type Certificate, readCertificate } from '../../src/signing/certificate';
import * as der from '../../src/signing/der-writer';
import { makeKeys } from '../../src/signing/keys';
import { type Person, writeName } from '../../src/signing/names';
import { oids } from '../../src/signing/oids';
import { emptyByteRange, type Places } from '../../src/signing/places';
import { selfSigned } from '../../src/signing/self-signed';
import type { Signer } from '../../src/signing/sign';
import { signatureAlgorithm, signWith } from '../../src/signing/signature-value';
import type { Result } from '../../src/base/result';

export const subtle = crypto.subtle;
export const now = '2026-11-22T10:15:00+00:00';

export const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.failures.map(({ code, place }) => `${code} at ${place}`).join(', '));
  return result.value;
};

export const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.failures.map(({ code }) => code);

export const council: Person = {
  organisation: 'Example Borough Council',
  service: 'Communities',
  person: 'Siân Ó Briain',
};

export interface Keyholder {
  readonly certificate: Certificate;
  readonly keys: CryptoKeyPair;
  readonly signer: Signer;
}

export const keyholder = async (
  algorithm: 'ES256' | 'RS256',
  name: Person = council,
  madeAt = now,
): Promise<Keyholder> => {
  const keys = await makeKeys(subtle, algorithm);
  const random = crypto.getRandomValues(new Uint8Array(16));
  const certificate = valueOf(await selfSigned(subtle, { keys, name, now: madeAt, random }));
  return { certificate, keys, signer: { privateKey: keys.privateKey, chain: [certificate.der] } };
};

/** A file in the shape of a PDF, with words that imitate a signature's place before the place itself. */
export const unsignedFile = (size = 8192): Places => {
  const words = `%PDF-1.7\n(My note: /ByteRange ${emptyByteRange} /Contents <${'0'.repeat(40)}>)\n/ByteRange `;
  const middle = ' /Contents ';
  const bytes = concat(utf8(words), utf8(emptyByteRange + middle), utf8(`<${'0'.repeat(size * 2)}> >>\n%%EOF`));
  return { bytes, byteRangeAt: words.length, contentsAt: words.length + emptyByteRange.length + middle.length };
};

export const extension = (id: string, critical: boolean, value: Uint8Array): Uint8Array =>
  der.sequence(der.oid(id), ...(critical ? [der.yes] : []), der.octetString(value));

const basic = extension(oids.basicConstraints, true, der.sequence());
const usage = extension(oids.keyUsage, true, der.bitString(new Uint8Array([0xc0]), 6));

export interface Oddity {
  readonly version?: Uint8Array;
  readonly algorithm?: Uint8Array;
  readonly extensions?: readonly Uint8Array[];
  readonly spki?: Uint8Array;
  readonly subject?: Uint8Array;
  readonly issuer?: Uint8Array;
  readonly serial?: number;
  readonly after?: readonly Uint8Array[];
}

/** A certificate as an odd or an authorised issuer would make it: anything may be replaced. */
export const issue = async (keys: CryptoKeyPair, issuerKey: CryptoKey, oddity: Oddity = {}): Promise<Uint8Array> => {
  const algorithm = oddity.algorithm ?? signatureAlgorithm(issuerKey.algorithm.name === 'ECDSA' ? 'ES256' : 'RS256');
  const spki = oddity.spki ?? new Uint8Array(await subtle.exportKey('spki', keys.publicKey));
  const signed = der.sequence(
    der.tagged(0, oddity.version ?? der.smallInteger(2)),
    der.smallInteger(oddity.serial ?? 7),
    algorithm,
    oddity.issuer ?? writeName(council),
    der.sequence(der.time('2026-01-01T00:00:00+00:00'), der.time('2051-01-01T00:00:00+00:00')),
    oddity.subject ?? writeName(council),
    spki,
    der.tagged(3, der.sequence(...(oddity.extensions ?? [basic, usage]))),
  );
  return der.sequence(
    signed,
    algorithm,
    der.bitString(await signWith(subtle, issuerKey, signed)),
    ...(oddity.after ?? []),
  );
};

export const authorityExtensions = (pathLength?: number): readonly Uint8Array[] => [
  extension(
    oids.basicConstraints,
    true,
    der.sequence(der.yes, ...(pathLength === undefined ? [] : [der.smallInteger(pathLength)])),
  ),
  extension(oids.keyUsage, true, der.bitString(new Uint8Array([0x06]), 1)),
];

export const authorityName: Person = { organisation: 'Example Borough Council', person: 'Example Council CA' };

export interface Issued extends Keyholder {
  readonly authority: Uint8Array;
  readonly authorityKeys: CryptoKeyPair;
}

/** An officer whose certificate a council's authority issued; the authority's certificate stands in the chain. */
export const issuedKeyholder = async (authorityOddity: Oddity = {}): Promise<Issued> => {
  const authorityKeys = await makeKeys(subtle, 'RS256');
  const name = writeName(authorityName);
  const authority = await issue(authorityKeys, authorityKeys.privateKey, {
    subject: name,
    issuer: name,
    extensions: authorityExtensions(0),
    serial: 1,
    ...authorityOddity,
  });
  const keys = await makeKeys(subtle, 'ES256');
  const certificate = valueOf(readCertificate(await issue(keys, authorityKeys.privateKey, { issuer: name })));
  const signer = { privateKey: keys.privateKey, chain: [certificate.der, authority] };
  return { certificate, keys, signer, authority, authorityKeys };
};
