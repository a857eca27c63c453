import { sha256Hex } from './hash';

const found = new WeakMap<Uint8Array, string>();

/** The SHA-256 of a file's bytes in hexadecimal, worked out once: what has been read from a file is never written to. */
export const fileSha256 = (bytes: Uint8Array): string => {
  const digits = found.get(bytes) ?? sha256Hex(bytes);
  found.set(bytes, digits);
  return digits;
};
