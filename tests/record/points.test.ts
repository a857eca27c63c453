import { expect, it } from 'vitest';
import { replay } from '../../src/assessment/assessment';
import type { Entry } from '../../src/assessment/log';
import type { Answer, Key } from '../../src/policy/answer';
import type { ProvenRecord } from '../../src/record/chain';
import { pointsOf } from '../../src/record/points';
import { resultOf } from '../../src/record/result';
import { seeded } from '../support/answers';
import { knownPolicy } from '../support/policies';
import { logOf } from '../support/records';
import { approval, refusal } from './sequels';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const answersOf = (id: string): Map<Key, Answer> =>
  new Map(Object.entries(cases.find((one) => one.id === id)?.answers ?? {}));

/** A record of these answers as the verifier gives it, with what the points look at. */
const proven = (
  answers: ReadonlyMap<Key, Answer>,
  change: (log: readonly Entry[]) => readonly Entry[] = (log) => log,
  signedAt?: string,
): ProvenRecord => {
  const log = change(logOf(model, answers, seeded(1)));
  const assessment = replay(model, log);
  const result = assessment && resultOf(assessment.walk);
  if (!result) throw new Error('no outcome');
  const startedAt = log[0]?.at ?? '';
  const time = { startedAt, signedAt: signedAt ?? log.at(-1)?.at ?? startedAt };
  const payload = { language: 'en', log, result, time } as unknown as ProvenRecord['payload'];
  return { id: '', payload, policy: model.policy, settings: model.settings, earlier: new Map() };
};
const pointsIn = (record: ProvenRecord) => pointsOf(record).map(({ id }) => id);
const high = answersOf('new-high-risk');

it('says that answers were changed once the outcome was shown, and which', () => {
  const shown = (log: readonly Entry[], before: number): readonly Entry[] => {
    const last = log.at(-before);
    if (!last) throw new Error('no entry');
    const { id, draft, author, device, counter, at } = last;
    const entry = {
      id: `${id.slice(0, -1)}0`,
      draft,
      author,
      device,
      counter,
      at,
      kind: 'outcome-shown',
      outcome: 'x',
    } as Entry;
    return [...log.slice(0, -before), entry, ...log.slice(-before)];
  };
  expect(pointsIn(proven(high))).not.toContain('changed-after-outcome');
  const [point] = pointsOf(proven(high, (log) => shown(log, 3)));
  expect(point).toMatchObject({ id: 'changed-after-outcome', params: { count: 2 } });
  expect(point?.keys).toHaveLength(2);
});

it('says that it was done faster than it can be read', () => {
  const instant = proven(high, undefined, '2026-11-22T09:00:30+00:00');
  expect(pointsIn(instant)).toContain('quick');
  expect(pointsIn(proven(high))).not.toContain('quick');
});

it('says what is not known and what contradicts itself, as the result does', () => {
  for (const one of cases.filter(({ answers }) => Object.keys(answers).length > 0)) {
    const answers = answersOf(one.id);
    let record: ProvenRecord;
    try {
      record = proven(answers);
    } catch {
      continue; // a case that stops before an outcome
    }
    const { unsure, contradictions } = record.payload.result;
    expect(pointsIn(record).includes('unsure')).toBe(unsure.length > 0);
    expect(pointsIn(record).includes('contradiction')).toBe(contradictions.length > 0);
  }
});

it('says that every level on a scale is the same', () => {
  const record = proven(high);
  const { result } = record.payload;
  const isScale = (key: string): boolean => model.places.get(key.split('/')[0] ?? '')?.field.kind === 'scale';
  const answers = result.answers.map((one) => (isScale(one.id) ? { ...one, value: 3 } : one));
  const alike = { ...record, payload: { ...record.payload, result: { ...result, answers } } };
  expect(pointsIn(alike)).toContain('all-alike');
  expect(pointsIn(proven(high))).not.toContain('all-alike');
});

