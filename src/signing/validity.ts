import { fromUtf8 } from '../base/bytes';
import { type IsoTime, isIsoTime, secondsOf } from '../base/calendar';
import type { Der } from './der-reader';

/** The first and the last moment of a certificate, in UTC. */
export interface Validity {
  readonly notBefore: IsoTime;
  readonly notAfter: IsoTime;
}

/** UTCTime means 1950 to 2049; GeneralizedTime is for 2050 on; both with seconds and `Z` (RFC 5280, 4.1.2.5). */
const moment = (element: Der | undefined): IsoTime | undefined => {
  const text = (element && fromUtf8(element.content)) ?? '';
  const full = element?.tag === 0x17 ? `${text < '50' ? '20' : '19'}${text}` : element?.tag === 0x18 ? text : '';
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full) ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}+00:00`;
  return isIsoTime(iso) ? iso : undefined;
};

/** The validity of a certificate; undefined where it is malformed, ends before it begins, or lies outside 1900 to 2199. */
export const readValidity = (element: Der | undefined): Validity | undefined => {
  const [notBefore, notAfter] =
    element?.tag === 0x30 && element.children.length === 2 ? element.children.map(moment) : [];
  if (notBefore === undefined || notAfter === undefined) return undefined;
  return secondsOf(notBefore) <= secondsOf(notAfter) ? { notBefore, notAfter } : undefined;
};
