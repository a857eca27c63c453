import { writtenSize } from '../../base/bytes';
import { fail, type Result, succeed } from '../../base/result';
import { newId } from '../../base/ids';
import { canonicalText } from '../../base/text';
import { type Assessment } from '../../assessment/assessment';
import { isPractice } from '../../assessment/log';
import { evidenceIn, evidenceRoom } from '../../policy/app-settings';
import { fileNameOf } from '../../record/file-name';
import type { EnclosedFile } from '../../record/seal';
import type { Services } from '../../services';
import type { Database, DraftRow, KeyRow, RecordRow } from '../../storage/database';
import { filesOf, keepKey, keepRecord, listKeys, recordsOf } from '../../storage/records';

/** Who signs, as they give it. */
export interface SignerDetails {
  readonly name: string;
  readonly job: string;
  readonly service: string;
}

/** A new key with its certificate, kept nowhere yet. */
const makeKey = async (
  services: Services,
  subtle: SubtleCrypto,
  details: SignerDetails,
  council: string,
): Promise<Result<KeyRow>> => {
  const [{ makeKeys }, { selfSigned }] = await Promise.all([
    import('../../signing/keys'),
    import('../../signing/self-signed'),
  ]);
  const keys = await makeKeys(subtle, 'ES256');
  const certificate = await selfSigned(subtle, {
    keys,
    name: { organisation: council.slice(0, 64), service: details.service.slice(0, 64), person: details.name },
    now: services.clock(),
    random: services.random(16),
  });
  if (!certificate.ok) return certificate;
  return succeed({
    id: newId(services.random),
    privateKey: keys.privateKey,
    certificate: new Uint8Array(certificate.value.der),
    algorithm: 'ES256',
    ...details,
    createdAt: services.clock(),
  });
};

/** The key of this person in this browser, made on first use; never one made for another name. */
const keyFor = async (
  services: Services,
  subtle: SubtleCrypto,
  database: Database,
  details: SignerDetails,
  council: string,
): Promise<Result<KeyRow>> => {
  const kept = await listKeys(database);
  if (!kept.ok) return kept;
  const mine = kept.value.find((key) => key.name === details.name && key.service === details.service);
  if (mine) return succeed(mine);
  const key = await makeKey(services, subtle, details, council);
  const written = key.ok && (await keepKey(database, key.value));
  return !written || written.ok ? key : written;
};

/** The evidence that counts, with its bytes. Names are made different where two files share one. */
const evidenceOf = async (database: Database, assessment: Assessment): Promise<Result<readonly EnclosedFile[]>> => {
  const { walk, model } = assessment;
  const files = evidenceIn(walk);
  if (evidenceRoom(walk) < 0)
    return fail('sign.evidence-room', 'evidence', { all: writtenSize(model.settings.app.evidence.bytesAll) });
  const bytes = await filesOf(
    database,
    files.map((file) => file.sha256),
  );
  if (!bytes.ok) return bytes;
  const enclosed: EnclosedFile[] = [];
  for (const file of files) {
    const found = bytes.value.get(file.sha256);
    if (!found) return fail('sign.evidence-missing', file.name, { name: file.name });
    const name = `evidence-${enclosed.length + 1}-${file.name}`.slice(0, 120);
    enclosed.push({ file: { ...file, name }, bytes: found });
  }
  return succeed(enclosed);
};

/** How long a name in a certificate may be (RFC 5280, upper bound of a common name). */
export const longestName = 64;

/** A name under which nobody can be taken to have signed in earnest. */
const forPractice = (details: SignerDetails): SignerDetails => ({
  ...details,
  name: canonicalText(`PRACTICE ${details.name}`.slice(0, longestName), false),
});

/** A signed record, kept in this browser. */
export interface Signed {
  readonly row: RecordRow;
  readonly key: KeyRow;
  readonly reference: string;
}

/**
 * Seals an assessment, prints it and signs it. `cancelled` is asked between the steps; nothing is kept before the last.
 * The PDF and signing code is fetched here, when it is first needed. A practice record is signed with a key that is made
 * for it alone, under a name that says so, and is kept nowhere.
 */
export const signRecord = async (
  services: Services,
  database: Database,
  draft: DraftRow,
  assessment: Assessment,
  given: SignerDetails,
  cancelled: () => boolean,
): Promise<Result<Signed>> => {
  const { subtle } = services;
  if (!subtle) return fail('sign.insecure', 'signature');
  try {
    const practice = isPractice(assessment.log);
    const details = practice ? forPractice(given) : given;
    const { council } = assessment.model.settings.app;
    const key = practice
      ? await makeKey(services, subtle, details, council)
      : await keyFor(services, subtle, database, details, council);
    if (!key.ok) return key;
    const evidence = await evidenceOf(database, assessment);
    if (!evidence.ok) return evidence;
    const earlier = await recordsOf(database, draft.id);
    if (!earlier.ok) return earlier;
    const [{ sealRecord }, { renderRecord, rendererSha256 }, { signPlaceholder }, { sha256Hex }, resources] =
      await Promise.all([
        import('../../record/seal'),
        import('../../pdf/render'),
        import('../../signing/sign'),
        import('../../base/hash'),
        services.printAssets(),
      ]);
    if (cancelled()) return fail('sign.cancelled', 'signature');
    const latest = [...earlier.value].sort((a, b) => (a.signedAt < b.signedAt ? 1 : -1))[0];
    const signedAt = services.clock();
    const sealed = sealRecord(assessment, {
      rendererSha256: rendererSha256(resources),
      app: services.version,
      partnership: draft.partnership,
      revision: earlier.value.length + 1,
      ...(latest && { replaces: latest.id }),
      signer: {
        ...details,
        role: 'officer',
        certificateSha256: sha256Hex(key.value.certificate),
        authorities: [],
        keyOrigin: 'browser',
        identity: 'self-asserted',
      },
      algorithm: key.value.algorithm,
      signedAt,
      evidence: evidence.value,
    });
    if (!sealed.ok) return sealed;
    const files = sealed.value.files.map(({ file, bytes }) => ({ name: file.name, bytes }));
    const printed = renderRecord(sealed.value, files, resources);
    if (!printed.ok) return printed;
    if (cancelled()) return fail('sign.cancelled', 'signature');
    const signed = await signPlaceholder(subtle, printed.value, {
      privateKey: key.value.privateKey,
      chain: [key.value.certificate],
    });
    if (!signed.ok) return signed;
    if (cancelled()) return fail('sign.cancelled', 'signature');
    const { reference, revision } = sealed.value.payload;
    const row: RecordRow = {
      id: sealed.value.id,
      draft: draft.id,
      kind: sealed.value.payload.kind,
      signedAt,
      fileName: fileNameOf(reference, revision, signedAt.slice(0, 10), sealed.value.payload.kind),
      pdf: signed.value,
    };
    const kept = await keepRecord(database, row);
    return kept.ok ? succeed({ row, key: key.value, reference }) : kept;
  } catch (error) {
    return fail('sign.failed', 'signature', { reason: error instanceof Error ? error.message : String(error) });
  }
};
