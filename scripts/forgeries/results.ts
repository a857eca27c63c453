import type { Entry } from '../../src/assessment/log';
import type { RecordPayload } from '../../src/record/payload';
import { forged } from '../../tests/verify/made';
import type { Bytes } from './forgery';
import type { Line } from './line';

/** Answers that raise conditions. */
export const withConditions = 4;

const lie = (change: (result: RecordPayload['result']) => Partial<RecordPayload['result']>): Promise<Bytes> =>
  forged((payload) => ({ ...payload, result: { ...payload.result, ...change(payload.result) } }), {
    seed: withConditions,
  });
const notFrom = 'outcome: replay.differs';
/** What the answers do not come to. */
export const results: readonly Line[] = [
  ['another outcome', notFrom, () => lie(() => ({ outcome: 'something-else' }))],
  ['a condition left out', notFrom, () => lie(({ conditions }) => ({ conditions: conditions.slice(1) }))],
  ['a page left out', notFrom, () => lie(({ path }) => ({ path: path.slice(1) }))],
  ['an answer left out', notFrom, () => lie(({ answers }) => ({ answers: answers.slice(1) }))],
  ['a value left out', notFrom, () => lie(({ values }) => ({ values: values.slice(1) }))],
  ['a detail of the register invented', notFrom, () => lie(() => ({ register: [{ id: 'cost', value: 1 }] }))],
  ['a question left open', notFrom, () => lie(() => ({ unsure: ['something'] }))],
  ['another declaration', notFrom, () => forged((payload) => ({ ...payload, declaration: 'I declare nothing.' }))],
  [
    'a practice record that hides it',
    notFrom,
    () => forged((payload) => ({ ...payload, kind: 'record' }), { practice: true }),
  ],
  ['another record replaced', notFrom, () => forged((payload) => ({ ...payload, replaces: 'ab'.repeat(32) }))],
  [
    'another version of the policy named',
    'outcome: replay.pinned',
    () => forged((payload) => ({ ...payload, policy: { ...payload.policy, version: '9.9.9' } })),
  ],
  [
    'a beginning under other settings',
    'outcome: replay.log',
    () =>
      forged((payload) => ({
        ...payload,
        log: payload.log.map((entry): Entry =>
          entry.kind === 'started' ? { ...entry, settings: '0'.repeat(64) } : entry,
        ),
      })),
  ],
  [
    'another policy’s name',
    'outcome: replay.pinned',
    () => forged((payload) => ({ ...payload, policy: { ...payload.policy, id: 'other' } })),
  ],
  [
    'answers that reach no outcome',
    'outcome: replay.no-outcome',
    () => forged((payload) => ({ ...payload, log: payload.log.slice(0, 2) })),
  ],
  [
    'no answers',
    'outcome: replay.no-outcome',
    () => forged((payload) => ({ ...payload, log: payload.log.slice(0, 1) })),
  ],
];
