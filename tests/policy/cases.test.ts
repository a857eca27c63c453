import { describe, expect, test } from 'vitest';
import { partsOfKey } from '../../src/policy/answer';
import { raisedConditions, read } from '../../src/policy/evaluate';
import { addressOf, setAside, walk } from '../../src/policy/walk';
import { knownPolicies } from '../support/policies';

describe.each(knownPolicies())('worked cases of $name', ({ model, cases }) => {
  test('there are some, each with an id of its own', () => {
    expect(cases.length).toBeGreaterThan(2);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  test.each(cases)('$id: $title', ({ settings, today, answers, expect: expected }) => {
    expect(settings).toBe(model.settings.id);
    const given = new Map(Object.entries(answers));
    const walked = walk(model, given, today);
    expect(setAside(walked, given)).toEqual([]);
    expect(walked.outcome).toBe(expected.outcome);
    expect(walked.path.map(addressOf)).toEqual(expected.path ?? walked.path.map(addressOf));
    const raised = raisedConditions(walked).map(({ id }) => id);
    expect(raised).toEqual(expected.conditions ?? raised);
    for (const [key, reading] of Object.entries(expected.values ?? {})) {
      const { field: value, row } = partsOfKey(key);
      expect(read(walked, { value }, row), key).toEqual(reading);
    }
  });
});

test('the cases of the equipment policy show each of its outcomes', () => {
  const equipment = knownPolicies().find(({ model }) => model.policy.id === 'equipment');
  expect(new Set(equipment?.cases.map((one) => one.expect.outcome))).toEqual(new Set(equipment?.model.outcomes.keys()));
});
