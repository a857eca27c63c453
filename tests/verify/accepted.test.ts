import { describe, expect, it } from 'vitest';
import { toPem } from '../../src/signing/pem';
import { readTrustList } from '../../src/signing/trust';
import { verdictTitle } from '../../src/strings/verdict';
import { verifyUnder } from '../../src/verify/verify-under';
import { type Verdict } from '../../src/verify/verdict';
import { issuedKeyholder, keyholder, subtle, valueOf } from '../signing/material';
import { logOf, madeRecord, now, officer, recordOf, resources, signedAt, verify } from './made';

const states = (verdict: Verdict): Readonly<Record<string, string>> =>
  Object.fromEntries(verdict.lines.map(({ id, state }) => [id, state]));

const allGood = {
  form: 'good',
  unchanged: 'good',
  enclosed: 'good',
  data: 'good',
  text: 'good',
  layout: 'good',
  signer: 'good',
  time: 'good',
  trust: 'not-checked',
  outcome: 'good',
  decided: 'note',
};

/** Seeds whose answers the record's schema takes. */
const seeds = [1, 4, 5, 10, 14, 48];

describe('an honest record', () => {
  it.each(seeds)('is accepted, line by line, and returned (answers %i)', async (seed) => {
    const verdict = await verify(await madeRecord({ seed }));
    expect(verdict.lines.flatMap(({ failures }) => failures ?? [])).toEqual([]);
    expect(states(verdict)).toEqual(allGood);
    expect(verdict).toMatchObject({ accepted: true, preRelease: true });
    expect(verdict.record?.id).toBe(recordOf({ seed }).id);
  });

  it('is accepted with an RSA key, and with a certificate that an authority issued', async () => {
    for (const signer of [await keyholder('RS256'), await issuedKeyholder()])
      expect(states(await verify(await madeRecord({ signer })))).toEqual(allGood);
  });

  it('says so where it is for practice', async () => {
    const verdict = await verify(await madeRecord({ practice: true }));
    expect(verdict.accepted).toBe(true);
    expect(states(verdict)).toEqual({ ...allGood, practice: 'note' });
    expect(verdict.lines[0]?.id).toBe('practice');
    expect(verdictTitle(verdict)).toMatch(/^PRACTICE/);
    expect(verdictTitle(await verify(await madeRecord()))).not.toMatch(/practice/i);
  });

  it('says that it was for practice though another check refuses it', async () => {
    const verdict = await verify(await madeRecord({ practice: true }), { now: '2026-11-01T12:00:00+00:00' });
    expect(verdict.accepted).toBe(false);
    expect(verdict.lines[0]).toMatchObject({ id: 'practice', state: 'note' });
    expect(verdictTitle(verdict)).toMatch(/^PRACTICE/);
  });

  it('may hold answers that another clock dated, and says how many', async () => {
    const log = logOf(1).map((entry, index) => (index === 3 ? { ...entry, at: '2026-11-22T10:16:00+00:00' } : entry));
    const verdict = await verify(await madeRecord({ log }));
    expect(verdict.accepted).toBe(true);
    expect(verdict.lines.find(({ id }) => id === 'time')).toMatchObject({ state: 'note', params: { stray: 1 } });
  });
});

describe('a list of trust', () => {
  const list = (der: Uint8Array) => valueOf(readTrustList(toPem(der), 'trust'));

  it('knows a signer by the certificate', async () => {
    const verdict = await verify(await madeRecord(), { trust: list(officer.certificate.der) });
    expect(states(verdict)).toEqual({ ...allGood, trust: 'good' });
  });

  it('knows a signer by the authority', async () => {
    const signer = await issuedKeyholder();
    const verdict = await verify(await madeRecord({ signer }), { trust: list(signer.authority) });
    expect(verdict.lines.find(({ id }) => id === 'trust')).toMatchObject({
      state: 'good',
      params: { by: 'authority' },
    });
  });

  it('is read from PEM texts, none of which may be damaged', async () => {
    const pdf = await madeRecord();
    const options = { subtle, resources, now };
    expect((await verifyUnder(pdf, [toPem(officer.certificate.der)], options)).accepted).toBe(true);
    expect((await verifyUnder(pdf, [], options)).accepted).toBe(true);
    const damaged = await verifyUnder(pdf, [toPem(officer.certificate.der), 'nothing'], options);
    expect(damaged.accepted).toBe(false);
    expect(damaged.lines.flatMap(({ failures }) => failures ?? []).map(({ code }) => code)).toEqual(['pem.none']);
  });
});

it('takes a record until 24 hours before its signing time, by the checker’s clock', async () => {
  const pdf = await madeRecord();
  expect(signedAt).toBe('2026-11-22T10:15:00+00:00');
  expect((await verify(pdf, { now: '2026-11-21T10:15:00+00:00' })).accepted).toBe(true);
  expect((await verify(pdf, { now: '2026-11-21T10:14:59+00:00' })).accepted).toBe(false);
});
