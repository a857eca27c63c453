import { contentOf, type Der, oidOf, readDer } from './der-reader';
import { oids } from './oids';

/** A way of signing: ECDSA over P-256 or P-384, or RSA PKCS#1 v1.5. Signers use ES256 or RS256; only authorities ES384. */
export type Algorithm = 'ES256' | 'ES384' | 'RS256';

/** A public key as a certificate holds it. `size` is the length in bytes of an RSA modulus or of an ECDSA r or s. */
export interface PublicKey {
  readonly spki: Uint8Array<ArrayBuffer>;
  /** The bits of the key itself, of which a key identifier is made. */
  readonly bits: Uint8Array<ArrayBuffer>;
  readonly algorithm: Algorithm;
  readonly size: number;
}

const readRsa = (bits: Uint8Array): number | undefined => {
  const key = readDer(bits, '');
  if (!key.ok || key.value.tag !== 0x30 || key.value.children.length !== 2) return undefined;
  const modulus = contentOf(key.value.children[0], 0x02);
  const exponent = contentOf(key.value.children[1], 0x02);
  if (!modulus || exponent?.join() !== '1,0,1') return undefined;
  // A whole number of bytes with its top bit set, so that 2048 means 2048: DER puts a zero byte in front.
  const size = modulus.length - 1;
  return modulus[0] === 0 && size >= 256 && size <= 512 ? size : undefined;
};

/** The key of a SubjectPublicKeyInfo: P-256, P-384, or RSA of 2048 to 4096 bits with the exponent 65537; else undefined. */
export const readPublicKey = (info: Der | undefined): PublicKey | undefined => {
  const [identifier, key] = info?.tag === 0x30 && info.children.length === 2 ? info.children : [];
  const bits = contentOf(key, 0x03)?.subarray(1);
  if (!info || !identifier || !bits || key?.content[0] !== 0 || identifier.children.length !== 2) return undefined;
  const [type, parameters] = identifier.children;
  const found = (algorithm: Algorithm, size: number): PublicKey => ({ spki: info.raw, bits, algorithm, size });
  if (oidOf(type) === oids.rsa) {
    const size = parameters?.tag === 0x05 ? readRsa(bits) : undefined;
    return size === undefined ? undefined : found('RS256', size);
  }
  if (oidOf(type) !== oids.ecPublicKey || bits[0] !== 0x04) return undefined;
  if (oidOf(parameters) === oids.p256 && bits.length === 65) return found('ES256', 32);
  return oidOf(parameters) === oids.p384 && bits.length === 97 ? found('ES384', 48) : undefined;
};

/** Makes a key pair whose private key can never be read out of the browser. */
export const makeKeys = (subtle: SubtleCrypto, algorithm: 'ES256' | 'RS256'): Promise<CryptoKeyPair> =>
  algorithm === 'ES256'
    ? subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
    : subtle.generateKey(
        { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
        false,
        ['sign', 'verify'],
      );
