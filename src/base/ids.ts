/** Fills and returns bytes of randomness. `crypto.getRandomValues` in the product, a seeded source in tests. */
export type Randomness = (length: number) => Uint8Array;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'; // Crockford's: no i, l, o, u, so that it can be read aloud

/** A random id of 26 letters and digits: 130 bits. */
export const newId = (random: Randomness): string => Array.from(random(26), (byte) => alphabet[byte & 31]).join('');

/** An id of `newId`'s form. */
export const idPattern = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** The short reference of an evaluation, as printed: `E-` and ten letters and digits of its id, in two groups. */
export const referenceOf = (evaluationId: string): string =>
  `E-${evaluationId.slice(0, 5)}-${evaluationId.slice(5, 10)}`.toUpperCase();
