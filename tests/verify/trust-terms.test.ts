import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { timeOf } from '../../src/base/calendar';
import { succeed } from '../../src/base/result';
import { toPem } from '../../src/signing/pem';
import { timestampingBy } from '../../src/signing/timestamping';
import { readTrustList, type TrustList } from '../../src/signing/trust';
import { type Terms, trustRoles } from '../../src/signing/trust-file';
import { lineSentences, refusalSentence } from '../../src/strings/verdict';
import { codesOf, issuedKeyholder, subtle, valueOf } from '../signing/material';
import { councilCa } from '../support/council-ca';
import { outsideTool } from '../support/tools';
import { lineOf, refusals } from './forge';
import { madeRecord, officer, recordOf, signedAt, verify } from './made';
import { readTrustLists } from '../../src/verify/verify-under';
import { approver, decidedAt, madeDecision } from './made-sequel';

type Entry = Terms & { readonly certificate: Uint8Array | string };

const text = (entries: readonly Entry[], more: object = {}): string =>
  JSON.stringify({
    format: 'trust/0',
    entries: entries.map((entry) => ({
      ...entry,
      certificate: typeof entry.certificate === 'string' ? entry.certificate : toPem(entry.certificate),
    })),
    ...more,
  });
const list = (entries: readonly Entry[], more?: object): TrustList =>
  valueOf(readTrustList(text(entries, more), 'trust'));

const certificate = officer.certificate.der;
const person = officer.certificate.commonName;
const record = await madeRecord();
const trustLine = async (pdf: Uint8Array, trust: TrustList, at?: string) =>
  lineOf(await verify(pdf, { trust, ...(at && { now: at }) }), 'trust');

describe('a list of trust with its terms', () => {
  it('says that the printed name is the key’s and the role allowed, or that it does not say', async () => {
    expect(signedAt.slice(0, 10)).toBe('2026-11-22');
    const full = list([
      { certificate, person, roles: ['officer'], from: '2026-11-22', until: '2026-11-22', withdrawnOn: undefined },
    ]);
    const line = await trustLine(record, full);
    expect(line).toMatchObject({
      state: 'good',
      params: { person, role: 'officer', saysPerson: 'yes', saysRole: 'yes' },
    });
    expect(line && lineSentences(line).join()).toContain(`the key of ${person}`);
    const bare = await trustLine(record, list([{ certificate }]));
    expect(bare).toMatchObject({ state: 'good', params: { saysPerson: 'no', saysRole: 'no' } });
    expect(bare && lineSentences(bare).join()).toContain('does not say');
  });

  it.each<readonly [string, Partial<Terms>, string]>([
    ['another person', { person: 'Mair Llwyd' }, 'verify.trust-person'],
    ['other roles', { roles: ['approver', 'recorder'] }, 'verify.trust-role'],
    ['a time that begins later', { from: '2026-11-23' }, 'verify.trust-period'],
    ['a time that ended before', { until: '2026-11-21' }, 'verify.trust-period'],
    ['a withdrawal before', { withdrawnOn: '2026-11-01' }, 'verify.trust-withdrawn'],
    [
      'a withdrawal after, for the signer’s own clock proves nothing',
      { withdrawnOn: '2026-11-23' },
      'verify.trust-withdrawn',
    ],
  ])('refuses what it does not allow: %s', async (_what, terms, code) => {
    const trust = list([{ certificate, ...terms }]);
    expect(await refusals(record, { trust })).toEqual([`trust: ${code}`]);
    const [failure] = (await trustLine(record, trust))?.failures ?? [];
    expect(failure && refusalSentence(failure)).not.toContain(code);
  });

  it('allows what one entry allows, but a withdrawal in any counts', async () => {
    const [approves, assesses] = [
      { certificate, roles: ['approver'] },
      { certificate, roles: ['officer'] },
    ] as const;
    expect(await refusals(record, { trust: list([approves, assesses]) })).toEqual(['ACCEPTED']);
    expect(await refusals(record, { trust: list([{ ...approves, withdrawnOn: '2026-11-22' }, assesses]) })).toEqual([
      'trust: verify.trust-withdrawn',
    ]);
  });

  it('counts what the register had before the withdrawal', async () => {
    const id = (await verify(record)).record?.id ?? '';
    const withdrawn = { certificate, withdrawnOn: '2026-12-01' };
    const had = (on: string, which = id) => list([withdrawn], { received: [{ id: which, on }] });
    const line = await trustLine(record, had('2026-11-30'));
    expect(line).toMatchObject({ state: 'note', params: { withdrawnOn: '1 December 2026' } });
    for (const trust of [had('2026-12-01'), had('2026-11-30', '0'.repeat(64))])
      expect(await refusals(record, { trust })).toEqual(['trust: verify.trust-withdrawn']);
  });

  it('holds the signers of a decision to their own roles', async () => {
    expect(decidedAt.slice(0, 10)).toBe('2026-11-22');
    const decision = await madeDecision();
    const both = (decides: Terms['roles'], assesses: Terms['roles']) => ({
      trust: list([
        { certificate: approver.certificate.der, roles: decides },
        { certificate, roles: assesses },
      ]),
    });
    expect(await refusals(decision, both(['approver'], ['officer']))).toEqual(['ACCEPTED']);
    expect(await refusals(decision, both(['officer'], ['officer']))).toEqual(['trust: verify.trust-role']);
    expect(await refusals(decision, both(['approver'], ['approver']))).toEqual([
      'inside: verify.inside',
      'inside: verify.trust-role',
    ]);
  });

  it('may vouch by an authority for one person alone, whose entry goes before that for anybody', async () => {
    const signer = await issuedKeyholder();
    const pdf = await madeRecord({ signer });
    const authority = { certificate: signer.authority };
    const own = signer.certificate.commonName;
    expect(await refusals(pdf, { trust: list([{ ...authority, person: own }]) })).toEqual(['ACCEPTED']);
    expect(await refusals(pdf, { trust: list([{ ...authority, person: 'Mair Llwyd' }]) })).toEqual([
      'trust: verify.trust-unknown',
    ]);
    expect(
      await refusals(pdf, { trust: list([authority, { ...authority, person: own, roles: ['approver'] }]) }),
    ).toEqual(['trust: verify.trust-role']);
    expect(
      await refusals(pdf, {
        trust: list([authority, { certificate: signer.certificate.der, withdrawnOn: '2026-11-01' }]),
      }),
    ).toEqual(['trust: verify.trust-withdrawn']);
  });
});

