import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Entry, latestAnswers } from '../../src/assessment/log';
import { type Moment, timelineOf } from '../../src/record/timeline';

const id = (number: number): string => `${'0'.repeat(26)}${number}`.slice(-26);
const at = '2026-11-22T09:00:00+00:00';
const time = { startedAt: at, signedAt: '2026-11-22T10:00:00+00:00', clock: 'device' as const };
type Step = 'shown' | { readonly field: string; readonly value?: string };

const logOf = (steps: readonly Step[]): Entry[] =>
  steps.map((step, index): Entry => {
    const shared = { id: id(index), draft: id(0), author: id(1), device: id(1), counter: index + 1, at };
    if (step === 'shown') return { ...shared, kind: 'outcome-shown', outcome: 'lend' };
    const { field, value } = step;
    return value === undefined ? { ...shared, kind: 'cleared', field } : { ...shared, kind: 'answered', field, value };
  });
const told = (steps: readonly Step[]) => timelineOf({ log: logOf(steps), time });
const said = (moment: Moment) =>
  'before' in moment && moment.before && 'value' in moment.before ? moment.before.value : undefined;

it('says of each change what stood there before, and whether the recommendation had been shown', () => {
  const moments = told([
    { field: 'a', value: 'one' },
    { field: 'b', value: 'two' },
    { field: 'a', value: 'three' },
    'shown',
    { field: 'b' },
    { field: 'b', value: 'four' },
  ]);
  expect(moments.map(({ kind }) => kind)).toEqual([
    'first',
    'first',
    'changed',
    'outcome-shown',
    'cleared',
    'first',
    'signed',
  ]);
  expect(moments.map(said)).toEqual([undefined, undefined, 'one', undefined, 'two', undefined, undefined]);
  expect(moments.map((one) => 'afterOutcome' in one && one.afterOutcome)).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
    false,
  ]);
});

it('tells every entry once in its order, and the latest of each field is what the log comes to', () => {
  const step = fc.oneof(
    fc.constant('shown' as const),
    fc.record({
      field: fc.constantFrom('a', 'b', 'c'),
      value: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
    }),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const log = logOf(steps as readonly Step[]);
      const moments = timelineOf({ log, time });
      expect(moments.slice(0, -1).map((one) => 'entry' in one && one.entry)).toEqual(log);
      const replaced = new Set(moments.flatMap((one) => ('before' in one && one.before ? [one.before.id] : [])));
      const standing = log.filter((entry) => 'field' in entry && !replaced.has(entry.id));
      expect(new Set(standing)).toEqual(new Set(latestAnswers(log).values()));
    }),
  );
});
