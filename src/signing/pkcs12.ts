import { equalBytes } from '../base/bytes';
import { fail, type Result, succeed } from '../base/result';
import { readBer } from './ber';
import { type CertificateCode, readCertificate } from './certificate';
import type { Chain } from './chain';
import { contentOf, type Der, oidOf, readDer } from './der-reader';
import { above } from './issued';
import { readPublicKey } from './keys';
import { oids } from './oids';
import { decrypt, hashNamed, isOldCipher, macKey, type Password, passwordOf, roundsOf, wipe } from './pkcs12-cipher';
import { signWith, verifies } from './signature-value';

export type Pkcs12Code =
  | CertificateCode
  | 'pkcs12.form'
  | 'pkcs12.old-form'
  | 'pkcs12.password'
  | 'pkcs12.no-key'
  | 'pkcs12.key-kind'
  | 'pkcs12.key-short'
  | 'pkcs12.no-certificate';

/** A key out of a file, for this one signing: it cannot be read out again. */
export interface OpenedKey {
  readonly privateKey: CryptoKey;
  readonly chain: Chain;
}

/** A bag of the file: what it is, and its value. */
interface Bag {
  readonly type: string;
  readonly value: Der;
}

/** The two ways in which a part of the file lies: open, or closed with a cipher. */
interface Part {
  readonly cipher: Der | undefined;
  readonly data: Uint8Array;
}

const partOf = (info: Der): Part | undefined => {
  const [type, wrapped] = info.children;
  if (oidOf(type) === oids.data && wrapped?.tag === 0xa0) return { cipher: undefined, data: wrapped.content };
  const [, cipher, data] = wrapped?.children[0]?.children[1]?.children ?? [];
  return oidOf(type) === oids.encryptedData && cipher && data ? { cipher, data: data.content } : undefined;
};

const bagsIn = (safe: Uint8Array): readonly Bag[] | undefined =>
  readBer(safe)?.children.flatMap(({ children }) => {
    const [type, wrapped] = children;
    const value = wrapped?.children[0];
    return value ? [{ type: oidOf(type), value }] : [];
  });

/** The check that the password is right and nothing has changed (RFC 7292, section 4): HMAC over the whole content. */
const passes = async (
  subtle: SubtleCrypto,
  mac: Der,
  content: Uint8Array,
  password: Password,
): Promise<boolean | undefined> => {
  const [info, salt, rounds] = mac.children;
  const hash = hashNamed(info?.children[0]);
  const expected = contentOf(info?.children[1], 0x04);
  const saltBytes = contentOf(salt, 0x04);
  const iterations = rounds === undefined ? 1 : roundsOf(rounds);
  if (hash === undefined || !expected || !saltBytes || saltBytes.length === 0 || iterations === undefined)
    return undefined;
  const secret = await macKey(subtle, hash, password, saltBytes, iterations);
  const key = await subtle.importKey('raw', secret, { name: 'HMAC', hash }, false, ['sign']);
  wipe(secret);
  return equalBytes(new Uint8Array(await subtle.sign('HMAC', key, new Uint8Array(content))), expected);
};

const importKey = async (
  subtle: SubtleCrypto,
  pkcs8: Uint8Array<ArrayBuffer>,
): Promise<Result<CryptoKey, Pkcs12Code>> => {
  const type = oidOf(readBer(pkcs8)?.children[1]?.children[0]);
  const algorithm =
    type === oids.rsa ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } : { name: 'ECDSA', namedCurve: 'P-256' };
  if (type !== oids.rsa && type !== oids.ecPublicKey) return fail('pkcs12.key-kind', 'key');
  try {
    const key = await subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
    const { modulusLength } = key.algorithm as { readonly modulusLength?: number };
    return modulusLength !== undefined && modulusLength < 2048
      ? fail('pkcs12.key-short', 'key', { bits: modulusLength })
      : succeed(key);
  } catch {
    return fail('pkcs12.key-kind', 'key');
  }
};

/** The public key of a certificate that need not be of our form. */
const publicKeyIn = (der: Uint8Array) => {
  const read = readDer(der, '');
  const tbs = read.ok ? read.value.children[0] : undefined;
  return readPublicKey(tbs?.children[tbs.children[0]?.tag === 0xa0 ? 6 : 5]);
};