const ca = outsideTool('openssl') ? councilCa() : undefined;
afterAll(() => ca?.close());

describe.skipIf(ca === undefined)('a withdrawal, and a timestamp', () => {
  const now = timeOf(Math.floor(Date.now() / 1000));
  const day = (days: number): string => timeOf(Math.floor(Date.now() / 1000) + days * 86_400).slice(0, 10);
  const stamped = () =>
    madeRecord({
      sealing: { tsa: '/timestamp', signedAt: now },
      timestamping: timestampingBy(subtle, new Uint8Array([1, 2, 3]), async (query) =>
        succeed(ca?.stamp(query) ?? new Uint8Array()),
      ),
    });
  const tsa = (): string => readFileSync(join(ca?.folder ?? '', 'tsa.pem'), 'utf8');

  it('counts where its authority is on the list and not withdrawn, and its time is before', async () => {
    const pdf = await stamped();
    const under = (withdrawnOn: string, terms?: Terms) => ({
      now,
      trust: list([{ certificate, withdrawnOn }, ...(terms ? [{ certificate: tsa(), ...terms }] : [])]),
    });
    expect((await verify(pdf, under(day(1), {}))).accepted).toBe(true);
    for (const options of [
      under(day(1)),
      under(day(0), {}),
      under(day(1), { withdrawnOn: day(1) }),
      under(day(1), { until: day(-1) }),
    ])
      expect(await refusals(pdf, options)).toEqual(['trust: verify.trust-withdrawn']);
  });
});

