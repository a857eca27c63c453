import { describe, expect, test } from 'vitest';
import type { ProofCode } from '../../../src/policy/proof/claim';
import { prove } from '../../../src/policy/proof/prove';
import { edited } from '../../support/edit';
import { choice, modelFor, outcome, page, policyWith, words } from './base';

/** Two pages, two outcomes, one answer "I'm not sure": nothing in it is at fault. */
const base = policyWith({
  lists: [{ id: 'items', items: ['a1', 'a2'].map((id) => ({ id, label: words() })) }],
  settings: [{ id: 'most', kind: 'money', label: words(), min: 0, max: 1000, default: 100 }],
  roles: ['someone', 'head'].map((id) => ({ id, label: words() })),
  approval: { approver: { value: 'approver' }, separation: false },
  start: 'first',
  subject: ['name'],
  questions: [
    page(
      'first',
      [{ id: 'name', kind: 'text', label: words(), max: 40 }, choice('ready', ['yes', 'no', 'unsure'])],
      [{ when: { field: 'ready', is: 'no' }, to: 'stop' }, { to: 'second' }],
    ),
    page(
      'second',
      [
        { id: 'cost', kind: 'money', label: words(), min: 0, max: 10_000 },
        choice('fee', ['paid', 'free'], { when: { field: 'ready', is: 'yes' } }),
        choice('kind', [{ from: { list: 'items' } }]),
      ],
      [{ to: 'go' }],
    ),
  ],
  values: [
    {
      id: 'approver',
      kind: 'table',
      rows: [{ when: { field: 'cost', atMost: { setting: 'most' } }, then: 'someone' }, { then: 'head' }],
    },
  ],
  outcomes: [outcome('stop'), outcome('go')],
  register: {
    sections: [{ id: 'only', title: words() }],
    fields: [
      {
        id: 'spent',
        section: 'only',
        label: words(),
        public: true,
        from: [{ field: 'cost' }],
        requiredFor: ['go'],
      },
    ],
  },
  limits: [{ id: 'short', title: words(), outcomes: ['go'], pages: 2, typed: 2 }],
  caution: [{ id: 'ready', title: words(), of: { outcome: true }, order: [['stop'], ['go']] }],
});

/** Three amounts whose cube is to be a sum that no cubes have: there is no answer, and no short way to see it. */
const hardQuestion = { value: 'cubes', is: 1_000_002 };

interface Fault {
  readonly code: ProofCode;
  /** What is changed: by path. */
  readonly edits: readonly (readonly [string, unknown])[];
  readonly place: string;
}

const amount = (id: string) => ({ id, kind: 'money', label: words(), min: 0, max: 1_000_000 });

