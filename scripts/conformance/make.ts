import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timeOf } from '../../src/base/calendar';
import { type Result, succeed } from '../../src/base/result';
import { replay } from '../../src/assessment/assessment';
import type { Entry } from '../../src/assessment/log';
import type { Answer, Key } from '../../src/policy/answer';
import { walk } from '../../src/policy/walk';
import { renderRecord, rendererSha256 } from '../../src/pdf/render';
import { sealRecord } from '../../src/record/seal';
import { readIssued } from '../../src/signing/issued';
import { makeKeys } from '../../src/signing/keys';
import { requestToPem, toPem } from '../../src/signing/pem';
import { certificateRequest } from '../../src/signing/request';
import { selfSigned } from '../../src/signing/self-signed';
import { type Signer, signPlaceholder } from '../../src/signing/sign';
import { timestampingBy } from '../../src/signing/timestamping';
import { seeded } from '../../tests/support/answers';
import { councilCa, type CouncilCa } from '../../tests/support/council-ca';
import { type KnownPolicy, knownPolicy } from '../../tests/support/policies';
import { logOf } from '../../tests/support/records';
import { readPrintAssets } from '../print-assets';

const { subtle } = globalThis.crypto;
const random = (length: number): Uint8Array => globalThis.crypto.getRandomValues(new Uint8Array(length));
const person = { name: 'Siân Ó Briain', job: 'Swyddog – officer', service: 'Tîm Cymunedau' };
const id = (digit: string): string => digit.repeat(26);

const must = <Value>(result: Result<Value>, what: string): Value => {
  if (!result.ok) throw new Error(`${what}: ${JSON.stringify(result.failures.slice(0, 3))}`);
  return result.value;
};

/** One way of signing. */
interface Variant {
  readonly key: 'ES256' | 'RS256';
  readonly issued: boolean;
  readonly level: 'B-B' | 'B-T';
  readonly long?: true;
}

const pairs = <A, B>(left: readonly A[], right: readonly B[]): readonly (readonly [A, B])[] =>
  left.flatMap((one) => right.map((other) => [one, other] as const));

/** Every way, short; and 30 pages long in three of them. */
const variants: readonly Variant[] = [
  ...pairs(pairs(['ES256', 'RS256'] as const, [false, true]), ['B-B', 'B-T'] as const).map(
    ([[key, issued], level]) => ({ key, issued, level }),
  ),
  { key: 'ES256', issued: false, level: 'B-B', long: true },
  { key: 'RS256', issued: true, level: 'B-B', long: true },
  { key: 'ES256', issued: true, level: 'B-T', long: true },
];

const nameOf = ({ key, issued, level, long }: Variant): string =>
  [key, issued ? 'issued' : 'self', level, ...(long ? ['long'] : [])].join('-');

/** A long note, again and again: the audit trail prints each as it was written. */
const longer = (log: readonly Entry[]): readonly Entry[] => {
  const note = log.find((entry) => entry.kind === 'noted');
  if (!note) throw new Error('no note');
  const text = 'Nodyn hir am y bartneriaeth – a long note about what was agreed, with whom and why.\n'
    .repeat(45)
    .trim();
  const more = Array.from({ length: 30 }, (_, index): Entry => ({
    ...note,
    id: `${index + 10}${id('8').slice(2)}`,
    counter: log.length + 1 + index,
    value: `${index + 1}: ${text}`,
  }));
  return [...log, ...more];
};

interface Made {
  readonly signer: Signer;
  readonly pem: string;
  readonly identity: 'self-asserted' | 'council-ca';
}

