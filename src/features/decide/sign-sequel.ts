import { fail, type Result, succeed } from '../../base/result';
import { sha256Hex } from '../../base/hash';
import type { Chain } from '../../record/chain';
import { fileNameAfter } from '../../record/file-name';
import { sealAfter } from '../../record/sequel-seal';
import type { Services } from '../../services';
import type { Database, KeyRow, RecordRow } from '../../storage/database';
import { keepRecord } from '../../storage/records';
import { ownKey } from './own-key';
import type { Said } from './read-form';

/** A signed document, kept in this browser. */
export interface SignedSequel {
  readonly row: RecordRow;
  readonly key: KeyRow;
  readonly reference: string;
}

/**
 * Seals what was said after a document, prints it and signs it. Nothing is kept before the last step. Refused by the
 * rules that a verifier would refuse it by. The PDF and signing code is fetched here, when it is first needed.
 */
export const signSequel = async (
  services: Services,
  database: Database,
  chain: Chain,
  pdf: Uint8Array<ArrayBuffer>,
  { input, signer }: Said,
): Promise<Result<SignedSequel>> => {
  const { subtle } = services;
  if (!subtle) return fail('sign.insecure', 'signature');
  try {
    const key = await ownKey(services, subtle, database, signer, chain.record.settings.app.council);
    if (!key.ok) return key;
    const signedAt = services.clock();
    const sealed = sealAfter(chain, sha256Hex(pdf), input, {
      app: services.version,
      signer: {
        ...signer,
        certificateSha256: sha256Hex(key.value.certificate),
        keyOrigin: 'browser',
        identity: 'self-asserted',
      },
      algorithm: key.value.algorithm,
      signedAt,
    });
    if (!sealed.ok) return sealed;
    const [{ familyOf, renderSequel }, { signPlaceholder }, resources] = await Promise.all([
      import('../../pdf/render-sequel'),
      import('../../signing/sign'),
      services.printAssets(),
    ]);
    const { payload, id } = sealed.value;
    const printed = renderSequel(sealed.value, 'encloses' in payload ? { pdf, chain } : undefined, resources);
    if (!printed.ok) return printed;
    const signed = await signPlaceholder(subtle, printed.value, {
      privateKey: key.value.privateKey,
      chain: [key.value.certificate],
    });
    if (!signed.ok) return signed;
    const { reference } = chain.record.payload;
    const row: RecordRow = {
      id,
      draft: id,
      kind: familyOf(payload),
      signedAt,
      fileName: fileNameAfter(reference, payload.kind, signedAt.slice(0, 10)),
      pdf: signed.value,
    };
    const kept = await keepRecord(database, row);
    return kept.ok ? succeed({ row, key: key.value, reference }) : kept;
  } catch (error) {
    return fail('sign.failed', 'signature', { reason: error instanceof Error ? error.message : String(error) });
  }
};
