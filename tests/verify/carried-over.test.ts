import { expect, it } from 'vitest';
import type { Entry, PolicyChange } from '../../src/assessment/log';
import { receiptsFor } from '../../src/assessment/carry-over';
import { modelOf } from '../../src/policy/model';
import { sealedForm } from '../../src/policy/parse';
import { earlierName } from '../../src/record/file-name';
import { refusals, refusalsOf } from './forge';
import { forged, logOf, madeRecord, type Making, model, verify } from './made';

const [page, ...pages] = model.policy.questions;
const [field, ...fields] = page?.fields ?? [];
if (!page || !field) throw new Error('no question');

/** The version before: its first question in other words, and one that is no longer asked. */
const before = modelOf(
  {
    ...model.policy,
    version: '0.9.0',
    questions: [
      {
        ...page,
        fields: [
          { ...field, label: { en: 'Asked in other words?' } },
          ...fields,
          { kind: 'text', id: 'no-more', label: { en: 'No more?' }, max: 100, required: false },
        ],
      },
      ...pages,
    ],
  },
  model.settings,
);
const earlier = sealedForm(before.policy);

/** A log that began under the version before, was carried over, and was asked again what it had to be. */
const carriedOver = (): readonly Entry[] => {
  const [first, ...rest] = logOf(1);
  if (first?.kind !== 'started') throw new Error('no beginning');
  const { draft, author, device, at, policy, settings } = first;
  const stamp = (number: number) => {
    const counter = rest.length + 1 + number;
    return { id: `${number}`.padStart(26, '9'), counter, draft, author, device, at };
  };
  const log: readonly Entry[] = [
    { ...first, policy: earlier.sha256 },
    ...rest,
    { ...stamp(1), kind: 'answered', field: 'no-more', value: 'Nothing' },
  ];
  const receipts = [...receiptsFor(before, model, log)];
  const again = rest.filter((entry) => 'field' in entry && entry.field === field.id);
  return [
    ...log,
    { ...stamp(2), kind: 'policy-changed', policy, settings, receipts },
    ...again.map((entry) => ({ ...entry, ...stamp(3) })),
  ];
};

const making = (): Making => ({
  log: carriedOver(),
  sealing: {
    earlier: [
      {
        file: {
          name: earlierName('policy', 1),
          type: 'application/json',
          size: earlier.bytes.length,
          sha256: earlier.sha256,
        },
        bytes: earlier.bytes,
      },
    ],
  },
});

it('accepts a record that was carried over from an earlier version of its policy, with a receipt for each answer', async () => {
  const receipts = carriedOver().find((entry) => entry.kind === 'policy-changed')?.receipts ?? [];
  expect(new Set(receipts.map(({ is }) => is))).toEqual(new Set(['kept', 'wording', 'retired']));
  const verdict = await verify(await madeRecord(making()));
  expect([verdict.record !== undefined, refusalsOf(verdict)]).toEqual([true, []]);
});

it.each<[string, (change: PolicyChange) => PolicyChange]>([
  ['another receipt', (one) => ({ ...one, receipts: one.receipts.map((each) => ({ ...each, is: 'kept' })) })],
  ['a receipt left out', (one) => ({ ...one, receipts: one.receipts.slice(1) })],
  ['a receipt twice', (one) => ({ ...one, receipts: [...one.receipts, ...one.receipts.slice(0, 1)] })],
])('refuses one with %s, signed as it may be', async (_what, change) => {
  const pdf = forged(
    (payload) => ({
      ...payload,
      log: payload.log.map((entry) => (entry.kind === 'policy-changed' ? change(entry) : entry)),
    }),
    making(),
  );
  expect(await refusals(pdf)).toContain('outcome: replay.receipts');
});

it('refuses one that does not enclose the version that it stood on before', async () => {
  expect(await refusals(madeRecord({ log: carriedOver() }))).toContain('outcome: replay.pinned');
});
