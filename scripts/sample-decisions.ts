import { inOrder } from '../src/assessment/conditions';
import { type IsoTime, secondsOf, timeOf } from '../src/base/calendar';
import { sha256Hex } from '../src/base/hash';
import type { Randomness } from '../src/base/ids';
import { fail, type Result } from '../src/base/result';
import { deciders, dueBeforeDecision, requiredDecider, wordedConditions } from '../src/policy/deciding';
import { renderSequel } from '../src/pdf/render-sequel';
import type { Resources } from '../src/pdf/tagged/tagged-pdf';
import { type Chain, lastOf } from '../src/record/chain';
import { sealAfter, type SequelInput } from '../src/record/sequel-seal';
import { walkOf } from '../src/record/sequel-rules';
import { makeKeys } from '../src/signing/keys';
import { toPem } from '../src/signing/pem';
import { selfSigned } from '../src/signing/self-signed';
import { signPlaceholder } from '../src/signing/sign';
import { verifyRecord } from '../src/verify/verify-record';
import { version } from '../package.json';

const person = { name: 'Mair Llwyd', job: 'Head of communities', service: 'Communities' };

/** Decisions of every kind in turn: the same number gives the same one. */
export const inputOf = ({ record }: Chain, number: number): SequelInput => {
  const walk = walkOf(record);
  const claimed = requiredDecider(walk, record.payload.language) ?? deciders(walk, record.payload.language)[0];
  const shared = { kind: 'decision', ...(claimed !== undefined && { claimed }) } as const;
  const due = dueBeforeDecision(walk).map(({ id }, index) =>
    index % 3 === 1
      ? ({ id, state: 'waived', reason: 'The partners have agreed this in writing already.' } as const)
      : ({ id, state: 'met' } as const),
  );
  const comment = 'I have read the record and the evidence.\nReport back to me after the first six months.';
  switch (number % 4) {
    case 1:
      return {
        ...shared,
        decision: 'approve-changed',
        due,
        conditions: [
          ...wordedConditions(walk, inOrder(record.policy, record.payload.result.conditions), record.payload.language)
            .map((one, index) => (index === 0 ? { ...one, owner: 'Head of service' } : one))
            .slice(0, 3),
          {
            id: 'added-1',
            text: 'Agree with Finance how the yearly cost is found, and write it down.',
            owner: 'Head of service',
            due: 'Before signing',
          },
        ],
        comment,
      };
    case 2:
      return {
        ...shared,
        decision: 'refuse',
        reason: 'The service is to be reorganised next year.\nThis should wait until then.',
        due: [],
        conditions: [],
      };
    case 3:
      return { ...shared, decision: 'refer', to: 'The committee', due: [], conditions: [], comment };
    default:
      return { ...shared, decision: 'approve', due, conditions: [], comment };
  }
};

export interface Approver {
  readonly pem: string;
  /** A signed decision on a record, half an hour after it. */
  readonly decide: (pdf: Uint8Array<ArrayBuffer>, number: number) => Promise<Result<Uint8Array<ArrayBuffer>>>;
}

/** Somebody who decides on sample records, with a throwaway key. */
export const openApprover = async (
  subtle: SubtleCrypto,
  resources: Resources,
  now: IsoTime,
  random: Randomness,
): Promise<Approver> => {
  const keys = await makeKeys(subtle, 'ES256');
  const name = { organisation: 'Example council', service: person.service, person: person.name };
  const certificate = await selfSigned(subtle, { keys, name, now, random: random(16) });
  if (!certificate.ok) throw new Error('the approver has no certificate');
  const { der, sha256 } = certificate.value;
  return {
    pem: toPem(der),
    decide: async (pdf, number) => {
      const later = timeOf(secondsOf(now) + 30 * 24 * 60 * 60);
      const { proven } = await verifyRecord(pdf, { subtle, resources, now: later });
      if (!proven?.record) return fail('verify.inside', 'record');
      const chain = { record: proven.record, sequels: proven.sequels };
      const sealed = sealAfter(chain, sha256Hex(pdf), inputOf(chain, number), {
        app: version,
        signer: {
          ...person,
          certificateSha256: sha256,
          authorities: [],
          keyOrigin: 'browser',
          identity: 'self-asserted',
        },
        algorithm: 'ES256',
        signedAt: timeOf(secondsOf(lastOf(chain).signedAt) + 1800),
      });
      if (!sealed.ok) return sealed;
      const printed = renderSequel(sealed.value, { pdf, chain }, resources);
      if (!printed.ok) return printed;
      return signPlaceholder(subtle, printed.value, { privateKey: keys.privateKey, chain: [der] });
    },
  };
};
