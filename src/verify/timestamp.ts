import { type IsoTime, secondsOf, writtenTime } from '../base/calendar';
import { sha256 } from '../base/hash';
import { fail, type Result, succeed } from '../base/result';
import { type TimestampCode, verifyTimestamp } from '../signing/timestamp';
import { trustedTimestamper, type TrustList } from '../signing/trust';
import type { ProvenSignature } from '../signing/verify-signature';
import { ahead, type TimeCode, validAt } from './time';
import type { VerdictLine } from './verdict';

export type StampCode = TimestampCode | TimeCode | 'verify.time-stamped';

/** How far the signer's and the authority's clocks may be apart before the reader is told, in seconds. */
const mayDiffer = 600;

/** What is to be said of a timestamp, and whether the reader must take note of it. */
export interface Stamped {
  readonly noteworthy: boolean;
  readonly params: VerdictLine['params'];
  /** The authority's time, where the list of trust knows the authority. */
  readonly trustedAt?: IsoTime;
}

const unstamped: Stamped = { noteworthy: false, params: { clock: 'device' } };

/**
 * Rule 10 for level B-T: the timestamp is one over the signature's value, made while the signer's certificate was valid,
 * and not in the future. Whose clock it is stands in the line. An authority that is not on the list is no ground for
 * refusal: the signature stands without it, as at level B-B.
 */
export const stampOf = async (
  subtle: SubtleCrypto,
  { chain, signatureValue, timestamp }: ProvenSignature,
  signedAt: IsoTime,
  now: IsoTime,
  list: TrustList | undefined,
): Promise<Result<Stamped, StampCode>> => {
  if (timestamp === undefined) return succeed(unstamped);
  const proven = await verifyTimestamp(subtle, timestamp, sha256(signatureValue));
  if (!proven.ok) return proven;
  const { time } = proven.value;
  const [signer] = chain;
  const [authority] = proven.value.chain;
  if (!validAt(signer, time)) return fail('verify.time-stamped', 'timestamp', { at: writtenTime(time) });
  if (secondsOf(time) > secondsOf(now) + ahead)
    return fail('verify.time-future', 'timestamp', { now: writtenTime(now) });
  const listed = list ? ((await trustedTimestamper(subtle, list, proven.value.chain, time)) ? 'yes' : 'no') : 'none';
  const apart = Math.abs(secondsOf(time) - secondsOf(signedAt));
  return succeed({
    noteworthy: listed === 'no' || apart > mayDiffer,
    ...(listed === 'yes' && { trustedAt: time }),
    params: {
      clock: 'authority',
      stampedAt: writtenTime(time),
      authority: authority.commonName,
      listed,
      ...(apart > mayDiffer && { apart: Math.round(apart / 60) }),
    },
  });
};
