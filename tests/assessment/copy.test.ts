import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../src/base/ids';
import { replay } from '../../src/assessment/assessment';
import { copyLog } from '../../src/assessment/copy';
import { begun } from '../../src/assessment/log';
import { standingOf } from '../../src/assessment/standing';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicies } from '../support/policies';
import { logOf, randomnessOf } from '../support/records';

const policies = knownPolicies();

test('a copy of a log comes to the same answers and notes, begins now, and shares no id with it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...policies), fc.integer(), fc.boolean(), ({ model }, seed, practice) => {
      const choose = seeded(seed);
      const answers = randomAnswers(model, choose, { today: '2026-11-22' });
      const log = logOf(model, answers, choose, { notes: true, changed: 2 }).map((entry) =>
        entry.kind === 'started' && practice ? { ...entry, practice } : entry,
      );
      const random = randomnessOf(choose);
      const fresh = (): string => newId(random);
      const [draft, author, at] = [fresh(), fresh(), '2026-11-22T15:00:00+00:00'];
      const copy = copyLog(log, { draft, author, at, newId: fresh });
      const [before, after] = [replay(model, log), replay(model, copy)];
      expect(after?.answers).toEqual(before?.answers);
      expect(after?.notes).toEqual(before?.notes);
      expect(after && standingOf(after)).toEqual(before && standingOf(before));
      expect(begun(copy)?.practice === true).toBe(practice);
      const ids = new Set(log.map((entry) => entry.id));
      expect(copy.some((entry) => ids.has(entry.id) || entry.draft !== draft || entry.at !== at)).toBe(false);
      const own = new Set(copy.map((entry) => entry.id));
      for (const entry of copy)
        if ('replaces' in entry && entry.replaces !== undefined) expect(own).toContain(entry.replaces);
    }),
    { numRuns: 20 },
  );
});
