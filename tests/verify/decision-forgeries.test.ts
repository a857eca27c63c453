import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/base/bytes';
import { canonical, type Json } from '../../src/base/canonical';
import { sha256Hex } from '../../src/base/hash';
import { sequelRules } from '../../src/record/sequel-rules';
import { sealAfter } from '../../src/record/sequel-seal';
import { sealSequel } from '../../src/record/sequel-parse';
import type { DecisionPayload, SequelPayload } from '../../src/record/sequel-payload';
import { codesOf, keyholder, valueOf } from '../signing/material';
import { loose, refusals } from './forge';
import { madeRecord, officer, sign } from './made';
import { approver, chainOf, forgedAfter, inputOf, madeAfter, printSequel, sealedAfter } from './made-sequel';

const record = await madeRecord({ seed: 1 });
const other = await madeRecord({ seed: 4 });

const named = (pdf: Uint8Array, id: string) => ({ kind: 'record', sha256: sha256Hex(pdf), recordId: id });

/** Any attachments whatever, beside a decision’s own data. */
const withData = async (
  change: (payload: Record<string, Json>) => void,
  files: Readonly<Record<string, Uint8Array | undefined>> = {},
): Promise<Uint8Array> => {
  const { sequel } = await sealedAfter(record);
  const payload = structuredClone(sequel.payload) as unknown as Record<string, Json>;
  change(payload);
  const all = { 'decision.json': utf8(canonical(payload)), 'assessment.pdf': record, ...files };
  return loose(
    Object.entries(all).flatMap(([name, bytes]) => (bytes ? [{ name, bytes }] : [])),
    approver,
  );
};

describe('a decision signed with the genuine key', () => {
  it('cannot print another record than the one that it encloses', async () => {
    const { sequel } = await sealedAfter(record);
    const [mine, theirs] = [await chainOf(record), await chainOf(other)];
    const pdf = await sign(printSequel(sequel, { pdf: record, chain: theirs }), approver);
    expect(mine.record.id).not.toBe(theirs.record.id);
    expect(await refusals(pdf)).toEqual([expect.stringMatching(/^layout: verify\.layout-/)]);
  });

  it('cannot enclose another genuine record than the one that it names', async () => {
    const { record: mine } = await chainOf(record);
    const pdf = await forgedAfter(record, (payload) => ({ ...payload, encloses: named(other, mine.id) }), {
      pdf: other,
      chain: await chainOf(record),
    });
    expect(await refusals(pdf)).toEqual(['inside: decision.encloses']);
  });

  it('cannot name another hash than that of the file inside', async () => {
    const { id } = (await chainOf(record)).record;
    const wrong = withData((payload) => {
      payload.encloses = named(other, id);
    });
    expect(await refusals(wrong)).toEqual(['enclosed: verify.attachment-differs']);
  });

  it('cannot enclose a file that anything was done to', async () => {
    const changed = new Uint8Array(record);
    changed[9000] = (changed[9000] ?? 0) ^ 1;
    const pdf = await forgedAfter(record, (payload) => ({ ...payload, encloses: named(changed, payload.follows) }), {
      pdf: changed,
      chain: await chainOf(record),
    });
    expect(await refusals(pdf)).toEqual(['inside: verify.inside', 'inside: signature.digest']);
  });

  it('cannot pose as a record, nor decide on a decision that does', async () => {
    const { sequel } = await sealedAfter(record);
    expect(await refusals(loose([{ name: 'record.json', bytes: sequel.bytes }], approver))).toEqual([
      'data: record.format',
    ]);
    const decision = await madeAfter(record);
    const { payload } = (await sealedAfter(decision, undefined, { at: '2026-11-22T11:10:00+00:00' })).sequel;
    if (!('encloses' in payload)) throw new Error('encloses nothing');
    const posing = valueOf(sealSequel({ ...payload, encloses: { ...payload.encloses, kind: 'record' } }));
    const pdf = await sign(printSequel(posing, { pdf: decision, chain: await chainOf(decision) }), approver);
    expect(await refusals(pdf)).toEqual(['inside: decision.encloses']);
  });

  it('cannot be of two kinds, nor of one under the name of another', async () => {
    const { record: proven } = await chainOf(record);
    const both = withData(() => undefined, { 'record.json': utf8(canonical(proven.payload)) });
    expect(await refusals(both)).toEqual(['enclosed: verify.kinds-mixed']);
    const { bytes } = (await sealedAfter(record, () => ({ kind: 'registered', entry: '1', received: '2026-11-22' })))
      .sequel;
    expect(await refusals(loose([{ name: 'decision.json', bytes }], approver))).toEqual(['data: verify.kind']);
  });

  it('encloses one file and no other', async () => {
    expect(await refusals(withData(() => undefined, { 'assessment.pdf': undefined }))).toEqual([
      'enclosed: verify.attachment-missing',
    ]);
    expect(await refusals(withData(() => undefined, { 'more.pdf': other }))).toEqual([
      'enclosed: verify.attachment-unlisted',
    ]);
    expect(await refusals(withData(() => undefined, { 'assessment.pdf': new Uint8Array(100_000_001) }))).toEqual([
      'enclosed: verify.attachment-inflate',
    ]);
  });

  it('holds no text that does not print as it stands', async () => {
    const pdf = withData((payload) => {
      payload.comment = 'NOT\u00a0APPROVED';
    });
    expect(await refusals(pdf)).toEqual(['data: shape.format']);
  });

  it('may be of a later format, and is then neither accepted nor called forged', async () => {
    const later = withData((payload) => {
      payload.format = 'decision/7';
    });
    expect(await refusals(later)).toEqual([]);
  });
});

