import { concat, equalBytes } from '../base/bytes';
import { type IsoTime, secondsOf } from '../base/calendar';
import { fail, type Result, succeed } from '../base/result';
import { readTimestamper } from './certificate';
import { type Chain, type ChainCode, chainFrom } from './chain';
import { contentOf, type Der, oidOf, readDer } from './der-reader';
import { octetString, oid, sequence, setOf, smallInteger, tagged } from './der-writer';
import { unbroken } from './issuer';
import { oids } from './oids';
import { type Hash, methodOf, type SignatureMethod, verifies } from './signature-value';
import { readTimestampInfo, type TimestampInfo } from './timestamp-info';

export type TimestampCode =
  | ChainCode
  | 'timestamp.malformed'
  | 'timestamp.not-strict'
  | 'timestamp.imprint'
  | 'timestamp.certificate'
  | 'timestamp.signature'
  | 'timestamp.dates';

/** A timestamp whose every byte is accounted for: what its authority states, and the authority's certificates. */
export interface ProvenTimestamp extends Pick<TimestampInfo, 'nonce'> {
  readonly time: IsoTime;
  readonly chain: Chain;
}

const hashes: ReadonlyMap<string, Hash> = new Map([
  [oids.sha256, 'SHA-256'],
  [oids.sha384, 'SHA-384'],
  [oids.sha512, 'SHA-512'],
]);

/** The hash that a digest's AlgorithmIdentifier names; its parameters may be absent or NULL (RFC 5754, section 2). */
const hashOf = (identifier: Der | undefined): Hash | undefined => {
  const [name, ...parameters] = identifier?.children ?? [];
  return parameters.every(({ tag }) => tag === 0x05) && parameters.length <= 1 ? hashes.get(oidOf(name)) : undefined;
};

/** A signer may also name the bare RSA key, and leave the hash to the digest's identifier (RFC 3370, 3.2). */
const methodWith = (identifier: Der | undefined, hash: Hash): SignatureMethod | undefined => {
  if (oidOf(identifier?.children[0]) === oids.rsa) return { family: 'RSA', hash };
  const method = methodOf(identifier);
  return method?.hash === hash ? method : undefined;
};

/** The one value of the one attribute of this type. */
const attributeIn = (attributes: readonly Der[], type: string): Der | undefined => {
  const [found, ...more] = attributes.filter(({ children }) => oidOf(children[0]) === type);
  const values = found?.children[1]?.children;
  return more.length === 0 && values?.length === 1 ? values[0] : undefined;
};

/** Whether a signed attribute names this certificate: SigningCertificateV2 (RFC 5816), or the SHA-1 of the first edition. */
const names = async (subtle: SubtleCrypto, attributes: readonly Der[], certificate: Uint8Array<ArrayBuffer>) => {
  const first = attributeIn(attributes, oids.signingCertificate);
  const second = attributeIn(attributes, oids.signingCertificateV2);
  const id = (second ?? first)?.children[0]?.children[0]?.children ?? [];
  const named = id[0]?.tag === 0x30 ? id[1] : id[0];
  const hash = second ? (id[0]?.tag === 0x30 ? hashOf(id[0]) : 'SHA-256') : 'SHA-1';
  const found = contentOf(named, 0x04);
  return (
    found !== undefined &&
    hash !== undefined &&
    equalBytes(new Uint8Array(await subtle.digest(hash, certificate)), found)
  );
};

/**
 * Proves an RFC 3161 token over `imprint` (the SHA-256 of a signature value). The CMS around it is written again from its
 * parts, so it holds nothing besides them: one TSTInfo, one signer, the signer's certificate and the chain above it. No
 * byte of the token can then be other than what its authority signed, save which authorities stand above it.
 *
 * The signer must be for timestamps alone (critical extended key usage), named by the signed attributes, and valid at the
 * time that it states. Whether anybody trusts it is another question.
 */
export const verifyTimestamp = async (
  subtle: SubtleCrypto,
  token: Uint8Array,
  imprint: Uint8Array,
  place = 'timestamp',
): Promise<Result<ProvenTimestamp, TimestampCode>> => {
  const read = readDer(token, place);
  const [version, , content, certificates, signers] = read.ok
    ? (read.value.children[1]?.children[0]?.children ?? [])
    : [];
  const [, sid, digestAlgorithm, attributes, algorithm, value] = signers?.children[0]?.children ?? [];
  const stated = contentOf(content?.children[1]?.children[0], 0x04);
  const signature = contentOf(value, 0x04);
  const info = stated && readTimestampInfo(stated);
  const hash = hashOf(digestAlgorithm);
  const method = hash && methodWith(algorithm, hash);
  if (!version || !stated || !info || !signature || !sid || !digestAlgorithm || !algorithm || !hash || !method)
    return fail('timestamp.malformed', place);
  if (attributes?.tag !== 0xa0 || certificates?.tag !== 0xa0) return fail('timestamp.malformed', place);

  const own = certificates.children.find(({ raw }) => {
    const certificate = readTimestamper(raw, place);
    return certificate.ok && equalBytes(sequence(certificate.value.issuer.der, certificate.value.serialDer), sid.raw);
  });
  const signer = own && readTimestamper(own.raw, place);
  if (!signer?.ok) return fail('timestamp.certificate', place);
  const others = certificates.children.filter((one) => one !== own);
  const chain = chainFrom(signer.value, others, place);
  if (!chain.ok) return chain;

  const again = sequence(
    oid(oids.signedData),
    tagged(
      0,
      sequence(
        smallInteger(3),
        setOf(digestAlgorithm.raw),
        sequence(oid(oids.timestampInfo), tagged(0, octetString(stated))),
        tagged(0, ...certificates.children.map(({ raw }) => raw)),
        setOf(
          sequence(
            smallInteger(1),
            sid.raw,
            digestAlgorithm.raw,
            attributes.raw,
            algorithm.raw,
            octetString(signature),
          ),
        ),
      ),
    ),
  );
  if (!equalBytes(again, token)) return fail('timestamp.not-strict', place);

  if (!equalBytes(info.imprint, imprint)) return fail('timestamp.imprint', place);
  const digest = contentOf(attributeIn(attributes.children, oids.messageDigest), 0x04);
  const type = oidOf(attributeIn(attributes.children, oids.contentType));
  const fits = digest && equalBytes(new Uint8Array(await subtle.digest(hash, stated)), digest);
  if (!fits || type !== oids.timestampInfo || !(await names(subtle, attributes.children, signer.value.der)))
    return fail('timestamp.signature', place);
  // The attributes are signed as the SET that they are (RFC 5652, 5.4).
  const signed = concat(new Uint8Array([0x31]), attributes.raw.subarray(1));
  if (!(await verifies(subtle, signer.value.publicKey, method, signature, signed)))
    return fail('timestamp.signature', place);
  if (!(await unbroken(subtle, chain.value))) return fail('cms.chain', place);
  const { notBefore, notAfter } = signer.value;
  const at = secondsOf(info.time);
  if (at < secondsOf(notBefore) || at > secondsOf(notAfter)) return fail('timestamp.dates', place);
  return succeed({ time: info.time, nonce: info.nonce, chain: chain.value });
};
