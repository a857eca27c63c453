import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { timeOf } from '../../src/base/calendar';
import { succeed } from '../../src/base/result';
import { timestampingBy } from '../../src/signing/timestamping';
import { readTrustList } from '../../src/signing/trust';
import { lineSentences } from '../../src/strings/verdict';
import { councilCa } from '../support/council-ca';
import { outsideTool } from '../support/tools';
import { codesOf, keyholder, subtle, valueOf } from '../signing/material';
import { verifySignature } from '../../src/signing/verify-signature';
import { openFile } from '../../src/verify/form';
import { signaturePlace } from '../../src/verify/signature-place';
import { stampOf } from '../../src/verify/timestamp';
import { lineOf, refusals } from './forge';
import { madeRecord, officer, verify } from './made';
import { madeAfter, madeDecision, type SequelMaking } from './made-sequel';

const ca = outsideTool('openssl') ? councilCa() : undefined;
afterAll(() => ca?.close());

const authority = timestampingBy(subtle, new Uint8Array([1, 2, 3]), async (query) =>
  succeed(ca?.stamp(query) ?? new Uint8Array()),
);
const now = timeOf(Math.floor(Date.now() / 1000));
const stamped = (signedAt = now) => madeRecord({ sealing: { tsa: '/timestamp', signedAt }, timestamping: authority });
const time = async (pdf: Uint8Array, pems: readonly string[] = []) => {
  const trust = pems.length > 0 ? valueOf(readTrustList(pems.join('\n'), 'trust')) : undefined;
  return lineOf(await verify(pdf, { now, trust }), 'time');
};
const placesOf = (pdf: Uint8Array) => signaturePlace(pdf, valueOf(openFile(pdf)));
const tsa = (): string => readFileSync(join(ca?.folder ?? '', 'tsa.pem'), 'utf8');

describe.skipIf(ca === undefined)('a record with a timestamp', () => {
  it('is accepted, and says whose clock', async () => {
    const pdf = await stamped();
    const verdict = await verify(pdf, { now });
    expect(verdict.lines.flatMap(({ failures }) => failures ?? [])).toEqual([]);
    expect(verdict.accepted).toBe(true);
    const line = lineOf(verdict, 'time');
    expect(line).toMatchObject({
      state: 'good',
      params: { clock: 'authority', authority: 'Example Timestamp Authority', listed: 'none' },
    });
    expect(line && lineSentences(line).join()).toContain('Example Timestamp Authority states');
  });

  it('knows the authority by its own certificate, or by whoever issued it', async () => {
    const pdf = await stamped();
    expect(await time(pdf, [ca?.certificate ?? ''])).toMatchObject({ state: 'good', params: { listed: 'yes' } });
    expect(await time(pdf, [tsa()])).toMatchObject({ state: 'good', params: { listed: 'yes' } });
    const other = await keyholder('ES256');
    const { toPem } = await import('../../src/signing/pem');
    expect(await time(pdf, [toPem(other.certificate.der)])).toMatchObject({ state: 'note', params: { listed: 'no' } });
  });

  it('knows no signer by the certificate of a timestamp authority', async () => {
    const pdf = await stamped();
    expect(await refusals(pdf, { now, trust: valueOf(readTrustList(tsa(), 'trust')) })).toEqual([
      'trust: verify.trust-unknown',
    ]);
  });

  it('says so where the two clocks differ', async () => {
    const early = await stamped(timeOf(Math.floor(Date.now() / 1000) - 3600));
    expect(await time(early)).toMatchObject({ state: 'note', params: { apart: 60 } });
  });

  it('is refused where the timestamp is missing, or not promised', async () => {
    expect(await refusals(madeRecord({ sealing: { tsa: '/timestamp', signedAt: now } }), { now })).toEqual([
      'signer: verify.signature-level',
    ]);
    const sealed = await madeRecord({ sealing: { signedAt: now }, timestamping: authority });
    expect(await refusals(sealed, { now })).toEqual(['signer: verify.signature-level']);
  });

  it('is refused with the timestamp of another record, or one made after the certificate expired', async () => {
    const tokens: Uint8Array[] = [];
    await madeRecord({
      sealing: { tsa: '/timestamp', signedAt: now },
      timestamping: async (imprint) => {
        const token = await authority(imprint);
        if (token.ok) tokens.push(token.value);
        return token;
      },
    });
    const other = madeRecord({
      sealing: { tsa: '/timestamp', signedAt: now },
      timestamping: async () => succeed(tokens[0] ?? new Uint8Array()),
    });
    expect(await refusals(other, { now })).toEqual(['time: timestamp.imprint']);
    const { certificate } = officer;
    const expired = { ...certificate, notAfter: '2026-11-23T00:00:00+00:00' };
    const signature = valueOf(await verifySignature(subtle, valueOf(placesOf(await stamped()))));
    const late = await stampOf(subtle, { ...signature, chain: [expired] }, now, now, undefined);
    expect(codesOf(late)).toEqual(['verify.time-stamped']);
    expect(await refusals(stamped(), { now: '2026-11-24T10:15:00+00:00' })).toContain('time: verify.time-future');
  });
});

describe.skipIf(ca === undefined)('a document after a record, with a timestamp', () => {
  const making: SequelMaking = { at: now, tsa: '/timestamp', timestamping: authority };
  const met = { kind: 'registered', entry: 'P/2026/114', received: '2026-11-22' } as const;

  it.each([
    ['a decision', async () => madeAfter(await madeRecord(), undefined, making)],
    ['a decision on a decision', async () => madeAfter(await madeDecision(), undefined, making)],
    ['a follow-up', async () => madeAfter(await madeRecord(), () => met, making)],
  ])('is accepted and says whose clock: %s', async (_, make) => {
    const verdict = await verify(await make(), { now });
    expect(verdict.lines.flatMap(({ failures }) => failures ?? [])).toEqual([]);
    expect(verdict.accepted).toBe(true);
    expect(lineOf(verdict, 'time')).toMatchObject({
      state: 'good',
      params: { clock: 'authority', authority: 'Example Timestamp Authority', stray: 0 },
    });
  });

  it('is accepted after a record that has one too', async () => {
    const pdf = await stamped(timeOf(Math.floor(Date.now() / 1000) - 60));
    expect((await verify(await madeAfter(pdf, undefined, making), { now })).accepted).toBe(true);
  });

  it('is refused where the timestamp is missing, not promised, or of another document', async () => {
    const record = await madeRecord();
    const made = (changed: Partial<SequelMaking>) => madeAfter(record, undefined, { ...making, ...changed });
    expect(await refusals(made({ timestamping: undefined }), { now })).toEqual(['signer: verify.signature-level']);
    expect(await refusals(made({ tsa: undefined }), { now })).toEqual(['signer: verify.signature-level']);
    const tokens: Uint8Array[] = [];
    await made({
      timestamping: async (imprint) => {
        const token = await authority(imprint);
        if (token.ok) tokens.push(token.value);
        return token;
      },
    });
    const other = made({ timestamping: async () => succeed(tokens[0] ?? new Uint8Array()) });
    expect(await refusals(other, { now })).toEqual(['time: timestamp.imprint']);
  });
});