/** The certificate among these whose key this is. */
const certificateOf = async (
  subtle: SubtleCrypto,
  privateKey: CryptoKey,
  certificates: readonly Uint8Array[],
): Promise<Uint8Array | undefined> => {
  const probe = new Uint8Array(32);
  const value = await signWith(subtle, privateKey, probe);
  const family = privateKey.algorithm.name === 'ECDSA' ? 'EC' : 'RSA';
  for (const der of certificates) {
    const key = publicKeyIn(der);
    if (key && (await verifies(subtle, key, { family, hash: 'SHA-256' }, value, probe))) return der;
  }
  return undefined;
};

const open = async (
  subtle: SubtleCrypto,
  file: Uint8Array,
  password: Password,
): Promise<Result<OpenedKey, Pkcs12Code>> => {
  const pfx = readBer(file);
  const [version, content, mac] = pfx?.tag === 0x30 ? pfx.children : [];
  const whole = content?.children[1]?.content;
  const parts = whole && readBer(whole)?.children.map(partOf);
  if (contentOf(version, 0x02)?.join() !== '3' || oidOf(content?.children[0]) !== oids.data || !parts || !mac)
    return fail('pkcs12.form', 'pkcs12');
  // Said before the password is tried: it could be right, and the file would still not open.
  const plain = parts.flatMap((part) => (part && !part.cipher ? (bagsIn(part.data) ?? []) : []));
  const ciphers = [
    ...parts.map((part) => part?.cipher),
    ...plain.flatMap(({ type, value }) => (type === oids.shroudedKeyBag ? [value.children[0]] : [])),
  ];
  if (ciphers.some(isOldCipher)) return fail('pkcs12.old-form', 'pkcs12');
  const right = await passes(subtle, mac, whole, password);
  if (right === undefined) return fail('pkcs12.form', 'pkcs12');
  if (!right) return fail('pkcs12.password', 'password');

  const bags: Bag[] = [...plain];
  for (const part of parts) {
    if (!part) return fail('pkcs12.form', 'pkcs12');
    if (!part.cipher) continue;
    const opened = await decrypt(subtle, part.cipher, part.data, password);
    const inside = opened && bagsIn(opened);
    if (!inside) return fail('pkcs12.form', 'pkcs12');
    bags.push(...inside);
  }
  if (bags.some(({ type, value }) => type === oids.shroudedKeyBag && isOldCipher(value.children[0])))
    return fail('pkcs12.old-form', 'pkcs12');
  const certificates = bags.flatMap(({ type, value }) => {
    const der = type === oids.certificateBag ? value.children[1]?.content : undefined;
    return der ? [der] : [];
  });
  const keyBag = bags.find(({ type }) => type === oids.shroudedKeyBag || type === oids.keyBag);
  if (!keyBag) return fail('pkcs12.no-key', 'pkcs12');
  const [cipher, data] = keyBag.value.children;
  const pkcs8 =
    keyBag.type === oids.keyBag
      ? new Uint8Array(keyBag.value.raw)
      : data && (await decrypt(subtle, cipher, data.content, password));
  if (!pkcs8) return fail('pkcs12.form', 'pkcs12');
  const key = await importKey(subtle, pkcs8);
  wipe(pkcs8);
  if (!key.ok) return key;
  const own = await certificateOf(subtle, key.value, certificates);
  if (!own) return fail('pkcs12.no-certificate', 'pkcs12');
  const certificate = readCertificate(own, 'pkcs12');
  if (!certificate.ok) return certificate;
  const others = certificates.filter((der) => der !== own);
  return succeed({ privateKey: key.value, chain: await above(subtle, certificate.value, others) });
};

/**
 * Opens a PKCS#12 file (RFC 7292; .p12, .pfx) that is closed with a password and AES, for one signing. The key cannot be
 * taken out of what is returned; the buffers that held the password and the key are wiped. Of the certificates in it,
 * the key's own comes first, then those above it; others are passed over. Dates are not judged here.
 *
 * Old files (Triple DES, RC2, RC4) are told apart (`pkcs12.old-form`): browsers have no such ciphers, and they protect a
 * key badly.
 */
export const openPkcs12 = async (
  subtle: SubtleCrypto,
  file: Uint8Array,
  password: string,
): Promise<Result<OpenedKey, Pkcs12Code>> => {
  const forms = passwordOf(password);
  try {
    return await open(subtle, file, forms);
  } finally {
    wipe(forms.utf8, forms.utf16);
  }
};
