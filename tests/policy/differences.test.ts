import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Difference, policyDifferences, settingsDifferences } from '../../src/policy/differences';
import type { Policy } from '../../src/policy/schema';
import type { Settings } from '../../src/policy/settings';
import { knownPolicies } from '../support/policies';

type Path = readonly (string | number)[];

/** Where every text and number of a value stands. */
const leaves = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
};

const changedAt = <Value>(value: Value, path: Path): Value => {
  const copy = structuredClone(value);
  let part = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) part = part[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  part[last] = typeof part[last] === 'number' ? part[last] + 1 : `${String(part[last])}x`;
  return copy;
};

const said = (differences: readonly Difference[]) => differences.map(({ part, id, change }) => [part, id, change]);

describe.each(knownPolicies().map(({ model }) => [model.policy.id, model] as const))(
  '%s',
  (_, { policy, settings }) => {
    const paths = leaves(policy).filter(([first]) => first !== 'version' && first !== '$schema');

    it('is no different from itself, whatever its version is called', () => {
      expect(policyDifferences(policy, policy)).toEqual([]);
      expect(policyDifferences(policy, { ...policy, version: '9.9.9' })).toEqual([]);
      expect(settingsDifferences(settings, settings, policy)).toEqual([]);
    });

    it('differs wherever anything in it was changed', () => {
      fc.assert(
        fc.property(fc.constantFrom(...paths), (path) => {
          expect(policyDifferences(policy, changedAt(policy, path)).length).toBeGreaterThan(0);
        }),
        { numRuns: 40 },
      );
    });

    it('names the question that is added, taken away or changed, and no other', () => {
      const [page, ...others] = policy.questions;
      const [field, ...rest] = page?.fields ?? [];
      if (!page || !field) throw new Error('no question');
      const fewer: Policy = { ...policy, questions: [{ ...page, fields: rest }, ...others] };
      expect(said(policyDifferences(policy, fewer))).toContainEqual(['fields', field.id, 'first']);
      expect(said(policyDifferences(fewer, policy))).toContainEqual(['fields', field.id, 'second']);
      const label = { en: 'Asked otherwise' };
      const other: Policy = { ...policy, questions: [{ ...page, fields: [{ ...field, label }, ...rest] }, ...others] };
      expect(policyDifferences(policy, other)).toEqual([{ part: 'fields', id: field.id, label, change: 'both' }]);
    });

    it('names the setting that has another value, as its policy calls it', () => {
      const [id = '', value] = Object.entries(settings.values)[0] ?? [];
      const values = { ...settings.values, [id]: typeof value === 'number' ? value + 1 : 'other' };
      const other: Settings = { ...settings, values, app: { ...settings.app, council: 'Another council' } };
      const found = settingsDifferences(settings, other, policy);
      expect(said(found)).toEqual([
        ['values', id, 'both'],
        ['app', 'council', 'both'],
      ]);
      expect(found[0]?.label).toEqual(policy.settings.find((one) => one.id === id)?.label);
    });
  },
);
