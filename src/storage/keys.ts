import { type IsoTime, writtenTime } from '../base/calendar';
import { canBeNow, signingYears } from '../base/clock';
import { newId, type Randomness } from '../base/ids';
import { fail, type Result, succeed } from '../base/result';
import type { Database, KeyRow } from './database';
import { attempt, type StorageCode } from './open';

/** Who signs, as they give it. */
export interface SignerDetails {
  readonly name: string;
  readonly job: string;
  readonly service: string;
}

/** What making a key needs from outside. */
export interface KeyMaking {
  readonly subtle: SubtleCrypto;
  readonly random: Randomness;
  readonly now: IsoTime;
  /** The council's name, which the certificate carries. */
  readonly council: string;
}

/** The refusal to sign, or to make a key, by a clock that cannot be right. */
export const clockFault = (now: IsoTime): Result<never, 'sign.clock'> =>
  fail('sign.clock', 'clock', { shown: writtenTime(now), ...signingYears });

/** A new key with a certificate that it signs itself, kept nowhere yet. The signing code is fetched here. */
export const makeKey = async (
  { subtle, random, now, council }: KeyMaking,
  details: SignerDetails,
): Promise<Result<KeyRow>> => {
  if (!canBeNow(now)) return clockFault(now);
  const [{ makeKeys }, { selfSigned }] = await Promise.all([
    import('../signing/keys'),
    import('../signing/self-signed'),
  ]);
  const keys = await makeKeys(subtle, 'ES256');
  const certificate = await selfSigned(subtle, {
    keys,
    name: { organisation: council.slice(0, 64), service: details.service.slice(0, 64), person: details.name },
    now,
    random: random(16),
  });
  if (!certificate.ok) return certificate;
  return succeed({
    id: newId(random),
    privateKey: keys.privateKey,
    certificate: new Uint8Array(certificate.value.der),
    algorithm: 'ES256',
    ...details,
    createdAt: now,
  });
};

export const keepKey = (database: Database, row: KeyRow): Promise<Result<void, StorageCode>> =>
  attempt(async () => {
    await database.keys.put(row);
  });

/** Deletes a key for good, with its certificate. A key that is gone already stays so. */
export const deleteKey = (database: Database, id: string): Promise<Result<void, StorageCode>> =>
  attempt(() => database.keys.delete(id));

/** The keys made in this browser, the latest first. */
export const listKeys = (database: Database): Promise<Result<readonly KeyRow[], StorageCode>> =>
  attempt(async () => {
    const keys = await database.keys.toArray();
    return keys.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  });

/** Whether the certificate of a key came from an authority; its name is then the certificate's. */
export const isIssued = ({ issued }: KeyRow): boolean => issued === true;

/** The key of this person in this browser, made on first use; never one made for another name. */
export const keyFor = async (
  database: Database,
  making: KeyMaking,
  details: SignerDetails,
): Promise<Result<KeyRow>> => {
  const kept = await listKeys(database);
  if (!kept.ok) return kept;
  const mine = kept.value.find((key) => key.name === details.name && key.service === details.service);
  if (mine) return succeed(mine);
  const key = await makeKey(making, details);
  const written = key.ok && (await keepKey(database, key.value));
  return !written || written.ok ? key : written;
};

/** Puts the certificate that an authority issued, and those above it, in place of the key's own. */
export const keepIssued = async (
  database: Database,
  id: string,
  name: string,
  [certificate, ...authorities]: readonly Uint8Array[],
): Promise<Result<void, StorageCode | 'storage.unknown-key'>> => {
  const changed = await attempt(() =>
    database.keys.update(id, {
      name,
      issued: true,
      certificate: new Uint8Array(certificate ?? []),
      authorities: authorities.map((der) => new Uint8Array(der)),
    }),
  );
  if (!changed.ok) return changed;
  return changed.value === 1 ? succeed(undefined) : fail('storage.unknown-key', 'keys');
};
