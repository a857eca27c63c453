import { describe, expect, it } from 'vitest';
import type { Chain } from '../../src/record/chain';
import { walkOf } from '../../src/record/sequel-rules';
import { type Told, toldOf } from '../../src/record/told';
import { model, recordOf } from '../verify/made';
import { caseOf, partnership } from '../verify/made-case';
import { withDue } from '../verify/made-sequel';
import { approval, bodyDecision, conditionsMet } from './sequels';

const toldOfCase = (id: string): Told => {
  const sealed = caseOf(id, { seed: 1 });
  const { policy, settings } = partnership.model;
  const record = { id: sealed.id, payload: sealed.payload, policy, settings, earlier: new Map() };
  return toldOf({ record, sequels: [] }, walkOf(record));
};
const figure = ({ figures }: Told, id: string) => figures?.find((one) => one.id === id);

describe('what a record of the shipped policy tells', () => {
  it('a review that plans its succession: posts, days, service, review and no whole plan', () => {
    const told = toldOfCase('sure-start');
    expect(told.policy).toMatchObject({ id: 'partnership', version: '1.0.0' });
    expect(told.outcome.id).toBe('o13');
    expect(told.evenRefused).toBe(true);
    expect(figure(told, 'posts')).toMatchObject({ holds: true, amount: 9, group: { id: '2027-01' }, step: 'quarter' });
    expect(figure(told, 'staff-days')).toMatchObject({
      holds: true,
      amount: 120,
      name: 'Service',
      group: {
        id: 'communities',
        label: 'Communities',
        at: undefined,
      },
    });
    expect(figure(told, 'reviews')).toMatchObject({
      holds: true,
      day: '2026-12-22',
      columns: ['Lead officer', 'Service'],
    });
    expect(figure(told, 'no-plan')).toMatchObject({
      holds: true,
      cells: ['Outline only', expect.anything(), 'Communities'],
    });
    expect(figure(told, 'tiers')).toMatchObject({ holds: true, amount: 1, group: { id: 'significant' } });
    expect(told.conditions.length).toBeGreaterThan(0);
    expect(told.conditions.some(({ day }) => day !== undefined)).toBe(true);
  });

  it('a proposal that is told not yet: when to look again, and nothing of what would run', () => {
    const told = toldOfCase('need-not-shown');
    expect(told.evenRefused).toBe(false);
    const look = figure(told, 'look-again');
    expect(look?.kind === 'due' && look.day).toMatch(/^2027-/);
    for (const id of ['reviews', 'no-plan', 'posts', 'staff-days', 'tiers'])
      expect(figure(told, id)?.holds).toBe(false);
  });

  it('what is not known is told as not known, not as nothing', () => {
    expect(figure(toldOfCase('existing-improve'), 'staff-days')).toMatchObject({ holds: true, amount: undefined });
  });

  it('every worked case with a whole plan is left out of those without one', () => {
    const ids = partnership.cases.flatMap(({ id }) => (figure(toldOfCase(id), 'no-plan')?.holds ? [id] : []));
    expect(ids).toEqual(['new-accountable-body', 'regeneration-framework', 'sure-start']);
  });
});

describe('what a record of another policy tells', () => {
  const { payload, id } = recordOf({ seed: withDue });
  const record: Chain['record'] = { id, payload, policy: model.policy, settings: model.settings, earlier: new Map() };
  const after = (...sequels: readonly Chain['sequels'][number]['payload'][]): Told =>
    toldOf({ record, sequels: sequels.map((one, at) => ({ id: String(at), payload: one })) }, walkOf(record));

  it('amounts are amounts, and places in a list of the policy are places', () => {
    const told = after();
    expect(figure(told, 'by-store')).toMatchObject({ kind: 'sum', money: true });
    expect(told.decision).toBeUndefined();
    expect(told.conditions.every(({ open }) => open)).toBe(true);
  });

  it('the last decision, and conditions that a follow-up says are met', () => {
    const [first] = payload.result.conditions;
    if (!first || conditionsMet.kind !== 'conditions-met') throw new Error('no condition');
    const met = { ...conditionsMet, met: [{ id: first.id, evidence: 'Seen.', date: '2026-11-22' }] };
    const told = after({ ...approval, due: [] }, bodyDecision, met);
    expect(told.decision?.what).toBe('refuse');
    expect(told.conditions.filter(({ open }) => !open).map((one) => one.id)).toEqual([first.id]);
  });

  it('a condition that was worded anew keeps no day of the record', () => {
    const [first] = payload.result.conditions;
    const changed = { id: first?.id ?? '', text: 'Anew', owner: 'The borrower', due: 'On return' };
    const told = after({ ...approval, decision: 'approve-changed', due: [], conditions: [changed] });
    expect(told.conditions).toEqual([{ ...changed, day: undefined, open: true }]);
  });

  it('a policy without an overview tells conditions and outcome, and no figures', () => {
    const { overview: _, ...bare } = model.policy;
    const told = toldOf({ record: { ...record, policy: bare }, sequels: [] }, walkOf(record));
    expect(told.figures).toBeUndefined();
    expect(told.conditions.length).toBeGreaterThan(0);
  });
});
