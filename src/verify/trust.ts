import type { IsoTime } from '../base/calendar';
import { fail, type Result, succeed } from '../base/result';
import type { Chain } from '../signing/chain';
import { type TrustList, trusted } from '../signing/trust';
import { validAt } from './time';

export type TrustLineCode = 'verify.trust-unknown' | 'verify.trust-dates';

/** Whom the list names for this signer: the person's own certificate, or the authority that issued it. */
export interface Vouched {
  readonly by: 'signer' | 'authority';
  readonly name: string;
}

/** Rule 11, as far as a list of certificates goes: it knows the signer, through authorities that were valid then. */
export const vouched = async (
  subtle: SubtleCrypto,
  list: TrustList,
  chain: Chain,
  signedAt: IsoTime,
): Promise<Result<Vouched, TrustLineCode>> => {
  const trust = await trusted(subtle, list, chain);
  if (trust.kind === 'unknown') return fail('verify.trust-unknown', 'signer', { sha256: chain[0].sha256 });
  const { certificate } = trust.entry;
  if (trust.kind === 'known') return succeed({ by: 'signer', name: certificate.commonName });
  return [certificate, ...trust.path.slice(1)].every((authority) => validAt(authority, signedAt))
    ? succeed({ by: 'authority', name: certificate.commonName })
    : fail('verify.trust-dates', 'signer', { name: certificate.commonName });
};
