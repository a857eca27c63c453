import { type Result, succeed } from '../../base/result';
import { sha256Hex } from '../../base/hash';
import type { Chain } from '../../record/chain';
import { fileNameAfter } from '../../record/file-name';
import type { SequelPayload } from '../../record/sequel-payload';
import { sealAfter } from '../../record/sequel-seal';
import type { Services } from '../../services';
import type { Database } from '../../storage/database';
import type { SignerDetails } from '../../storage/keys';
import { attemptSigning, type Prepared, signAndKeep, type Signed, signedBy } from '../../storage/sign';
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

/**
 * The council's settings that hold where it is signed: the site's own, not those that a file brings. Where they cannot be
 * fetched, no timestamp authority is asked.
 */
const settingsHere = async ({
  services,
  chain,
}: SigningPlace): Promise<{ readonly council: string; readonly timestampPath?: string | undefined }> => {
  const site = await services.site();
  return site.ok ? site.value.settings.app : { council: chain.record.settings.app.council };
};

/** Where the timestamp of a decision or a follow-up is asked for. */
export const tsaOf = async (place: SigningPlace): Promise<string | undefined> =>
  (await settingsHere(place)).timestampPath;

/** The key that was chosen, its dates judged. Nothing of a key file is kept. */
export const openKey = (
  place: SigningPlace,
  choice: KeyChoice,
  details: SignerDetails,
): Promise<Result<SigningKey>> => {
  const { services, database } = place;
  return attemptSigning(services, async (subtle) => {
    const { council } = await settingsHere(place);
    const making = { subtle, random: services.random, now: services.clock(), council };
    return openChosenKey(database, making, choice, details);
  });
};

export type PreparedSequel = Prepared<SequelPayload>;

/**
 * Seals what was said after a document and prints it for a key: with `tsa`, the path of a timestamp authority, at level
 * B-T. Refused by the rules that a verifier would refuse it by. The PDF code is fetched here, when it is first needed.
 */
export const prepareSequel = (
  { services, chain, pdf }: SigningPlace,
  key: SigningKey,
  { input, signer }: Said,
  tsa: string | undefined,
): Promise<Result<PreparedSequel>> =>
  attemptSigning(services, async () => {
    const sealed = sealAfter(chain, sha256Hex(pdf), input, {
      app: services.version,
      ...signedBy(key, signer),
      signedAt: services.clock(),
      tsa,
    });
    if (!sealed.ok) return sealed;
    const [{ renderSequel }, resources] = await Promise.all([
      import('../../pdf/render-sequel'),
      services.printAssets(),
    ]);
    const { payload, id } = sealed.value;
    const printed = renderSequel(sealed.value, 'encloses' in payload ? { pdf, chain } : undefined, resources);
    return printed.ok ? succeed({ id, payload, printed: printed.value, key }) : printed;
  });

/** A signed document, kept in this browser, and the reference of the record that it is about. */
export interface SignedSequel extends Signed {
  readonly reference: string;
}

/**
 * Signs a prepared document, and keeps it; with `unkept`, also where there is no room for that. No assessment in this
 * browser need belong to it.
 */
export const signSequel = async (
  { services, database, chain }: SigningPlace,
  prepared: PreparedSequel,
  cancelled: () => boolean,
  unkept: boolean,
): Promise<Result<SignedSequel>> => {
  const { id, payload } = prepared;
  const { reference } = chain.record.payload;
  const about = {
    draft: id,
    kind: payload.kind === 'decision' ? 'decision' : 'follow-up',
    fileName: fileNameAfter(reference, payload.kind, payload.time.signedAt.slice(0, 10)),
  } as const;
  const signed = await signAndKeep(services, database, prepared, about, cancelled, unkept);
  return signed.ok ? succeed({ ...signed.value, reference }) : signed;
};
