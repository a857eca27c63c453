import type { Failure, Result } from '../base/result';
import { settle } from '../base/result';
import { type Certificate, type CertificateCode, readAuthority, readCertificate } from './certificate';
import type { Chain } from './cms';
import { fromPem, type PemCode } from './pem';
import { issuedBy } from './issuer';

/** A certificate that a council vouches for: a person's own, or an authority whose certificates it takes. */
export interface TrustEntry {
  readonly certificate: Certificate;
  readonly kind: 'signer' | 'authority';
}

export type TrustList = readonly TrustEntry[];

/** What a trust list knows of a signer. */
export type Trust =
  | { readonly kind: 'known'; readonly entry: TrustEntry }
  | { readonly kind: 'issued by a known CA'; readonly entry: TrustEntry; readonly path: readonly Certificate[] }
  | { readonly kind: 'unknown' };

export type TrustCode = PemCode | CertificateCode;

/** The trust list in a PEM text: each certificate is a signer's, or an authority's where it says CA:TRUE. */
export const readTrustList = (pem: string, place: string): Result<TrustList, TrustCode> => {
  const blocks = fromPem(pem, place);
  if (!blocks.ok) return blocks;
  const entries: TrustEntry[] = [];
  const failures: Failure<TrustCode>[] = [];
  for (const [index, der] of blocks.value.entries()) {
    const at = `${place}[${index}]`;
    const authority = readAuthority(der, at);
    const read = authority.ok ? authority : readCertificate(der, at);
    if (read.ok) entries.push({ certificate: read.value, kind: authority.ok ? 'authority' : 'signer' });
    else failures.push(...read.failures);
  }
  return settle(failures, () => entries);
};

/** The authority allows as many others between itself and the signer as there are. */
const within = ({ pathLength }: Certificate, between: number): boolean =>
  pathLength === undefined || between <= pathLength;

/**
 * Whether a trust list knows the signer of a chain: itself (`known`), or through authorities of the chain up to one on
 * the list. Dates, roles and withdrawal are for the caller, by the entry and the path (signer first).
 */
export const trusted = async (subtle: SubtleCrypto, list: TrustList, chain: Chain): Promise<Trust> => {
  const [signer, ...above] = chain;
  const own = list.find(({ certificate, kind }) => kind === 'signer' && certificate.sha256 === signer.sha256);
  if (own) return { kind: 'known', entry: own };
  const path: Certificate[] = [signer];
  for (let current = signer; ;) {
    for (const entry of list) {
      const fits = entry.kind === 'authority' && within(entry.certificate, path.length - 1);
      if (fits && (await issuedBy(subtle, current, entry.certificate)))
        return { kind: 'issued by a known CA', entry, path };
    }
    const next = above[path.length - 1];
    if (!next || !within(next, path.length - 1) || !(await issuedBy(subtle, current, next))) return { kind: 'unknown' };
    path.push(next);
    current = next;
  }
};
