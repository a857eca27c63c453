import { utf8 } from '../../src/base/bytes';
import { canonical } from '../../src/base/canonical';
import { sha256Hex } from '../../src/base/hash';
import { sealSequel } from '../../src/record/sequel-parse';
import type { DecisionPayload, SequelPayload } from '../../src/record/sequel-payload';
import { keyholder, type Keyholder, valueOf } from '../../tests/signing/material';
import { loose } from '../../tests/verify/forge';
import { madeRecord, officer, sign } from '../../tests/verify/made';
import { approver, chainOf, forgedAfter, madeAfter, printSequel, sealedAfter } from '../../tests/verify/made-sequel';
import type { Loosely } from './data';
import { decisionData } from './decision-data';
import type { Bytes, ForgeryClass, Originals } from './forgery';
import { forgeries, type Line } from './line';

const flipped = (pdf: Bytes, at: number): Bytes => pdf.map((byte, index) => (index === at ? byte ^ 1 : byte));

/** What an approver with a genuine key can sign about a record, or about something that is none. */
export const decisionForgeries = async ({ record, decision }: Originals): Promise<readonly ForgeryClass[]> => {
  const other = await madeRecord({ seed: 4 });
  const stranger = await keyholder('ES256');
  const named = (pdf: Uint8Array, id: string) => ({ kind: 'record', sha256: sha256Hex(pdf), recordId: id });
  const changed = (change: (payload: DecisionPayload) => object): Promise<Bytes> =>
    forgedAfter(record, (payload) => ({ ...payload, ...change(payload as DecisionPayload) }));
  const chain = await chainOf(record);

  /** Any data beside any files, on pages that say nothing. */
  const withData = async (
    change: (payload: Loosely) => void,
    files: Readonly<Record<string, Uint8Array | undefined>> = {},
  ): Promise<Bytes> => {
    const payload = structuredClone((await sealedAfter(record)).sequel.payload) as unknown as Loosely;
    change(payload);
    const all = { 'decision.json': utf8(canonical(payload)), 'assessment.pdf': record, ...files };
    const list = Object.entries(all).flatMap(([name, bytes]) => (bytes ? [{ name, bytes }] : []));
    return new Uint8Array(await loose(list, approver));
  };
  const enclosing = (pdf: Bytes): Promise<Bytes> =>
    forgedAfter(record, (payload) => ({ ...payload, encloses: named(pdf, payload.follows) }), { pdf, chain });
  const signedAs = async (signer: Keyholder): Promise<Bytes> => {
    const { sequel, inside } = await sealedAfter(record);
    const { commonName: name, sha256: certificateSha256 } = signer.certificate;
    const payload = { ...sequel.payload, signer: { ...sequel.payload.signer, name, certificateSha256 } };
    return sign(printSequel(valueOf(sealSequel(payload as SequelPayload)), inside), signer);
  };

  const inside: readonly Line[] = [
    [
      'a record that was changed',
      ['inside: verify.inside', 'inside: signature.digest'],
      () => enclosing(flipped(record, 9000)),
    ],
    [
      'a record with a second revision',
      ['inside: verify.inside', 'inside: verify.tail'],
      () => enclosing(new Uint8Array([...record, 10])),
    ],
    [
      'another genuine record than the one that it names',
      'inside: decision.encloses',
      () =>
        forgedAfter(record, (payload) => ({ ...payload, encloses: named(other, payload.follows) }), {
          pdf: other,
          chain,
        }),
    ],
    [
      'another hash than the file’s',
      'enclosed: verify.attachment-differs',
      () => withData((payload) => void (payload.encloses = named(other, chain.record.id))),
    ],
    [
      'no file',
      'enclosed: verify.attachment-missing',
      () => withData(() => undefined, { 'assessment.pdf': undefined }),
    ],
    ['a second file', 'enclosed: verify.attachment-unlisted', () => withData(() => undefined, { 'more.pdf': other })],
    [
      '100 MB of zeros',
      'enclosed: verify.attachment-inflate',
      () => withData(() => undefined, { 'assessment.pdf': new Uint8Array(100_000_001) }),
    ],
    [
      'a decision that poses as a record',
      'inside: decision.encloses',
      async () => {
        const { payload } = (await sealedAfter(decision, undefined, { at: '2026-11-22T11:10:00+00:00' })).sequel;
        if (!('encloses' in payload)) throw new Error('encloses nothing');
        const posing = valueOf(sealSequel({ ...payload, encloses: { ...payload.encloses, kind: 'record' } }));
        return sign(printSequel(posing, { pdf: decision, chain: await chainOf(decision) }), approver);
      },
    ],
  ];

  const pages: readonly Line[] = [
    [
      'pages of another record',
      'layout: verify.layout-place',
      async () => {
        const { sequel } = await sealedAfter(record);
        return sign(printSequel(sequel, { pdf: record, chain: await chainOf(other) }), approver);
      },
    ],
    ['pages that say nothing', 'layout: verify.layout-place', () => withData(() => undefined)],
  ];

  const kinds: readonly Line[] = [
    [
      'a decision under a record’s name',
      'data: record.format',
      async () => {
        const { sequel } = await sealedAfter(record);
        return new Uint8Array(await loose([{ name: 'record.json', bytes: sequel.bytes }], approver));
      },
    ],
    [
      'a decision that is a record too',
      'enclosed: verify.kinds-mixed',
      () => withData(() => undefined, { 'record.json': utf8(canonical(chain.record.payload)) }),
    ],
    [
      'a receipt under a decision’s name',
      'data: verify.kind',
      async () => {
        const { sequel } = await sealedAfter(record, () => ({
          kind: 'registered',
          entry: '1',
          received: '2026-11-22',
        }));
        return new Uint8Array(await loose([{ name: 'decision.json', bytes: sequel.bytes }], approver));
      },
    ],
    ['a record’s kind', 'data: shape.choice', () => withData((payload) => void (payload.kind = 'record'))],
  ];

  const rules: readonly Line[] = [
    ['the officer approves', 'rules: decision.separation', () => signedAs(officer)],
    ['a namesake of the officer approves', 'rules: decision.separation', () => signedAs(stranger)],
    [
      'decided before the record',
      'rules: decision.time',
      () => changed(({ time }) => ({ time: { ...time, signedAt: '2026-11-22T10:14:59+00:00' } })),
    ],
    [
      'another level required',
      'rules: decision.level-required',
      () => changed(() => ({ level: { required: 'Anyone', claimed: 'Store manager' } })),
    ],
    [
      'a level that there is not',
      'rules: decision.level-claimed',
      () => changed(({ level }) => ({ level: { ...level, claimed: 'The King' } })),
    ],
    ['a condition left out', 'rules: decision.due', () => changed(({ due }) => ({ due: due.slice(1) }))],
    [
      'a condition of another policy',
      'rules: decision.condition-unknown',
      () =>
        changed(() => ({
          decision: 'approve-changed',
          conditions: [{ id: 'k99', text: 'Pay', owner: 'All', due: 'Now' }],
        })),
    ],
    [
      'a decision on a practice record',
      'rules: decision.practice',
      async () => {
        const practice = await madeRecord({ practice: true });
        const trial = await chainOf(practice);
        const { id } = trial.record;
        const change = (payload: SequelPayload) => ({ ...payload, follows: id, encloses: named(practice, id) });
        return forgedAfter(record, change, { pdf: practice, chain: trial });
      },
    ],
  ];

  return [
    { id: 'what a decision encloses', needs: 'a genuine key', forgeries: forgeries(inside) },
    { id: 'what a decision prints', needs: 'a genuine key', forgeries: forgeries(pages) },
    { id: 'one kind posing as another', needs: 'a genuine key', forgeries: forgeries(kinds) },
    { id: 'the policy’s rules for decisions', needs: 'a genuine key', forgeries: forgeries(rules) },
    { id: 'data of a decision', needs: 'a genuine key', forgeries: forgeries(decisionData(record, withData)) },
    {
      id: 'lawful, and to be told of',
      needs: 'a genuine key',
      forgeries: [
        { name: 'the record alone, its decision left away', expects: [], lawful: true, make: () => record },
        {
          name: 'a second decision on one record',
          expects: [],
          lawful: true,
          make: () => madeAfter(record, (honest) => ({ ...honest, decision: 'refuse', reason: 'No money.', due: [] })),
        },
        {
          name: 'a decision on a decision',
          expects: [],
          lawful: true,
          make: () => madeAfter(decision, undefined, { at: '2026-11-22T11:10:00+00:00' }),
        },
      ],
    },
  ];
};
