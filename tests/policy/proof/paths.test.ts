import { expect, test } from 'vitest';
import { prove } from '../../../src/policy/proof/prove';
import { choice, modelFor, outcome, page, policyWith, words } from './base';

const money = (id: string) => ({ id, kind: 'money', label: words(), min: 0, max: 3 });

/** Ways that turn on two amounts, and at last on `last`. */
const turningOn = (last: object) =>
  policyWith({
    start: 'p',
    subject: ['a'],
    values: [{ id: 'both', kind: 'sum', of: [{ field: 'a' }, { field: 'b' }] }],
    contradictions: [{ id: 'x', when: { value: 'both', atLeast: 6 }, text: words() }],
    questions: [
      page('p', [money('a'), money('b')], [{ when: { field: 'a', atLeast: 2 }, to: 'q' }, { to: 'e1' }]),
      page('q', [choice('c', ['yes'])], [{ when: { field: 'b', atLeast: 2 }, to: 'r' }, { to: 'e1' }]),
      page('r', [choice('d', ['yes'])], [{ when: last, to: 's' }, { to: 'e1' }]),
      page('s', [choice('e', ['yes'])], [{ to: 'e2' }]),
    ],
    outcomes: [outcome('e1'), outcome('e2')],
  });

const pathsOf = (policy: unknown) => {
  const proof = prove(modelFor(policy), true);
  if (!('claims' in proof)) throw new Error('too little room');
  return proof.paths;
};

test('ways that turn on single amounts are counted exactly', () => {
  expect(pathsOf(turningOn({ field: 'a', atLeast: 3 }))).toMatchObject({ paths: 4n, atMost: false });
});

test('where three amounts together rule out a way, the count says that it is at most so many', () => {
  expect(pathsOf(turningOn({ value: 'both', atMost: 3 }))).toMatchObject({ paths: 4n, atMost: true });
});