describe('the rules of the policy', () => {
  type Change = (payload: DecisionPayload) => Partial<DecisionPayload>;
  it.each<[string, string, Change]>([
    [
      'the level required',
      'decision.level-required',
      () => ({ level: { required: 'Anyone', claimed: 'Store manager' } }),
    ],
    [
      'a level that there is not',
      'decision.level-claimed',
      ({ level }) => ({ level: { ...level, claimed: 'The King' } }),
    ],
    ['no level', 'decision.level-claimed', ({ level: { required = '' } }) => ({ level: { required } })],
    ['a condition left out', 'decision.due', ({ due }) => ({ due: due.slice(1) })],
    [
      'a condition of another policy',
      'decision.condition-unknown',
      () => ({
        decision: 'approve-changed',
        conditions: [{ id: 'k99', text: 'Pay', owner: 'All', due: 'Now' }],
      }),
    ],
    [
      'a time before the record',
      'decision.time',
      ({ time }) => ({ time: { ...time, signedAt: '2026-11-22T10:14:59+00:00' } }),
    ],
  ])('refuse %s', async (_, code, change) => {
    const pdf = await forgedAfter(record, (payload) => ({ ...payload, ...change(payload as DecisionPayload) }));
    expect(await refusals(pdf)).toEqual([`rules: ${code}`]);
  });

  it('refuse the officer as the approver where the policy separates them, by key and by name', async () => {
    const namesake = await keyholder('ES256');
    for (const signer of [officer, namesake]) {
      const { certificate } = signer;
      const { sequel, inside } = await sealedAfter(record);
      const payload = {
        ...sequel.payload,
        signer: { ...sequel.payload.signer, name: certificate.commonName, certificateSha256: certificate.sha256 },
      } as SequelPayload;
      const pdf = await sign(printSequel(valueOf(sealSequel(payload)), inside), signer);
      expect(await refusals(pdf)).toEqual(['rules: decision.separation']);
    }
  });

  it('allow it where the policy does not, and then say so', async () => {
    const chain = await chainOf(record);
    const { policy } = chain.record;
    const free = {
      ...chain,
      record: { ...chain.record, policy: { ...policy, approval: { ...policy.approval, separation: false } } },
    };
    const { sequel } = await sealedAfter(record);
    const payload = {
      ...sequel.payload,
      signer: { ...sequel.payload.signer, name: 'siân ó briain' },
    } as DecisionPayload;
    expect(sequelRules(payload, free)).toEqual([]);
    expect(sequelRules(payload, chain).map(({ code }) => code)).toEqual(['decision.separation']);
  });

  it('refuse practice, and pages by another renderer than the record’s', async () => {
    const practice = await madeRecord({ practice: true });
    const chain = await chainOf(practice);
    const signing = {
      app: '0.1.0',
      signer: {
        ...(await chainOf(record)).record.payload.signer,
        name: 'Mair Llwyd',
        certificateSha256: 'c'.repeat(64),
      },
      algorithm: 'ES256' as const,
      signedAt: '2026-11-22T11:00:00+00:00',
    };
    const { role: _, ...signer } = signing.signer;
    expect(codesOf(sealAfter(chain, sha256Hex(practice), inputOf(chain), { ...signing, signer }))).toEqual([
      'decision.practice',
    ]);
    const { sequel } = await sealedAfter(record);
    const payload = { ...sequel.payload, renderer: { version: 0, sha256: 'f'.repeat(64) } } as DecisionPayload;
    expect(sequelRules(payload, await chainOf(record)).map(({ code }) => code)).toEqual(['decision.renderer']);
  });

  it('allow eight documents inside one another, and no more', { timeout: 120_000 }, async () => {
    let pdf = record;
    for (let depth = 1; depth <= 8; depth++)
      pdf = await madeAfter(pdf, undefined, { at: `2026-11-22T11:0${depth}:00+00:00` });
    const chain = await chainOf(pdf);
    expect(chain.sequels).toHaveLength(8);
    const { sequel } = await sealedAfter(record);
    const payload = {
      ...sequel.payload,
      follows: chain.sequels[7]?.id,
      encloses: { kind: 'decision', sha256: sha256Hex(pdf), recordId: chain.sequels[7]?.id },
      time: { ...sequel.payload.time, signedAt: '2026-11-22T11:09:00+00:00' },
    } as DecisionPayload;
    expect(sequelRules(payload, chain).map(({ code }) => code)).toEqual(['decision.depth']);
    const deep = await sign(printSequel(valueOf(sealSequel(payload)), { pdf, chain }), approver);
    const found = await refusals(deep);
    expect(found).toContain('inside: verify.depth');
  });
});
