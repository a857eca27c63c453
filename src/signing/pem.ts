import { fail, type Result, settle, failure } from '../base/result';

export type PemCode = 'pem.none' | 'pem.malformed';

const begin = '-----BEGIN CERTIFICATE-----';
const end = '-----END CERTIFICATE-----';

const written = (der: Uint8Array, what: string): string => {
  let binary = '';
  for (const byte of der) binary += String.fromCharCode(byte);
  return `-----BEGIN ${what}-----\n${btoa(binary).replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${what}-----\n`;
};

/** A certificate as PEM text (RFC 7468), 64 characters a line. */
export const toPem = (der: Uint8Array): string => written(der, 'CERTIFICATE');

/** A request for a certificate as PEM text. */
export const requestToPem = (der: Uint8Array): string => written(der, 'CERTIFICATE REQUEST');

const decode = (base64: string): Uint8Array | undefined => {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/** The certificates in a PEM text, as DER, in order. Text around them is passed over, as RFC 7468 allows. */
export const fromPem = (text: string, place: string): Result<readonly Uint8Array[], PemCode> => {
  const blocks = text.split(begin).slice(1);
  if (blocks.length === 0) return fail('pem.none', place);
  const found = blocks.map((block) => {
    const stop = block.indexOf(end);
    return stop < 0 ? undefined : decode(block.slice(0, stop).replace(/\s+/g, ''));
  });
  const bad = found.flatMap((bytes, index) => (bytes ? [] : [failure('pem.malformed', place, { number: index + 1 })]));
  return settle(bad, () => found.filter((bytes) => bytes !== undefined));
};
