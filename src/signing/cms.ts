import { concat, equalBytes } from '../base/bytes';
import { sha256 } from '../base/hash';
import { fail, type Result, succeed } from '../base/result';
import { type Certificate, readCertificate } from './certificate';
import { type Chain, type ChainCode, chainFrom } from './chain';
import { type Der, type DerCode, contentOf, oidOf, readDer } from './der-reader';
import { inOrder, octetString, oid, sequence, setOf, smallInteger, tagged } from './der-writer';
import { oids } from './oids';
import { signatureAlgorithm } from './signature-value';

export interface Cms {
  readonly chain: Chain;
  /** SHA-256 of what is signed, 32 bytes. */
  readonly digest: Uint8Array;
  /** As CMS holds it: DER with low s for ECDSA, as long as the modulus for RSA. */
  readonly signatureValue: Uint8Array;
  /** An RFC 3161 token over the signature value (level B-T); the one part that the signer does not sign. */
  readonly timestamp?: Uint8Array | undefined;
}

export type CmsCode = DerCode | ChainCode | 'cms.malformed' | 'cms.not-ours';

const attribute = (type: string, value: Uint8Array): Uint8Array => sequence(oid(type), setOf(value));

/**
 * Exactly the three attributes of PAdES B-B, in DER order: no signing-time, which EN 319 142-1 forbids, and the signer's
 * certificate alone in signing-certificate-v2 (SHA-256 being the default, no algorithm is named). The authorities could
 * stand there too, but then the EU's DSS warns, and RFC 5035 would let a reader trust no root that is not named.
 */
const attributes = (digest: Uint8Array, signer: Certificate): readonly Uint8Array[] =>
  inOrder([
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octetString(digest)),
    attribute(oids.signingCertificateV2, sequence(sequence(sequence(octetString(sha256(signer.der)))))),
  ]);

/** The bytes that a signer signs: the signed attributes as a SET (RFC 5652, 5.4). */
export const signedAttributes = (digest: Uint8Array, signer: Certificate): Uint8Array<ArrayBuffer> =>
  setOf(...attributes(digest, signer));

/**
 * A detached CMS (RFC 5652, ETSI.CAdES.detached) as a pure function of its four parts. There is one way to write it, so
 * a verifier can write it again and compare.
 */
export const writeCms = ({ chain, digest, signatureValue, timestamp }: Cms): Uint8Array<ArrayBuffer> => {
  const [signer] = chain;
  const sha256Identifier = sequence(oid(oids.sha256));
  const signerInfo = sequence(
    smallInteger(1),
    sequence(signer.issuer.der, signer.serialDer),
    sha256Identifier,
    tagged(0, ...attributes(digest, signer)),
    signatureAlgorithm(signer.algorithm === 'RS256' ? 'RS256' : 'ES256'),
    octetString(signatureValue),
    ...(timestamp ? [tagged(1, attribute(oids.signatureTimestamp, timestamp))] : []),
  );
  const signedData = sequence(
    smallInteger(1),
    setOf(sha256Identifier),
    sequence(oid(oids.data)),
    tagged(0, ...inOrder(chain.map(({ der }) => der))),
    setOf(signerInfo),
  );
  return sequence(oid(oids.signedData), tagged(0, signedData));
};

/** The value of the attribute of this type. */
const attributeIn = (list: Der | undefined, type: string): Der | undefined =>
  list?.children.find(({ children }) => oidOf(children[0]) === type)?.children[1]?.children[0];

/** The certificate that signing-certificate-v2 names. */
const namedCertificate = (value: Der | undefined, certificates: readonly Der[]): Der | undefined => {
  const hash = contentOf(value?.children[0]?.children[0]?.children[0], 0x04);
  return hash && certificates.find(({ raw }) => equalBytes(sha256(raw), hash));
};

/** The bytes that the first element's own length counts; all of them where it does not say. */
const withoutPadding = (bytes: Uint8Array): Uint8Array => {
  const [tag, form = 0, high = 0, low = 0] = bytes;
  return tag === 0x30 && form === 0x82 ? bytes.subarray(0, 4 + high * 256 + low) : bytes;
};

/**
 * Reads a CMS, followed by nothing but zero bytes. What it returns is proven to be all that it holds: the parts are taken
 * out, `writeCms` writes them again, and any other byte is refused (`cms.not-ours`). Neither the signature value nor those
 * of the authorities are checked.
 */
export const readCms = (bytes: Uint8Array, place = 'cms'): Result<Cms, CmsCode> => {
  const read = readDer(withoutPadding(bytes), place);
  if (!read.ok) return read;
  const signedData = read.value.children[1]?.children[0];
  const signerInfo = signedData?.children[4]?.children[0];
  const certificates = signedData?.children[3]?.children ?? [];
  const [, , , signed, , value, unsigned] = signerInfo?.children ?? [];
  const digest = contentOf(attributeIn(signed, oids.messageDigest), 0x04);
  const signatureValue = contentOf(value, 0x04);
  const named = namedCertificate(attributeIn(signed, oids.signingCertificateV2), certificates);
  if (!digest || !signatureValue || !named) return fail('cms.malformed', place);
  const others = certificates.filter((certificate) => certificate !== named);
  const signer = readCertificate(named.raw, place);
  const chain = signer.ok ? chainFrom(signer.value, others, place) : signer;
  if (!chain.ok) return chain;
  const timestamp = attributeIn(unsigned, oids.signatureTimestamp)?.raw;
  const cms: Cms = { chain: chain.value, digest, signatureValue, timestamp };
  const again = writeCms(cms);
  const whole = concat(again, new Uint8Array(Math.max(0, bytes.length - again.length)));
  return equalBytes(whole, bytes) ? succeed(cms) : fail('cms.not-ours', place);
};
