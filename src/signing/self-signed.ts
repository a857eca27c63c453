import { addDays, addMonths, type IsoTime, secondsOf, timeOf } from '../base/calendar';
import { sha256 } from '../base/hash';
import { type Failure, fail, failure, type Result } from '../base/result';
import { refusedCharacters } from '../base/text';
import { type Certificate, type CertificateCode, readCertificate } from './certificate';
import { readDer } from './der-reader';
import { bitString, integer, octetString, oid, sequence, smallInteger, tagged, time, yes } from './der-writer';
import { readPublicKey } from './keys';
import { namePartLimit, type Person, writeName } from './names';
import { oids } from './oids';
import { signatureAlgorithm, signWith } from './signature-value';

export type SelfSignedCode =
  CertificateCode | 'certificate.name-length' | 'certificate.name-text' | 'certificate.key-unusable';

const years = 10;

const nameFailures = (name: Person): readonly Failure<SelfSignedCode>[] =>
  Object.entries(name).flatMap(([part, text]: [string, string | undefined]) => [
    ...(text !== undefined && (text.length === 0 || text.length > namePartLimit)
      ? [failure('certificate.name-length', part, { most: namePartLimit })]
      : []),
    ...(text !== undefined && refusedCharacters(text, false).length > 0
      ? [failure('certificate.name-text', part, { characters: refusedCharacters(text, false).join(' ') })]
      : []),
  ]);

const extension = (id: string, critical: boolean, value: Uint8Array): Uint8Array =>
  sequence(oid(id), ...(critical ? [yes] : []), octetString(value));

/** A key identifier: the first 160 bits of the key's SHA-256 (RFC 7093, method 1). */
const keyIdentifier = (keyBits: Uint8Array): Uint8Array => octetString(sha256(keyBits).subarray(0, 20));

/** CA:FALSE (an empty sequence, for FALSE is the default), and bits 0 and 1 of KeyUsage. Some judges ask for nonRepudiation. */
const extensions = (keyBits: Uint8Array): Uint8Array =>
  sequence(
    extension(oids.basicConstraints, true, sequence()),
    extension(oids.keyUsage, true, bitString(new Uint8Array([0b1100_0000]), 6)),
    extension(oids.subjectKeyId, false, keyIdentifier(keyBits)),
  );

/** From a day before `now`, since the signing time must lie inside and clocks differ, for ten years. */
const validity = (now: IsoTime): Uint8Array => {
  const utc = timeOf(secondsOf(now));
  const [date, clock] = [utc.slice(0, 10), utc.slice(10)];
  return sequence(time(addDays(date, -1) + clock), time(addMonths(date, years * 12) + clock));
};

/**
 * A certificate that a person's own key signs: it proves that the key is the same, not whose it is.
 * X.509 v3 (RFC 5280); keys of `makeKeys`; `random` is 16 bytes for the serial number.
 */
export const selfSigned = async (
  subtle: SubtleCrypto,
  { keys, name, now, random }: { keys: CryptoKeyPair; name: Person; now: IsoTime; random: Uint8Array },
): Promise<Result<Certificate, SelfSignedCode>> => {
  const failures = nameFailures(name);
  if (failures.length > 0) return { ok: false, failures };
  const spki = await subtle.exportKey('spki', keys.publicKey);
  const info = readDer(new Uint8Array(spki), 'publicKey');
  const key = info.ok ? readPublicKey(info.value) : undefined;
  if (!key || key.algorithm === 'ES384') return fail('certificate.key', 'publicKey');
  // Positive and of one length: RFC 5280 allows 20 bytes, of which a leading zero would be dropped.
  const serial = new Uint8Array(random.slice(0, 16));
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const writtenName = writeName(name);
  const signed = sequence(
    tagged(0, smallInteger(2)),
    integer(serial),
    signatureAlgorithm(key.algorithm),
    writtenName,
    validity(now),
    writtenName,
    key.spki,
    tagged(3, extensions(key.bits)),
  );
  try {
    const value = await signWith(subtle, keys.privateKey, signed);
    return readCertificate(sequence(signed, signatureAlgorithm(key.algorithm), bitString(value)));
  } catch {
    return fail('certificate.key-unusable', 'privateKey');
  }
};
