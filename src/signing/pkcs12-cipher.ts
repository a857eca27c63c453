import { concat } from '../base/bytes';
import { contentOf, type Der, oidOf } from './der-reader';
import { oids } from './oids';

/** A password in the two forms that PKCS#12 uses, for the caller to wipe. */
export interface Password {
  /** For AES: UTF-8 (RFC 8018). */
  readonly utf8: Uint8Array<ArrayBuffer>;
  /** For the check of the whole: UTF-16BE with two zero bytes after it (RFC 7292, B.1). */
  readonly utf16: Uint8Array<ArrayBuffer>;
}

export const passwordOf = (text: string): Password => {
  const utf16 = new Uint8Array(2 * text.length + 2);
  for (let at = 0; at < text.length; at++) {
    utf16[2 * at] = text.charCodeAt(at) >> 8;
    utf16[2 * at + 1] = text.charCodeAt(at) & 0xff;
  }
  return { utf8: new TextEncoder().encode(text), utf16 };
};

export const wipe = (...buffers: readonly Uint8Array[]): void => buffers.forEach((buffer) => buffer.fill(0));

/** More rounds than any program asks for by itself: a file that asks for more is meant to keep the browser busy. */
const mostRounds = 2_000_000;

export const roundsOf = (number: Der | undefined): number | undefined => {
  const bytes = contentOf(number, 0x02);
  const value = bytes && bytes.length <= 4 ? bytes.reduce((sum, byte) => sum * 256 + byte, 0) : 0;
  return value > 0 && value <= mostRounds ? value : undefined;
};

const hashes: ReadonlyMap<string, string> = new Map([
  [oids.sha1, 'SHA-1'],
  [oids.sha256, 'SHA-256'],
  [oids.sha384, 'SHA-384'],
  [oids.sha512, 'SHA-512'],
  [oids.hmacSha1, 'SHA-1'],
  [oids.hmacSha256, 'SHA-256'],
  [oids.hmacSha384, 'SHA-384'],
  [oids.hmacSha512, 'SHA-512'],
]);

/** The hash of a digest or an HMAC by its AlgorithmIdentifier. */
export const hashNamed = (identifier: Der | undefined): string | undefined =>
  hashes.get(oidOf(identifier?.children[0]));

/** Triple DES, RC2 and RC4 after PKCS#12's own way (RFC 7292, appendix C), and the ciphers of PKCS#5 before version 2. */
export const isOldCipher = (identifier: Der | undefined): boolean =>
  /^1\.2\.840\.113549\.1\.(?:12\.1\.[1-6]|5\.(?:1|3|4|6|10|11))$/.test(oidOf(identifier?.children[0])) ||
  oidOf(schemeOf(identifier)?.children[0]).startsWith('1.2.840.113549.3.');

const schemeOf = (identifier: Der | undefined): Der | undefined => identifier?.children[1]?.children[1];

const keySizes: ReadonlyMap<string, number> = new Map([
  [oids.aes128, 128],
  [oids.aes192, 192],
  [oids.aes256, 256],
]);

/** Opens what PBES2 (RFC 8018, 6.2) closed with AES. Undefined for any other cipher, and where it does not open. */
export const decrypt = async (
  subtle: SubtleCrypto,
  identifier: Der | undefined,
  data: Uint8Array,
  password: Password,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const derivation = identifier?.children[1]?.children[0];
  const scheme = schemeOf(identifier);
  const [salt, rounds, ...rest] = derivation?.children[1]?.children ?? [];
  const prf = rest.find(({ tag }) => tag === 0x30);
  const hash = prf === undefined ? 'SHA-1' : hashNamed(prf);
  const length = keySizes.get(oidOf(scheme?.children[0]));
  const iv = contentOf(scheme?.children[1], 0x04);
  const iterations = roundsOf(rounds);
  const saltBytes = contentOf(salt, 0x04);
  if (oidOf(identifier?.children[0]) !== oids.pbes2 || oidOf(derivation?.children[0]) !== oids.pbkdf2) return undefined;
  if (hash === undefined || length === undefined || !iv || !saltBytes || iterations === undefined) return undefined;
  try {
    const secret = await subtle.importKey('raw', password.utf8, 'PBKDF2', false, ['deriveKey']);
    const way = { name: 'PBKDF2', hash, salt: saltBytes, iterations };
    const key = await subtle.deriveKey(way, secret, { name: 'AES-CBC', length }, false, ['decrypt']);
    return new Uint8Array(await subtle.decrypt({ name: 'AES-CBC', iv }, key, new Uint8Array(data)));
  } catch {
    return undefined; // a wrong password, or a size of key that this browser lacks
  }
};

const repeated = (bytes: Uint8Array, block: number): Uint8Array<ArrayBuffer> => {
  const size = block * Math.ceil(bytes.length / block);
  return Uint8Array.from({ length: size }, (_, at) => bytes[at % bytes.length] ?? 0);
};

/** The key of PKCS#12's check over the whole file (RFC 7292, B.2, with ID 3). */
export const macKey = async (
  subtle: SubtleCrypto,
  hash: string,
  password: Password,
  salt: Uint8Array,
  rounds: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const block = hash === 'SHA-1' || hash === 'SHA-256' ? 64 : 128;
  const start = concat(new Uint8Array(block).fill(3), repeated(salt, block), repeated(password.utf16, block));
  // One round gives as many bytes as the check needs, so the steps for more are never taken.
  let digest = new Uint8Array(await subtle.digest(hash, start));
  for (let round = 1; round < rounds; round++) digest = new Uint8Array(await subtle.digest(hash, digest));
  wipe(start);
  return digest;
};
