import { hex, utf8 } from '../base/bytes';
import { fail, type Result, succeed } from '../base/result';
import { type Certificate, type CertificateCode, readAuthority, readCertificate } from './certificate';
import type { Chain } from './chain';
import { signedAttributes, writeCms } from './cms';
import { unbroken } from './issuer';
import { fillByteRange, openPlaces, type Places, type PlacesCode } from './places';
import { signWith, verifies } from './signature-value';

/** Who signs: a private key (it may be non-extractable) and its certificate as DER, then those of the authorities above. */
export interface Signer {
  readonly privateKey: CryptoKey;
  readonly chain: readonly Uint8Array[];
}

/** Gets an RFC 3161 token, as DER, over the SHA-256 of a signature value. The network is the caller's. */
export type Timestamping<Code extends string> = (imprint: Uint8Array<ArrayBuffer>) => Promise<Result<Uint8Array, Code>>;

export type SignCode =
  PlacesCode | CertificateCode | 'sign.key-unusable' | 'sign.key-differs' | 'sign.chain' | 'sign.too-large';

const readChain = (chain: readonly Uint8Array[]): Result<Chain, CertificateCode> => {
  const [own = new Uint8Array(), ...above] = chain;
  const signer = readCertificate(own, 'chain[0]');
  if (!signer.ok) return signer;
  const authorities: Certificate[] = [];
  for (const [index, der] of above.entries()) {
    const authority = readAuthority(der, `chain[${index + 1}]`);
    if (!authority.ok) return authority;
    authorities.push(authority.value);
  }
  return succeed([signer.value, ...authorities]);
};

/**
 * Signs a PDF in its placeholder (ISO 32000-1, 12.8; PAdES B-B, with `timestamping` B-T) and returns the signed copy.
 * The bytes outside /ByteRange's digits and /Contents stay as they are. The value is checked with the certificate's key
 * before it is given out, so a key that belongs to another certificate is found here (`sign.key-differs`).
 */
export const signPlaceholder = async <Code extends string = never>(
  subtle: SubtleCrypto,
  places: Places,
  signer: Signer,
  timestamping?: Timestamping<Code>,
): Promise<Result<Uint8Array<ArrayBuffer>, SignCode | Code>> => {
  const chain = readChain(signer.chain);
  if (!chain.ok) return chain;
  if (!(await unbroken(subtle, chain.value))) return fail('sign.chain', 'chain');
  const filled = fillByteRange(places);
  if (!filled.ok) return filled;
  const bytes = filled.value;
  const opened = openPlaces({ ...places, bytes });
  if (!opened.ok) return opened;

  const digest = new Uint8Array(await subtle.digest('SHA-256', opened.value.signed));
  const [own] = chain.value;
  const { publicKey } = own;
  const toSign = signedAttributes(digest, own);
  let signatureValue: Uint8Array<ArrayBuffer>;
  try {
    signatureValue = await signWith(subtle, signer.privateKey, toSign);
  } catch {
    return fail('sign.key-unusable', 'privateKey');
  }
  const family = publicKey.algorithm === 'RS256' ? 'RSA' : 'EC';
  if (!(await verifies(subtle, publicKey, { family, hash: 'SHA-256' }, signatureValue, toSign)))
    return fail('sign.key-differs', 'privateKey');

  const token = timestamping && (await timestamping(new Uint8Array(await subtle.digest('SHA-256', signatureValue))));
  if (token && !token.ok) return token;
  const cms = writeCms({ chain: chain.value, digest, signatureValue, timestamp: token?.value });
  const size = opened.value.contents.length;
  if (cms.length > size) return fail('sign.too-large', 'cms', { size: cms.length, most: size });
  bytes.set(utf8(hex(cms)), places.contentsAt + 1);
  return succeed(bytes);
};