const faults: readonly Fault[] = [
  {
    code: 'proof.page-not-reached',
    edits: [['questions[0].next[1].to', 'go']],
    place: 'questions[1]',
  },
  {
    code: 'proof.field-not-asked',
    edits: [['questions[1].fields[1].when', { field: 'ready', is: 'no' }]],
    place: 'questions[1].fields[1]',
  },
  {
    code: 'proof.outcome-not-reached',
    edits: [['questions[0].next[0].to', 'second']],
    place: 'outcomes[0]',
  },
  {
    code: 'proof.no-way-on',
    edits: [
      ['questions[1].fields[1].options[0].when', { field: 'cost', atMost: 50 }],
      ['questions[1].fields[1].options[1].when', { field: 'cost', atMost: 60 }],
    ],
    place: 'questions[1].fields[1]',
  },
  {
    code: 'proof.missing-in-register',
    edits: [['questions[1].fields[0].required', false]],
    place: 'register.fields[0]',
  },
  { code: 'proof.asked-twice', edits: [['askedOnce', [['name', 'cost']]]], place: 'askedOnce[0]' },
  {
    code: 'proof.unsure-lightens',
    edits: [['questions[0].next[0].when', { field: 'ready', oneOf: ['no', 'unsure'] }]],
    place: 'questions[0].fields[1]',
  },
  { code: 'proof.too-many-pages', edits: [['limits[0].pages', 1]], place: 'limits[0].pages' },
  { code: 'proof.too-many-typed', edits: [['limits[0].typed', 1]], place: 'limits[0].typed' },
  {
    code: 'proof.limit-never-applies',
    edits: [['limits[0].when', { field: 'ready', is: 'no' }]],
    place: 'limits[0]',
  },
  {
    code: 'proof.not-decided',
    edits: [
      ['questions[1].fields[2]', amount('one')],
      ['questions[1].fields[3]', amount('two')],
      ['questions[1].fields[4]', amount('three')],
      ['values[1]', { id: 'cube-1', kind: 'product', of: [{ field: 'one' }, { field: 'one' }, { field: 'one' }] }],
      ['values[2]', { id: 'cube-2', kind: 'product', of: [{ field: 'two' }, { field: 'two' }, { field: 'two' }] }],
      [
        'values[3]',
        { id: 'cube-3', kind: 'product', of: [{ field: 'three' }, { field: 'three' }, { field: 'three' }] },
      ],
      ['values[4]', { id: 'cubes', kind: 'sum', of: [{ value: 'cube-1' }, { value: 'cube-2' }, { value: 'cube-3' }] }],
      ['outcomes[2]', outcome('never')],
      ['questions[1].next[1]', { to: 'go' }],
      ['questions[1].next[0]', { when: hardQuestion, to: 'never' }],
      ['limits[0].typed', 5],
      ['questions[0].fields[2]', choice('kind', [{ from: { list: 'items' } }])],
    ],
    place: 'outcomes[2]',
  },
  {
    code: 'lint.never-holds',
    edits: [['contradictions[0]', { id: 'x', when: { field: 'cost', atLeast: 10_001 }, text: words() }]],
    place: 'contradictions[0].when',
  },
  {
    code: 'lint.always-holds',
    edits: [['looks[0]', { id: 'x', when: { answered: { field: 'name' } }, text: words() }]],
    place: 'looks[0].when',
  },
  {
    code: 'lint.row-never-matches',
    edits: [
      ['values[0].rows[2]', { then: 'head' }],
      ['values[0].rows[1]', { when: { field: 'cost', atMost: { setting: 'most' } }, then: 'head' }],
    ],
    place: 'values[0].rows[1]',
  },
  {
    code: 'lint.never-there',
    edits: [['outcomes[0].reopen', { raised: [], settled: ['cost'] }]],
    place: 'outcomes[0].reopen.settled[0]',
  },
  {
    code: 'lint.never-there',
    edits: [
      ['duePoints', [{ id: 'soon', label: words() }]],
      ['outcomes[0].reopen', { raised: ['soon'], settled: [] }],
    ],
    place: 'outcomes[0].reopen.raised[0]',
  },
  {
    code: 'lint.never-there',
    edits: [
      ['questions[1].fields[3]', { id: 'day', kind: 'date', label: words(), precision: 'day' }],
      ['outcomes[0].by', [{ date: { field: 'day' } }]],
    ],
    place: 'outcomes[0].by[0].date',
  },
  {
    code: 'lint.row-never-matches',
    edits: [['outcomes[0].by', [{ when: { answered: { field: 'cost' } }, date: { today: true } }]]],
    place: 'outcomes[0].by[0]',
  },
  {
    code: 'lint.always-holds',
    edits: [
      [
        'outcomes[0].by',
        [{ when: { not: { answered: { field: 'cost' } } }, date: { today: true } }, { date: { today: true } }],
      ],
    ],
    place: 'outcomes[0].by[0]',
  },
  {
    code: 'lint.never-holds',
    edits: [['outcomes[1].attach', [{ when: { field: 'ready', is: 'no' }, text: words() }]]],
    place: 'outcomes[1].attach[0].when',
  },
  {
    code: 'lint.always-holds',
    edits: [['outcomes[1].attach', [{ when: { not: { field: 'ready', is: 'no' } }, text: words() }]]],
    place: 'outcomes[1].attach[0].when',
  },
  {
    code: 'lint.unused',
    edits: [['lists[1]', { id: 'spare', items: [{ id: 's', label: words() }] }]],
    place: 'lists[1]',
  },
  {
    code: 'lint.no-options',
    edits: [
      ['settings[1]', { id: 'services', kind: 'list', label: words(), default: [] }],
      ['questions[1].fields[1].options', [{ from: { setting: 'services' } }]],
      ['questions[1].fields[1].required', false],
    ],
    place: 'questions[1].fields[1].options',
  },
  {
    code: 'lint.contradiction',
    edits: [['contradictions[0]', { id: 'x', when: { field: 'fee', is: 'free' }, text: words() }]],
    place: 'contradictions[0]',
  },
];

const isFree = (code: ProofCode): boolean => code !== 'lint.no-options';

/** What a proof finds: its codes with their places, contradictions among them. */
const foundIn = (policy: unknown, free: boolean): readonly string[] => {
  const proof = prove(modelFor(policy), free);
  if (!('claims' in proof)) throw new Error('too little room');
  return [...proof.claims.flatMap(({ findings }) => findings), ...proof.contradictions].map(
    ({ code, place }) => `${code} ${place}`,
  );
};

describe('a policy without fault', () => {
  test.each([true, false])('has no findings, whether settings are free (%s)', (free) => {
    expect(foundIn(base, free)).toEqual([]);
  });

  test('has every claim held', () => {
    const proof = prove(modelFor(base), true);
    expect('claims' in proof && proof.claims.map(({ verdict }) => verdict)).toEqual(Array(8).fill('holds'));
  });
});

describe('one edit', () => {
  test.each(faults)('gives $code at $place', ({ code, edits, place }) => {
    const policy = edits.reduce((before, [path, part]) => edited(before, path, part), base);
    expect(foundIn(policy, isFree(code))).toContain(`${code} ${place}`);
  });

  test('is there for every code', () => {
    const codes: Record<ProofCode, true> = {
      'proof.page-not-reached': true,
      'proof.field-not-asked': true,
      'proof.outcome-not-reached': true,
      'proof.no-way-on': true,
      'proof.missing-in-register': true,
      'proof.asked-twice': true,
      'proof.unsure-lightens': true,
      'proof.too-many-pages': true,
      'proof.too-many-typed': true,
      'proof.limit-never-applies': true,
      'proof.not-decided': true,
      'lint.never-holds': true,
      'lint.always-holds': true,
      'lint.row-never-matches': true,
      'lint.never-there': true,
      'lint.unused': true,
      'lint.no-options': true,
      'lint.contradiction': true,
    };
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(Object.keys(codes)));
  });

  test('that leaves a claim undecided lets no such claim hold', () => {
    const { edits } = faults.find(({ code }) => code === 'proof.not-decided') as Fault;
    const proof = prove(modelFor(edits.reduce((before, [path, part]) => edited(before, path, part), base)), true);
    const reached = 'claims' in proof && proof.claims.find(({ id }) => id === 'every-outcome-is-reached');
    expect(reached && reached.verdict).toBe('not-decided');
  });
});

test('a proof that outgrows its room says so and decides nothing', () => {
  expect(prove(modelFor(base), true, 20)).toEqual({ room: 20 });
});
