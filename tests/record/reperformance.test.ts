import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay } from '../../src/assessment/assessment';
import { askedOnPath, type OnPath, questionOf } from '../../src/assessment/asked';
import type { Entry } from '../../src/assessment/log';
import type { Answer, Key } from '../../src/policy/answer';
import { offeredOptions, type Walk, walk } from '../../src/policy/walk';
import { parseRecord, sealPayload } from '../../src/record/parse';
import { compareReperformance, isSame, type Reperformance } from '../../src/record/reperformance';
import { sealRecord } from '../../src/record/seal';
import { comparisonCsv } from '../../src/features/verify/reperform/export';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicies, knownPolicy } from '../support/policies';
import { logOf } from '../support/records';
import { recordOf } from '../verify/made';

const policies = knownPolicies();
const today = '2026-11-22';

/** A whole passage through one of the policies, drawn at random. */
const passages = fc
  .record({ policy: fc.nat(policies.length - 1), seed: fc.nat() })
  .map(({ policy, seed }) => {
    const known = policies[policy];
    if (!known) throw new Error('no policy');
    const answers = randomAnswers(known.model, seeded(seed), { today });
    return { model: known.model, answers, seed };
  })
  .filter(({ model, answers }) => walk(model, answers, today).outcome !== undefined);

/** The rows that the auditor adds have ids of their own. */
const withOwnRows = (answers: ReadonlyMap<Key, Answer>): ReadonlyMap<Key, Answer> =>
  new Map(
    [...answers].map(([key, value]) => [
      key.replace(/\/row-(\d)/, '/mine-$1'),
      Array.isArray(value)
        ? (value as readonly unknown[]).map((one) => (typeof one === 'string' ? one.replace(/^row-/, 'mine-') : one))
        : value,
    ]),
  ) as ReadonlyMap<Key, Answer>;

/** Another answer to the same question; undefined where there is none. */
const otherThan = (scope: Walk, { asked: { field, row } }: OnPath, answer: Answer): Answer | undefined => {
  switch (field.kind) {
    case 'choice':
      return offeredOptions(scope, field, row).find(({ id }) => id !== answer)?.id;
    case 'choices': {
      const one = offeredOptions(scope, field, row).find(({ id }) => !(answer as readonly string[]).includes(id));
      return one && [one.id];
    }
    case 'text':
      return answer === 'y' ? 'z' : 'y';
    case 'money':
    case 'whole':
      return answer === field.min ? answer + 1 : Number(answer) - 1;
    case 'scale':
      return answer === 1 ? 2 : 1;
    case 'date':
      return answer === '2027-03-01' ? '2027-03-02' : '2027-03-01';
    case 'file':
      return (answer as readonly { readonly sha256: string }[]).map((one) => ({
        ...one,
        sha256: one.sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      })) as unknown as Answer;
    case 'group':
      return undefined;
  }
};

const differencesIn = ({ answers, free, onlyRecord, onlyAuditor }: Reperformance): readonly string[] =>
  [...answers, ...free, ...onlyRecord, ...onlyAuditor].map(({ name }) => name);

