import { type IsoTime, writtenDate, writtenTime } from '../base/calendar';
import type { ProvenSignature } from '../signing/verify-signature';
import { type Judging, signerParams, type VerifyOptions } from './judging';
import { type Signed, signerFailures } from './signer';
import { type SignedAt, timeFailures } from './time';
import { stampOf } from './timestamp';
import type { TrustRole } from '../signing/trust-file';
import { type Claimed, vouched } from './trust';
import type { VerdictLine } from './verdict';

/**
 * Rule 10: when it was signed and by whose clock. `stray` answers are no ground for refusal, and the reader is told. Gives
 * the time of a timestamp whose authority is on the list of trust.
 */
const judgeTime = async (
  { say, take }: Judging,
  { subtle, trust, now }: VerifyOptions,
  signature: ProvenSignature,
  payload: SignedAt,
  stray: number,
): Promise<IsoTime | undefined> => {
  const { signedAt } = payload.time;
  const [certificate] = signature.chain;
  const late = timeFailures(payload, certificate, now);
  const stamp = take(
    'time',
    late.length > 0 ? { ok: false, failures: late } : await stampOf(subtle, signature, signedAt, now, trust),
  );
  if (!stamp) return undefined;
  const state = stray > 0 || stamp.noteworthy ? 'note' : 'good';
  say('time', state, { signedAt: writtenTime(signedAt), stray, ...stamp.params });
  return stamp.trustedAt;
};

/** Rule 11, where a list of trust was given. */
const judgeTrust = async (
  { say, take }: Judging,
  { subtle, trust }: VerifyOptions,
  { chain }: ProvenSignature,
  claimed: Claimed,
): Promise<void> => {
  if (!trust) return say('trust', 'not-checked', { list: 'none' });
  const known = take('trust', await vouched(subtle, trust, chain, claimed));
  if (!known) return;
  const { by, name, saysPerson, saysRole, withdrawnOn } = known;
  say('trust', withdrawnOn === undefined ? 'good' : 'note', {
    by,
    name,
    person: claimed.name,
    role: claimed.role,
    saysPerson: saysPerson ? 'yes' : 'no',
    saysRole: saysRole ? 'yes' : 'no',
    ...(withdrawnOn !== undefined && { withdrawnOn: writtenDate(withdrawnOn) }),
  });
};

/** A payload, its id, and what the rules of signing look at. */
export interface SignedDocument {
  readonly id: string;
  readonly payload: Signed & SignedAt & { readonly signer: { readonly role: TrustRole } };
}

/**
 * Rules 9 to 11, the same for every kind of document: the signer is the one that the payload names, signed when it says,
 * and is somebody whom the list of trust knows. `params` is what a document says of itself besides.
 */
export const judgeSigning = async (
  judging: Judging,
  options: VerifyOptions,
  signature: ProvenSignature,
  { id, payload }: SignedDocument,
  { stray = 0, params = {} }: { readonly stray?: number; readonly params?: VerdictLine['params'] },
): Promise<void> => {
  judging.settle('signer', signerFailures(payload, signature), { ...params, ...signerParams(signature) });
  const stampedAt = await judgeTime(judging, options, signature, payload, stray);
  const { name, role } = payload.signer;
  await judgeTrust(judging, options, signature, { id, name, role, signedAt: payload.time.signedAt, stampedAt });
};
