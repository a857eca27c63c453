import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openActor } from '../../src/assessment/actor';
import { givenIn, replay } from '../../src/assessment/assessment';
import { type Entry, withdrawn } from '../../src/assessment/log';
import { addressOf } from '../../src/policy/walk';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicies } from '../support/policies';
import { logOf } from '../support/records';

const [known] = knownPolicies(['tests/fixtures']);
if (!known) throw new Error('no policy');
const { model } = known;

const logs = fc
  .nat()
  .map((seed) => logOf(model, randomAnswers(model, seeded(seed)), seeded(seed + 1), { notes: true, changed: 3 }));

const replayed = (log: readonly Entry[]) => {
  const assessment = replay(model, log);
  if (!assessment) throw new Error('an empty log');
  return assessment;
};

describe('a replayed log', () => {
  test('comes to nothing where it is empty: it has no day to stand on', () => {
    expect(replay(model, [])).toBeUndefined();
  });

  test('stands on the day of its first entry, whenever the others were written', () => {
    const answers = randomAnswers(model, seeded(1));
    const log = logOf(model, answers, seeded(1), { startedAt: '2027-02-03T23:59:59+00:00' });
    expect(log.at(-1)?.at).toContain('2027-02-04');
    expect(replayed(log).walk.today).toBe('2027-02-03');
  });

  test('comes to the same in whatever order its entries arrive', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (log, seed) => {
        const choose = seeded(seed);
        expect(replayed(log.toSorted(() => choose(3) - 1))).toEqual(replayed(log));
      }),
      { numRuns: 20 },
    );
  });

  test('counts an answer or sets it aside, and never both', () => {
    fc.assert(
      fc.property(logs, ([started, ...rest]) => {
        // Half a log leads to half a path: what it answers beyond that is set aside.
        const half = rest.filter((_, index) => index % 3 !== 0);
        const { answers, setAside, walk } = replayed(started ? [started, ...half] : half);
        const counted = [...walk.counted.keys()];
        expect([...counted, ...setAside].toSorted()).toEqual([...answers.keys()].toSorted());
      }),
      { numRuns: 20 },
    );
  });

  test('keeps notes by page, and not among the answers', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const { notes, walk, answers } = replayed(log);
        expect([...notes.keys()].toSorted()).toEqual(walk.path.map(addressOf).toSorted());
        expect([...answers.values()]).not.toContain([...notes.values()][0]);
      }),
      { numRuns: 10 },
    );
  });
});

describe('what a log gives the machine', () => {
  test('is one thing for each answer given, cleared or withdrawn, and none for what answers nothing', () => {
    const log = logOf(model, randomAnswers(model, seeded(4)), seeded(5), { notes: true });
    const given = log.find((entry) => entry.kind === 'answered');
    const note = log.find((entry) => entry.kind === 'noted');
    if (given?.kind !== 'answered' || note?.kind !== 'noted') throw new Error('no answer or note');
    expect(givenIn([given])).toEqual([{ field: given.field, value: given.value }]);
    expect(givenIn([withdrawn(given)])).toEqual([{ field: given.field }]);
    expect(givenIn([note, withdrawn(note)])).toEqual([]);
    expect(givenIn(log.filter((entry) => entry.kind === 'started' || entry.kind === 'outcome-shown'))).toEqual([]);
  });
});

describe('a running machine', () => {
  test('opened on a log stands where the log leads, with its answers', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const { walk, answers } = replayed(log);
        const actor = openActor(model, walk.today, log);
        const { context, value } = actor.getSnapshot();
        const last = walk.path.at(-1);
        expect(value).toBe(walk.outcome ?? (last && addressOf(last)));
        expect(context.answers).toEqual(answers);
        expect(context.walked.counted).toEqual(walk.counted);
        actor.stop();
      }),
      { numRuns: 10 },
    );
  });
});
