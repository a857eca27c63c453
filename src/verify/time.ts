import { type IsoTime, secondsOf, writtenTime } from '../base/calendar';
import { type Failure, failure } from '../base/result';
import type { RecordPayload } from '../record/payload';
import type { SignedTime } from '../record/signed-by';
import type { Certificate } from '../signing/certificate';

export type TimeCode = 'verify.time-certificate' | 'verify.time-future';

/** How far a signer's clock may be ahead of the checker's, in seconds. */
export const ahead = 24 * 60 * 60;

/** Whether a moment lies in a certificate's validity, both ends included. */
export const validAt = ({ notBefore, notAfter }: Certificate, time: IsoTime): boolean =>
  secondsOf(notBefore) <= secondsOf(time) && secondsOf(time) <= secondsOf(notAfter);

/** What every payload says of its time. */
export interface SignedAt {
  readonly time: Pick<SignedTime, 'signedAt'>;
}

/** Rule 10: signed while the certificate was valid, and not in the future. That it began before, the payload's parser saw. */
export const timeFailures = (
  { time }: SignedAt,
  certificate: Certificate,
  now: IsoTime,
): readonly Failure<TimeCode>[] => [
  ...(validAt(certificate, time.signedAt)
    ? []
    : [
        failure<TimeCode>('verify.time-certificate', 'time.signedAt', {
          from: writtenTime(certificate.notBefore),
          until: writtenTime(certificate.notAfter),
        }),
      ]),
  ...(secondsOf(time.signedAt) > secondsOf(now) + ahead
    ? [failure<TimeCode>('verify.time-future', 'time.signedAt', { now: writtenTime(now) })]
    : []),
];

/** How many answers say that they were given before the beginning or after the signing: another device's clock, as a rule. */
export const strayEntries = ({ time, log }: RecordPayload): number => {
  const [from, to] = [secondsOf(time.startedAt), secondsOf(time.signedAt)];
  return log.filter(({ at }) => secondsOf(at) < from || secondsOf(at) > to).length;
};
