import { describe, expect, it } from 'vitest';
import { deciders } from '../../src/policy/deciding';
import { walkOf } from '../../src/record/sequel-rules';
import { toPem } from '../../src/signing/pem';
import { readTrustList } from '../../src/signing/trust';
import { lineSentences, verdictTitle } from '../../src/strings/verdict';
import type { Verdict } from '../../src/verify/verdict';
import { keyholder, valueOf } from '../signing/material';
import { lineOf, refusals, refusalsOf } from './forge';
import { madeRecord, officer, verify } from './made';
import { approver, chainOf, madeAfter, madeDecision } from './made-sequel';

const states = (verdict: Verdict): Readonly<Record<string, string>> =>
  Object.fromEntries(verdict.lines.map(({ id, state }) => [id, state]));

const said = (verdict: Verdict, id: 'decided' | 'level' | 'people' | 'against'): string => {
  const line = lineOf(verdict, id);
  return line ? lineSentences(line).join(' ') : '';
};

const checked = {
  form: 'good',
  unchanged: 'good',
  enclosed: 'good',
  data: 'good',
  text: 'good',
  layout: 'good',
  signer: 'good',
  time: 'good',
  trust: 'not-checked',
};
const decided = { decided: 'good', level: 'good', people: 'good', against: 'good' };
const allGood = { ...checked, inside: 'good', rules: 'good', ...decided };

describe('an honest decision', () => {
  it('is accepted line by line, with the record that it is about', async () => {
    const record = await madeRecord();
    const verdict = await verify(await madeAfter(record));
    expect(refusalsOf(verdict)).toEqual([]);
    expect(states(verdict)).toEqual(allGood);
    expect(verdict.record?.id).toBe((await chainOf(record)).record.id);
    expect(verdict.proven?.sequels.map(({ payload }) => payload.kind)).toEqual(['decision']);
    expect(verdictTitle(verdict)).toBe('The document is what was signed');
    expect(said(verdict, 'decided')).toContain('approved by Mair Llwyd, Head of communities');
  });

  it('that goes against the recommendation says so, and is accepted', async () => {
    const pdf = await madeAfter(await madeRecord(), (honest) => ({
      ...honest,
      decision: 'refuse',
      reason: 'The store is closed.',
      due: [],
    }));
    const verdict = await verify(pdf);
    expect(states(verdict)).toEqual({ ...allGood, against: 'note' });
    expect(said(verdict, 'against')).toContain('against the recommendation');
  });

  it('that refers decides nothing', async () => {
    const pdf = await madeAfter(await madeRecord(), (honest) => ({
      ...honest,
      decision: 'refer',
      to: 'The committee',
      due: [],
    }));
    const { against: _, ...rest } = allGood;
    expect(states(await verify(pdf))).toEqual({ ...rest, decided: 'note' });
  });

  it('claims another level than is required only where it says so', async () => {
    const record = await madeRecord({ seed: 5 });
    const chain = await chainOf(record);
    const levels = deciders(walkOf(chain.record), 'en');
    expect(levels).toEqual(['Store manager', 'Head of service']);
    for (const claimed of levels) {
      const verdict = await verify(await madeAfter(record, (honest) => ({ ...honest, claimed })));
      const { standing, required } = lineOf(verdict, 'level')?.params ?? {};
      expect(verdict.accepted).toBe(true);
      expect([claimed === required, levels.indexOf(claimed) < levels.indexOf(String(required))]).toEqual([
        standing === 'as-required',
        standing === 'below',
      ]);
      expect(lineOf(verdict, 'level')?.state).toBe(standing === 'below' ? 'note' : 'good');
    }
  });

  it('needs the officer and the approver on the list of trust', async () => {
    const pdf = await madeDecision();
    const list = (...ders: readonly Uint8Array[]) => ({
      trust: valueOf(readTrustList(ders.map(toPem).join('\n'), 'trust')),
    });
    const [known, decides, stranger] = [officer, approver, await keyholder('ES256')].map(
      ({ certificate }) => certificate.der,
    );
    if (!known || !decides || !stranger) throw new Error('no certificates');
    expect(states(await verify(pdf, list(known, decides)))).toEqual({ ...allGood, trust: 'good' });
    expect(await refusals(pdf, list(known, stranger))).toEqual(['trust: verify.trust-unknown']);
    expect(await refusals(pdf, list(stranger, decides))).toEqual([
      'inside: verify.inside',
      'inside: verify.trust-unknown',
    ]);
  });
});

