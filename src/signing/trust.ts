import { type IsoTime, secondsOf, timeOf } from '../base/calendar';
import { fail, type Failure, type Result, settle, succeed } from '../base/result';
import { type Certificate, type CertificateCode, readAuthority, readCertificate, readTimestamper } from './certificate';
import type { Chain } from './chain';
import { fromPem, type PemCode } from './pem';
import { issuedBy } from './issuer';
import { type Published, readTrustFile, type Received, type Terms, type TrustFileCode } from './trust-file';

/** A certificate that a council vouches for: a person's own, a timestamp authority's own, or that of an authority over certificates. */
export interface TrustEntry extends Terms {
  readonly certificate: Certificate;
  readonly kind: 'signer' | 'authority' | 'timestamper';
}

export interface TrustList extends Published {
  readonly entries: readonly TrustEntry[];
  /** What a register took in, and when: proof that a document was there before its key was withdrawn. */
  readonly received: readonly Received[];
}

export type TrustCode = PemCode | CertificateCode | TrustFileCode;

const entryOf = (der: Uint8Array, place: string, terms: Terms): Result<TrustEntry, CertificateCode> => {
  const [authority, timestamper] = [readAuthority(der, place), readTimestamper(der, place)];
  const read = authority.ok ? authority : timestamper.ok ? timestamper : readCertificate(der, place);
  const kind = authority.ok ? 'authority' : timestamper.ok ? 'timestamper' : 'signer';
  return read.ok ? succeed({ ...terms, certificate: read.value, kind }) : read;
};

const together = (
  entries: readonly Result<TrustEntry, TrustCode>[],
  received: readonly Received[],
  published: Published = {},
): Result<TrustList, TrustCode> =>
  settle(
    entries.flatMap((entry): readonly Failure<TrustCode>[] => (entry.ok ? [] : entry.failures)),
    () => ({ entries: entries.flatMap((entry) => (entry.ok ? [entry.value] : [])), received, ...published }),
  );

/**
 * The trust list in a text: PEM, which says of each certificate no more than that it is trusted, or JSON with the terms
 * of each (`trust/0`). A certificate is a signer's, a timestamp authority's where it is for timestamps alone, or an
 * authority's over certificates where it says CA:TRUE.
 */
export const readTrustList = (text: string, place: string): Result<TrustList, TrustCode> => {
  if (/^\uFEFF?\s*\{/.test(text)) {
    const file = readTrustFile(text.replace(/^\uFEFF/, ''), place);
    if (!file.ok) return file;
    const entries = file.value.entries.map(({ certificate, ...terms }, index): Result<TrustEntry, TrustCode> => {
      const at = `${place}.entries[${index}]`;
      const blocks = fromPem(certificate, at);
      if (!blocks.ok) return blocks;
      const [der, ...more] = blocks.value;
      return der && more.length === 0
        ? entryOf(der, at, terms)
        : fail('trust.form', at, { at: `entries[${index}].certificate`, code: 'one' });
    });
    const { received, policies, settings } = file.value;
    return together(entries, received, { policies, settings });
  }
  const blocks = fromPem(text, place);
  if (!blocks.ok) return blocks;
  return together(
    blocks.value.map((der, index) => entryOf(der, `${place}[${index}]`, {})),
    [],
  );
};

/** The authority allows as many others between itself and the signer as there are. */
const within = ({ pathLength }: Certificate, between: number): boolean =>
  pathLength === undefined || between <= pathLength;

/** An entry that vouches for a signer: by the signer's own certificate, or by the authority that issued it. */
export interface Voucher {
  readonly by: 'signer' | 'authority';
  readonly entry: TrustEntry;
  /** From the signer to the last certificate below the one on the list. */
  readonly path: readonly Certificate[];
}

/** The authorities on the list, lowest first, that issued this chain, through authorities in it. */
const issuersOnList = async (
  subtle: SubtleCrypto,
  entries: readonly TrustEntry[],
  [signer, ...above]: Chain,
): Promise<readonly Voucher[]> => {
  const path: Certificate[] = [signer];
  for (let current = signer; ;) {
    const found: Voucher[] = [];
    for (const entry of entries) {
      const fits = entry.kind === 'authority' && within(entry.certificate, path.length - 1);
      if (fits && (await issuedBy(subtle, current, entry.certificate)))
        found.push({ by: 'authority', entry, path: [...path] });
    }
    if (found.length > 0) return found;
    const next = above[path.length - 1];
    if (!next || !within(next, path.length - 1) || !(await issuedBy(subtle, current, next))) return [];
    path.push(next);
    current = next;
  }
};

/**
 * The entries of a trust list that vouch for the signer of a chain: those of its own certificate, or where there is none
 * those of an authority that issued it, through authorities of the chain. None where the signer is unknown. Terms and
 * dates are for the caller.
 */
export const vouchersFor = async (
  subtle: SubtleCrypto,
  { entries }: TrustList,
  chain: Chain,
): Promise<readonly Voucher[]> => {
  const [signer] = chain;
  const own = entries.filter(({ certificate, kind }) => kind === 'signer' && certificate.sha256 === signer.sha256);
  return own.length > 0
    ? own.map((entry): Voucher => ({ by: 'signer', entry, path: [signer] }))
    : issuersOnList(subtle, entries, chain);
};

/** Whether a day lies within the terms of an entry, leaving a withdrawal aside. */
export const onDay = ({ from, until }: Terms, day: string): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until);

/** The day of a moment, UTC. */
export const dayOf = (time: IsoTime): string => timeOf(secondsOf(time)).slice(0, 10);

/**
 * Whether a trust list knows a timestamp authority at a time: itself, or through authorities that were valid then. Of one
 * that was withdrawn no timestamp counts, old or new: it could have been dated back.
 */
export const trustedTimestamper = async (
  subtle: SubtleCrypto,
  list: TrustList,
  chain: Chain,
  time: IsoTime,
): Promise<boolean> => {
  const [own] = chain;
  const entries = list.entries.filter((entry) => entry.withdrawnOn === undefined && onDay(entry, dayOf(time)));
  if (entries.some(({ certificate, kind }) => kind === 'timestamper' && certificate.sha256 === own.sha256)) return true;
  const at = secondsOf(time);
  return (await issuersOnList(subtle, entries, chain)).some(({ entry, path }) =>
    [entry.certificate, ...path.slice(1)].every(
      ({ notBefore, notAfter }) => secondsOf(notBefore) <= at && at <= secondsOf(notAfter),
    ),
  );
};
