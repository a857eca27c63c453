import { sha256Hex } from '../base/hash';
import { hex } from '../base/bytes';
import type { IsoTime } from '../base/calendar';
import { type Failure, fail, failure, type Result, settle, succeed } from '../base/result';
import { readDer } from './der-reader';
import { type Extensions, type KeyUse, readExtensions } from './extensions';
import { type Algorithm, type PublicKey, readPublicKey } from './keys';
import { type Name, readName } from './names';
import { methodOf, type SignatureMethod } from './signature-value';
import { readValidity } from './validity';

/** An X.509 certificate that our rules take, of a signer or of an authority. */
export interface Certificate extends Extensions {
  readonly der: Uint8Array<ArrayBuffer>;
  /** SHA-256 of `der` in hexadecimal: what a record and a trust list know it by. */
  readonly sha256: string;
  readonly serial: string;
  readonly subject: Name;
  readonly issuer: Name;
  readonly commonName: string;
  readonly organisation: string | undefined;
  readonly notBefore: IsoTime;
  readonly notAfter: IsoTime;
  readonly algorithm: Algorithm;
  readonly publicKey: PublicKey;
  /** Issuer and subject are one name. Whether its own key signed it, `issuedBy` tells. */
  readonly selfSigned: boolean;
  /** What the issuer signed, with what, and the value. */
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signedWith: SignatureMethod;
  readonly signatureValue: Uint8Array<ArrayBuffer>;
  /** The serial number as DER, which a CMS repeats. */
  readonly serialDer: Uint8Array<ArrayBuffer>;
}

export type CertificateCode =
  | 'certificate.malformed'
  | 'certificate.version'
  | 'certificate.key'
  | 'certificate.algorithm'
  | 'certificate.extension-unknown'
  | 'certificate.name'
  | 'certificate.is-authority'
  | 'certificate.not-authority'
  | 'certificate.key-usage'
  | 'certificate.purpose';

const parse = (bytes: Uint8Array, place: string): Result<Certificate, CertificateCode> => {
  const read = readDer(bytes, place);
  const malformed = fail('certificate.malformed', place);
  if (!read.ok || read.value.tag !== 0x30 || read.value.children.length !== 3) return malformed;
  const [tbs, outer, value] = read.value.children;
  if (tbs?.tag !== 0x30 || value?.tag !== 0x03 || value.content[0] !== 0) return malformed;
  if (tbs.children[0]?.tag !== 0xa0 || hex(tbs.children[0].content) !== '020102')
    return fail('certificate.version', place);
  const [, serial, inner, issuerName, dates, subjectName, keyInfo, wrapped, ...more] = tbs.children;
  const issuer = readName(issuerName);
  const subject = readName(subjectName);
  const validity = readValidity(dates);
  const extensions = readExtensions(wrapped);
  if (serial?.tag !== 0x02 || !inner || !outer || hex(inner.raw) !== hex(outer.raw)) return malformed;
  if (!issuer || !subject || !validity || !extensions || more.length > 0) return malformed;
  const publicKey = readPublicKey(keyInfo);
  const signedWith = methodOf(outer);
  if (!publicKey) return fail('certificate.key', place);
  if (!signedWith) return fail('certificate.algorithm', place);
  const [unknown] = extensions.unknownCritical;
  if (unknown !== undefined) return fail('certificate.extension-unknown', place, { oid: unknown });
  if (!subject.commonName) return fail('certificate.name', place);
  const der = read.value.raw;
  return succeed({
    der,
    sha256: sha256Hex(der),
    serial: hex(serial.content),
    serialDer: serial.raw,
    subject,
    issuer,
    commonName: subject.commonName,
    organisation: subject.organisation,
    ...validity,
    algorithm: publicKey.algorithm,
    publicKey,
    selfSigned: hex(subject.der) === hex(issuer.der),
    signed: tbs.raw,
    signedWith,
    signatureValue: value.content.subarray(1),
    ...extensions,
  });
};

const check = (
  parsed: Result<Certificate, CertificateCode>,
  rules: (certificate: Certificate) => readonly Failure<CertificateCode>[],
): Result<Certificate, CertificateCode> => (parsed.ok ? settle(rules(parsed.value), () => parsed.value) : parsed);

const may = ({ keyUsage }: Certificate, ...uses: readonly KeyUse[]): boolean =>
  keyUsage?.some((use) => uses.includes(use)) ?? false;

/**
 * A signer's certificate: X.509 v3 (RFC 5280) in strict DER, not an authority's, for digital signatures or
 * non-repudiation, no critical extension that we do not understand, and a key of P-256 or RSA 2048–4096 with e = 65537.
 * Dates and trust are not judged here.
 */
export const readCertificate = (der: Uint8Array, place = 'certificate'): Result<Certificate, CertificateCode> =>
  check(parse(der, place), (certificate) => [
    ...(certificate.authority ? [failure('certificate.is-authority', place)] : []),
    ...(may(certificate, 'digitalSignature', 'nonRepudiation') ? [] : [failure('certificate.key-usage', place)]),
    ...(certificate.maySignDocuments ? [] : [failure('certificate.purpose', place)]),
    ...(certificate.algorithm === 'ES384' ? [failure('certificate.key', place)] : []),
  ]);

/** An authority's certificate: CA:TRUE and, where it says what its key is for, for signing certificates. P-384 is taken too. */
export const readAuthority = (der: Uint8Array, place = 'certificate'): Result<Certificate, CertificateCode> =>
  check(parse(der, place), (certificate) =>
    !certificate.authority
      ? [failure('certificate.not-authority', place)]
      : certificate.keyUsage && !may(certificate, 'keyCertSign')
        ? [failure('certificate.key-usage', place)]
        : [],
  );

/** A timestamp authority's own certificate (RFC 3161, 2.3): not an authority over certificates, and for timestamps alone. */
export const readTimestamper = (der: Uint8Array, place = 'certificate'): Result<Certificate, CertificateCode> =>
  check(parse(der, place), (certificate) => [
    ...(certificate.authority ? [failure('certificate.is-authority', place)] : []),
    ...(certificate.mayTimestamp ? [] : [failure('certificate.purpose', place)]),
    ...(certificate.keyUsage && !may(certificate, 'digitalSignature', 'nonRepudiation')
      ? [failure('certificate.key-usage', place)]
      : []),
  ]);
