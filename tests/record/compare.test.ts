import { describe, expect, it } from 'vitest';
import { replay } from '../../src/assessment/assessment';
import type { Chain } from '../../src/record/chain';
import { compareChains } from '../../src/record/compare';
import { resultOf } from '../../src/record/result';
import type { Answer, Key } from '../../src/policy/answer';
import { seeded } from '../support/answers';
import { knownPolicy } from '../support/policies';
import { logOf } from '../support/records';
import { approval } from './sequels';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const answersIn = (id: string): ReadonlyMap<Key, Answer> =>
  new Map(Object.entries(cases.find((one) => one.id === id)?.answers ?? {}));

const chainOf = (answers: ReadonlyMap<Key, Answer>, seed = 1): Chain => {
  const log = logOf(model, answers, seeded(seed));
  const assessment = replay(model, log);
  const result = assessment && resultOf(assessment.walk);
  if (!result) throw new Error('no outcome');
  const payload = { language: 'en', log, result } as unknown as Chain['record']['payload'];
  return {
    record: { id: '', payload, policy: model.policy, settings: model.settings, earlier: new Map() },
    sequels: [],
  };
};

const high = answersIn('new-high-risk');
const money = [...high.keys()].find((key) => model.places.get(key)?.field.kind === 'money') ?? '';

describe('what changed from one record to another', () => {
  it('is nothing where both were answered the same, whoever answered when', () => {
    const { outcome, register, answers, conditions } = compareChains(chainOf(high), chainOf(high, 2));
    expect([outcome, register, answers]).toEqual([undefined, [], []]);
    expect(conditions.length).toBeGreaterThan(0);
    expect(conditions.every(({ before, after }) => before === 'open' && after === 'open')).toBe(true);
  });

  it('names the question that was answered otherwise, with both answers in words', () => {
    const most = Number(high.get(money));
    const more = new Map([...high, [money, most + 100]]);
    const { answers } = compareChains(chainOf(high), chainOf(more));
    expect(answers).toHaveLength(1);
    expect(answers[0]?.before).toMatch(/^£/);
    expect(answers[0]?.after).toMatch(/^£/);
    expect(answers[0]?.before).not.toBe(answers[0]?.after);
    const [back] = compareChains(chainOf(more), chainOf(high)).answers;
    expect([back?.before, back?.after]).toEqual([answers[0]?.after, answers[0]?.before]);
  });

  it('tells of the outcome, and of what only one of them says', () => {
    const other = cases.find(
      ({ id, expect: wanted }) => id !== 'new-high-risk' && wanted.outcome !== undefined && answersIn(id).size > 5,
    );
    if (!other) throw new Error('no other case');
    const { outcome, answers } = compareChains(chainOf(high), chainOf(answersIn(other.id)));
    expect(outcome?.before).not.toBe(outcome?.after);
    expect(answers.some(({ before, after }) => before !== undefined && after === undefined)).toBe(true);
  });

  it('tells of each condition whether it was kept, as the documents after each record say', () => {
    const before = chainOf(high);
    const [first] = before.record.payload.result.conditions;
    if (!first) throw new Error('no condition');
    const met = {
      ...approval,
      format: 'follow-up/0' as const,
      kind: 'conditions-met' as const,
      signer: { ...approval.signer, role: 'recorder' as const },
      met: [{ id: first.id, evidence: 'Seen.', date: '2026-11-23' }],
    };
    const { conditions } = compareChains(before, { ...chainOf(high), sequels: [{ id: 's', payload: met }] });
    expect(conditions.filter((one) => one.before === 'open' && one.after === 'met')).toHaveLength(1);
  });
});
