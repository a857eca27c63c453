import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CouncilCa } from '../../tests/support/council-ca';
import { knownPolicies } from '../../tests/support/policies';
import { answersByOutcome } from '../sample-answers';
import { inputOf } from '../sample-decisions';
import { type Made, madeRecord, recordBy, signerOf, type Variant } from './make';
import { followUps, head, sequelBy } from './sequels';

/** The ways of signing that every outcome and every kind of document is shown in. A council’s own RSA keys are longer. */
const ways = [
  { name: 'EC-self', officer: { key: 'ES256', issued: false, level: 'B-B' } },
  { name: 'EC-issued', officer: { key: 'ES256', issued: true, level: 'B-B' } },
  { name: 'RSA-2048-self', officer: { key: 'RS256', issued: false, level: 'B-B' } },
  {
    name: 'RSA-3072-4096-issued',
    officer: { key: 'RS256', issued: true, level: 'B-B', bits: 3072 },
    approver: { key: 'RS256', issued: true, level: 'B-B', bits: 4096 },
  },
] as const satisfies readonly { readonly name: string; readonly officer: Variant; readonly approver?: Variant }[];

/** A way of signing, and those who sign so. */
interface Hands {
  readonly name: string;
  readonly folder: string;
  readonly variants: readonly [officer: Variant, approver: Variant];
  readonly officer: Made;
  readonly approver: Made;
}

const handsOf = async (folder: string, way: (typeof ways)[number], ca: CouncilCa): Promise<Hands> => {
  const variants = [way.officer, 'approver' in way ? way.approver : way.officer] as const;
  const [officer, approver] = [await signerOf(variants[0], ca), await signerOf(variants[1], ca, head)];
  const into = join(folder, way.name);
  mkdirSync(into, { recursive: true });
  writeFileSync(join(into, 'officer.pem'), officer.pem);
  if (!way.officer.issued) writeFileSync(join(into, 'approver.pem'), approver.pem);
  return { name: way.name, folder: into, variants, officer, approver };
};

/** Pages and tags do not hang on the way of signing but for some words, so each document is one of pages once. */
export interface Covered {
  readonly folders: readonly string[];
  /** Files of which the pages are judged too; of the others, the signature and the form of the file. */
  readonly pages: ReadonlySet<string>;
  readonly said: string;
}

/**
 * Every outcome and every kind of follow-up in every way of signing: of outcome n, the record is signed in ways n and
 * n + 2, and the decisions on these in ways n + 1 and n + 3. So each pair of an outcome and a way is in one file, a
 * record or a decision, and so is each pair of a follow-up and a way.
 */
export const makeOutcomes = async (folder: string, ca: CouncilCa): Promise<Covered> => {
  const hands: Hands[] = [];
  for (const way of ways) hands.push(await handsOf(folder, way, ca));
  const pages = new Set<string>();
  const handsAt = (number: number): Hands => {
    const found = hands[number % hands.length];
    if (!found) throw new Error('no way of signing');
    return found;
  };
  const write = ({ folder: into }: Hands, name: string, pdf: Uint8Array, first: boolean): void => {
    const path = join(into, `${name}.pdf`);
    writeFileSync(path, pdf);
    if (first) pages.add(path);
  };
  const outcomes = knownPolicies(['decision-trees']).flatMap((known) =>
    [...answersByOutcome(known)].map(([outcome, answers]) => ({ known, outcome, answers })),
  );
  for (const [number, { known, outcome, answers }] of outcomes.entries())
    for (const turn of [0, 2]) {
      const [records, decides] = [handsAt(number + turn), handsAt(number + turn + 1)];
      const name = `${known.model.policy.id}-${outcome}`;
      const source = { known, answers, seed: number + 1 };
      const record = await recordBy(records.officer, records.variants[0], source, ca);
      write(records, name, record, turn === 0);
      const step = {
        name,
        variant: decides.variants[1],
        says: (chain: Parameters<typeof inputOf>[0]) => inputOf(chain, number + turn),
      };
      write(decides, `${name}-decision`, await sequelBy(record, decides.approver, step, ca), turn === 0);
    }
  const before = await madeRecord(ca);
  for (const { name, says } of followUps)
    for (const one of hands) {
      const step = { name, variant: one.variants[0], says };
      write(one, name, await sequelBy(before, one.officer, step, ca), false);
    }
  // As new as a council's is when it is asked for after the signing: what judges require of it.
  for (const { folder: into, variants } of hands)
    if (variants[0].issued) writeFileSync(join(into, 'authority.crl'), ca.revocations());
  const said = `${outcomes.length} outcomes × ${ways.length} ways of signing (${ways.map(({ name }) => name).join(', ')}), each pair in a record or a decision; ${followUps.length} kinds of follow-up × ${ways.length} ways; pages of each outcome judged in one record and one decision`;
  return { folders: hands.map(({ name }) => name), pages, said };
};
