import { expect, test } from 'vitest';
import { replay } from '../../src/assessment/assessment';
import { modelOf } from '../../src/policy/model';
import type { Policy } from '../../src/policy/schema';
import { summary } from '../../src/pdf/renderer/summary';
import { sealRecord } from '../../src/record/seal';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicy } from '../support/policies';
import { logOf } from '../support/records';

const { model } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
const answers = randomAnswers(model, seeded(1));

/** The first page of a record signed on 22 November 2026, under a policy about which this is said. */
const firstPage = (said: Partial<Policy['about']>): string => {
  const dated = modelOf({ ...model.policy, about: { ...model.policy.about, ...said } }, model.settings);
  const assessment = replay(dated, logOf(dated, answers, seeded(2), { startedAt: '2026-11-21T23:00:00+00:00' }));
  if (!assessment) throw new Error('no log');
  const sealed = sealRecord(assessment, {
    rendererSha256: '0'.repeat(64),
    app: '0.1.0',
    partnership: 'p'.repeat(26),
    revision: 1,
    signer: {
      name: 'Siân Ó Briain',
      job: 'Officer',
      service: 'Events',
      role: 'officer',
      certificateSha256: '1'.repeat(64),
      authorities: [],
      keyOrigin: 'browser',
      identity: 'self-asserted',
    },
    algorithm: 'ES256',
    signedAt: '2026-11-22T09:00:00+00:00',
    evidence: [],
  });
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.failures));
  const blocks = summary({
    record: sealed.value,
    payload: sealed.value.payload,
    assessment,
    naming: () => assessment.walk,
    language: 'en',
  });
  return JSON.stringify(blocks);
};

test('a record signed outside the days of its policy says so first', () => {
  expect(firstPage({ validFrom: '2026-04-01', validTo: '2026-11-21' })).toContain(
    'The policy was valid to 21 November 2026.',
  );
  expect(firstPage({ validFrom: '2026-11-23', validTo: '2027-11-21' })).toContain(
    'The policy is valid from 23 November 2026.',
  );
  expect(firstPage({ validFrom: '2026-11-22', validTo: '2026-11-22' })).not.toMatch(/The policy (is|was) valid/);
});

test('a record says what the equality impact assessment of its policy found, and when', () => {
  const page = firstPage({ equality: { text: { en: 'no group is put at a disadvantage' }, on: '2026-03-05' } });
  expect(page).toContain('5 March 2026: no group is put at a disadvantage');
  expect(firstPage({})).not.toContain('Equality impact assessment');
});
