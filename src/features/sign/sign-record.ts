import { type IsoTime, secondsOf } from '../../base/calendar';
import { sha256Hex } from '../../base/hash';
import { fail, type Result, succeed } from '../../base/result';
import { canonicalText } from '../../base/text';
import { type Assessment } from '../../assessment/assessment';
import { isPractice } from '../../assessment/log';
import type { Printed } from '../../pdf/tagged/tagged-pdf';
import { fileNameOf } from '../../record/file-name';
import type { RecordPayload } from '../../record/payload';
import type { Services } from '../../services';
import type { Database, DraftRow, RecordRow } from '../../storage/database';
import { makeKey, type SignerDetails } from '../../storage/keys';
import { keptKey, type KeyChoice, openChosenKey, type SigningKey } from '../../storage/signing-key';
import { keepRecord, recordsOf } from '../../storage/records';
import { longestName } from '../../views/signer-details';
import { evidenceOf } from './evidence';

/** Where something is signed from. */
export interface SigningPlace {
  readonly services: Services;
  readonly database: Database;
  readonly draft: DraftRow;
  readonly assessment: Assessment;
}

/** A name under which nobody can be taken to have signed in earnest. */
const forPractice = (details: SignerDetails): SignerDetails => ({
  ...details,
  name: canonicalText(`PRACTICE ${details.name}`.slice(0, longestName), false),
});

/**
 * The key that was chosen, its dates judged. A practice record is signed with a key that is made for it alone, under a name
 * that says so, and is kept nowhere; so is nothing of a key file.
 */
export const openKey = async (
  { services, database, assessment }: SigningPlace,
  choice: KeyChoice,
  details: SignerDetails,
): Promise<Result<SigningKey>> => {
  const { subtle, random, clock } = services;
  if (!subtle) return fail('sign.insecure', 'signature');
  try {
    const now = clock();
    const making = { subtle, random, now, council: assessment.model.settings.app.council };
    if (!isPractice(assessment.log)) return await openChosenKey(database, making, choice, details);
    const row = await makeKey(making, forPractice(details));
    return row.ok ? await keptKey(row.value, now) : row;
  } catch (error) {
    return failed(error);
  }
};

const failed = (error: unknown): Result<never> =>
  fail('sign.failed', 'signature', { reason: error instanceof Error ? error.message : String(error) });

/** A record that is sealed and printed, but not yet signed: what will be signed is fixed, and can be read. */
export interface Prepared {
  readonly id: string;
  readonly payload: RecordPayload;
  readonly printed: Printed;
  readonly key: SigningKey;
}

/** Seals and prints a record for a key. With `tsa`, the path of a timestamp authority, it is of level B-T. */
export const prepareRecord = async (
  { services, database, draft, assessment }: SigningPlace,
  key: SigningKey,
  details: Pick<SignerDetails, 'job' | 'service'>,
  tsa: string | undefined,
): Promise<Result<Prepared>> => {
  try {
    const evidence = await evidenceOf(database, assessment);
    if (!evidence.ok) return evidence;
    const earlier = await recordsOf(database, draft.id);
    if (!earlier.ok) return earlier;
    const [{ sealRecord }, { renderRecord, rendererSha256 }, resources] = await Promise.all([
      import('../../record/seal'),
      import('../../pdf/render'),
      services.printAssets(),
    ]);
    const latest = [...earlier.value].sort((a, b) => (a.signedAt < b.signedAt ? 1 : -1))[0];
    const { job, service } = details;
    const sealed = sealRecord(assessment, {
      rendererSha256: rendererSha256(resources),
      app: services.version,
      partnership: draft.partnership,
      revision: earlier.value.length + 1,
      ...(latest && { replaces: latest.id }),
      signer: {
        name: key.name,
        job,
        service,
        role: 'officer',
        certificateSha256: key.certificate.sha256,
        authorities: key.chain.slice(1).map(sha256Hex),
        keyOrigin: key.origin,
        identity: key.certificate.selfSigned ? 'self-asserted' : 'council-ca',
      },
      algorithm: key.certificate.algorithm === 'RS256' ? 'RS256' : 'ES256',
      signedAt: services.clock(),
      tsa,
      evidence: evidence.value,
    });
    if (!sealed.ok) return sealed;
    const files = sealed.value.files.map(({ file, bytes }) => ({ name: file.name, bytes }));
    const printed = renderRecord(sealed.value, files, resources);
    if (!printed.ok) return printed;
    return succeed({ id: sealed.value.id, payload: sealed.value.payload, printed: printed.value, key });
  } catch (error) {
    return failed(error);
  }
};

/** A signed record, kept in this browser. */
export interface Signed {
  readonly row: RecordRow;
  readonly reference: string;
  readonly certificate: Uint8Array<ArrayBuffer>;
  /** Whose clock: the signer's own, or besides it a timestamp authority's. */
  readonly level: RecordPayload['signature']['level'];
}

/** Signs what was prepared, and keeps it. `cancelled` is asked between the steps; nothing is kept before the last. */
export const signPrepared = async (
  { services, database, draft }: SigningPlace,
  { id, payload, printed, key }: Prepared,
  cancelled: () => boolean,
): Promise<Result<Signed>> => {
  const { subtle } = services;
  if (!subtle) return fail('sign.insecure', 'signature');
  try {
    const [{ signPlaceholder }, { timestampingBy }] = await Promise.all([
      import('../../signing/sign'),
      import('../../signing/timestamping'),
    ]);
    if (cancelled()) return fail('sign.cancelled', 'signature');
    const { tsa, signedAt } = payload.time;
    const stamp =
      tsa === undefined
        ? undefined
        : timestampingBy(subtle, services.random(8), (query) => services.timestamp(tsa, query));
    const signed = await signPlaceholder<string>(subtle, printed, key, stamp);
    if (!signed.ok) return signed;
    if (cancelled()) return fail('sign.cancelled', 'signature');
    const row: RecordRow = {
      id,
      draft: draft.id,
      kind: payload.kind,
      signedAt,
      fileName: fileNameOf(payload.reference, payload.revision, signedAt.slice(0, 10), payload.kind),
      pdf: signed.value,
    };
    const kept = await keepRecord(database, row);
    const [certificate = new Uint8Array()] = key.chain;
    return kept.ok ? succeed({ row, reference: payload.reference, certificate, level: payload.signature.level }) : kept;
  } catch (error) {
    return failed(error);
  }
};

/** How long a prepared record may wait for its signature before its time of signing is no longer true, in seconds. */
const mayWait = 600;

/** Whether a record was prepared so long ago, by this clock, that it must be made again. */
export const isStale = (signedAt: IsoTime, now: IsoTime): boolean =>
  Math.abs(secondsOf(now) - secondsOf(signedAt)) > mayWait;
