import { describe, expect, test } from 'vitest';
import { type Answer, type Key } from '../../src/policy/answer';
import { gapsOf } from '../../src/assessment/gaps';
import { walk } from '../../src/policy/walk';
import { knownPolicy } from '../support/policies';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');

const gaps = (id: string, changes: Readonly<Record<Key, Answer>> = {}): readonly Key[] => {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`no case ${id}`);
  const answers = new Map<Key, Answer>([...Object.entries(found.answers), ...Object.entries(changes)]);
  return gapsOf(walk(model, answers, found.today));
};

describe('what stands in the way', () => {
  test('is the answer that the route read, and none of those that it reads to know whom it is about', () => {
    expect(gaps('options-not-compared')).toEqual(['a4-simpler']);
  });

  test('is what is not known, even of what is settled otherwise', () => {
    expect(gaps('law-not-known')).toContain('s3-required');
  });

  test('of a red review is what made it red, not all that was asked', () => {
    const found = gaps('new-red');
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain('s3-required');
    expect(found).not.toContain('b6-reporting');
  });

  test('of what can wait is how long it can, and what raises the conditions before the decision', () => {
    const found = gaps('new-can-wait');
    expect(found).toContain('a15-waiting');
    expect(found.length).toBeGreaterThan(1);
    expect(found.length).toBeLessThan(12);
  });

  test('is nothing where the outcome is not reopened', () => {
    for (const one of cases.filter(({ expect: { outcome } }) => outcome !== 'o4')) expect(gaps(one.id)).toEqual([]);
  });
});
