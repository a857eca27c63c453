import { type IsoTime, writtenTime } from '../base/calendar';
import { type Failure, failure, type Result } from '../base/result';
import { rendererSha256 } from '../pdf/render';
import type { Resources } from '../pdf/tagged/tagged-pdf';
import { parseRecord } from '../record/parse';
import { replayFailures } from '../record/replay';
import type { TrustList } from '../signing/trust';
import { type ProvenSignature, verifySignature } from '../signing/verify-signature';
import { enclosedFiles, packedFiles, payloadIn } from './attachments';
import { readPinned, unknownMaking } from './data';
import { openFile } from './form';
import { compareLayout } from './layout';
import { signaturePlace } from './signature-place';
import { signerFailures } from './signer';
import { textFailures } from './text';
import { strayEntries, timeFailures } from './time';
import { stampOf } from './timestamp';
import { vouched } from './trust';
import { judged, type LineId, type ProvenRecord, type Verdict, verdictOf, type VerdictLine } from './verdict';

export interface VerifyOptions {
  readonly subtle: SubtleCrypto;
  /** The fonts and the colour profile of the renderer. */
  readonly resources: Resources;
  /** Whose signatures are accepted; without it, an unknown signer is reported and not refused. */
  readonly trust?: TrustList | undefined;
  /** The checker's clock. */
  readonly now: IsoTime;
}

/** The lines of a verdict as they come; the first refusal among those that later ones stand on ends them. */
interface Judging {
  readonly lines: VerdictLine[];
  readonly say: (id: LineId, state: VerdictLine['state'], params?: VerdictLine['params']) => void;
  readonly refuse: (id: LineId, failures: readonly Failure[]) => undefined;
  /** Good or refused, by the failures. */
  readonly settle: (id: LineId, failures: readonly Failure[], params?: VerdictLine['params']) => void;
  /** The value of a result, or a refusal and undefined. */
  readonly take: <Value>(id: LineId, result: Result<Value>) => Value | undefined;
}

const judging = (lines: VerdictLine[]): Judging => {
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

const signerParams = ({ chain: [certificate] }: ProvenSignature): VerdictLine['params'] => ({
  name: certificate.commonName,
  organisation: certificate.organisation ?? '',
  sha256: certificate.sha256,
});

const judge = async (
  bytes: Uint8Array,
  { subtle, resources, trust, now }: VerifyOptions,
  { lines, say, settle, take }: Judging,
): Promise<ProvenRecord | undefined> => {
  const objects = take('form', openFile(bytes));
  const places = objects && take('form', signaturePlace(bytes, objects));
  if (!objects || !places) return undefined;
  say('form', 'good');

  const signature = take('unchanged', await verifySignature(subtle, places));
  if (!signature) return undefined;
  say('unchanged', 'good', signerParams(signature));

  const packed = take('enclosed', packedFiles(bytes, objects));
  const payloadBytes = packed && take('enclosed', payloadIn(packed));
  if (!packed || !payloadBytes) return undefined;
  const unknown = unknownMaking(payloadBytes, rendererSha256(resources));
  if (unknown) {
    const failures = [failure(`verify.unknown-${unknown.part}`, 'record.json', { found: unknown.found })];
    lines.push({ id: 'layout', state: 'not-checked', failures, params: {} });
    return undefined;
  }
  // No kind of payload encloses another record yet, so one that would is none that the parser knows.
  const record = take('data', parseRecord(payloadBytes));
  const files = record && take('enclosed', enclosedFiles(packed, record.payload));
  if (record?.payload.kind === 'practice') say('practice', 'note');
  if (!record || !files) return undefined;
  say('enclosed', 'good', { count: files.length });
  const pinned = take('data', readPinned(record, files));
  if (!pinned) return undefined;
  const { payload } = record;
  say('data', 'good', { reference: payload.reference, id: record.id });

  settle('text', textFailures(payload));
  if (lines.at(-1)?.state !== 'good') return undefined;
  const layout = compareLayout(places, signature.size, record, files, resources);
  settle('layout', layout.ok ? [] : layout.failures);

  const [certificate] = signature.chain;
  const { signedAt } = payload.time;
  settle('signer', signerFailures(payload, signature), signerParams(signature));
  const late = timeFailures(payload, certificate, now);
  const stray = strayEntries(payload);
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
  if (trust) {
    const known = take('trust', await vouched(subtle, trust, signature.chain, signedAt));
    if (known) say('trust', 'good', { by: known.by, name: known.name });
  } else say('trust', 'not-checked', { list: 'none' });
  settle('outcome', replayFailures(payload, pinned.policy, pinned.settings), { outcome: payload.result.outcome });
  return { id: record.id, payload, ...pinned };
};

/**
 * Judges a PDF by the rules for records, cheap ones first: nothing is rendered before signature, schema and limits have
 * passed. Only our own files can pass: one revision, one signature, every byte the same as a fresh rendering of the data
 * inside. Never rejects: whatever a library throws is a refusal (`verify.fault`). It takes no longer than the payload's
 * limits allow; a caller who needs an end to it runs it where it can be ended.
 */
export const verifyRecord = async (pdf: Uint8Array, options: VerifyOptions): Promise<Verdict> => {
  const lines: VerdictLine[] = [];
  try {
    return verdictOf(lines, await judge(pdf, options, judging(lines)));
  } catch (error) {
    const id = judged.find((one) => !lines.some((line) => line.id === one)) ?? 'outcome';
    const reason = error instanceof Error ? error.message.slice(0, 200) : '';
    return verdictOf([
      ...lines,
      { id, state: 'refused', failures: [failure('verify.fault', 'pdf', { reason })], params: {} },
    ]);
  }
};
