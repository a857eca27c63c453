import { describe, expect, test } from 'vitest';
import { utf8 } from '../../src/base/bytes';
import { canonical, type Json } from '../../src/base/canonical';
import { replay } from '../../src/assessment/assessment';
import { modelOf } from '../../src/policy/model';
import { composeSequel } from '../../src/pdf/render-sequel';
import type { Chain } from '../../src/record/chain';
import { parseSequel } from '../../src/record/sequel-parse';
import type { SequelPayload } from '../../src/record/sequel-payload';
import { sequelRules } from '../../src/record/sequel-rules';
import { madeRecord } from '../verify/made';
import { chainOf, sealedAfter } from '../verify/made-sequel';
import { leavesOf, others, type Path, setAt, visible } from './leaf';

const pdf = await madeRecord();
const chain = await chainOf(pdf);

const textOf = (payload: SequelPayload, of: Chain | undefined): string => {
  const { policy, settings, payload: record } = chain.record;
  const assessment = replay(modelOf(policy, settings), record.log);
  if (!assessment) throw new Error('no assessment');
  const sheet = {
    record: chain.record,
    payload: record,
    assessment,
    naming: () => assessment.walk,
    language: record.language,
  };
  return visible(composeSequel({ payload, id: 'the id' }, of, of && sheet));
};

/** Words of closed lists that only these documents have. */
const closed: readonly (readonly string[])[] = [
  ['approve', 'approve-changed', 'refuse', 'refer'],
  ['met', 'waived'],
  ['record', 'decision', 'follow-up'],
  ['approver', 'recorder'],
  ['body-decision', 'conditions-met', 'registered'],
];

const made = async (input?: Parameters<typeof sealedAfter>[1]): Promise<SequelPayload> =>
  (await sealedAfter(pdf, input)).sequel.payload;

const [first] = chain.record.payload.result.conditions;
const final = { id: first?.id ?? '', text: 'Pay first.', owner: 'The clerk', due: 'Soon' };

const payloads: readonly (readonly [string, SequelPayload])[] = [
  ['an approval', await made((honest) => ({ ...honest, comment: 'Start small.' }))],
  [
    'an approval with changed conditions',
    await made((honest) => ({
      ...honest,
      decision: 'approve-changed',
      conditions: [final, { ...final, id: 'added-1' }],
    })),
  ],
  ['a refusal', await made((honest) => ({ ...honest, decision: 'refuse', reason: 'No\nmoney.', due: [] }))],
  ['a referral', await made((honest) => ({ ...honest, decision: 'refer', to: 'The board', due: [] }))],
  [
    'a decision of a body',
    await made(() => ({
      kind: 'body-decision',
      decision: 'refuse',
      reason: 'Members prefer to wait.',
      body: 'Stores committee',
      meeting: '2026-11-21',
      minute: '14 (b)',
    })),
  ],
  [
    'conditions met',
    await made(() => ({
      kind: 'conditions-met',
      met: [{ id: first?.id ?? '', evidence: 'Seen.', date: '2026-11-22' }],
    })),
  ],
  ['a receipt', await made(() => ({ kind: 'registered', entry: 'P/1', received: '2026-11-22' }))],
];

describe('what comes after a record shows every part of its data, or is refused', () => {
  test.each(payloads)('%s: no leaf can change unseen', (_what, payload) => {
    const of = 'encloses' in payload ? chain : undefined;
    const text = textOf(payload, of);
    const unseen: string[] = [];
    const change = (path: Path, value: unknown): void => {
      for (const other of others(payload, path, value, closed)) {
        const changed = setAt(payload, path, other) as Json;
        const parsed = parseSequel(utf8(canonical(changed)));
        if (!parsed.ok) continue;
        const now = parsed.value.payload;
        if ('encloses' in now && sequelRules(now, chain).length > 0) continue;
        if (textOf(now, of) === text) unseen.push(`${path.join('.')}: ${String(value)} → ${String(other)}`);
      }
    };
    for (const path of leavesOf(payload))
      change(
        path,
        path.reduce<unknown>((inner, part) => (inner as Record<string | number, unknown>)[part], payload),
      );
    expect(unseen).toEqual([]);
  });
});
