import { describe, expect, test } from 'vitest';
import { type Entry, wasSeen } from '../../src/assessment/log';

const shared = (counter: number) => ({
  id: `e${counter}`,
  draft: 'd',
  author: 'a',
  device: 'a',
  counter,
  at: '2026-11-22T09:00:00Z',
});
const answered = (counter: number, field: string): Entry => ({
  ...shared(counter),
  kind: 'answered',
  field,
  value: 'yes',
});
const shown = (counter: number): Entry => ({ ...shared(counter), kind: 'outcome-shown', outcome: 'o1' });

describe('whether the officer has seen what an answer came to', () => {
  test.each<[string, readonly Entry[], boolean]>([
    ['while no outcome was shown: no', [answered(1, 'a')], false],
    ['answered before one was: yes', [answered(1, 'a'), shown(2)], true],
    ['and yes again once it was changed since', [answered(1, 'a'), shown(2), answered(3, 'a')], true],
    ['first answered since: no, so that a slip of the pen needs no reason', [shown(1), answered(2, 'a')], false],
    ['until another outcome was shown', [shown(1), answered(2, 'a'), shown(3)], true],
  ])('%s', (_what, log, seen) => {
    expect(wasSeen({ log }, 'a')).toBe(seen);
    expect(wasSeen({ log }, 'b')).toBe(false);
  });
});
