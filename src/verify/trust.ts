import { type IsoTime, writtenDate } from '../base/calendar';
import { fail, failure, type Failure, type Result, succeed } from '../base/result';
import { canonicalText } from '../base/text';
import type { Chain } from '../signing/chain';
import { dayOf, onDay, type TrustList, type Voucher, vouchersFor } from '../signing/trust';
import type { TrustRole } from '../signing/trust-file';
import { validAt } from './time';

export type TrustLineCode =
  | 'verify.trust-unknown'
  | 'verify.trust-dates'
  | 'verify.trust-person'
  | 'verify.trust-role'
  | 'verify.trust-period'
  | 'verify.trust-withdrawn';

/** What a document says of its signer, and what proves when it was there. */
export interface Claimed {
  readonly id: string;
  readonly name: string;
  readonly role: TrustRole;
  readonly signedAt: IsoTime;
  /** The time of a timestamp whose authority is on the list. */
  readonly stampedAt?: IsoTime | undefined;
}

/** What the list says for this signer. */
export interface Vouched {
  readonly by: Voucher['by'];
  /** The name in the certificate on the list: the person's, or the authority's. */
  readonly name: string;
  /** Whether the list itself says whose key it is, and what it may sign. */
  readonly saysPerson: boolean;
  readonly saysRole: boolean;
  /** Withdrawn since, and proven to have been signed before. */
  readonly withdrawnOn?: string | undefined;
}

const sameName = (a: string, b: string): boolean => canonicalText(a, false) === canonicalText(b, false);

/**
 * Of all that vouch, those that say the most about this signer: the signer's own certificate, an authority for this one
 * person, an authority for anybody. What says less does not mend what says more.
 */
const nearest = (vouchers: readonly Voucher[], name: string): readonly Voucher[] => {
  const own = vouchers.filter(({ by }) => by === 'signer');
  if (own.length > 0) return own;
  const forPerson = vouchers.filter(({ entry: { person } }) => person !== undefined && sameName(person, name));
  return forPerson.length > 0 ? forPerson : vouchers.filter(({ entry }) => entry.person === undefined);
};

/** Proof of a day before the withdrawal, which the signer's own clock is not. */
const provenBefore = (day: string, list: TrustList, { id, stampedAt }: Claimed): boolean =>
  (stampedAt !== undefined && dayOf(stampedAt) < day) || list.received.some((one) => one.id === id && one.on < day);

const faultsOf = (
  { by, entry, path }: Voucher,
  list: TrustList,
  claimed: Claimed,
): readonly Failure<TrustLineCode>[] => {
  const { certificate, person, roles, from, until, withdrawnOn } = entry;
  const at = claimed.stampedAt ?? claimed.signedAt;
  const authorities = by === 'authority' ? [certificate, ...path.slice(1)] : [];
  const fault = (code: TrustLineCode, params: Failure['params']) => [failure(code, 'signer', params)];
  return [
    ...(withdrawnOn !== undefined && !provenBefore(withdrawnOn, list, claimed)
      ? fault('verify.trust-withdrawn', { on: writtenDate(withdrawnOn) })
      : []),
    ...(authorities.every((authority) => validAt(authority, claimed.signedAt))
      ? []
      : fault('verify.trust-dates', { name: certificate.commonName })),
    ...(person === undefined || sameName(person, claimed.name)
      ? []
      : fault('verify.trust-person', { said: claimed.name, person })),
    ...(roles === undefined || roles.includes(claimed.role)
      ? []
      : fault('verify.trust-role', { role: claimed.role, roles: roles.join(' ') })),
    ...(onDay(entry, dayOf(at))
      ? []
      : fault('verify.trust-period', {
          from: from === undefined ? '' : writtenDate(from),
          until: until === undefined ? '' : writtenDate(until),
        })),
  ];
};

/**
 * Rule 11: the list knows the signer, through authorities that were valid then, as the person whose name is printed, for
 * the role, at that time, and not withdrawn. One entry that allows all of it is enough, but a withdrawal in any counts.
 */
export const vouched = async (
  subtle: SubtleCrypto,
  list: TrustList,
  chain: Chain,
  claimed: Claimed,
): Promise<Result<Vouched, TrustLineCode>> => {
  const all = nearest(await vouchersFor(subtle, list, chain), claimed.name).map((voucher) => ({
    voucher,
    faults: faultsOf(voucher, list, claimed),
  }));
  const [first] = all;
  if (!first) return fail('verify.trust-unknown', 'signer', { sha256: chain[0].sha256 });
  const withdrawn = all.flatMap(({ faults }) => faults).find(({ code }) => code === 'verify.trust-withdrawn');
  if (withdrawn) return { ok: false, failures: [withdrawn] };
  const good = all.find(({ faults }) => faults.length === 0);
  if (!good) return { ok: false, failures: first.faults };
  const { by, entry } = good.voucher;
  return succeed({
    by,
    name: entry.certificate.commonName,
    saysPerson: entry.person !== undefined,
    saysRole: entry.roles !== undefined,
    withdrawnOn: entry.withdrawnOn,
  });
};
