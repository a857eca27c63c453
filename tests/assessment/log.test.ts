import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answersOf,
  type Entry,
  entrySchema,
  isNote,
  nextCounter,
  notesOf,
  ordered,
  withdrawn,
} from '../../src/assessment/log';
import { parseShape } from '../../src/base/shape';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicy } from '../support/policies';
import { logOf } from '../support/records';

const { model } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
const logs = fc
  .integer()
  .map((seed) => logOf(model, randomAnswers(model, seeded(seed)), seeded(seed + 1), { notes: true, changed: 4 }));

describe('an answer log', () => {
  test('is one the parser takes, entry by entry', () => {
    fc.assert(
      fc.property(logs, (log) => {
        for (const entry of log) expect(parseShape(entrySchema, entry)).toMatchObject({ ok: true });
      }),
      { numRuns: 10 },
    );
  });

  test('comes to the same answers in whatever order its entries arrive', () => {
    fc.assert(
      fc.property(logs, fc.integer(), (log, seed) => {
        const choose = seeded(seed);
        const shuffled = log.toSorted(() => choose(3) - 1);
        expect(answersOf(shuffled)).toEqual(answersOf(log));
        expect(ordered(shuffled)).toEqual(ordered(log));
      }),
      { numRuns: 20 },
    );
  });

  test('lets the higher counter count, then the higher id, and never the clock', () => {
    const [started] = logOf(model, new Map(), seeded(1));
    if (started?.kind !== 'started') throw new Error('no start');
    const answer = (counter: number, id: string, at: string, value: string): Entry => ({
      id: id.repeat(26),
      draft: started.draft,
      author: started.author,
      device: started.device,
      counter,
      at,
      kind: 'answered',
      field: 'a',
      value,
    });
    const early = '2020-01-01T00:00:00+00:00';
    const late = '2030-01-01T00:00:00+00:00';
    expect(answersOf([answer(3, 'a', early, 'third'), answer(2, 'b', late, 'second')]).get('a')).toBe('third');
    expect(answersOf([answer(2, 'b', early, 'b'), answer(2, 'a', late, 'a')]).get('a')).toBe('b');
    expect(nextCounter([answer(7, 'a', early, 'x'), answer(2, 'b', late, 'y')])).toBe(8);
  });

  test('keeps field and time of what is withdrawn, and not a word of it', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const entry = log.find((one) => one.kind === 'noted');
        if (entry?.kind !== 'noted') throw new Error('no note');
        const gone = withdrawn(entry);
        expect(gone).toMatchObject({ kind: 'withdrawn', was: 'note', field: entry.field, at: entry.at, id: entry.id });
        expect(JSON.stringify(gone)).not.toContain('Finance');
        expect(isNote(gone)).toBe(true);
        const after = log.map((one) => (one === entry ? gone : one));
        expect(notesOf(after).has(entry.field)).toBe(false);
        expect(answersOf(after)).toEqual(answersOf(log));
      }),
      { numRuns: 5 },
    );
  });
});
