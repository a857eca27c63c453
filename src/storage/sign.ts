import { sha256Hex } from '../base/hash';
import type { Randomness } from '../base/ids';
import { fail, type Result, succeed } from '../base/result';
import type { SignatureForm, SignedBy, SignedTime } from '../record/signed-by';
import type { Places } from '../signing/places';
import type { Database, RecordRow } from './database';
import { type SignerDetails } from './keys';
import { keepRecord } from './records';
import type { SigningKey } from './signing-key';

/** What every payload says of its signing. */
interface Signable {
  readonly signature: SignatureForm;
  readonly time: Pick<SignedTime, 'signedAt' | 'tsa'>;
}

/** A document that is sealed and printed, but not yet signed: what will be signed is fixed, and can be read. */
export interface Prepared<Payload extends Signable> {
  readonly id: string;
  readonly payload: Payload;
  readonly printed: Places;
  readonly key: SigningKey;
}

/** A signed document. */
export interface Signed {
  readonly row: RecordRow;
  /** Whether this browser keeps it. */
  readonly kept: boolean;
  readonly certificate: Uint8Array<ArrayBuffer>;
  /** Whose clock: the signer's own, or besides it a timestamp authority's. */
  readonly level: SignatureForm['level'];
}

/** What signing needs from outside. */
export interface SigningServices {
  readonly subtle: SubtleCrypto | undefined;
  readonly random: Randomness;
  readonly timestamp: (
    path: string,
    query: Uint8Array<ArrayBuffer>,
  ) => Promise<Result<Uint8Array<ArrayBuffer>, 'timestamp.unreachable' | 'timestamp.slow'>>;
}

/** Runs a part of signing. A browser without WebCrypto, and whatever a browser throws, are failures that say so. */
export const attemptSigning = async <Value>(
  { subtle }: Pick<SigningServices, 'subtle'>,
  work: (subtle: SubtleCrypto) => Promise<Result<Value>>,
): Promise<Result<Value>> => {
  if (!subtle) return fail('sign.insecure', 'signature');
  try {
    return await work(subtle);
  } catch (error) {
    return fail('sign.failed', 'signature', { reason: error instanceof Error ? error.message : String(error) });
  }
};

/** Who signs with a key, and how, as a payload says it. */
export const signedBy = (
  { name, certificate, chain, origin }: SigningKey,
  { job, service }: Pick<SignerDetails, 'job' | 'service'>,
): { readonly signer: Omit<SignedBy, 'role'>; readonly algorithm: SignatureForm['algorithm'] } => ({
  signer: {
    name,
    job,
    service,
    certificateSha256: certificate.sha256,
    authorities: chain.slice(1).map(sha256Hex),
    keyOrigin: origin,
    identity: certificate.selfSigned ? 'self-asserted' : 'council-ca',
  },
  algorithm: certificate.algorithm === 'RS256' ? 'RS256' : 'ES256',
});

/**
 * Signs what was prepared, with a timestamp where its payload says so, and keeps it. `cancelled` is asked between the
 * steps; nothing is kept before the last. Where there is no room to keep it, it is signed all the same with `unkept`, for
 * whoever takes the file away; else it fails with `storage.full`. The signing code is fetched here.
 */
export const signAndKeep = (
  services: SigningServices,
  database: Database,
  { id, payload, printed, key }: Prepared<Signable>,
  about: Pick<RecordRow, 'draft' | 'kind' | 'fileName'>,
  cancelled: () => boolean,
  unkept = false,
): Promise<Result<Signed>> =>
  attemptSigning(services, async (subtle) => {
    const [{ signPlaceholder }, { timestampingBy }] = await Promise.all([
      import('../signing/sign'),
      import('../signing/timestamping'),
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
    const row: RecordRow = { ...about, id, signedAt, pdf: signed.value };
    const kept = await keepRecord(database, row);
    const [certificate = new Uint8Array()] = key.chain;
    const full = !kept.ok && kept.failures.some(({ code }) => code === 'storage.full');
    if (!kept.ok && !(unkept && full)) return kept;
    return succeed({ row, kept: kept.ok, certificate, level: payload.signature.level });
  });
