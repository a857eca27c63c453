import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { canonical, type Json } from '../../src/base/canonical';
import { utf8 } from '../../src/base/bytes';
import { canonicalText, isCanonicalText } from '../../src/base/text';
import { parseSequel, sealSequel } from '../../src/record/sequel-parse';
import type { DecisionPayload, SequelPayload } from '../../src/record/sequel-payload';
import { codesOf, valueOf } from '../signing/material';
import { approval, bodyDecision, changed, conditionsMet, referral, refusal, registered } from './sequels';

const all: readonly SequelPayload[] = [approval, changed, refusal, referral, bodyDecision, conditionsMet, registered];

const codes = (payload: unknown): readonly string[] => codesOf(parseSequel(utf8(canonical(payload as Json))));

/** Texts that a record can hold, on one line or on several. */
const text = (lines: boolean, most: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.constantFrom(...Array.from('aZŵé’–£ .\n9')), minLength: 1, maxLength: most })
    .map((raw) => canonicalText(raw, lines))
    .filter((one) => one !== '' && isCanonicalText(one, lines));

const decisions: fc.Arbitrary<DecisionPayload> = fc
  .record({
    decision: fc.constantFrom('approve', 'approve-changed', 'refuse', 'refer'),
    comment: fc.option(text(true, 300), { nil: undefined }),
    reason: text(true, 300),
    line: text(false, 100),
    ids: fc.uniqueArray(fc.constantFrom('a', 'b-1', 'c/x', 'added-1'), { minLength: 1, maxLength: 4 }),
    waived: fc.boolean(),
    claimed: fc.option(text(false, 100), { nil: undefined }),
  })
  .map(({ decision, comment, reason, line, ids, waived, claimed }) => ({
    ...approval,
    decision,
    ...(comment !== undefined && { comment }),
    ...(decision === 'refuse' && { reason }),
    ...(decision === 'refer' && { to: line }),
    due: decision.startsWith('approve')
      ? ids.map((id) => (waived ? { id, state: 'waived' as const, reason } : { id, state: 'met' as const }))
      : [],
    conditions: decision === 'approve-changed' ? ids.map((id) => ({ id, text: line, owner: line, due: line })) : [],
    level: claimed === undefined ? {} : { claimed },
  }));

describe('what comes after a record, as data', () => {
  it.each(all.map((payload) => [`${payload.kind} ${'decision' in payload ? payload.decision : ''}`, payload]))(
    'seals and reads %s',
    (_, payload) => {
      const sealed = valueOf(sealSequel(payload));
      expect(sealed.payload).toEqual(payload);
      expect(valueOf(parseSequel(sealed.bytes)).id).toBe(sealed.id);
    },
  );

  test('is read again as it was sealed, whatever it decides', () => {
    fc.assert(
      fc.property(decisions, (payload) => {
        const sealed = valueOf(sealSequel(payload));
        expect(valueOf(parseSequel(sealed.bytes))).toEqual(sealed);
      }),
    );
  });

  it('holds no key that the format does not have, on any level', () => {
    expect(codes({ ...approval, log: [] })).toEqual(['shape.unknown-key']);
    expect(codes({ ...approval, signer: { ...approval.signer, email: 'a' } })).toEqual(['shape.unknown-key']);
    expect(codes({ ...registered, encloses: approval.encloses })).toEqual(['shape.unknown-key']);
  });

  it('is only read in its one form', () => {
    const bytes = valueOf(sealSequel(approval)).bytes;
    expect(codesOf(parseSequel(utf8(` ${new TextDecoder().decode(bytes)}`)))).toEqual(['record.not-canonical']);
    expect(codesOf(parseSequel(new Uint8Array(1_000_001)))).toEqual(['record.too-large']);
    expect(codes({ ...approval, format: 'record/0' })).toEqual(['record.format']);
    expect(codes({ ...approval, format: 'follow-up/0' })).not.toEqual([]);
  });

  it.each<[string, SequelPayload, string]>([
    ['a refusal without a reason', { ...refusal, reason: undefined }, 'sequel.reason-missing'],
    ['a body’s refusal without one', { ...bodyDecision, reason: undefined } as SequelPayload, 'sequel.reason-missing'],
    ['an approval that gives a reason for nothing', { ...approval, reason: 'So' }, 'sequel.reason-idle'],
    ['a referral to nobody', { ...referral, to: undefined }, 'sequel.to-missing'],
    ['an approval that refers', { ...approval, to: 'The committee' }, 'sequel.to-idle'],
    ['a condition waived for no reason', { ...approval, due: [{ id: 'a', state: 'waived' }] }, 'sequel.waived-reason'],
    [
      'a condition met for a reason',
      { ...approval, due: [{ id: 'a', state: 'met', reason: 'So' }] },
      'sequel.met-reason',
    ],
    ['a refusal that meets conditions', { ...refusal, due: [{ id: 'a', state: 'met' }] }, 'sequel.due-idle'],
    ['changed conditions that are none', { ...changed, conditions: [] }, 'sequel.conditions-missing'],
    ['plain approval with other conditions', { ...changed, decision: 'approve' }, 'sequel.conditions-idle'],
    ['one condition twice', { ...changed, conditions: [...changed.conditions, ...changed.conditions] }, 'sequel.twice'],
    ['another document followed than enclosed', { ...approval, follows: 'd'.repeat(64) }, 'sequel.follows'],
    ['a meeting after the signing', { ...bodyDecision, meeting: '2026-11-25' } as SequelPayload, 'sequel.date'],
    ['a receipt from the future', { ...registered, received: '2027-01-01' } as SequelPayload, 'sequel.date'],
  ])('refuses %s', (_, payload, code) => expect(codes(payload)).toEqual([code]));
});
