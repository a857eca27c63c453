import { ecdsaFromDer, ecdsaToDer } from './ecdsa';
import { type Der, oidOf } from './der-reader';
import { nothing, oid, sequence } from './der-writer';
import type { PublicKey } from './keys';
import { oids } from './oids';

export type Hash = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** What a signature was made with: a family of keys and a hash. */
export interface SignatureMethod {
  readonly family: 'EC' | 'RSA';
  readonly hash: Hash;
}

const methods: ReadonlyMap<string, SignatureMethod> = new Map([
  [oids.ecdsaSha256, { family: 'EC', hash: 'SHA-256' }],
  [oids.ecdsaSha384, { family: 'EC', hash: 'SHA-384' }],
  [oids.ecdsaSha512, { family: 'EC', hash: 'SHA-512' }],
  [oids.rsaSha256, { family: 'RSA', hash: 'SHA-256' }],
  [oids.rsaSha384, { family: 'RSA', hash: 'SHA-384' }],
  [oids.rsaSha512, { family: 'RSA', hash: 'SHA-512' }],
]);

/** RSA carries a NULL parameter (RFC 4055), ECDSA none (RFC 5758). */
export const signatureAlgorithm = (algorithm: 'ES256' | 'RS256'): Uint8Array<ArrayBuffer> =>
  algorithm === 'ES256' ? sequence(oid(oids.ecdsaSha256)) : sequence(oid(oids.rsaSha256), nothing);

/** The method that an AlgorithmIdentifier names, or undefined for one that we do not take (SHA-1, RSA-PSS, …). */
export const methodOf = (identifier: Der | undefined): SignatureMethod | undefined => {
  const method = methods.get(oidOf(identifier?.children[0]));
  const parameters = identifier?.children.slice(1) ?? [];
  const right =
    method?.family === 'RSA' ? parameters.length === 1 && parameters[0]?.tag === 0x05 : parameters.length === 0;
  return identifier?.tag === 0x30 && right ? method : undefined;
};

/** Whether `value` (as certificates and CMS hold it) is this key's signature over `data`. False for anything malformed. */
export const verifies = async (
  subtle: SubtleCrypto,
  key: PublicKey,
  method: SignatureMethod,
  value: Uint8Array,
  data: Uint8Array<ArrayBuffer>,
): Promise<boolean> => {
  if ((key.algorithm === 'RS256') !== (method.family === 'RSA')) return false;
  try {
    if (method.family === 'RSA') {
      const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: method.hash };
      const imported = await subtle.importKey('spki', key.spki, algorithm, false, ['verify']);
      return value.length === key.size && (await subtle.verify(algorithm, imported, new Uint8Array(value), data));
    }
    const raw = ecdsaFromDer(value, key.size, false, '');
    const namedCurve = key.algorithm === 'ES256' ? 'P-256' : 'P-384';
    const imported = await subtle.importKey('spki', key.spki, { name: 'ECDSA', namedCurve }, false, ['verify']);
    return raw.ok && (await subtle.verify({ name: 'ECDSA', hash: method.hash }, imported, raw.value, data));
  } catch {
    return false; // a library's exception about bytes from outside is a refusal
  }
};

/** A signature value over `data` as certificates and CMS hold it. Rejects where the key is unusable. */
export const signWith = async (
  subtle: SubtleCrypto,
  privateKey: CryptoKey,
  data: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> => {
  const ecdsa = privateKey.algorithm.name === 'ECDSA';
  const algorithm = ecdsa ? { name: 'ECDSA', hash: 'SHA-256' } : { name: 'RSASSA-PKCS1-v1_5' };
  const value = new Uint8Array(await subtle.sign(algorithm, privateKey, data));
  return ecdsa ? ecdsaToDer(value) : value;
};
