import { expect, it } from 'vitest';
import type { Entry, PolicyChange } from '../../src/assessment/log';
import { receiptsFor } from '../../src/assessment/carry-over';
import { type Model, modelOf } from '../../src/policy/model';
import { sealedForm } from '../../src/policy/parse';
import { compose, sheetOf } from '../../src/pdf/compose';
import { renderRecord } from '../../src/pdf/render';
import { inLanguage } from '../../src/policy/present';
import type { Text } from '../../src/policy/text';
import { valueOf } from '../signing/material';
import { earlierFile } from '../support/next-version';
import { refusals, refusalsOf } from './forge';
import {
  forged,
  logOf,
  madeRecord,
  type Making,
  model,
  namedFiles,
  print,
  recordOf,
  resealed,
  resources,
  sign,
  verify,
} from './made';

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

const making = (): Making => ({ log: carriedOver(), sealing: { earlier: [earlierFile(before)] } });

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
  const isEarlier = (name: string): boolean => name === earlierFile(before).file.name;
  const made = resealed(recordOf(making()), (payload) => ({
    ...payload,
    attachments: payload.attachments.filter(({ name }) => !isEarlier(name)),
  }));
  const files = namedFiles(made).filter(({ name }) => !isEarlier(name));
  expect(await refusals(sign(print(made, files)))).toContain('outcome: replay.pinned');
});

it('prints every line in the words of the version that it was given under, and refuses it in any other', async () => {
  const record = recordOf(making());
  const files = namedFiles(record);
  const { policy, settings } = model;
  const printedWith = (said: Model) =>
    renderRecord(record, files, resources, { policy, settings, earlier: new Map([[earlier.sha256, said.policy]]) });
  const sheet = sheetOf({
    ...record,
    policy,
    settings,
    earlier: new Map([[earlier.sha256, before.policy]]),
  });
  const text = JSON.stringify(sheet && compose(sheet));
  expect(text).toContain('No more? [no-more]');
  expect(text).toContain(`Asked in other words? [${field.id}]`);
  expect(text).toContain(`${inLanguage(field.label as Text, 'en')} [${field.id}]`);
  const last = before.policy.questions.map((one) => ({
    ...one,
    fields: one.fields.map((each) => (each.id === 'no-more' ? { ...each, label: { en: 'Nothing else?' } } : each)),
  }));
  const other = modelOf({ ...before.policy, questions: last }, settings);
  expect(refusalsOf(await verify(await sign(valueOf(printedWith(before)))))).toEqual([]);
  expect(await refusals(sign(valueOf(printedWith(other))))).toEqual([expect.stringMatching(/^layout: /)]);
});