describe('a record by itself', () => {
  it('is accepted as what it is: without a decision', async () => {
    const verdict = await verify(await madeRecord());
    expect(lineOf(verdict, 'decided')?.state).toBe('note');
    expect(said(verdict, 'decided')).toContain('without a decision');
  });
});

describe('what comes next', () => {
  it('is accepted in a chain, each enclosing the one before', async () => {
    const first = await madeDecision();
    const second = await madeAfter(
      first,
      () => ({
        kind: 'body-decision',
        decision: 'refuse',
        reason: 'Members prefer to wait.',
        body: 'Stores committee',
        meeting: '2026-11-22',
        minute: '14 (b)',
      }),
      { signer: officer, at: '2026-11-22T11:20:00+00:00' },
    );
    const { record } = await chainOf(second);
    const [condition] = record.payload.result.conditions;
    if (!condition) throw new Error('no condition');
    const third = await madeAfter(
      second,
      () => ({
        kind: 'conditions-met',
        met: [{ id: condition.id, evidence: 'Seen.\nCopy on file.', date: '2026-11-22' }],
      }),
      { signer: officer, at: '2026-11-22T11:30:00+00:00' },
    );
    const verdict = await verify(third);
    expect(states(verdict)).toEqual({ ...allGood, against: 'note', decision: 'note' });
    expect(verdict.proven?.sequels.map(({ payload }) => payload.kind)).toEqual([
      'decision',
      'body-decision',
      'conditions-met',
    ]);
    expect(said(verdict, 'decided')).toContain('by Stores committee, as recorded by Siân Ó Briain');
    expect(said(verdict, 'decided')).toContain('the last of 2 decisions');
  });

  it('tells each decision of a chain in its order: what, by whom, as what, when, and whether the key is known', async () => {
    const chained = await madeAfter(
      await madeDecision(),
      () => ({
        kind: 'body-decision',
        decision: 'refer',
        to: 'the full council',
        body: 'Stores committee',
        meeting: '2026-11-22',
        minute: '14 (b)',
      }),
      { signer: officer, at: '2026-11-22T11:20:00+00:00' },
    );
    const pdf = await madeAfter(chained, undefined, { at: '2026-11-22T11:40:00+00:00' });
    const told = async (list = {}) =>
      (await verify(pdf, list)).lines.flatMap((line) =>
        line.id === 'decision' ? [[line.state, ...lineSentences(line)].join(' ')] : [],
      );
    const begins = [
      /^\w+ Decision 1 of 3: approved by Mair Llwyd, Head of communities, .*, as .*, signed on 22 November 2026 at 11:00/,
      /^note Decision 2 of 3: referred to the full council by Stores committee, as recorded by Siân Ó Briain.*11:20/,
      /^\w+ Decision 3 of 3: approved by Mair Llwyd.*11:40/,
    ];
    const unknown = await told();
    expect(unknown).toHaveLength(3);
    unknown.forEach((line, index) => {
      expect(line).toMatch(begins[index] ?? /$^/);
      expect(line).toMatch(/^note .*was not checked: its certificate is [0-9a-f]{64}\.$/);
    });
    const trust = valueOf(
      readTrustList([officer, approver].map((one) => toPem(one.certificate.der)).join('\n'), 'trust'),
    );
    const known = await told({ trust });
    known.forEach((line, index) => {
      expect(line).toMatch(begins[index] ?? /$^/);
      expect(line).toMatch(/ The certificate is on your list of trust\.$/);
    });
    expect(known.map((line) => line.split(' ')[0])).toEqual(['good', 'note', 'good']);
  });

  it('may only name what it follows, and then says so', async () => {
    const record = await madeRecord();
    const pdf = await madeAfter(record, () => ({ kind: 'registered', entry: 'P/2026/114', received: '2026-11-22' }));
    const verdict = await verify(pdf);
    expect(states(verdict)).toEqual({ ...checked, decided: 'note' });
    expect(verdict.accepted).toBe(true);
    expect(verdict.record).toBeUndefined();
    expect(pdf.length).toBeLessThan(100_000);
    expect(verdict.proven?.sequels[0]?.payload).toMatchObject({ follows: (await chainOf(record)).record.id });
  });

  it('is not decided where nothing in the chain decides', async () => {
    const record = await madeRecord();
    const [condition] = (await chainOf(record)).record.payload.result.conditions;
    const pdf = await madeAfter(record, () => ({
      kind: 'conditions-met',
      met: [{ id: condition?.id ?? '', evidence: 'Seen.', date: '2026-11-22' }],
    }));
    expect(said(await verify(pdf), 'decided')).toBe('Nothing has been decided on this record yet.');
  });
});
