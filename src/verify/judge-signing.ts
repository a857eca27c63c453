import { type IsoTime, writtenTime } from '../base/calendar';
import type { ProvenSignature } from '../signing/verify-signature';
import { type Judging, signerParams, type VerifyOptions } from './judging';
import { type Signed, signerFailures } from './signer';
import { type SignedAt, timeFailures } from './time';
import { stampOf } from './timestamp';
import { vouched } from './trust';
import type { VerdictLine } from './verdict';

/** Rule 10: when it was signed and by whose clock. `stray` answers are no ground for refusal, and the reader is told. */
const judgeTime = async (
  { say, take }: Judging,
  { subtle, trust, now }: VerifyOptions,
  signature: ProvenSignature,
  payload: SignedAt,
  stray: number,
): Promise<void> => {
  const { signedAt } = payload.time;
  const [certificate] = signature.chain;
  const late = timeFailures(payload, certificate, now);
  const stamp = take(
    'time',
    late.length > 0 ? { ok: false, failures: late } : await stampOf(subtle, signature, signedAt, now, trust),
  );
  if (!stamp) return;
  const state = stray > 0 || stamp.noteworthy ? 'note' : 'good';
  say('time', state, { signedAt: writtenTime(signedAt), stray, ...stamp.params });
};

/** Rule 11, where a list of trust was given. */
const judgeTrust = async (
  { say, take }: Judging,
  { subtle, trust }: VerifyOptions,
  { chain }: ProvenSignature,
  signedAt: IsoTime,
): Promise<void> => {
  if (!trust) return say('trust', 'not-checked', { list: 'none' });
  const known = take('trust', await vouched(subtle, trust, chain, signedAt));
  if (known) say('trust', 'good', { by: known.by, name: known.name });
};

/**
 * Rules 9 to 11, the same for every kind of document: the signer is the one that the payload names, signed when it says,
 * and is somebody whom the list of trust knows. `params` is what a document says of itself besides.
 */
export const judgeSigning = async (
  judging: Judging,
  options: VerifyOptions,
  signature: ProvenSignature,
  payload: Signed & SignedAt,
  { stray = 0, params = {} }: { readonly stray?: number; readonly params?: VerdictLine['params'] },
): Promise<void> => {
  judging.settle('signer', signerFailures(payload, signature), { ...params, ...signerParams(signature) });
  await judgeTime(judging, options, signature, payload, stray);
  await judgeTrust(judging, options, signature, payload.time.signedAt);
};
