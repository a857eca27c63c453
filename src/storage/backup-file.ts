import { concat, equalBytes, fromUtf8, hex, utf8 } from '../base/bytes';
import { canonical } from '../base/canonical';
import { sha256Hex } from '../base/hash';
import type { Randomness } from '../base/ids';
import { fail, type Result, succeed } from '../base/result';
import { parseJsonShape } from '../base/shape';
import { z } from '../base/zod';

export type BackupCode =
  | 'backup.not-a-backup'
  | 'backup.version'
  | 'backup.cut-off'
  | 'backup.damaged'
  | 'backup.locked'
  | 'backup.passphrase'
  | 'backup.insecure'
  | 'backup.content';

/** How often a passphrase is hashed: what OWASP asked for of PBKDF2 with SHA-256 in 2023. The file names its own number. */
export const iterations = 600_000;

/** So many bytes in hexadecimal. */
export const hexOf = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`)));
const headerSchema = z.strictObject({
  format: z.literal('backup/0'),
  length: z.int().check(z.positive()),
  sha256: hexOf(32),
  encryption: z.optional(
    z.strictObject({
      cipher: z.literal('AES-GCM'),
      derivation: z.literal('PBKDF2-SHA-256'),
      iterations: z.int().check(z.minimum(100_000), z.maximum(10_000_000)),
      salt: hexOf(16),
      iv: hexOf(12),
    }),
  ),
});
type Header = z.infer<typeof headerSchema>;
type Encryption = NonNullable<Header['encryption']>;

/** The bytes that hexadecimal digits stand for. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** The key that a passphrase comes to, for AES-GCM. */
export const keyOf = async (
  subtle: SubtleCrypto,
  passphrase: string,
  by: Pick<Encryption, 'salt' | 'iterations'>,
): Promise<CryptoKey> => {
  const words = await subtle.importKey('raw', utf8(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
  const { salt, iterations: times } = by;
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: times },
    words,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
};

/** The parameters of the encryption are authenticated with it: none can be changed unseen. */
const cipherOf = (by: Encryption) => ({
  name: 'AES-GCM',
  iv: bytesOf(by.iv),
  additionalData: utf8(canonical(by)),
});

/** A file with this body: a line that says what follows and its hash, then the body, encrypted where there is a passphrase. */
export const packBackup = async (
  body: Uint8Array<ArrayBuffer>,
  locking?: { readonly subtle: SubtleCrypto; readonly random: Randomness; readonly passphrase: string },
): Promise<Uint8Array<ArrayBuffer>> => {
  const encryption: Encryption | undefined = locking && {
    cipher: 'AES-GCM',
    derivation: 'PBKDF2-SHA-256',
    iterations,
    salt: hex(locking.random(16)),
    iv: hex(locking.random(12)),
  };
  const shut =
    locking && encryption
      ? new Uint8Array(
          await locking.subtle.encrypt(
            cipherOf(encryption),
            await keyOf(locking.subtle, locking.passphrase, encryption),
            body,
          ),
        )
      : body;
  const header: Header = {
    format: 'backup/0',
    length: shut.length,
    sha256: sha256Hex(shut),
    ...(encryption && { encryption }),
  };
  return concat(utf8(`${canonical(header)}\n`), shut);
};

/** Longer than any header, so that no other file is searched to its end. */
const longestHeader = 1000;

/**
 * The body of a backup, whole or not at all. The header must be written in the one way there is, so that no byte of the
 * file can change unseen. A locked one without a passphrase is `backup.locked`; a wrong one is `backup.passphrase`.
 */
export const unpackBackup = async (
  file: Uint8Array<ArrayBuffer>,
  opening: { readonly subtle: SubtleCrypto | undefined; readonly passphrase: string },
): Promise<Result<Uint8Array<ArrayBuffer>, BackupCode>> => {
  const end = file.subarray(0, longestHeader).indexOf(10);
  const line = file.subarray(0, Math.max(end, 0));
  const text = fromUtf8(line);
  if (!text?.includes('"format":"backup/')) return fail('backup.not-a-backup', 'header');
  if (!text.includes('"format":"backup/0"')) return fail('backup.version', 'header');
  const header = parseJsonShape(headerSchema, line);
  if (!header.ok || !equalBytes(utf8(canonical(header.value)), line)) return fail('backup.damaged', 'header');
  const { length, sha256, encryption } = header.value;
  const body = file.slice(end + 1);
  if (body.length < length) return fail('backup.cut-off', 'body', { missing: length - body.length });
  if (body.length > length || sha256Hex(body) !== sha256) return fail('backup.damaged', 'body');
  if (!encryption) return succeed(body);
  if (opening.passphrase === '') return fail('backup.locked', 'body');
  if (!opening.subtle) return fail('backup.insecure', 'body');
  try {
    const key = await keyOf(opening.subtle, opening.passphrase, encryption);
    return succeed(new Uint8Array(await opening.subtle.decrypt(cipherOf(encryption), key, body)));
  } catch {
    return fail('backup.passphrase', 'body');
  }
};
