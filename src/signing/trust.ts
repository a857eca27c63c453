import { type IsoTime, secondsOf } from '../base/calendar';
import type { Failure, Result } from '../base/result';
import { settle } from '../base/result';
import { type Certificate, type CertificateCode, readAuthority, readCertificate, readTimestamper } from './certificate';
import type { Chain } from './chain';
import { fromPem, type PemCode } from './pem';
import { issuedBy } from './issuer';

/** A certificate that a council vouches for: a person's own, a timestamp authority's own, or that of an authority over certificates. */
export interface TrustEntry {
  readonly certificate: Certificate;
  readonly kind: 'signer' | 'authority' | 'timestamper';
}

export type TrustList = readonly TrustEntry[];

/** What a trust list knows of a signer. */
export type Trust =
  | { readonly kind: 'known'; readonly entry: TrustEntry }
  | { readonly kind: 'issued by a known CA'; readonly entry: TrustEntry; readonly path: readonly Certificate[] }
  | { readonly kind: 'unknown' };

export type TrustCode = PemCode | CertificateCode;

/**
 * The trust list in a PEM text: each certificate is a signer's, a timestamp authority's where
 * it is for timestamps alone, or an authority's over certificates where it says CA:TRUE.
 */
export const readTrustList = (pem: string, place: string): Result<TrustList, TrustCode> => {
  const blocks = fromPem(pem, place);
  if (!blocks.ok) return blocks;
  const entries: TrustEntry[] = [];
  const failures: Failure<TrustCode>[] = [];
  for (const [index, der] of blocks.value.entries()) {
    const at = `${place}[${index}]`;
    const [authority, timestamper] = [readAuthority(der, at), readTimestamper(der, at)];
    const read = authority.ok ? authority : timestamper.ok ? timestamper : readCertificate(der, at);
    const kind = authority.ok ? 'authority' : timestamper.ok ? 'timestamper' : 'signer';
    if (read.ok) entries.push({ certificate: read.value, kind });
    else failures.push(...read.failures);
  }
  return settle(failures, () => entries);
};

/** The authority allows as many others between itself and the signer as there are. */
const within = ({ pathLength }: Certificate, between: number): boolean =>
  pathLength === undefined || between <= pathLength;

/** The authority on the list that issued this chain, through authorities in it, and the path there, signer first. */
const issuerOnList = async (
  subtle: SubtleCrypto,
  list: TrustList,
  [signer, ...above]: Chain,
): Promise<{ readonly entry: TrustEntry; readonly path: readonly Certificate[] } | undefined> => {
  const path: Certificate[] = [signer];
  for (let current = signer; ;) {
    for (const entry of list) {
      const fits = entry.kind === 'authority' && within(entry.certificate, path.length - 1);
      if (fits && (await issuedBy(subtle, current, entry.certificate))) return { entry, path };
    }
    const next = above[path.length - 1];
    if (!next || !within(next, path.length - 1) || !(await issuedBy(subtle, current, next))) return undefined;
    path.push(next);
    current = next;
  }
};

/**
 * Whether a trust list knows the signer of a chain: itself (`known`), or through authorities of the chain up to one on
 * the list. Dates, roles and withdrawal are for the caller, by the entry and the path (signer first).
 */
export const trusted = async (subtle: SubtleCrypto, list: TrustList, chain: Chain): Promise<Trust> => {
  const [signer] = chain;
  const own = list.find(({ certificate, kind }) => kind === 'signer' && certificate.sha256 === signer.sha256);
  if (own) return { kind: 'known', entry: own };
  const issued = await issuerOnList(subtle, list, chain);
  return issued ? { kind: 'issued by a known CA', ...issued } : { kind: 'unknown' };
};

/** Whether a trust list knows a timestamp authority at a time: itself, or through authorities that were valid then. */
export const trustedTimestamper = async (
  subtle: SubtleCrypto,
  list: TrustList,
  chain: Chain,
  time: IsoTime,
): Promise<boolean> => {
  const [own] = chain;
  if (list.some(({ certificate, kind }) => kind === 'timestamper' && certificate.sha256 === own.sha256)) return true;
  const issued = await issuerOnList(subtle, list, chain);
  const at = secondsOf(time);
  return (
    issued !== undefined &&
    [issued.entry.certificate, ...issued.path.slice(1)].every(
      ({ notBefore, notAfter }) => secondsOf(notBefore) <= at && at <= secondsOf(notAfter),
    )
  );
};