it('says that the very same words answer two questions', () => {
  const words = 'The two councils share the cost of the officer in equal parts.';
  const texts = [...high.keys()].filter((key) => {
    const field = model.places.get(key.split('/')[0] ?? '')?.field;
    return field?.kind === 'text' && (field.max ?? 0) > words.length;
  });
  const [first = '', second = ''] = texts;
  const same = new Map([...high, [first, words], [second, words]]);
  const point = pointsOf(proven(same)).find(({ id }) => id === 'same-words');
  expect(point?.keys.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
    [first, second].toSorted((a, b) => (a < b ? -1 : 1)),
  );
});

it('says that an amount lies just under a number of the policy, and not once it reaches it', () => {
  const record = proven(high);
  const amount = record.payload.result.answers.find(
    ({ id, value }) => typeof value === 'number' && model.places.get(id)?.field.kind === 'money',
  );
  if (!amount) throw new Error('no amount');
  const most = Number(amount.value);
  const when = { field: amount.id, atLeast: most + 1 };
  const policy = (limit: number) =>
    ({
      ...model.policy,
      contradictions: [{ id: 'x', when: { ...when, atLeast: limit } }],
    }) as unknown as ProvenRecord['policy'];
  const nearIn = (limit: number) =>
    pointsOf({ ...record, policy: policy(limit) }).filter(
      ({ id, keys, params }) => id === 'near-limit' && keys.includes(amount.id) && params.most === limit,
    );
  expect(most).toBeGreaterThan(100);
  expect(nearIn(most + 1)).toHaveLength(1);
  expect(nearIn(most)).toHaveLength(0);
  expect(nearIn(most * 2)).toHaveLength(0);
});

it('says what is left in a poor or bad cell of the last matrix, by the tones of the policy', () => {
  const record = proven(high);
  const point = pointsOf(record).find(({ id }) => id === 'still-poor');
  expect(point?.params.count).toBe(point?.texts?.length);
  expect(point?.params.count).toBeGreaterThan(0);
  const calm = {
    ...record.policy,
    lists: record.policy.lists.map((list) => ({
      ...list,
      items: list.items.map((item) => ({ ...item, tone: 'good' as const })),
    })),
  };
  expect(pointsIn({ ...record, policy: calm })).not.toContain('still-poor');
  expect(pointsIn({ ...record, policy: { ...record.policy, matrices: [] } })).not.toContain('still-poor');
});

it('says what the policy itself looks at, in its words, where that holds', () => {
  const record = proven(high);
  const [key = ''] = high.keys();
  const look = { id: 'x', when: { answered: { field: key } }, text: { en: 'Look here.' } };
  const withLook = (when: object) =>
    pointsOf({ ...record, policy: { ...record.policy, looks: [{ ...look, when } as typeof look] } })
      .filter(({ id }) => id === 'look')
      .map(({ texts }) => texts);
  expect(withLook(look.when)).toEqual([[look.text]]);
  expect(withLook({ not: look.when })).toEqual([]);
});

it('says of decisions that the officer decided, that the level is too low, and that they go against the outcome', () => {
  const record = proven(high);
  const levels = { required: 'Not a level below', claimed: undefined };
  const officer = { name: 'Sam Officer', certificateSha256: '1'.repeat(64) };
  const named = { ...record, payload: { ...record.payload, signer: officer } as typeof record.payload };
  const after = (...payloads: readonly (typeof approval)[]) =>
    pointsOf(
      named,
      payloads.map((payload, index) => ({ id: String(index), payload })),
    )
      .map(({ id }) => id)
      .filter((id) => id === 'same-person' || id === 'below-level' || id === 'against');
  const fine = { ...approval, level: {} };
  expect(after(fine)).toEqual([]);
  expect(after(fine, { ...fine, signer: { ...fine.signer, name: ' sam  officer' } })).toEqual(['same-person']);
  expect(after({ ...refusal, level: {} })).toEqual(['against']);
  expect(after({ ...fine, level: levels })).toEqual(['below-level']);
});
