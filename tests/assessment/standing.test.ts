import { expect, test } from 'vitest';
import { replay } from '../../src/assessment/assessment';
import { type Entry, type FieldEntry, withdrawn } from '../../src/assessment/log';
import { standingOf } from '../../src/assessment/standing';
import { seeded } from '../support/answers';
import { knownPolicy } from '../support/policies';
import { logOf } from '../support/records';

const { model } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
const [started] = logOf(model, new Map(), seeded(1));
if (started?.kind !== 'started') throw new Error('no beginning');
const { draft, author, device, at } = started;
const stamp = (counter: number) => ({ id: `${counter}`.padStart(26, '0'), draft, author, device, counter, at });
const given = (counter: number, field: string, value: string): FieldEntry => ({
  ...stamp(counter),
  kind: 'answered',
  field,
  value,
});
const offered = (counter: number, field: string, value: string): FieldEntry => ({
  ...stamp(counter),
  kind: 'carried',
  field,
  value,
  from: 'ab'.repeat(32),
});
const cleared = (counter: number, field: string): FieldEntry => ({ ...stamp(counter), kind: 'cleared', field });
const moved = (counter: number): Entry => ({
  ...stamp(counter),
  kind: 'policy-changed',
  policy: started.policy,
  settings: started.settings,
  receipts: [{ entry: stamp(2).id, is: 'wording' }],
});

const name = given(2, 'borrower-name', 'Choir');

test.each<readonly [string, string, readonly Entry[]]>([
  ['as it was given', 'Choir', [name]],
  ['as it is offered, until it is given', 'Choir', [offered(2, 'borrower-name', 'Choir')]],
  [
    'as it was offered and then changed',
    'Band',
    [offered(2, 'borrower-name', 'Choir'), given(3, 'borrower-name', 'Band')],
  ],
  ['as it was given under an earlier version that asked in other words', 'Choir', [name, moved(3)]],
  ['as it was given, where it is not asked for on this path', 'Summer fair', [given(2, 'event-name', 'Summer fair')]],
  ['nothing once it was taken back', '', [name, cleared(3, 'borrower-name')]],
  ['nothing once it was withdrawn', '', [withdrawn(name)]],
  ['nothing once what was offered was withdrawn', '', [withdrawn(offered(2, 'borrower-name', 'Choir'))]],
  [
    'nothing that a note of the same id says',
    '',
    [{ ...stamp(2), kind: 'noted', field: 'borrower-name', value: 'Choir' }],
  ],
])('an assessment is called %s', (_, title, entries) => {
  const assessment = replay(model, [started, ...entries]);
  expect(assessment && standingOf(assessment).title).toBe(title);
});
