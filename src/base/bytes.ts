/** Bytes and the ways they are written as text. */

const encoder = new TextEncoder();

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

/** The text of UTF-8 bytes, or undefined where they are not UTF-8. A byte order mark is kept, so that it shows. */
export const fromUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** A number of bytes as people read it, rounded down: `4.7 MB`, `20 MB`, `310 kB`. */
export const writtenSize = (bytes: number): string => {
  const tenths = Math.floor(bytes / 100_000);
  return tenths < 10 ? `${Math.floor(bytes / 1000)} kB` : `${tenths / 10} MB`;
};

/** Lower-case hexadecimal. */
export const hex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
};

export const concat = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);
