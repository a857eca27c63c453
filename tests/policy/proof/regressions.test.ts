import { expect, test } from 'vitest';
import { prove } from '../../../src/policy/proof/prove';
import { disagreements } from './agree';
import { choice, modelFor, outcome, page, policyWith, words } from './base';
import { bruteForce, passagesOf } from './brute';

const validFor = (days: number): object => ({
  validFrom: '2028-02-28',
  validTo: ['2028-02-28', '2028-02-29', '2028-03-01'][days - 1],
  owner: words(),
  origin: words(),
});
const group = (id: string, fields: readonly unknown[], more: object = {}): object => ({
  id,
  kind: 'group',
  label: words(),
  one: words(),
  max: 2,
  fields,
  ...more,
});
const date = (id: string, from: unknown, to: unknown, precision = 'day'): object => ({
  id,
  kind: 'date',
  label: words(),
  precision,
  from,
  to,
});
const money = (id: string): object => ({ id, kind: 'money', label: words(), min: 0, max: 3 });
const levels = { id: 'levels', items: [1, 2].map((score) => ({ id: `l${score}`, label: words(), score })) };
const items = { id: 'items', items: ['a1', 'a2'].map((id) => ({ id, label: words() })) };
const each = { each: { over: { list: 'items' } } };
const contradiction = (when: object): object => ({ contradictions: [{ id: 'x', when, text: words() }] });

