import { hex, utf8 } from '../base/bytes';
import { canonical } from '../base/canonical';
import type { Randomness } from '../base/ids';
import { fail, type Result, succeed } from '../base/result';
import { parseShape } from '../base/shape';
import { z } from '../base/zod';
import { bytesOf, hexOf, iterations, keyOf } from './backup-file';
import { type Sealing, sealingWith } from './lock-seal';
import { within } from './lock-raw';
import { settled } from './rescue-raw';
import type { StorageCode } from './open';

/** `lock.changed`: another tab has set, changed or removed the lock meanwhile. `lock.busy`: one does not let go of the database. */
export type LockCode =
  StorageCode | 'lock.passphrase' | 'lock.damaged' | 'lock.changed' | 'lock.busy' | 'lock.row' | 'lock.insecure';

/** The key that rows are encrypted with, itself encrypted with the key that the passphrase comes to. */
const wrappedSchema = z.strictObject({
  id: hexOf(32),
  cipher: z.literal('AES-GCM'),
  derivation: z.literal('PBKDF2-SHA-256'),
  iterations: z.int().check(z.minimum(100_000), z.maximum(10_000_000)),
  salt: hexOf(16),
  iv: hexOf(12),
  key: hexOf(48),
});

/** What the row of a lock says. While it is being set or removed, it names that attempt. */
const lockSchema = z.strictObject({ ...wrappedSchema.shape, turning: z.optional(z.string()) });
const beginningSchema = z.strictObject({ turning: z.string() });

export type Wrapped = z.infer<typeof wrappedSchema>;

/** What is found of a lock: none, one that is set, one whose row is damaged, or an attempt to set or remove one. */
export type FoundLock =
  | { readonly is: 'none' }
  | { readonly is: 'set'; readonly wrapped: Wrapped }
  | { readonly is: 'turning'; readonly turning: string; readonly wrapped: Wrapped | undefined }
  | { readonly is: 'damaged' };

/** Reads the row of a lock, or that there is none. */
export const lockIn = (row: unknown): FoundLock => {
  if (row === undefined) return { is: 'none' };
  const { value } = row as { readonly value?: unknown };
  const beginning = parseShape(beginningSchema, value);
  if (beginning.ok) return { is: 'turning', ...beginning.value, wrapped: undefined };
  const parsed = parseShape(lockSchema, value);
  if (!parsed.ok) return { is: 'damaged' };
  const { turning, ...wrapped } = parsed.value;
  return turning === undefined ? { is: 'set', wrapped } : { is: 'turning', turning, wrapped };
};

/** What the lock of a database is. */
export const readLock = (name: string): Promise<Result<FoundLock, LockCode>> =>
  within(name, 'readonly', ['meta'], async (work) => lockIn(await settled(work.objectStore('meta').get('lock'))));

/** What making and opening a lock needs from outside. */
export interface LockMaking {
  readonly subtle: SubtleCrypto | undefined;
  readonly random: Randomness;
}

/** The parameters are authenticated with the key: none can be changed unseen. */
const cipherOf = ({ key: _, ...by }: Omit<Wrapped, 'key'> & { readonly key?: string }) => ({
  name: 'AES-GCM',
  iv: bytesOf(by.iv),
  additionalData: utf8(canonical(by)),
});

/** A key wrapped under a passphrase. */
export const wrapKey = async (
  subtle: SubtleCrypto,
  random: Randomness,
  key: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<Wrapped> => {
  const by = {
    id: sealingWith(key, random).id,
    cipher: 'AES-GCM',
    derivation: 'PBKDF2-SHA-256',
    iterations,
    salt: hex(random(16)),
    iv: hex(random(12)),
  } as const;
  const shut = await subtle.encrypt(cipherOf(by), await keyOf(subtle, passphrase, by), key);
  return { ...by, key: hex(new Uint8Array(shut)) };
};

/** The key again. `lock.passphrase` where the passphrase is another. */
export const unwrapKey = async (
  subtle: SubtleCrypto,
  wrapped: Wrapped,
  passphrase: string,
): Promise<Result<Uint8Array<ArrayBuffer>, LockCode>> => {
  try {
    const words = await keyOf(subtle, passphrase, wrapped);
    return succeed(new Uint8Array(await subtle.decrypt(cipherOf(wrapped), words, bytesOf(wrapped.key))));
  } catch {
    return fail('lock.passphrase', 'lock');
  }
};

/** Opens the lock of a database: what makes its rows readable, or undefined where no lock is set any more. */
export const unlock = async (
  name: string,
  { subtle, random }: LockMaking,
  passphrase: string,
): Promise<Result<Sealing | undefined, LockCode>> => {
  const found = await readLock(name);
  if (!found.ok) return found;
  if (found.value.is === 'none') return succeed(undefined);
  if (found.value.is === 'damaged') return fail('lock.damaged', 'lock');
  if (found.value.is === 'turning') return fail('lock.changed', 'lock');
  if (!subtle) return fail('lock.insecure', 'lock');
  const key = await unwrapKey(subtle, found.value.wrapped, passphrase);
  return key.ok ? succeed(sealingWith(key.value, random)) : key;
};
