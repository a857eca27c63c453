import { expect, it } from 'vitest';
import type { Chain } from '../../src/record/chain';
import { conditionsNow } from '../../src/record/open-conditions';
import type { SequelPayload } from '../../src/record/sequel-payload';
import { model, recordOf } from '../verify/made';
import { withDue } from '../verify/made-sequel';
import { approval, refusal } from './sequels';

const { payload, id } = recordOf({ seed: withDue });
const record: Chain['record'] = { id, payload, policy: model.policy, settings: model.settings, earlier: new Map() };
const after = (...payloads: readonly SequelPayload[]): Chain => ({
  record,
  sequels: payloads.map((one, index) => ({ id: String(index), payload: one })),
});
const states = (chain: Chain) => Object.fromEntries(conditionsNow(chain).map((one) => [one.id, one.state]));
const [first = '', ...others] = payload.result.conditions.map((one) => one.id);
const open = Object.fromEntries([first, ...others].map((one) => [one, 'open']));

it('are all open in a record, and worded', () => {
  expect(others.length).toBeGreaterThan(0);
  expect(states(after())).toEqual(open);
  expect(conditionsNow(after()).every(({ text, owner, due }) => text !== '' && owner !== '' && due !== '')).toBe(true);
});

it('are met or waived where a decision that approves says so', () => {
  const due = [{ id: first, state: 'waived' as const, reason: 'Not needed.' }];
  const one = conditionsNow(after({ ...approval, due })).find((each) => each.id === first);
  expect(one).toMatchObject({ state: 'waived', because: 'Not needed.' });
  expect(states(after({ ...refusal, due }))).toEqual(open);
});

it('are met where a follow-up says so, with the day and what shows it', () => {
  const met: SequelPayload = {
    ...approval,
    format: 'follow-up/0',
    kind: 'conditions-met',
    signer: { ...approval.signer, role: 'recorder' },
    met: [{ id: first, evidence: 'Seen.', date: '2026-11-23' }],
  };
  const now = conditionsNow(after(approval, met));
  expect(now.find((each) => each.id === first)).toMatchObject({ state: 'met', on: '2026-11-23', because: 'Seen.' });
  expect(now.filter(({ state }) => state === 'open').length).toBeGreaterThan(0);
});

it('are those that the last decision worded: dropped ones are gone, and what was met before stays met', () => {
  const changed: SequelPayload = {
    ...approval,
    decision: 'approve-changed',
    due: [],
    conditions: [
      { id: first, text: 'Worded anew.', owner: 'The borrower', due: 'On return' },
      { id: 'added-1', text: 'Bring it back dry.', owner: 'The borrower', due: 'On return' },
    ],
  };
  expect(states(after({ ...approval, due: [{ id: first, state: 'met' }] }, changed))).toEqual({
    [first]: 'met',
    'added-1': 'open',
  });
  expect(conditionsNow(after(changed))[0]?.text).toBe('Worded anew.');
});
