import { newId } from '../../base/ids';
import { type Result, succeed } from '../../base/result';
import type { Services } from '../../services';
import type { Database, KeyRow } from '../../storage/database';
import { keepKey, listKeys } from '../../storage/records';
import type { SignerDetails } from './read-form';

/** The key of this person in this browser, made on first use; never one made for another name. */
export const ownKey = async (
  { clock, random }: Pick<Services, 'clock' | 'random'>,
  subtle: SubtleCrypto,
  database: Database,
  details: SignerDetails,
  council: string,
): Promise<Result<KeyRow>> => {
  const kept = await listKeys(database);
  if (!kept.ok) return kept;
  const mine = kept.value.find((key) => key.name === details.name && key.service === details.service);
  if (mine) return succeed(mine);
  const [{ makeKeys }, { selfSigned }] = await Promise.all([
    import('../../signing/keys'),
    import('../../signing/self-signed'),
  ]);
  const keys = await makeKeys(subtle, 'ES256');
  const certificate = await selfSigned(subtle, {
    keys,
    name: { organisation: council.slice(0, 64), service: details.service.slice(0, 64), person: details.name },
    now: clock(),
    random: random(16),
  });
  if (!certificate.ok) return certificate;
  const row: KeyRow = {
    id: newId(random),
    privateKey: keys.privateKey,
    certificate: new Uint8Array(certificate.value.der),
    algorithm: 'ES256',
    ...details,
    createdAt: clock(),
  };
  const written = await keepKey(database, row);
  return written.ok ? succeed(row) : written;
};
