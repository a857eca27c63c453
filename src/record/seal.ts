import { type IsoTime, secondsOf, writtenTime } from '../base/calendar';
import { referenceOf } from '../base/ids';
import { grouped } from '../base/money';
import { fail, type Failure, type Result } from '../base/result';
import { canonicalText } from '../base/text';
import type { Assessment } from '../assessment/assessment';
import { versionsOf } from '../assessment/versions';
import { sealedForm } from '../policy/parse';
import { inLanguage } from '../policy/present';
import { readEarlier } from './earlier';
import { type RecordCode, sealPayload, type SealedRecord } from './parse';
import { recordFormat, type RecordFile, type RecordPayload } from './payload';
import { replayFailures } from './replay';
import { resultOf, titleOf } from './result';

export type SealCode =
  | RecordCode
  | 'seal.reperformance'
  | 'seal.no-outcome'
  | 'seal.not-started'
  | 'seal.begun-later'
  | 'seal.carried-over'
  | 'seal.too-many';

/** A file inside a record: its description and its bytes. */
export interface EnclosedFile {
  readonly file: RecordFile;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What signing adds to an assessment. */
export interface Sealing {
  readonly rendererSha256: string;
  readonly app: string;
  readonly partnership: string;
  readonly revision: number;
  /** The record of the revision before. The first revision replaces the record that the assessment takes up, if any. */
  readonly replaces?: string;
  readonly signer: RecordPayload['signer'];
  readonly algorithm: RecordPayload['signature']['algorithm'];
  /** Where a timestamp will be asked for, which makes it level B-T; without it, B-B. */
  readonly tsa?: string | undefined;
  readonly signedAt: IsoTime;
  /** The policies and settings that it stood on before, each by its name from `earlierName`. */
  readonly earlier?: readonly EnclosedFile[];
  readonly evidence: readonly EnclosedFile[];
}

/** A record ready to be printed: sealed payload and all files that it encloses, policy and settings first. */
export interface ReadyRecord extends SealedRecord {
  readonly files: readonly EnclosedFile[];
}

/** The policy and the settings as they are enclosed in a record. */
export const pinnedFiles = (assessment: Assessment): readonly [EnclosedFile, EnclosedFile] => {
  const enclosed = (name: string, value: Parameters<typeof sealedForm>[0]): EnclosedFile => {
    const { bytes, sha256 } = sealedForm(value);
    return { file: { name, type: 'application/json', size: bytes.length, sha256 }, bytes };
  };
  return [enclosed('policy.json', assessment.model.policy), enclosed('settings.json', assessment.model.settings)];
};

/** What is too long for a record was given by an officer, step by step: it is told as that, not as a fault of form. */
const asGiven = (failures: readonly Failure<SealCode>[]): readonly Failure<SealCode>[] => {
  const over = failures.find(({ code, params }) => code === 'shape.size' && params.bound === 'at most');
  return over
    ? [{ code: 'seal.too-many', place: over.place, params: { most: grouped(Number(over.params.limit)) } }]
    : failures;
};

/**
 * Seals an assessment that has reached its outcome into a record. Fails with `seal.too-many` where more was answered,
 * noted or changed than a record holds, and `record.too-large` where it is too long.
 */
export const sealRecord = (assessment: Assessment, sealing: Sealing): Result<ReadyRecord, SealCode> => {
  const { model, log, walk } = assessment;
  const { tsa } = sealing;
  const [first] = log;
  const result = resultOf(walk);
  if (first?.kind !== 'started') return fail('seal.not-started', 'log');
  if (first.reperforms) return fail('seal.reperformance', 'log[0]');
  if (!result) return fail('seal.no-outcome', 'result');
  if (secondsOf(first.at) > secondsOf(sealing.signedAt))
    return fail('seal.begun-later', 'time', { begun: writtenTime(first.at), now: writtenTime(sealing.signedAt) });
  const pinned = pinnedFiles(assessment);
  const replaces = sealing.replaces ?? first.continues;
  const files = [...pinned, ...(sealing.earlier ?? []), ...sealing.evidence];
  const sealed = sealPayload({
    format: recordFormat,
    kind: first.practice ? 'practice' : 'record',
    renderer: { version: 0, sha256: sealing.rendererSha256 },
    app: sealing.app,
    partnership: sealing.partnership,
    evaluation: first.draft,
    revision: sealing.revision,
    reference: referenceOf(first.draft),
    ...(replaces !== undefined && { replaces }),
    language: first.language,
    title: titleOf(walk, first.language),
    policy: { id: model.policy.id, version: model.policy.version, sha256: pinned[0].file.sha256 },
    settings: { sha256: pinned[1].file.sha256 },
    signer: sealing.signer,
    signature: { level: tsa === undefined ? 'B-B' : 'B-T', algorithm: sealing.algorithm },
    time: { startedAt: first.at, signedAt: sealing.signedAt, clock: 'device', ...(tsa !== undefined && { tsa }) },
    attachments: files.map((enclosed) => enclosed.file),
    log: [...log],
    result: structuredResult(result),
    declaration: canonicalText(inLanguage(model.policy.declaration, first.language), false),
  });
  if (!sealed.ok) return { ok: false, failures: asGiven(sealed.failures) };
  const wrong = carriedOverWrongly(assessment, sealed.value.payload, files);
  return wrong ?? { ok: true, value: { ...sealed.value, files } };
};

/**
 * What stands against a record that was carried over to another version of its policy. It is worked out again as a verifier
 * will: entries of other browsers may have come in since, and nobody should sign what will then be refused.
 */
const carriedOverWrongly = (
  { model }: Assessment,
  payload: RecordPayload,
  files: readonly EnclosedFile[],
): Result<never, SealCode> | undefined => {
  if (versionsOf(payload.log).length < 2) return undefined;
  const earlier = readEarlier(files.map(({ file, bytes }) => ({ name: file.name, bytes })));
  const [wrong] = earlier.ok ? replayFailures(payload, model.policy, model.settings, earlier.value) : earlier.failures;
  return wrong && fail('seal.carried-over', wrong.place);
};

/** The result with lists that the payload's schema may own. */
const structuredResult = (result: NonNullable<ReturnType<typeof resultOf>>): RecordPayload['result'] =>
  JSON.parse(JSON.stringify(result)) as RecordPayload['result'];
