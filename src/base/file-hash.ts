import { sha256Hex } from './hash';
import { remembered } from './remembered';

/** The SHA-256 of a file's bytes in hexadecimal, worked out once: what has been read from a file is never written to. */
export const fileSha256: (bytes: Uint8Array) => string = remembered(sha256Hex);
