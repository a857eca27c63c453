import { fromUtf8 } from '../base/bytes';
import { type IsoTime, isIsoTime } from '../base/calendar';
import { contentOf, type Der, oidOf, readDer } from './der-reader';
import { oids } from './oids';

/** What a timestamp authority states (RFC 3161, 2.4.2: TSTInfo). */
export interface TimestampInfo {
  readonly time: IsoTime;
  /** The SHA-256 that was stamped. */
  readonly imprint: Uint8Array;
  readonly nonce: Uint8Array | undefined;
}

/** `20261122101500Z`, with or without a fraction of a second, which is left out. */
const moment = (element: Der | undefined): IsoTime | undefined => {
  const text = (element?.tag === 0x18 && fromUtf8(element.content)) || '';
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d{1,9})?Z$/.exec(text) ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}+00:00`;
  return isIsoTime(iso) ? iso : undefined;
};

/** AlgorithmIdentifier of SHA-256; its parameters may be absent or NULL (RFC 5754, section 2). */
const isSha256 = (identifier: Der | undefined): boolean =>
  oidOf(identifier?.children[0]) === oids.sha256 && identifier !== undefined && identifier.children.length <= 2;

// accuracy, ordering, nonce, tsa, extensions: each may be left out, and they stand in this order
const optional = [0x30, 0x01, 0x02, 0xa0, 0xa1] as const;

/** A TSTInfo in strict DER, version 1, over SHA-256, with no critical extension; anything else is undefined. */
export const readTimestampInfo = (bytes: Uint8Array): TimestampInfo | undefined => {
  const read = readDer(bytes, '');
  if (!read.ok || read.value.tag !== 0x30) return undefined;
  const [version, policy, imprint, serial, at, ...rest] = read.value.children;
  const digest = contentOf(imprint?.children[1], 0x04);
  const time = moment(at);
  const places = rest.map(({ tag }) => optional.indexOf(tag as (typeof optional)[number]));
  const ordered = places.every((place, index) => place > (places[index - 1] ?? -1));
  if (contentOf(version, 0x02)?.join() !== '1' || oidOf(policy) === '' || serial?.tag !== 0x02) return undefined;
  if (!ordered || !time || imprint?.children.length !== 2 || !isSha256(imprint.children[0])) return undefined;
  const critical = rest
    .filter(({ tag }) => tag === 0xa1)
    .some(({ children }) => children.some((one) => contentOf(one.children[1], 0x01)?.[0] === 0xff));
  if (digest?.length !== 32 || critical) return undefined;
  return { time, imprint: digest, nonce: rest.find(({ tag }) => tag === 0x02)?.content };
};
