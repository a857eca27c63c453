import { sha256Hex } from '../../src/base/hash';
import { dueBeforeDecision, requiredDecider } from '../../src/policy/deciding';
import { type Inside, renderSequel } from '../../src/pdf/render-sequel';
import type { Chain } from '../../src/record/chain';
import { type SealedSequel, sealSequel } from '../../src/record/sequel-parse';
import type { SequelPayload } from '../../src/record/sequel-payload';
import { walkOf } from '../../src/record/sequel-rules';
import { sealAfter, type SequelInput } from '../../src/record/sequel-seal';
import type { Timestamping } from '../../src/signing/sign';
import { keyholder, type Keyholder, valueOf } from '../signing/material';
import { madeRecord, now, resources, sign, verify } from './made';

export const decidedAt = '2026-11-22T11:00:00+00:00';

export const approver = await keyholder('ES256', {
  organisation: 'Example Borough Council',
  service: 'Communities',
  person: 'Mair Llwyd',
});

/** Answers of the equipment policy that raise a condition due before collection. */
export const withDue = 1;

const chains = new WeakMap<Uint8Array, Chain>();

/** What the verification of a file returns. */
export const chainOf = async (pdf: Uint8Array, at = now): Promise<Chain> => {
  const known = chains.get(pdf);
  if (known) return known;
  const { proven, lines } = await verify(pdf, { now: at > now ? at : now });
  if (!proven?.record) throw new Error(JSON.stringify(lines.filter(({ state }) => state === 'refused')));
  const chain = { record: proven.record, sequels: proven.sequels };
  chains.set(pdf, chain);
  return chain;
};

export interface SequelMaking {
  readonly signer?: Keyholder;
  readonly at?: string;
  readonly tsa?: string | undefined;
  readonly timestamping?: Timestamping<string> | undefined;
}

export const inputOf = (chain: Chain): Extract<SequelInput, { kind: 'decision' }> => {
  const walk = walkOf(chain.record);
  const claimed = requiredDecider(walk, 'en') ?? 'Store manager';
  return {
    kind: 'decision',
    decision: 'approve',
    due: dueBeforeDecision(walk).map(({ id }, index) =>
      index === 0 ? { id, state: 'waived', reason: 'Not needed this time.' } : { id, state: 'met' },
    ),
    conditions: [],
    claimed,
  };
};

/** An honest document after a file, sealed. */
export const sealedAfter = async (
  pdf: Uint8Array<ArrayBuffer>,
  change: (honest: Extract<SequelInput, { kind: 'decision' }>) => SequelInput = (honest) => honest,
  { signer = approver, at = decidedAt, tsa }: SequelMaking = {},
): Promise<{ readonly sequel: SealedSequel; readonly inside: Inside }> => {
  const chain = await chainOf(pdf, at);
  const { certificate } = signer;
  const sequel = valueOf(
    sealAfter(chain, sha256Hex(pdf), change(inputOf(chain)), {
      app: '0.1.0',
      signer: {
        name: certificate.commonName,
        job: 'Head of communities',
        service: 'Communities',
        certificateSha256: certificate.sha256,
        authorities: signer.signer.chain.slice(1).map((der) => sha256Hex(der)),
        keyOrigin: 'browser',
        identity: certificate.selfSigned ? 'self-asserted' : 'council-ca',
      },
      algorithm: certificate.algorithm === 'RS256' ? 'RS256' : 'ES256',
      tsa,
      signedAt: at,
    }),
  );
  return { sequel, inside: { pdf, chain } };
};

export const printSequel = (sequel: SealedSequel, inside: Inside | undefined) =>
  valueOf(renderSequel(sequel, inside, resources));

/** An honest signed document after a file: a decision that approves, unless told. */
export const madeAfter = async (
  pdf: Uint8Array<ArrayBuffer>,
  change?: Parameters<typeof sealedAfter>[1],
  making: SequelMaking = {},
): Promise<Uint8Array<ArrayBuffer>> => {
  const { sequel, inside } = await sealedAfter(pdf, change, making);
  const printed = printSequel(sequel, 'encloses' in sequel.payload ? inside : undefined);
  return sign(printed, making.signer ?? approver, making.timestamping);
};

/** An honest decision on an honest record. */
export const madeDecision = async (seed = withDue): Promise<Uint8Array<ArrayBuffer>> =>
  madeAfter(await madeRecord({ seed }));

/** A decision whose payload is changed, sealed without a look at the rules, and signed with the genuine key. */
export const forgedAfter = async (
  pdf: Uint8Array<ArrayBuffer>,
  change: (payload: SequelPayload) => unknown,
  inside?: Inside,
): Promise<Uint8Array<ArrayBuffer>> => {
  const honest = await sealedAfter(pdf);
  const sequel = valueOf(sealSequel(change(structuredClone(honest.sequel.payload)) as SequelPayload));
  return sign(printSequel(sequel, inside ?? honest.inside), approver);
};
