import { sha256 as digest } from '@noble/hashes/sha2.js';
import { canonical, type Json } from './canonical';
import { hex, utf8 } from './bytes';

/** SHA-256 of bytes, as 32 bytes. Works without `crypto.subtle`, which plain http lacks. */
export const sha256 = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(digest(bytes));

/** SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
export const sha256Hex = (bytes: Uint8Array): string => hex(sha256(bytes));

/** The hash of a JSON value: SHA-256 of its canonical form, in hexadecimal. */
export const hashOf = (value: Json): string => sha256Hex(utf8(canonical(value)));