/** Policies, made small, of which a proof once said something else than brute force; each with the mistake that it was. */
const mistakes: readonly (readonly [string, object])[] = [
  [
    'a date was never equal to a day that is written down',
    {
      about: validFor(2),
      questions: [page('p', [money('a')], [{ when: { today: true, is: '2028-02-29' }, to: 'e1' }, { to: 'e2' }])],
    },
  ],
  [
    'a date that may be a month was never equal to one',
    {
      questions: [
        page(
          'p',
          [date('a', '2028-02-27', '2028-03-01', 'month')],
          [{ when: { field: 'a', is: '2028-02' }, to: 'e1' }, { to: 'e2' }],
        ),
      ],
    },
  ],
  [
    'a day within the month of the first day that fits was taken to fit',
    {
      questions: [
        page(
          'p',
          [date('a', '2028-02-27', '2028-03-01', 'month'), date('b', { field: 'a' }, { field: 'a' })],
          [{ to: 'e1' }],
        ),
      ],
    },
  ],
  [
    'questions on a page that is repeated were never asked twice',
    {
      lists: [items],
      askedOnce: [['a', 'b']],
      questions: [page('p', [money('a')], [{ to: 'q' }], each), page('q', [money('b')], [{ to: 'e1' }])],
    },
  ],
  [
    'questions in the rows of a group were never asked twice',
    { askedOnce: [['a', 'g']], questions: [page('p', [group('g', [money('a')])], [{ to: 'e1' }])] },
  ],
  [
    'the earliest of what is repeated was read in the row at hand, not in the one named',
    {
      lists: [levels, items],
      values: [
        { id: 'first', kind: 'earliest', of: [{ today: true }] },
        {
          id: 'due',
          kind: 'date',
          each: { list: 'items' },
          from: { value: 'first' },
          plus: { months: { field: 'a' } },
        },
      ],
      ...contradiction({ value: 'due', row: 'a2', after: { value: 'due', row: 'a1' } }),
      questions: [page('p', [{ id: 'a', kind: 'scale', label: words(), levels: 'levels' }], [{ to: 'e1' }], each)],
    },
  ],
  [
    'an answer left open was taken for one that "I’m not sure" replaces',
    {
      values: [{ id: 'v', kind: 'table', rows: [{ when: { answered: { field: 'a' } }, then: 'ka' }, { then: 'kb' }] }],
      caution: [{ id: 'c', title: words(), of: { value: 'v' }, order: [['ka'], ['kb']] }],
      questions: [page('p', [choice('a', ['unsure'], { required: false })], [{ to: 'e1' }])],
    },
  ],
  [
    'an example passed by what may be left open on a page that has another page behind it',
    {
      ...contradiction({ answered: { field: 'b' } }),
      questions: [
        page(
          'p',
          [choice('a', ['yes'], { required: false }), choice('b', ['no'], { when: { field: 'a', is: 'yes' } })],
          [{ to: 'q' }],
        ),
        page('q', [choice('c', ['some'], { required: { not: { answered: { field: 'a' } } } })], [{ to: 'e1' }]),
      ],
    },
  ],
  [
    'a limit was counted up to a page that the passage never comes to',
    {
      limits: [{ id: 'l', title: words(), outcomes: ['e1'], until: 'q', pages: 1, typed: 0 }],
      questions: [
        page('p', [choice('a', ['yes', 'no'])], [{ when: { field: 'a', is: 'yes' }, to: 'q' }, { to: 'r' }]),
        page('q', [choice('b', ['yes'])], [{ to: 'e1' }]),
        page('r', [money('c')], [{ to: 'e1' }]),
      ],
    },
  ],
  [
    'a limit that no amounts come under was taken to be kept',
    {
      limits: [
        {
          id: 'l',
          title: words(),
          outcomes: ['e1'],
          when: {
            all: [
              { value: 'all', atLeast: 9 },
              { field: 'a', atMost: 2 },
            ],
          },
        },
      ],
      values: [{ id: 'all', kind: 'sum', of: [{ field: 'a' }, { field: 'b' }, { field: 'c' }] }],
      questions: [page('p', [money('a'), money('b'), money('c')], [{ to: 'e1' }])],
    },
  ],
  [
    'a way through a page that is passed over was counted beside the way around it',
    {
      lists: [items],
      questions: [
        page('p', [choice('a', ['yes', 'no'])], [{ when: { field: 'a', is: 'yes' }, to: 'e1' }, { to: 'q' }]),
        page('q', [money('b')], [{ to: 'e2' }], { each: { ...each.each, where: { field: 'a', is: 'yes' } } }),
      ],
    },
  ],
  [
    'only one of the rows that officers add was summed',
    {
      values: [{ id: 'all', kind: 'sum', of: [{ field: 'a' }], over: { group: 'g' } }],
      questions: [
        page('p', [group('g', [money('a')])], [{ when: { value: 'all', atLeast: 5 }, to: 'e1' }, { to: 'e2' }]),
      ],
    },
  ],
  [
    'only one of the rows that officers add was counted as unsure',
    {
      questions: [page('p', [group('g', [choice('a', ['yes', 'unsure'])])], [{ to: 'e1' }])],
      ...contradiction({ unsure: true, atLeast: 2 }),
    },
  ],
  [
    'comparisons that no amounts meet were ruled out with others that some do',
    {
      about: validFor(3),
      questions: [
        page(
          'p',
          [
            date('a', { today: true }, { today: true }, 'month'),
            date('b', '2028-03-02', { field: 'a', else: '2028-03-02' }, 'month'),
          ],
          [{ to: 'q' }],
        ),
        page('q', [choice('c', ['yes'], { required: { field: 'b', after: '2028-03-01' } })], [{ to: 'e1' }]),
      ],
    },
  ],
  [
    'a condition in the rows of a group was looked at where there are no rows',
    {
      questions: [
        page(
          'p',
          [
            choice('a', ['yes']),
            group('g', [choice('b', ['yes'], { when: { field: 'a', is: 'yes' } })], {
              when: { not: { field: 'a', is: 'yes' } },
            }),
          ],
          [{ to: 'e1' }],
        ),
      ],
    },
  ],
];

test.each(mistakes)('%s', (_, parts) => {
  const model = modelFor(
    policyWith({ about: validFor(1), subject: ['a'], start: 'p', outcomes: [outcome('e1'), outcome('e2')], ...parts }),
  );
  const found = bruteForce(passagesOf(model, 5000));
  const proof = prove(model, true);
  if (!found || !('claims' in proof)) throw new Error('nothing to compare');
  const tally = { claims: 0, notDecided: 0, pathsOver: 0 };
  expect(disagreements(model, proof, found, tally, true)).toEqual([]);
  expect(tally.pathsOver).toBe(0);
});
