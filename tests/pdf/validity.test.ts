import { expect, test } from 'vitest';
import { replay } from '../../src/assessment/assessment';
import { modelOf } from '../../src/policy/model';
import { summary } from '../../src/pdf/renderer/summary';
import { sealRecord } from '../../src/record/seal';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicy } from '../support/policies';
import { logOf } from '../support/records';

const { model } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
const answers = randomAnswers(model, seeded(1));

/** The paragraphs of the first page of a record signed on 22 November 2026, under a policy with these dates. */
const firstPage = (validFrom: string, validTo: string): string => {
  const { about } = model.policy;
  const dated = modelOf({ ...model.policy, about: { ...about, validFrom, validTo } }, model.settings);
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
  const blocks = summary({ record: sealed.value, payload: sealed.value.payload, assessment, language: 'en' });
  return blocks.map((block) => (block.kind === 'paragraph' ? JSON.stringify(block.text) : '')).join('\n');
};

test('a record signed outside the days of its policy says so first', () => {
  expect(firstPage('2026-04-01', '2026-11-21')).toContain('The policy was valid to 21 November 2026.');
  expect(firstPage('2026-11-23', '2027-11-21')).toContain('The policy is valid from 23 November 2026.');
  expect(firstPage('2026-11-22', '2026-11-22')).not.toContain('The policy');
});
