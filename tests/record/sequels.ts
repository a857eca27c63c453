import type { RecordPayload } from '../../src/record/payload';
import type { DecisionPayload, FollowUpPayload } from '../../src/record/sequel-payload';

const hash = (digit: string): string => digit.repeat(64);

const signer: Omit<RecordPayload['signer'], 'role'> = {
  name: 'Mair Llwyd',
  job: 'Head of communities',
  service: 'Communities',
  certificateSha256: hash('c'),
  authorities: [],
  keyOrigin: 'browser',
  identity: 'self-asserted',
};

const common = {
  renderer: { version: 0 as const, sha256: hash('e') },
  app: '0.1.0',
  follows: hash('a'),
  signature: { level: 'B-B' as const, algorithm: 'ES256' as const },
  time: { signedAt: '2026-11-23T09:30:00+00:00', clock: 'device' as const },
};
const encloses = { kind: 'record' as const, sha256: hash('b'), recordId: hash('a') };

/** A decision of each kind, and a follow-up of each: whole payloads that nothing is wrong with. */
export const approval: DecisionPayload = {
  ...common,
  format: 'decision/0',
  kind: 'decision',
  encloses,
  signer: { ...signer, role: 'approver' },
  decision: 'approve',
  comment: 'Start small.\n\nReport back in spring.',
  due: [
    { id: 'see-certificate', state: 'met' },
    { id: 'name-trained-person', state: 'waived', reason: 'The store sends its own.' },
  ],
  conditions: [],
  level: { required: 'Store manager', claimed: 'Head of service' },
};

export const changed: DecisionPayload = {
  ...approval,
  decision: 'approve-changed',
  conditions: [{ id: 'added-1', text: 'Bring it back dry.', owner: 'The borrower', due: 'On return' }],
};

export const refusal: DecisionPayload = {
  ...approval,
  decision: 'refuse',
  reason: 'The store is closed that week.',
  due: [],
};

export const referral: DecisionPayload = { ...approval, decision: 'refer', to: 'The committee', due: [] };

const followUp = { ...common, format: 'follow-up/0' as const, signer: { ...signer, role: 'recorder' as const } };

export const bodyDecision: FollowUpPayload = {
  ...followUp,
  kind: 'body-decision',
  encloses,
  decision: 'refuse',
  reason: 'Members prefer to wait.',
  body: 'Stores committee',
  meeting: '2026-11-20',
  minute: '14 (b)',
};

export const conditionsMet: FollowUpPayload = {
  ...followUp,
  kind: 'conditions-met',
  encloses,
  met: [{ id: 'see-certificate', evidence: 'Seen, dated March.\nCopy on file.', date: '2026-11-22' }],
};

export const registered: FollowUpPayload = {
  ...followUp,
  kind: 'registered',
  reference: 'E-00000-00000',
  entry: 'P/2026/114',
  received: '2026-11-23',
};
