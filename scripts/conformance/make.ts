import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IsoTime, timeOf } from '../../src/base/calendar';
import { sha256Hex } from '../../src/base/hash';
import { type Result, succeed } from '../../src/base/result';
import { replay } from '../../src/assessment/assessment';
import type { Entry } from '../../src/assessment/log';
import type { Answer, Key } from '../../src/policy/answer';
import { dueBeforeDecision } from '../../src/policy/deciding';
import { walk } from '../../src/policy/walk';
import { renderRecord, rendererSha256 } from '../../src/pdf/render';
import { sealRecord } from '../../src/record/seal';
import type { SignedBy } from '../../src/record/signed-by';
import { readIssued } from '../../src/signing/issued';
import { makeKeys } from '../../src/signing/keys';
import { requestToPem, toPem } from '../../src/signing/pem';
import { certificateRequest } from '../../src/signing/request';
import { selfSigned } from '../../src/signing/self-signed';
import { type Signer, signPlaceholder, type Timestamping } from '../../src/signing/sign';
import { timestampingBy } from '../../src/signing/timestamping';
import { seeded } from '../../tests/support/answers';
import type { CouncilCa } from '../../tests/support/council-ca';
import { type KnownPolicy, knownPolicy } from '../../tests/support/policies';
import { logOf } from '../../tests/support/records';
import { readPrintAssets } from '../print-assets';
import { evidenceOf, startedAt } from '../sample-answers';

export const { subtle } = globalThis.crypto;
const random = (length: number): Uint8Array => globalThis.crypto.getRandomValues(new Uint8Array(length));
const person = { name: 'Siân Ó Briain', job: 'Swyddog – officer', service: 'Tîm Cymunedau' };
const id = (digit: string): string => digit.repeat(26);

export const must = <Value>(result: Result<Value>, what: string): Value => {
  if (!result.ok) throw new Error(`${what}: ${JSON.stringify(result.failures.slice(0, 3))}`);
  return result.value;
};

export const nowByClock = (): IsoTime => timeOf(Math.floor(Date.now() / 1000));

/** One way of signing. */
export interface Variant {
  readonly key: 'ES256' | 'RS256';
  readonly issued: boolean;
  readonly level: 'B-B' | 'B-T';
  /** Of an RSA key; 2048, as browsers make them, unless told. */
  readonly bits?: 3072 | 4096;
  readonly long?: true;
}

/** A policy of another domain in every way of signing, some with a golden text; and 30 pages long in three of them. */
const variants: readonly Variant[] = [
  { key: 'ES256', issued: false, level: 'B-B' },
  { key: 'ES256', issued: false, level: 'B-T' },
  { key: 'ES256', issued: true, level: 'B-B' },
  { key: 'ES256', issued: true, level: 'B-T' },
  { key: 'RS256', issued: false, level: 'B-B' },
  { key: 'RS256', issued: false, level: 'B-T' },
  { key: 'RS256', issued: true, level: 'B-B' },
  { key: 'RS256', issued: true, level: 'B-T' },
  { key: 'ES256', issued: false, level: 'B-B', long: true },
  { key: 'RS256', issued: true, level: 'B-B', long: true },
  { key: 'ES256', issued: true, level: 'B-T', long: true },
];

export const nameOf = ({ key, issued, level, long }: Variant): string =>
  [key, issued ? 'issued' : 'self', level, ...(long ? ['long'] : [])].join('-');

/** A long note, again and again: the audit trail prints each as it was written. */
const longer = (log: readonly Entry[]): readonly Entry[] => {
  const note = log.find((entry) => entry.kind === 'noted');
  if (!note) throw new Error('no note');
  const text = 'Nodyn hir am y bartneriaeth – a long note about what was agreed, with whom and why.\n'
    .repeat(45)
    .trim();
  const more = Array.from({ length: 45 }, (_, index): Entry => ({
    ...note,
    id: `${index + 10}${id('8').slice(2)}`,
    counter: log.length + 1 + index,
    value: `${index + 1}: ${text}`,
  }));
  return [...log, ...more];
};

export interface Made {
  readonly signer: Signer;
  readonly pem: string;
  /** What a payload says of them. */
  readonly says: Omit<SignedBy, 'role'>;
}

