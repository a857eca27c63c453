import { expect, test } from 'vitest';
import { parsePublished } from '../../src/policy/overview-faults';
import { parsePolicy } from '../../src/policy/parse';
import { edited } from '../support/edit';
import { knownPolicies, readJson } from '../support/policies';

const policy = readJson('tests/fixtures/equipment/1.0.0.json');
const faults = (value: unknown): readonly string[] => {
  const result = parsePublished(value);
  return result.ok ? [] : result.failures.map(({ code, place }) => `${code} at ${place}`);
};

test.each([
  ['policy.overview-kind', 'overview.figures[0].day[0]', { field: 'borrower-name' }],
  ['policy.overview-kind', 'overview.figures[0].day[0]', { value: 'size' }],
  ['policy.overview-kind', 'overview.figures[0].day[0]', 3],
  ['policy.overview-kind', 'overview.figures[2].by[0]', { field: 'store' }],
  ['policy.overview-kind', 'overview.figures[3].of[0]', { field: 'event-date' }],
  ['policy.overview-kind', 'overview.figures[3].of[0]', { setting: 'adviser' }],
  ['policy.overview-kind', 'overview.figures[3].of[0]', { outcome: true }],
  ['policy.overview-row', 'overview.figures[3].of[0]', { field: 'item-value' }],
  ['policy.overview-row', 'overview.figures[1].columns[0].from[0]', { field: 'precaution-who' }],
])('%s at %s, and nothing else', (code, place, part) => {
  const wrong = edited(policy, place, part);
  expect(faults(wrong)).toEqual([`${code} at ${place}`]);
  expect(parsePolicy(wrong).ok).toBe(true); // it harms no assessment
});

test('an overview may sum what is a number, take days from what is a date, and name a row', () => {
  for (const part of [{ field: 'event-days' }, { value: 'exposure' }, { setting: 'notice' }, { unsure: true }, 1])
    expect(faults(edited(policy, 'overview.figures[3].of[0]', part))).toEqual([]);
  for (const part of [{ field: 'event-date' }, { value: 'papers-by' }, { today: true }])
    expect(faults(edited(policy, 'overview.figures[0].day[0]', part))).toEqual([]);
  const row = { field: 'cost', row: 'delivery' };
  expect(faults(edited(policy, 'overview.figures[3].of[0]', row))).toEqual([]);
});

test('no policy of the repository has such a fault', () => {
  for (const { model } of knownPolicies()) expect(faults(model.policy)).toEqual([]);
});
