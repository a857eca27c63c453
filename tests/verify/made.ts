import type { IsoTime } from '../../src/base/calendar';
import { sha256Hex } from '../../src/base/hash';
import { replay } from '../../src/assessment/assessment';
import type { Entry } from '../../src/assessment/log';
import { type NamedFile, rendererSha256, renderRecord } from '../../src/pdf/render';
import type { Printed, Resources } from '../../src/pdf/tagged/tagged-pdf';
import type { Model } from '../../src/policy/model';
import { sealedForm } from '../../src/policy/parse';
import { sealPayload, type SealedRecord } from '../../src/record/parse';
import type { RecordPayload } from '../../src/record/payload';
import { type ReadyRecord, sealRecord, type Sealing } from '../../src/record/seal';
import { signPlaceholder, type Timestamping } from '../../src/signing/sign';
import type { Verdict } from '../../src/verify/verdict';
import { verifyRecord, type VerifyOptions } from '../../src/verify/verify-record';

import { readPrintAssets } from '../../scripts/print-assets';
import { keyholder, type Keyholder, subtle, valueOf } from '../signing/material';
import { bytesOf, randomAnswers, seeded } from '../support/answers';
import { knownPolicies } from '../support/policies';

export const resources: Resources = readPrintAssets();

const equipment = knownPolicies().find(({ model }) => model.policy.id === 'equipment');
if (!equipment) throw new Error('the equipment policy is missing');
export const { model } = equipment;

export const startedAt = '2026-11-22T09:00:00+00:00';
export const signedAt = '2026-11-22T10:15:00+00:00';
export const now = '2026-11-22T12:00:00+00:00';

export const officer = await keyholder('ES256');

const idOf = (number: number): string => `${'0'.repeat(26)}${number}`.slice(-26);
const evaluation = idOf(7);

/** A log that gives random answers to the equipment policy, all at one moment unless told. */
export const logOf = (seed: number, at: IsoTime = startedAt): readonly Entry[] => {
  const shared = { draft: evaluation, author: idOf(1), device: idOf(2) };
  const pins = { policy: sealedForm(model.policy).sha256, settings: sealedForm(model.settings).sha256 };
  const answers = randomAnswers(model, seeded(seed), { today: startedAt.slice(0, 10) });
  return [
    { ...shared, kind: 'started', id: idOf(100), counter: 1, at: startedAt, language: 'en', ...pins },
    ...[...answers].map(([field, value], index): Entry => ({
      ...shared,
      kind: 'answered',
      id: idOf(101 + index),
      counter: 2 + index,
      at,
      field,
      value: structuredClone(value) as never,
    })),
  ];
};

const filesIn = (log: readonly Entry[]): Sealing['evidence'] => {
  const named = new Map<string, Sealing['evidence'][number]>();
  for (const entry of log)
    if ('value' in entry && Array.isArray(entry.value))
      for (const file of entry.value)
        if (typeof file === 'object') {
          const plain = `${named.size + 1}.pdf`;
          named.set(file.sha256, { file: { ...file, name: plain }, bytes: bytesOf(file) });
        }
  return [...named.values()];
};

export interface Making {
  readonly seed?: number;
  readonly log?: readonly Entry[];
  readonly practice?: true;
  readonly signer?: Keyholder;
  /** The policy that the log is about, where it is not the one about equipment. */
  readonly under?: Model;
  readonly sealing?: Partial<Sealing>;
  readonly timestamping?: Timestamping<string>;
}

/** An honest record, ready to be printed. */
export const recordOf = ({
  seed = 1,
  log,
  practice,
  signer = officer,
  under = model,
  sealing,
}: Making = {}): ReadyRecord => {
  const entries = (log ?? logOf(seed)).map((entry) =>
    entry.kind === 'started' && practice ? { ...entry, practice } : entry,
  );
  const assessment = replay(under, entries);
  if (!assessment) throw new Error('no assessment');
  const { certificate } = signer;
  return valueOf(
    sealRecord(assessment, {
      rendererSha256: rendererSha256(resources),
      app: '0.1.0',
      partnership: idOf(9),
      revision: 1,
      signer: {
        name: certificate.commonName,
        job: 'Community officer',
        service: 'Communities',
        role: 'officer',
        certificateSha256: certificate.sha256,
        authorities: signer.signer.chain.slice(1).map((der) => sha256Hex(der)),
        keyOrigin: 'browser',
        identity: certificate.selfSigned ? 'self-asserted' : 'council-ca',
      },
      algorithm: certificate.algorithm === 'RS256' ? 'RS256' : 'ES256',
      signedAt,
      evidence: filesIn(entries),
      ...sealing,
    }),
  );
};

export const namedFiles = (record: ReadyRecord): readonly NamedFile[] =>
  record.files.map(({ file, bytes }) => ({ name: file.name, bytes }));

export const print = (record: SealedRecord, files: readonly NamedFile[]): Printed =>
  valueOf(renderRecord(record, files, resources));

export const sign = async (
  printed: Printed,
  signer: Keyholder = officer,
  timestamping?: Timestamping<string>,
): Promise<Uint8Array<ArrayBuffer>> => valueOf(await signPlaceholder(subtle, printed, signer.signer, timestamping));

/** An honest signed record. */
export const madeRecord = async (making: Making = {}): Promise<Uint8Array<ArrayBuffer>> => {
  const record = recordOf(making);
  return sign(print(record, namedFiles(record)), making.signer, making.timestamping);
};

/** The payload changed, and sealed again as anyone with this code could. */
export const resealed = (record: ReadyRecord, change: (payload: RecordPayload) => RecordPayload): ReadyRecord => ({
  ...valueOf(sealPayload(change(structuredClone(record.payload)))),
  files: record.files,
});

/** A record with a changed payload, printed and signed with the genuine key. */
export const forged = async (
  change: (payload: RecordPayload) => RecordPayload,
  making: Making = {},
): Promise<Uint8Array<ArrayBuffer>> => {
  const record = resealed(recordOf(making), change);
  return sign(print(record, namedFiles(record)), making.signer);
};

export const verify = (pdf: Uint8Array, options: Partial<VerifyOptions> = {}): Promise<Verdict> =>
  verifyRecord(pdf, { subtle, resources, now, ...options });

export { sha256Hex };