describe('a record that an auditor answers again', () => {
  it('differs in nothing, and comes to the same, where every answer is the same', () => {
    fc.assert(
      fc.property(passages, ({ model, answers }) => {
        const record = walk(model, answers, today);
        const auditor = walk(model, withOwnRows(answers), today);
        const found = compareReperformance(record, auditor, 'en');
        expect(isSame(found), JSON.stringify(found)).toBe(true);
        expect(found.came.auditor).toEqual(found.came.record);
      }),
      { numRuns: 40 },
    );
  });

  it('tells of any single answer that is another, and whether the outcome is', () => {
    let tried = 0;
    fc.assert(
      fc.property(passages, fc.nat(), ({ model, answers }, pick) => {
        const record = walk(model, answers, today);
        const asked = [...askedOnPath(record)].filter(([key]) => record.counted.has(key));
        const [key, place] = asked[pick % asked.length] ?? [];
        const answer = key === undefined ? undefined : record.counted.get(key);
        if (key === undefined || !place || answer === undefined) return;
        const other = otherThan(record, place, answer);
        const auditor = other === undefined ? undefined : walk(model, new Map([...answers, [key, other]]), today);
        if (!auditor || JSON.stringify(auditor.counted.get(key)) !== JSON.stringify(other)) return;
        tried++;
        const found = compareReperformance(record, auditor, 'en');
        expect(differencesIn(found)).toContain(questionOf(record, place, 'en'));
        expect(found.sameOutcome).toBe(auditor.outcome === record.outcome);
        expect(isSame(found)).toBe(false);
      }),
      { numRuns: 150 },
    );
    expect(tried).toBeGreaterThan(75);
  });

  it('says of both sides the same, whichever is the record', () => {
    fc.assert(
      fc.property(passages, fc.nat(), ({ model, answers }, seed) => {
        const one = walk(model, answers, today);
        const two = walk(model, randomAnswers(model, seeded(seed), { today }), today);
        const [there, back] = [compareReperformance(one, two, 'en'), compareReperformance(two, one, 'en')];
        expect(back.came).toEqual({ record: there.came.auditor, auditor: there.came.record });
        expect(back.onlyRecord).toEqual(there.onlyAuditor);
        expect(back.onlyAuditor).toEqual(there.onlyRecord);
        expect(back.answers).toHaveLength(there.answers.length);
        expect(back.ratings).toHaveLength(there.ratings.length);
        expect(back.conditions).toHaveLength(there.conditions.length);
      }),
      { numRuns: 20 },
    );
  });
});

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const high = new Map<Key, Answer>(Object.entries(cases.find(({ id }) => id === 'new-high-risk')?.answers ?? {}));

describe('a risk that is rated otherwise', () => {
  const record = walk(model, high, today);
  const [key] = [...high].find(([, value]) => value === 4 || value === 5) ?? [];
  const found = compareReperformance(record, walk(model, new Map([...high, [key ?? '', 1]]), today), 'en');

  it('stands among the ratings, with both scores', () => {
    expect(found.ratings.length).toBeGreaterThan(0);
    for (const { record: theirs, auditor } of found.ratings) expect(theirs?.score).not.toBe(auditor?.score);
  });

  it('is a row of the spreadsheet, after what the comparison is of', () => {
    const csv = new TextDecoder().decode(comparisonCsv(found, { id: 'abc', reference: 'E-1', at: 'now' }));
    const rows = csv.trimEnd().split('\r\n');
    expect(rows[1]).toBe('"Record id","","abc",""');
    expect(rows.filter((row) => row.startsWith('"Rated otherwise"'))).toHaveLength(found.ratings.length);
    expect(rows.filter((row) => row.startsWith('"Answered otherwise"'))).toHaveLength(found.answers.length);
  });
});

describe('answers to a record that somebody else has signed', () => {
  const earlier = '2020-02-01T09:00:00+00:00';
  const again = logOf(model, high, seeded(1)).map((entry): Entry =>
    entry.kind === 'started' ? { ...entry, reperforms: { record: 'a'.repeat(64), at: earlier } } : entry,
  );

  it('stand on the day of the record', () => {
    expect(replay(model, again)?.walk.today).toBe('2020-02-01');
  });

  it('can never be sealed as a record', () => {
    const assessment = replay(model, again);
    if (!assessment) throw new Error('no log');
    const { payload } = recordOf();
    const sealed = sealRecord(assessment, {
      rendererSha256: payload.renderer.sha256,
      app: payload.app,
      partnership: payload.partnership,
      revision: 1,
      signer: payload.signer,
      algorithm: payload.signature.algorithm,
      signedAt: '2026-12-01T10:00:00+00:00',
      evidence: [],
    });
    expect(sealed).toMatchObject({ ok: false, failures: [{ code: 'seal.reperformance' }] });
  });

  it('are refused by whoever reads a record that holds them all the same', () => {
    const { payload } = recordOf();
    const [first, ...rest] = payload.log;
    if (first?.kind !== 'started') throw new Error('no beginning');
    const lying = { ...first, reperforms: { record: 'a'.repeat(64), at: first.at } };
    const sealed = sealPayload({ ...payload, log: [lying, ...rest] });
    expect(sealed).toMatchObject({ ok: false, failures: [{ code: 'record.log-start' }] });
    expect(parseRecord(new TextEncoder().encode(JSON.stringify({ ...payload, log: [lying] }))).ok).toBe(false);
  });
});
