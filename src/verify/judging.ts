import type { IsoTime } from '../base/calendar';
import { type Failure, type Result } from '../base/result';
import type { Resources } from '../pdf/tagged/tagged-pdf';
import type { Places } from '../signing/places';
import type { TrustList } from '../signing/trust';
import type { ProvenSignature } from '../signing/verify-signature';
import type { PackedFiles, PackedPayload } from './attachments';
import type { LineId, VerdictLine } from './verdict';

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

/** So many reasons are given for one refusal: a crafted file has a hundred thousand, which nobody reads and no page can show. */
export const reasonLimit = 20;

export const judgingInto = (lines: VerdictLine[]): Judging => {
  const say: Judging['say'] = (id, state, params = {}) => void lines.push({ id, state, params });
  const refuse: Judging['refuse'] = (id, failures) =>
    void lines.push({ id, state: 'refused', failures: failures.slice(0, reasonLimit), params: {} });
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
