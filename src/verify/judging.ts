import { type IsoTime, writtenTime } from '../base/calendar';
import { type Failure, type Result } from '../base/result';
import type { Resources } from '../pdf/tagged/tagged-pdf';
import type { Places } from '../signing/places';
import type { TrustList } from '../signing/trust';
import type { ProvenSignature } from '../signing/verify-signature';
import type { PackedFiles, PackedPayload } from './attachments';
import type { LineId, VerdictLine } from './verdict';
import { timeFailures } from './time';
import { stampOf } from './timestamp';
import { vouched } from './trust';

export interface VerifyOptions {
  readonly subtle: SubtleCrypto;
  /** The fonts and the colour profile of the renderer. */
  readonly resources: Resources;
  /** Whose signatures are accepted; without it, an unknown signer is reported and not refused. */
  readonly trust?: TrustList | undefined;
  /** The checker's clock. */
  readonly now: IsoTime;
}

/** A file of our form whose signature holds, and the payload in it, of which nothing is believed yet. */
export interface Opened {
  readonly places: Places;
  readonly signature: ProvenSignature;
  readonly packed: PackedFiles;
  readonly payload: PackedPayload;
}

/** The lines of a verdict as they come; the first refusal among those that later ones stand on ends them. */
export interface Judging {
  readonly lines: VerdictLine[];
  readonly say: (id: LineId, state: VerdictLine['state'], params?: VerdictLine['params']) => void;
  readonly refuse: (id: LineId, failures: readonly Failure[]) => undefined;
  /** Good or refused, by the failures. */
  readonly settle: (id: LineId, failures: readonly Failure[], params?: VerdictLine['params']) => void;
  /** The value of a result, or a refusal and undefined. */
  readonly take: <Value>(id: LineId, result: Result<Value>) => Value | undefined;
}

export const judgingInto = (lines: VerdictLine[]): Judging => {
  const say: Judging['say'] = (id, state, params = {}) => void lines.push({ id, state, params });
  const refuse: Judging['refuse'] = (id, failures) => void lines.push({ id, state: 'refused', failures, params: {} });
  return {
    lines,
    say,
    refuse,
    settle: (id, failures, params) => (failures.length > 0 ? refuse(id, failures) : say(id, 'good', params)),
    take: (id, result) => (result.ok ? result.value : refuse(id, result.failures)),
  };
};

export const signerParams = ({ chain: [certificate] }: ProvenSignature): VerdictLine['params'] => ({
  name: certificate.commonName,
  organisation: certificate.organisation ?? '',
  sha256: certificate.sha256,
});

/** Rule 10: the signer's own clock, and the timestamp where there is one; how many answers another clock dated is `stray`. */
export const judgeTime = async (
  { say, take }: Judging,
  { subtle, trust, now }: VerifyOptions,
  signature: ProvenSignature,
  time: Parameters<typeof timeFailures>[0]['time'],
  stray = 0,
): Promise<void> => {
  const [certificate] = signature.chain;
  const { signedAt } = time;
  const late = timeFailures({ time }, certificate, now);
  const stamp = take(
    'time',
    late.length > 0 ? { ok: false, failures: late } : await stampOf(subtle, signature, signedAt, now, trust),
  );
  if (stamp)
    say('time', stray > 0 || stamp.noteworthy ? 'note' : 'good', {
      signedAt: writtenTime(signedAt),
      stray,
      ...stamp.params,
    });
};

/** Rule 11, where a list of trust was given. */
export const judgeTrust = async (
  { say, take }: Judging,
  { subtle, trust }: VerifyOptions,
  { chain }: ProvenSignature,
  signedAt: IsoTime,
): Promise<void> => {
  if (!trust) return say('trust', 'not-checked', { list: 'none' });
  const known = take('trust', await vouched(subtle, trust, chain, signedAt));
  if (known) say('trust', 'good', { by: known.by, name: known.name });
};