describe('the file of a list of trust', () => {
  it.each<readonly [string, string, string]>([
    ['no JSON', '{', 'trust.form'],
    ['another form', JSON.stringify({ format: 'trust/1', entries: [] }), 'trust.form'],
    ['an unknown key', text([{ certificate, colour: 'red' } as Entry]), 'trust.form'],
    ['an unknown role', text([{ certificate, roles: ['mayor'] } as unknown as Entry]), 'trust.form'],
    ['no role at all', text([{ certificate, roles: [] }]), 'trust.form'],
    ['a day that is none', text([{ certificate, from: '2026-02-30' }]), 'trust.form'],
    ['an end before the beginning', text([{ certificate, from: '2026-02-02', until: '2026-02-01' }]), 'trust.order'],
    ['a name with hidden characters', text([{ certificate, person: 'Mair\u200bLlwyd' }]), 'trust.form'],
    ['two certificates in one entry', text([{ certificate: toPem(certificate) + toPem(certificate) }]), 'trust.form'],
    ['no certificate in an entry', text([{ certificate: 'none' }]), 'pem.none'],
    ['a damaged certificate', text([{ certificate: new Uint8Array([0x30, 0]) }]), 'certificate.malformed'],
  ])('is refused with %s', (_what, json, code) => {
    const read = readTrustList(json, 'trust');
    expect(codesOf(read)).toEqual([code]);
    for (const one of read.ok ? [] : read.failures) expect(refusalSentence(one)).not.toContain('record.json');
  });

  it('allows exactly what its terms say, whatever they are', async () => {
    const days = ['2026-11-21', '2026-11-22', '2026-11-23'] as const;
    const day = fc.option(fc.constantFrom(...days), { nil: undefined });
    const terms = fc.record({
      person: fc.option(fc.constantFrom(person, 'Mair Llwyd'), { nil: undefined }),
      roles: fc.option(fc.subarray([...trustRoles], { minLength: 1 }), { nil: undefined }),
      from: day,
      until: day,
    });
    await fc.assert(
      fc.asyncProperty(
        terms.filter(({ from, until }) => from === undefined || until === undefined || from <= until),
        async (one) => {
          const allowed =
            (one.person ?? person) === person &&
            (one.roles?.includes('officer') ?? true) &&
            (one.from ?? days[1]) <= days[1] &&
            days[1] <= (one.until ?? days[1]);
          const { state } = (await trustLine(record, list([{ certificate, ...one }]))) ?? {};
          expect(state).toBe(allowed ? 'good' : 'refused');
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('the policies and settings that a list names', () => {
  const { policy, settings } = recordOf().payload;
  const other = '0'.repeat(64);
  const line = async (published: object) =>
    lineOf(await verify(record, { trust: list([{ certificate }], published) }), 'published');

  it('are compared with the record’s, and refuse nothing', async () => {
    const known = await line({ policies: [other, policy.sha256], settings: [settings.sha256] });
    expect(known).toMatchObject({ state: 'good', params: { policyIs: 'known', settingsAre: 'known' } });
    const trust = list([{ certificate }], { policies: [other], settings: [settings.sha256] });
    const verdict = await verify(record, { trust });
    expect(verdict.accepted).toBe(true);
    const unknown = lineOf(verdict, 'published');
    expect(unknown).toMatchObject({ state: 'note', params: { policyIs: 'unknown', settingsAre: 'known' } });
    expect(unknown && lineSentences(unknown).join()).toContain(policy.sha256);
    expect(await line({ settings: [other] })).toMatchObject({ params: { policyIs: 'unsaid', settingsAre: 'unknown' } });
  });

  it('are told of a decision’s record too, and of nothing where no list names any', async () => {
    const trust = list([{ certificate }, { certificate: approver.certificate.der }], { policies: [other] });
    expect(lineOf(await verify(await madeDecision(), { trust }), 'published')?.state).toBe('note');
    expect(await line({})).toBeUndefined();
  });

  it('are read from several lists together, and only as hashes', async () => {
    const [one, two] = [text([{ certificate }], { policies: [other] }), text([], { policies: [policy.sha256] })];
    expect(valueOf(readTrustLists([one, two])).policies).toEqual([other, policy.sha256]);
    expect(readTrustList(text([], { policies: ['x'] }), 'trust').ok).toBe(false);
  });
});
