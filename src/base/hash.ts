import { sha256 as digest } from '@noble/hashes/sha2.js';
import { canonical, type Json } from './canonical';
import { hex, utf8 } from './bytes';

/** SHA-256 of bytes, as 32 bytes. Works without `crypto.subtle`, which plain http lacks. */
export const sha256 = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(digest(bytes));

/** SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
export const sha256Hex = (bytes: Uint8Array): string => hex(sha256(bytes));

const found = new WeakMap<Uint8Array, string>();

/** The same for the bytes of a file, worked out once: what has been read from a file is never written to. */
export const fileSha256 = (bytes: Uint8Array): string => {
  const digits = found.get(bytes) ?? sha256Hex(bytes);
  found.set(bytes, digits);
  return digits;
};

/** The hash of a JSON value: SHA-256 of its canonical form, in hexadecimal. */
export const hashOf = (value: Json): string => sha256Hex(utf8(canonical(value)));