/** A key with a certificate of its own, or with one that the authority issues for our request. */
const signerOf = async ({ key, issued }: Variant, ca: CouncilCa): Promise<Made> => {
  const keys = await makeKeys(subtle, key);
  const now = timeOf(Math.floor(Date.now() / 1000));
  const name = { organisation: 'Example council', service: person.service, person: person.name };
  const own = must(await selfSigned(subtle, { keys, name, now, random: random(16) }), 'certificate');
  if (!issued)
    return {
      signer: { privateKey: keys.privateKey, chain: [own.der] },
      pem: toPem(own.der),
      identity: 'self-asserted',
    };
  const request = must(await certificateRequest(subtle, keys.privateKey, own), 'request');
  const files = [ca.issue(requestToPem(request)), ca.certificate].map((text) => new TextEncoder().encode(text));
  const chain = must(await readIssued(subtle, own, files), 'issued certificate');
  return {
    signer: { privateKey: keys.privateKey, chain: chain.map(({ der }) => der) },
    pem: ca.certificate,
    identity: 'council-ca',
  };
};

const recordOf = async (variant: Variant, known: KnownPolicy, answers: ReadonlyMap<Key, Answer>, ca: CouncilCa) => {
  const { signer, pem, identity } = await signerOf(variant, ca);
  const resources = readPrintAssets();
  const now = timeOf(Math.floor(Date.now() / 1000));
  const plain = logOf(known.model, answers, seeded(7), {
    startedAt: '2026-11-22T09:00:00+00:00', // a day on which the worked cases hold
    notes: true,
    changed: 3,
  });
  const assessment = replay(known.model, variant.long ? longer(plain) : plain);
  if (!assessment) throw new Error('an empty log');
  const [certificateSha256 = '', ...authorities] = await Promise.all(
    signer.chain.map(async (der) => Buffer.from(await subtle.digest('SHA-256', new Uint8Array(der))).toString('hex')),
  );
  const sealed = must(
    sealRecord(assessment, {
      rendererSha256: rendererSha256(resources),
      app: '0.0.0',
      partnership: id('7'),
      revision: 1,
      signer: { ...person, role: 'officer', certificateSha256, authorities, keyOrigin: 'browser', identity },
      algorithm: variant.key,
      signedAt: now,
      ...(variant.level === 'B-T' && { tsa: '/timestamp' }),
      evidence: [],
    }),
    nameOf(variant),
  );
  const files = sealed.files.map(({ file, bytes }) => ({ name: file.name, bytes }));
  const printed = must(renderRecord(sealed, files, resources), nameOf(variant));
  const authority = timestampingBy<never>(subtle, random(8), async (query) => succeed(ca.stamp(query)));
  const stamping = variant.level === 'B-T' ? authority : undefined;
  return { pdf: must(await signPlaceholder<string>(subtle, printed, signer, stamping), nameOf(variant)), pem };
};

/**
 * Records signed in every way that there is, each in a folder of its own with its trust and the authority's list of what
 * is revoked. The names of the folders.
 */
export const makeVariants = async (folder: string): Promise<readonly string[]> => {
  const equipment = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
  const cases = equipment.cases.filter(({ answers }) => {
    const held = new Map(Object.entries(answers));
    const files = [...held.keys()].some(
      (key) => equipment.model.places.get(key.split('/')[0] ?? '')?.field.kind === 'file',
    );
    return !files && walk(equipment.model, held, '2026-11-22').outcome !== undefined;
  });
  const ca = councilCa();
  try {
    for (const [index, variant] of variants.entries()) {
      const one = cases[index % cases.length];
      if (!one) throw new Error('no worked case without files');
      const { pdf, pem } = await recordOf(variant, equipment, new Map(Object.entries(one.answers)), ca);
      const target = join(folder, nameOf(variant));
      mkdirSync(target, { recursive: true });
      writeFileSync(join(target, `${nameOf(variant)}.pdf`), pdf);
      writeFileSync(join(target, 'trust.pem'), pem);
      if (variant.level === 'B-T') writeFileSync(join(target, 'authority.pem'), ca.certificate);
    }
    // As new as a council's is when it is asked for after the signing: what judges require of it.
    const revoked = ca.revocations();
    for (const variant of variants)
      if (variant.issued || variant.level === 'B-T')
        writeFileSync(join(folder, nameOf(variant), 'authority.crl'), revoked);
  } finally {
    ca.close();
  }
  return variants.map(nameOf);
};
