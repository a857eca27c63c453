import { utf8 } from '../../base/bytes';
import { type IsoTime, isIsoTime, secondsOf, timeOf } from '../../base/calendar';

/**
 * Whatever is written into a PDF by hand passes through here. jsPDF writes what it is given as it stands, so a crafted
 * date or title could otherwise close a dictionary and open another. Text becomes hexadecimal; anything else must match a
 * closed pattern. What does not is a bug of the caller's, who should have refused it before.
 */

const exact = (pattern: RegExp, text: string): string => {
  if (!pattern.test(text)) throw new Error(`not a token of the form ${pattern}: ${JSON.stringify(text.slice(0, 80))}`);
  return text;
};

/** Text as a UTF-16BE string with its byte order mark (ISO 32000-1, 7.9.2.2), in hexadecimal. */
export const textString = (text: string): string => {
  let digits = 'FEFF';
  for (let at = 0; at < text.length; at++) digits += text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return `<${digits}>`;
};

/** ASCII as a byte string, in hexadecimal. */
export const asciiString = (text: string): string => {
  const bytes = utf8(exact(/^[ -~]*$/, text));
  return `<${Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('')}>`;
};

/** The years that jsPDF writes in /CreationDate. */
export const isPrintableTime = (time: string): time is IsoTime =>
  isIsoTime(time) && utc(time) >= '1970' && utc(time) < '2038';

const utc = (time: IsoTime): string => timeOf(secondsOf(time));

/** `D:20261122101500+00'00'`: a moment, always in UTC, so that one moment has one form (ISO 32000-1, 7.9.4). */
export const pdfDate = (time: IsoTime): string =>
  exact(/^D:\d{14}\+00'00'$/, `D:${utc(time).slice(0, 19).replace(/[-:T]/g, '')}+00'00'`);

/** The same moment for XMP. */
export const xmpDate = (time: IsoTime): string => exact(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/, utc(time));

/** Lower-case with a `/`, and `.`, `+`, `-` within: `application/json`. */
export const mediaTypePattern = /^[a-z]+\/[a-z0-9]+(?:[.+-][a-z0-9]+)*$/;

/** A media type as a PDF name, every sign escaped. */
export const mediaTypeName = (type: string): string =>
  `/${exact(mediaTypePattern, type).replace(/[^a-z0-9]/g, (sign) => `#${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;

export const languagePattern = /^[a-z]{2,3}(?:-[A-Z]{2})?$/;
export const languageTag = (language: string): string => exact(languagePattern, language);

export const fileIdPattern = /^[0-9a-f]{32}$/;
export const fileIdToken = (id: string): string => exact(fileIdPattern, id);

/** The id of a record: a SHA-256 in hexadecimal. */
export const recordIdToken = (id: string): string => exact(/^[0-9a-f]{64}$/, id);

/** A length in points, to a thousandth. */
export const number = (value: number): string =>
  exact(/^-?\d+(?:\.\d{1,3})?$/, String(Math.round(value * 1000) / 1000));

/** XML text: the signs that XML reads are written as references. */
export const xmlText = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');

/** Bytes as the string of characters U+0000 to U+00FF that jsPDF writes byte for byte. */
export const binary = (bytes: Uint8Array): string => {
  let text = '';
  // Spread into a call, a typed array is walked by its iterator, which takes eight times as long.
  for (let at = 0; at < bytes.length; at += 8192)
    text += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(at, at + 8192)) as string;
  return text;
};
