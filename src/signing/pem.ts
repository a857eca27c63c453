import { base64, fromBase64 } from '../base/base64';
import { fail, type Result, settle, failure } from '../base/result';

export type PemCode = 'pem.none' | 'pem.malformed';

const begin = '-----BEGIN CERTIFICATE-----';
const end = '-----END CERTIFICATE-----';

const written = (der: Uint8Array, what: string): string =>
  `-----BEGIN ${what}-----\n${base64(der).replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${what}-----\n`;

/** A certificate as PEM text (RFC 7468), 64 characters a line. */
export const toPem = (der: Uint8Array): string => written(der, 'CERTIFICATE');

/** A request for a certificate as PEM text. */
export const requestToPem = (der: Uint8Array): string => written(der, 'CERTIFICATE REQUEST');

/** The certificates in a PEM text, as DER, in order. Text around them is passed over, as RFC 7468 allows. */
export const fromPem = (text: string, place: string): Result<readonly Uint8Array[], PemCode> => {
  const blocks = text.split(begin).slice(1);
  if (blocks.length === 0) return fail('pem.none', place);
  const found = blocks.map((block) => {
    const stop = block.indexOf(end);
    return stop < 0 ? undefined : fromBase64(block.slice(0, stop).replace(/\s+/g, ''));
  });
  const bad = found.flatMap((bytes, index) => (bytes ? [] : [failure('pem.malformed', place, { number: index + 1 })]));
  return settle(bad, () => found.filter((bytes) => bytes !== undefined));
};