/** Keys such as browsers make, or longer ones, which only a council’s key file brings. */
const keysOf = ({ key, bits }: Variant): Promise<CryptoKeyPair> =>
  bits === undefined
    ? makeKeys(subtle, key)
    : subtle.generateKey(
        { name: 'RSASSA-PKCS1-v1_5', modulusLength: bits, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
        false,
        ['sign', 'verify'],
      );

/** A key with a certificate of its own, or with one that the authority issues for our request. */
export const signerOf = async (variant: Variant, ca: CouncilCa, who = person): Promise<Made> => {
  const keys = await keysOf(variant);
  const name = { organisation: 'Example council', service: who.service, person: who.name };
  const own = must(await selfSigned(subtle, { keys, name, now: nowByClock(), random: random(16) }), 'certificate');
  const made = (chain: readonly Uint8Array[], pem: string, identity: SignedBy['identity']): Made => {
    const [certificateSha256 = '', ...authorities] = chain.map(sha256Hex);
    const says = { ...who, certificateSha256, authorities, keyOrigin: 'browser', identity } as const;
    return { signer: { privateKey: keys.privateKey, chain }, pem, says };
  };
  if (!variant.issued) return made([own.der], toPem(own.der), 'self-asserted');
  const request = must(await certificateRequest(subtle, keys.privateKey, own), 'request');
  const files = [ca.issue(requestToPem(request)), ca.certificate].map((text) => new TextEncoder().encode(text));
  const chain = must(await readIssued(subtle, own, files), 'issued certificate');
  return made(
    chain.map(({ der }) => der),
    ca.certificate,
    'council-ca',
  );
};

/** The council's timestamps, where a way of signing has one. */
export const stampingOf = ({ level }: Variant, ca: CouncilCa): Timestamping<string> | undefined =>
  level === 'B-T' ? timestampingBy<never>(subtle, random(8), async (query) => succeed(ca.stamp(query))) : undefined;

/** What a record is made of besides how it is signed. */
interface Source {
  readonly known: KnownPolicy;
  readonly answers: ReadonlyMap<Key, Answer>;
  readonly seed: number;
}

/** A signed record, by somebody. */
export const recordBy = async (
  { signer, says }: Made,
  variant: Variant,
  { known, answers, seed }: Source,
  ca: CouncilCa,
): Promise<Uint8Array<ArrayBuffer>> => {
  const resources = readPrintAssets();
  const plain = logOf(known.model, answers, seeded(seed), { startedAt, notes: true, changed: 3 });
  const assessment = replay(known.model, variant.long ? longer(plain) : plain);
  if (!assessment) throw new Error('an empty log');
  const sealed = must(
    sealRecord(assessment, {
      rendererSha256: rendererSha256(resources),
      app: '0.0.0',
      partnership: id('7'),
      revision: 1,
      signer: { ...says, role: 'officer' },
      algorithm: variant.key,
      signedAt: nowByClock(),
      ...(variant.level === 'B-T' && { tsa: '/timestamp' }),
      evidence: evidenceOf(known.model, answers),
    }),
    nameOf(variant),
  );
  const files = sealed.files.map(({ file, bytes }) => ({ name: file.name, bytes }));
  const printed = must(renderRecord(sealed, files, resources), nameOf(variant));
  return must(await signPlaceholder<string>(subtle, printed, signer, stampingOf(variant, ca)), nameOf(variant));
};

const recordOf = async (variant: Variant, known: KnownPolicy, answers: ReadonlyMap<Key, Answer>, ca: CouncilCa) => {
  const by = await signerOf(variant, ca);
  return { pdf: await recordBy(by, variant, { known, answers, seed: 7 }, ca), pem: by.pem };
};

/** A signed file in a folder of its own, with its trust and, where an authority has a part in it, what that has revoked. */
export const writeFolder = (
  folder: string,
  name: string,
  { issued, level }: Variant,
  { pdf, pem }: { readonly pdf: Uint8Array; readonly pem: string },
  ca: CouncilCa,
): void => {
  const target = join(folder, name);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, `${name}.pdf`), pdf);
  writeFileSync(join(target, 'trust.pem'), pem);
  if (level === 'B-T') writeFileSync(join(target, 'authority.pem'), ca.certificate);
  // As new as a council's is when it is asked for after the signing: what judges require of it.
  if (issued || level === 'B-T') writeFileSync(join(target, 'authority.crl'), ca.revocations());
};

const equipment = knownPolicy('tests/fixtures/equipment', '1.0.0.json');

/** Worked cases without files that have an outcome. */
const cases = equipment.cases.filter(({ answers }) => {
  const held = new Map(Object.entries(answers));
  const files = [...held.keys()].some(
    (key) => equipment.model.places.get(key.split('/')[0] ?? '')?.field.kind === 'file',
  );
  return !files && walk(equipment.model, held, '2026-11-22').outcome !== undefined;
});

/** A record of a case that raises conditions, for something to come after. */
export const madeRecord = async (ca: CouncilCa): Promise<Uint8Array<ArrayBuffer>> => {
  const answers = cases
    .map((one) => new Map(Object.entries(one.answers)))
    .find((held) => dueBeforeDecision(walk(equipment.model, held, '2026-11-22')).length > 0);
  if (!answers) throw new Error('no worked case with a condition');
  return (await recordOf({ key: 'RS256', issued: true, level: 'B-T' }, equipment, answers, ca)).pdf;
};

/** Records signed in every way that there is. The names of their folders. */
export const makeVariants = async (folder: string, ca: CouncilCa): Promise<readonly string[]> => {
  for (const [index, variant] of variants.entries()) {
    const one = cases[index % cases.length];
    if (!one) throw new Error('no worked case without files');
    const record = await recordOf(variant, equipment, new Map(Object.entries(one.answers)), ca);
    writeFolder(folder, nameOf(variant), variant, record, ca);
  }
  return variants.map(nameOf);
};
