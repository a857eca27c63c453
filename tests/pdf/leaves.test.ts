import { describe, expect, test } from 'vitest';
import { replay } from '../../src/assessment/assessment';
import type { Entry } from '../../src/assessment/log';
import type { Model } from '../../src/policy/model';
import { compose } from '../../src/pdf/compose';
import type { ReadyRecord } from '../../src/record/seal';
import { sealRecord } from '../../src/record/seal';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicy } from '../support/policies';
import { logOf } from '../support/records';
import { leavesOf, others, type Path, setAt, visible } from './leaf';
import { model as lending, recordOf } from '../verify/made';
import { valueOf } from '../signing/material';

/** Leaves that no page shows, by the pattern of their path, each with the reason why nothing is hidden by that. */
const unprinted: Readonly<Record<string, string>> = {
  'log[].id': 'a random name; what replaces what is printed by the numbers of the lines',
  'log[].draft': 'must be the evaluation, which is printed',
  'log[].counter': 'says only the order, in which the lines are printed and numbered',
  'result.answers[].id': 'must be what the log comes to, which is printed with each id',
  'result.answers[].value': 'the same, printed with each value',
};

/** A path as its pattern: `log[3].value[0].name` is `log[].value[].name`. */
const patternOf = (path: Path): string =>
  path
    .map((part) => (typeof part === 'number' ? '[]' : `.${part}`))
    .join('')
    .replace(/^\./, '');

const byPattern = (payload: unknown): ReadonlyMap<string, readonly Path[]> => {
  const found = new Map<string, Path[]>();
  for (const path of leavesOf(payload)) found.set(patternOf(path), [...(found.get(patternOf(path)) ?? []), path]);
  return found;
};

/** Leaves of one pattern are printed by one piece of code: of a great many, fifteen from first to last will do. */
const some = (paths: readonly Path[]): readonly Path[] =>
  paths.filter((_, index) => index % Math.ceil(paths.length / 15) === 0);

const textOf = (model: Model, record: ReadyRecord, payload: ReadyRecord['payload']): string => {
  const assessment = replay(model, payload.log);
  if (!assessment) throw new Error('the log has no beginning');
  return visible(
    compose({
      record: { ...record, payload },
      payload,
      assessment,
      naming: () => assessment.walk,
      language: payload.language,
    }),
  );
};

/** Entries of the kinds that a plain walk does not make. */
const rare = (log: readonly Entry[], field: string, page: string): readonly Entry[] => {
  const [first] = log;
  if (first?.kind !== 'started') throw new Error('no beginning');
  const { draft, author, device, at, policy, settings } = first;
  const stamp = (index: number) => ({
    id: `${'0'.repeat(24)}${index + 10}`,
    draft,
    author,
    device,
    counter: log.length + index,
    at,
  });
  const hash = 'c0ffee00'.repeat(8);
  const replaces = log.find((entry) => 'field' in entry && entry.field === field)?.id ?? '';
  return [
    { ...first, practice: true, continues: hash },
    ...log.slice(1),
    {
      ...stamp(1),
      kind: 'carried',
      field,
      value: 'As before',
      from: hash,
      gap: true,
      replaces,
      reason: 'Nothing has changed',
    },
    { ...stamp(2), kind: 'cleared', field, replaces, reason: 'Given by mistake' },
    { ...stamp(3), kind: 'withdrawn', field, was: 'answer' },
    { ...stamp(4), kind: 'withdrawn', field: page, was: 'note', replaces: hash.slice(0, 26) },
    { ...stamp(5), kind: 'noted', field: page, value: 'Seen' },
    { ...stamp(6), kind: 'unnoted', field: page },
    {
      ...stamp(7),
      kind: 'policy-changed',
      policy,
      settings,
      receipts: (['kept', 'kept', 'wording', 'options', 'retired'] as const).map((is, index) => ({
        entry: log[index + 1]?.id ?? '',
        is,
      })),
    },
  ];
};

const { model: partnership } = knownPolicy('decision-trees/partnership', '1.0.0.json');

/** A record of the shipped policy with notes and changed answers, that replaces another. */
const assessed = (seed: number): ReadyRecord => {
  const { payload } = recordOf();
  const answers = randomAnswers(partnership, seeded(seed), { today: '2026-11-22', optional: 'filled' });
  const log = logOf(partnership, answers, seeded(seed), { notes: true, changed: 5 });
  const assessment = replay(partnership, log);
  if (!assessment) throw new Error('no assessment');
  return valueOf(
    sealRecord(assessment, {
      rendererSha256: payload.renderer.sha256,
      app: payload.app,
      partnership: payload.partnership,
      revision: 2,
      replaces: 'ab'.repeat(32),
      signer: { ...payload.signer, authorities: ['cd'.repeat(32)], identity: 'council-ca' },
      algorithm: 'ES256',
      tsa: '/timestamp',
      signedAt: '2026-11-25T10:15:00+00:00',
      evidence: [],
    }),
  );
};

/** What a record may leave out: some record here must hold each, or nothing is shown of it. */
const rarest = [
  'replaces',
  'signer.authorities[]',
  'time.tsa',
  'log[].reason',
  'log[].from',
  'log[].gap',
  'log[].practice',
  'log[].continues',
  'log[].was',
  'log[].receipts[].entry',
  'log[].receipts[].is',
  'log[].value[].size',
  'result.conditions[].date',
  'result.unsure[]',
  'result.contradictions[]',
  'result.register[].value[]',
  'result.values[].value',
];

const found = new Set<string>();

describe('a record shows every part of its data on its pages', () => {
  test.each<[string, Model, () => ReadyRecord, string, string]>([
    ...[3, 4].map((seed): [string, Model, () => ReadyRecord, string, string] => [
      `of the shipped policy, ${seed}`,
      partnership,
      () => assessed(seed),
      's2-arrangement',
      's2',
    ]),
    ['with evidence', lending, () => recordOf({ seed: 10 }), 'borrower-name', 'borrower'],
  ])('%s: no leaf can change unseen', (_what, model, make, field, page) => {
    const record = make();
    const payload = { ...record.payload, log: [...rare(record.payload.log, field, page)] };
    const text = textOf(model, record, payload);
    const unseen = new Map<string, string>();
    for (const [pattern, paths] of byPattern(payload)) {
      found.add(pattern);
      if (Object.keys(unprinted).some((known) => pattern.startsWith(known))) continue;
      for (const path of some(paths)) {
        const value = path.reduce<unknown>((inner, part) => (inner as Record<string | number, unknown>)[part], payload);
        for (const other of others(payload, path, value))
          if (textOf(model, record, setAt(payload, path, other) as typeof payload) === text)
            unseen.set(pattern, `${path.join('.')}: ${String(value)} → ${String(other)}`);
      }
    }
    expect(Object.fromEntries(unseen)).toEqual({});
  });

  test('and these records hold every part that one can have', () => {
    expect(
      [...rarest, ...Object.keys(unprinted)].filter((pattern) => ![...found].some((one) => one.startsWith(pattern))),
    ).toEqual([]);
  });
});
