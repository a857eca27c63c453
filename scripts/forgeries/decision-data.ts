import { utf8 } from '../../src/base/bytes';
import { canonical, type Json } from '../../src/base/canonical';
import { loose } from '../../tests/verify/forge';
import { approver, sealedAfter } from '../../tests/verify/made-sequel';
import type { Loosely } from './data';
import type { Bytes } from './forgery';
import type { Line } from './line';

const firstDue = (payload: Loosely): Loosely => (payload.due as Loosely[])[0] ?? {};

/** Data of a decision that does not hold together, each beside the record that it decides on. */
export const decisionData = (
  record: Bytes,
  withData: (change: (payload: Loosely) => void) => Promise<Bytes>,
): readonly Line[] => [
  ['an unprinted field', 'data: shape.unknown-key', () => withData((payload) => void (payload.secret = 'refused'))],
  [
    'a comment that does not print',
    'data: shape.format',
    () => withData((payload) => void (payload.comment = 'NOT\u00a0APPROVED')),
  ],
  ['two documents named', 'data: sequel.follows', () => withData((payload) => void (payload.follows = '0'.repeat(64)))],
  [
    'a refusal without a reason',
    'data: sequel.reason-missing',
    () => withData((payload) => void Object.assign(payload, { decision: 'refuse', due: [] })),
  ],
  [
    'an approval with a reason against it',
    'data: sequel.reason-idle',
    () => withData((payload) => void (payload.reason = 'It was refused.')),
  ],
  [
    'referred to nobody',
    'data: sequel.to-missing',
    () => withData((payload) => void Object.assign(payload, { decision: 'refer', due: [] })),
  ],
  ['approved, and referred', 'data: sequel.to-idle', () => withData((payload) => void (payload.to = 'Cabinet'))],
  [
    'a condition waived without a reason',
    'data: sequel.waived-reason',
    () => withData((payload) => void delete firstDue(payload).reason),
  ],
  [
    'a condition met, with a reason to waive it',
    'data: sequel.met-reason',
    () => withData((payload) => void (firstDue(payload).state = 'met')),
  ],
  [
    'a refusal that says what is due',
    'data: sequel.due-idle',
    () => withData((payload) => void Object.assign(payload, { decision: 'refuse', reason: 'No money.' })),
  ],
  [
    'changed conditions that are none',
    'data: sequel.conditions-missing',
    () => withData((payload) => void (payload.decision = 'approve-changed')),
  ],
  [
    'unchanged conditions that are changed',
    'data: sequel.conditions-idle',
    () => withData((payload) => void (payload.conditions = [{ id: 'k1', text: 'Pay', owner: 'All', due: 'Now' }])),
  ],
  [
    'a condition twice',
    'data: sequel.twice',
    () => withData((payload) => void (payload.due as Json[]).push((payload.due as Json[])[0] ?? '')),
  ],
  [
    'a meeting of tomorrow',
    'data: sequel.date',
    async () => {
      const { sequel } = await sealedAfter(record, () => ({
        kind: 'registered',
        entry: '1',
        received: '2026-11-22',
      }));
      const payload = canonical({ ...(sequel.payload as unknown as Loosely), received: '2026-11-24' });
      return new Uint8Array(await loose([{ name: 'follow-up.json', bytes: utf8(payload) }], approver));
    },
  ],
];
