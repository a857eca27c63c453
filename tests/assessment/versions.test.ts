import { expect, test } from 'vitest';
import { replay } from '../../src/assessment/assessment';
import type { Entry, FieldEntry } from '../../src/assessment/log';
import { namingOf } from '../../src/assessment/versions';
import { partsOfKey } from '../../src/policy/answer';
import type { Model } from '../../src/policy/model';
import { sealedForm } from '../../src/policy/parse';
import { randomAnswers, seeded } from '../support/answers';
import { changedLog, nextVersion } from '../support/next-version';
import { knownPolicy } from '../support/policies';
import { logOf } from '../support/records';

const { model: first } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
const second = nextVersion(first, ({ id }) => (id === 'borrower-name' ? 'wording' : 'kept'), '1.1.0');
const third = nextVersion(second, ({ id }) => (id === 'borrower-name' ? 'retired' : 'kept'), '1.2.0');

const started = logOf(first, randomAnswers(first, seeded(3)), seeded(4));
const name = started.find((entry): entry is FieldEntry => 'field' in entry && entry.field === 'borrower-name');
if (!name) throw new Error('no name');
const again = (log: readonly Entry[], id: string): FieldEntry => ({
  ...name,
  id: id.repeat(26),
  counter: Math.max(...log.map(({ counter }) => counter)) + 1,
});
const once = changedLog(started, first, second);
const inOtherWords = again(once, 'a');
const twice = changedLog([...once, inOtherWords], second, third);
const late = again(twice, 'b');
const log = [...twice, late];

const known = new Map([first, second].map(({ policy }) => [sealedForm(policy).sha256, policy] as const));
const assessment = replay(third, log);
if (!assessment) throw new Error('no assessment');
const naming = namingOf(assessment, known);
const labelOf = (model: Model) => model.places.get('borrower-name')?.field.label;
const named = (entry: FieldEntry) => naming(entry).model.places.get(partsOfKey(entry.field).field)?.field.label;

test('every entry is named by the version that it was given under', () => {
  expect(labelOf(first)).not.toEqual(labelOf(second));
  expect(named(name)).toEqual(labelOf(first));
  expect(named(inOtherWords)).toEqual(labelOf(second));
  const kept = log.findLast((entry): entry is FieldEntry => 'field' in entry && entry.field !== 'borrower-name');
  expect(kept && named(kept)).toBeDefined();
});

test('what came in after the change under a question that it retired is named by the latest version that asks it', () => {
  expect(third.places.has('borrower-name')).toBe(false);
  expect(named(late)).toEqual(labelOf(second));
});

test('without the versions before, and without any change, the words are those of now', () => {
  expect(namingOf(assessment, new Map())(name)).toBe(assessment.walk);
  const plain = replay(first, started);
  expect(plain && namingOf(plain, new Map())(name)).toBe(plain?.walk);
});
