import { type Result, succeed } from '../../base/result';
import { canonicalText } from '../../base/text';
import { type Assessment } from '../../assessment/assessment';
import { begun } from '../../assessment/log';
import { fileNameOf } from '../../record/file-name';
import type { RecordPayload } from '../../record/payload';
import type { Services } from '../../services';
import type { Database, DraftRow } from '../../storage/database';
import { earlierPins } from '../../storage/carry-over-pins';
import { makeKey, type SignerDetails } from '../../storage/keys';
import { keptKey, type KeyChoice, openChosenKey, type SigningKey } from '../../storage/signing-key';
import { recordsOf } from '../../storage/records';
import { attemptSigning, type Prepared, signAndKeep, type Signed, signedBy } from '../../storage/sign';
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
export const openKey = (
  { services, database, assessment }: SigningPlace,
  choice: KeyChoice,
  details: SignerDetails,
): Promise<Result<SigningKey>> =>
  attemptSigning(services, async (subtle) => {
    const now = services.clock();
    const making = { subtle, random: services.random, now, council: assessment.model.settings.app.council };
    if (!begun(assessment.log)?.practice) return openChosenKey(database, making, choice, details);
    const row = await makeKey(making, forPractice(details));
    return row.ok ? keptKey(row.value, now) : row;
  });

export type PreparedRecord = Prepared<RecordPayload>;

/** Seals and prints a record for a key. With `tsa`, the path of a timestamp authority, it is of level B-T. */
export const prepareRecord = (
  { services, database, draft, assessment }: SigningPlace,
  key: SigningKey,
  details: Pick<SignerDetails, 'job' | 'service'>,
  tsa: string | undefined,
): Promise<Result<PreparedRecord>> =>
  attemptSigning(services, async () => {
    const evidence = await evidenceOf(database, assessment);
    if (!evidence.ok) return evidence;
    const earlier = await recordsOf(database, draft.id);
    if (!earlier.ok) return earlier;
    const pins = await earlierPins(database, assessment.log);
    if (!pins.ok) return pins;
    const [{ sealRecord }, { renderRecord, rendererSha256 }, resources] = await Promise.all([
      import('../../record/seal'),
      import('../../pdf/render'),
      services.printAssets(),
    ]);
    const latest = [...earlier.value].sort((a, b) => (a.signedAt < b.signedAt ? 1 : -1))[0];
    const { signer, algorithm } = signedBy(key, details);
    const sealed = sealRecord(assessment, {
      rendererSha256: rendererSha256(resources),
      app: services.version,
      partnership: draft.partnership,
      revision: earlier.value.length + 1,
      ...(latest && { replaces: latest.id }),
      signer: { ...signer, role: 'officer' },
      algorithm,
      signedAt: services.clock(),
      tsa,
      earlier: pins.value,
      evidence: evidence.value,
    });
    if (!sealed.ok) return sealed;
    const { id, payload } = sealed.value;
    const files = sealed.value.files.map(({ file, bytes }) => ({ name: file.name, bytes }));
    const printed = renderRecord(sealed.value, files, resources);
    return printed.ok ? succeed({ id, payload, printed: printed.value, key }) : printed;
  });

/** A signed record, kept in this browser, and its reference. */
export interface SignedRecord extends Signed {
  readonly reference: string;
}

/** Signs a prepared record, and keeps it with its draft; with `unkept`, also where there is no room for that. */
export const signRecord = async (
  { services, database, draft }: SigningPlace,
  prepared: PreparedRecord,
  cancelled: () => boolean,
  unkept: boolean,
): Promise<Result<SignedRecord>> => {
  const { kind, reference, revision, time } = prepared.payload;
  const fileName = fileNameOf(reference, revision, time.signedAt.slice(0, 10), kind);
  const about = { draft: draft.id, kind, fileName };
  const signed = await signAndKeep(services, database, prepared, about, cancelled, unkept);
  return signed.ok ? succeed({ ...signed.value, reference }) : signed;
};
