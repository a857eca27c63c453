import { fail, type Result, succeed } from '../../base/result';
import { sha256Hex } from '../../base/hash';
import type { Chain } from '../../record/chain';
import { fileNameAfter } from '../../record/file-name';
import { sealAfter } from '../../record/sequel-seal';
import type { Services } from '../../services';
import type { Database, RecordRow } from '../../storage/database';
import type { SignerDetails } from '../../storage/keys';
import { keepRecord } from '../../storage/records';
import { type KeyChoice, openChosenKey, type SigningKey } from '../../storage/signing-key';
import type { Said } from './read-form';

/** Where something is signed from, and what it comes after. */
export interface SigningPlace {
  readonly services: Services;
  readonly database: Database;
  readonly chain: Chain;
  /** The file whose verification gave the chain. */
  readonly pdf: Uint8Array<ArrayBuffer>;
}

/** A signed document, kept in this browser. */
export interface SignedSequel {
  readonly row: RecordRow;
  readonly certificate: Uint8Array<ArrayBuffer>;
  readonly reference: string;
}

const failed = (error: unknown): Result<never> =>
  fail('sign.failed', 'signature', { reason: error instanceof Error ? error.message : String(error) });

/** The key that was chosen, its dates judged. Nothing of a key file is kept. */
export const openKey = async (
  { services, database, chain }: SigningPlace,
  choice: KeyChoice,
  details: SignerDetails,
): Promise<Result<SigningKey>> => {
  const { subtle, random, clock } = services;
  if (!subtle) return fail('sign.insecure', 'signature');
  try {
    const making = { subtle, random, now: clock(), council: chain.record.settings.app.council };
    return await openChosenKey(database, making, choice, details);
  } catch (error) {
    return failed(error);
  }
};

/**
 * Seals what was said after a document, prints it and signs it: with `tsa`, the path of a timestamp authority, at level
 * B-T. Nothing is kept before the last step. Refused by the rules that a verifier would refuse it by. The PDF and signing
 * code is fetched here, when it is first needed.
 */
export const signSequel = async (
  { services, database, chain, pdf }: SigningPlace,
  key: SigningKey,
  { input, signer }: Said,
  tsa: string | undefined,
): Promise<Result<SignedSequel>> => {
  const { subtle } = services;
  if (!subtle) return fail('sign.insecure', 'signature');
  try {
    const signedAt = services.clock();
    const sealed = sealAfter(chain, sha256Hex(pdf), input, {
      app: services.version,
      signer: {
        name: key.name,
        job: signer.job,
        service: signer.service,
        certificateSha256: key.certificate.sha256,
        authorities: key.chain.slice(1).map(sha256Hex),
        keyOrigin: key.origin,
        identity: key.certificate.selfSigned ? 'self-asserted' : 'council-ca',
      },
      algorithm: key.certificate.algorithm === 'RS256' ? 'RS256' : 'ES256',
      signedAt,
      tsa,
    });
    if (!sealed.ok) return sealed;
    const [{ familyOf, renderSequel }, { signPlaceholder }, { timestampingBy }, resources] = await Promise.all([
      import('../../pdf/render-sequel'),
      import('../../signing/sign'),
      import('../../signing/timestamping'),
      services.printAssets(),
    ]);
    const { payload, id } = sealed.value;
    const printed = renderSequel(sealed.value, 'encloses' in payload ? { pdf, chain } : undefined, resources);
    if (!printed.ok) return printed;
    const stamp =
      tsa === undefined
        ? undefined
        : timestampingBy(subtle, services.random(8), (query) => services.timestamp(tsa, query));
    const signed = await signPlaceholder<string>(subtle, printed.value, key, stamp);
    if (!signed.ok) return signed;
    const { reference } = chain.record.payload;
    const fileName = fileNameAfter(reference, payload.kind, signedAt.slice(0, 10));
    const row: RecordRow = { id, draft: id, kind: familyOf(payload), signedAt, fileName, pdf: signed.value };
    const kept = await keepRecord(database, row);
    const [certificate = new Uint8Array()] = key.chain;
    return kept.ok ? succeed({ row, certificate, reference }) : kept;
  } catch (error) {
    return failed(error);
  }
};
