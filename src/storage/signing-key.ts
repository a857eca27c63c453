import { type IsoTime, secondsOf, writtenTime } from '../base/calendar';
import { canBeNow } from '../base/clock';
import { fail, type Result, succeed } from '../base/result';
import { canonicalText, refusedCharacters } from '../base/text';
import type { Certificate } from '../signing/certificate';
import type { Database, KeyRow } from './database';
import { clockFault, keyFor, type KeyMaking, type SignerDetails } from './keys';

/** A key that signs once, with its certificates as DER, the signer's own first. */
export interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly chain: readonly Uint8Array<ArrayBuffer>[];
  readonly certificate: Certificate;
  readonly origin: 'browser' | 'pkcs12';
  /** Who the certificate says has the key, in canonical form: the name that the record carries. */
  readonly name: string;
}

/** The key with its name and its dates judged: a record that it signs at this time must verify. */
const judged = (key: Omit<SigningKey, 'name'>, now: IsoTime): Result<SigningKey> => {
  if (!canBeNow(now)) return clockFault(now);
  const { notBefore, notAfter, commonName } = key.certificate;
  const name = canonicalText(commonName, false);
  const refused = refusedCharacters(name, false);
  if (refused.length > 0 || name === '' || name.length > 200)
    return fail('key.name', 'certificate', { name, characters: refused.join(' ') });
  if (secondsOf(now) > secondsOf(notAfter)) return fail('key.expired', 'certificate', { until: writtenTime(notAfter) });
  if (secondsOf(now) < secondsOf(notBefore))
    return fail('key.not-yet', 'certificate', { from: writtenTime(notBefore) });
  return succeed({ ...key, name });
};

/** A key that this browser keeps. */
export const keptKey = async (row: KeyRow, now: IsoTime): Promise<Result<SigningKey>> => {
  const { readCertificate } = await import('../signing/certificate');
  const certificate = readCertificate(row.certificate);
  if (!certificate.ok) return certificate;
  const chain = [row.certificate, ...(row.authorities ?? [])];
  return judged({ privateKey: row.privateKey, chain, certificate: certificate.value, origin: 'browser' }, now);
};

/** A file with a key, and its password, as chosen. Neither is kept. */
export interface KeyFile {
  readonly file: File;
  readonly password: string;
}

/** A key file larger than this is none. */
const mostBytes = 1_000_000;

/** The key in a PKCS#12 file, for this one signing. */
export const keyInFile = async (
  subtle: SubtleCrypto,
  { file, password }: KeyFile,
  now: IsoTime,
): Promise<Result<SigningKey>> => {
  if (file.size > mostBytes) return fail('pkcs12.form', file.name);
  const { openPkcs12 } = await import('../signing/pkcs12');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const opened = await openPkcs12(subtle, bytes, password);
  bytes.fill(0);
  if (!opened.ok) return opened;
  const { privateKey, chain } = opened.value;
  const [certificate] = chain;
  return judged({ privateKey, chain: chain.map(({ der }) => der), certificate, origin: 'pkcs12' }, now);
};

/** What is signed with: a key that is kept and was issued, the key of a name that is given, or one in a file. */
export type KeyChoice =
  | { readonly kind: 'kept'; readonly row: KeyRow }
  | { readonly kind: 'named' }
  | { readonly kind: 'file'; readonly from: KeyFile };

/** What was chosen on screen: the id of a kept key, `file` with a file and its password, or anything else for a name. */
export const choiceOf = (
  { which, file, password }: { readonly which: string; readonly file?: File | undefined; readonly password: string },
  keys: readonly KeyRow[],
): KeyChoice => {
  const row = keys.find(({ id }) => id === which);
  if (row) return { kind: 'kept', row };
  return which === 'file' && file ? { kind: 'file', from: { file, password } } : { kind: 'named' };
};

/** The key that was chosen, its name and dates judged. That of a name is made on first use. */
export const openChosenKey = async (
  database: Database,
  making: KeyMaking,
  choice: KeyChoice,
  details: SignerDetails,
): Promise<Result<SigningKey>> => {
  if (choice.kind === 'file') return keyInFile(making.subtle, choice.from, making.now);
  if (choice.kind === 'kept') return keptKey(choice.row, making.now);
  const row = await keyFor(database, making, details);
  return row.ok ? keptKey(row.value, making.now) : row;
};
