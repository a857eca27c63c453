import { sha256Hex } from '../../src/base/hash';
import { dueBeforeDecision } from '../../src/policy/deciding';
import { renderSequel } from '../../src/pdf/render-sequel';
import type { Chain } from '../../src/record/chain';
import { sealAfter, type SequelInput } from '../../src/record/sequel-seal';
import { walkOf } from '../../src/record/sequel-rules';
import { signPlaceholder } from '../../src/signing/sign';
import { verifyRecord } from '../../src/verify/verify-record';
import type { CouncilCa } from '../../tests/support/council-ca';
import { readPrintAssets } from '../print-assets';
import { inputOf } from '../sample-decisions';
import {
  type Made,
  madeRecord,
  must,
  nowByClock,
  signerOf,
  stampingOf,
  subtle,
  type Variant,
  writeFolder,
} from './make';

type Pdf = Uint8Array<ArrayBuffer>;

export const head = { name: 'Mair Llwyd', job: 'Head of communities', service: 'Communities' };
const champion = { name: 'Gwen Prys', job: 'Champion of partnerships', service: 'Cabinet' };
const committee = { name: 'Zoë O’Neill-Ŵyn', job: 'Clerk to the committee', service: 'Democratic services' };
const recorder = { name: 'Siân Ó Briain', job: 'Swyddog – officer', service: 'Tîm Cymunedau' };

/** A document after another: who signs it, how, and what it says. */
interface Step {
  readonly name: string;
  readonly who: typeof head;
  readonly variant: Variant;
  readonly says: (chain: Chain) => SequelInput;
}

const way = (key: Variant['key'], issued: boolean, level: Variant['level']): Variant => ({ key, issued, level });

/** Three that decide, each enclosing the one before. */
const chain: readonly Step[] = [
  { name: 'decision', who: head, variant: way('ES256', false, 'B-B'), says: (before) => inputOf(before, 3) },
  { name: 'chain-of-two', who: champion, variant: way('RS256', true, 'B-B'), says: (before) => inputOf(before, 1) },
  { name: 'chain-of-three', who: committee, variant: way('ES256', true, 'B-T'), says: (before) => inputOf(before, 0) },
];

/** The conditions due before a decision, which the follow-up says are met. */
const dueIn = ({ record }: Chain): readonly string[] => dueBeforeDecision(walkOf(record)).map(({ id }) => id);

/** What may happen after a decision, in each way that it is recorded. */
export const followUps: readonly Step[] = [
  {
    name: 'body-decision',
    who: recorder,
    variant: way('RS256', false, 'B-T'),
    says: () => ({
      kind: 'body-decision',
      body: 'Y Cabinet – the cabinet',
      meeting: '2026-11-22',
      minute: '14 (b)',
      decision: 'approve',
    }),
  },
  {
    name: 'conditions-met',
    who: recorder,
    variant: way('ES256', true, 'B-B'),
    says: (before) => ({
      kind: 'conditions-met',
      met: dueIn(before).map((id) => ({ id, evidence: 'Seen.\nCopi yn y ffeil.', date: '2026-11-22' })),
    }),
  },
  {
    name: 'registered',
    who: recorder,
    variant: way('ES256', false, 'B-T'),
    says: () => ({ kind: 'registered', entry: 'P/2026/114', received: '2026-11-22' }),
  },
];

/** A signed document after another. */
export const sequelBy = async (
  pdf: Pdf,
  { signer, says: signedBy }: Made,
  { name, variant, says }: Pick<Step, 'name' | 'variant' | 'says'>,
  ca: CouncilCa,
): Promise<Pdf> => {
  const resources = readPrintAssets();
  const { proven } = await verifyRecord(pdf, { subtle, resources, now: nowByClock() });
  if (!proven?.record) throw new Error(`${name}: what it comes after is refused`);
  const before = { record: proven.record, sequels: proven.sequels };
  const sealed = must(
    sealAfter(before, sha256Hex(pdf), says(before), {
      app: '0.0.0',
      signer: signedBy,
      algorithm: variant.key,
      signedAt: nowByClock(),
      ...(variant.level === 'B-T' && { tsa: '/timestamp' }),
    }),
    name,
  );
  const inside = 'encloses' in sealed.payload ? { pdf, chain: before } : undefined;
  const printed = must(renderSequel(sealed, inside, resources), name);
  return must(await signPlaceholder<string>(subtle, printed, signer, stampingOf(variant, ca)), name);
};

const made = async (pdf: Pdf, step: Step, ca: CouncilCa) => {
  const by = await signerOf(step.variant, ca, step.who);
  return { pdf: await sequelBy(pdf, by, step, ca), pem: by.pem };
};

/**
 * Decisions on a record and follow-ups to the first of them, each in a folder of its own as signed records are. The names of
 * the folders.
 */
export const makeSequels = async (folder: string, ca: CouncilCa): Promise<readonly string[]> => {
  const record = await madeRecord(ca);
  let latest: Pdf = record;
  let first: Pdf | undefined;
  for (const step of chain) {
    const one = await made(latest, step, ca);
    writeFolder(folder, step.name, step.variant, one, ca);
    latest = one.pdf;
    first ??= one.pdf;
  }
  for (const step of followUps) writeFolder(folder, step.name, step.variant, await made(first ?? record, step, ca), ca);
  return [...chain, ...followUps].map(({ name }) => name);
};
