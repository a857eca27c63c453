import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { fold, machineOf } from '../../src/assessment/machine';
import { givenIn } from '../../src/assessment/assessment';
import type { Answer, Key } from '../../src/policy/answer';
import { optionsOf } from '../../src/policy/model';
import { addressOf, walk } from '../../src/policy/walk';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicies } from '../support/policies';
import { logOf } from '../support/records';

const today = '2026-11-22';
const stateFor = (answers: ReadonlyMap<Key, Answer>, model: Parameters<typeof walk>[0]): string => {
  const walked = walk(model, answers, today);
  const last = walked.path.at(-1);
  return walked.outcome ?? (last ? addressOf(last) : '');
};

describe.each(knownPolicies().map((one) => [one.name, one] as const))(
  'the machine of %s',
  (_name, { model, cases }) => {
    const machine = machineOf(model, today);

    test('has one state for each page and each outcome', () => {
      const pages = model.policy.questions.flatMap((page) => {
        const over = page.each?.over;
        if (!over || !('list' in over)) return [page.id];
        return (model.lists.get(over.list)?.items ?? []).map((item) => `${page.id}/${item.id}`);
      });
      const outcomes = model.policy.outcomes.map((outcome) => outcome.id);
      expect(Object.keys(machine.states).toSorted()).toEqual([...pages, ...outcomes].toSorted());
    });

    test('stands where the evaluator stops, after every answer, in any order', () => {
      fc.assert(
        fc.property(fc.integer(), fc.integer({ min: 0, max: 1_000_000 }), (seed, shuffle) => {
          const answers = [...randomAnswers(model, seeded(seed), { today })];
          const choose = seeded(shuffle);
          const given = new Map<Key, Answer>();
          let snapshot = fold(machine, []);
          const order = shuffle % 2 === 0 ? answers : answers.toSorted(() => choose(3) - 1);
          for (const [field, value] of order) {
            snapshot = fold(machine, [{ type: 'answer', given: [{ field, value }] }], snapshot);
            given.set(field, value);
            expect(snapshot.value).toBe(stateFor(given, model));
          }
        }),
        { numRuns: 15 },
      );
    });

    test('goes along every edge of its worked cases and back when an answer is taken away', () => {
      for (const one of cases) {
        const answers = Object.entries(one.answers);
        const events = answers.map(([field, value]) => ({ type: 'answer' as const, given: [{ field, value }] }));
        const paths = getShortestPaths(machine, {
          events: events.slice(0, 6),
          serializeState: (state) =>
            `${JSON.stringify(state.value)} ${[...state.context.answers.keys()].toSorted().join()}`,
          limit: 2000,
        });
        for (const path of paths) expect(path.state.value).toBe(stateFor(path.state.context.answers, model));
        const end = fold(machine, events);
        const [first] = answers;
        if (!first) continue;
        const without = fold(machine, [{ type: 'answer', given: [{ field: first[0] }] }], end);
        expect(without.value).toBe(stateFor(new Map(answers.slice(1)), model));
      }
    });

    test('goes where the evaluator goes along every route of every page', () => {
      const gone = new Set<string>();
      const known: ReadonlyMap<Key, Answer>[] = [];
      const follow = (answers: ReadonlyMap<Key, Answer>): void => {
        const walked = walk(model, answers, today);
        const pages = [...new Set(walked.path.map((step) => step.page.id))];
        const edges = pages.map((page, index) => `${page} ${pages[index + 1] ?? walked.outcome ?? ''}`);
        if (edges.every((edge) => gone.has(edge))) return;
        edges.forEach((edge) => gone.add(edge));
        known.push(answers);
        const events = [...answers].map(([field, value]) => ({ type: 'answer' as const, given: [{ field, value }] }));
        expect(fold(machine, events).value).toBe(stateFor(answers, model));
      };
      for (const one of cases) follow(new Map(Object.entries(one.answers)));
      for (let seed = 0; seed < 60; seed++) follow(randomAnswers(model, seeded(seed), { today }));
      // The routes that nobody has taken yet are looked for one other answer away, then two, and so on.
      for (const answers of known)
        for (const [key, answer] of answers) {
          const field = model.places.get(key)?.field;
          if (field?.kind !== 'choice' || typeof answer !== 'string') continue;
          for (const option of optionsOf(model, field)) follow(new Map([...answers, [key, option.id]]));
        }
      // A route that a council's settings open or close is another council's to take.
      const answered = model.policy.questions.filter((page) => !JSON.stringify(page.next).includes('"setting"'));
      const routes = answered.flatMap((page) =>
        page.next.flatMap(({ to }) => (typeof to === 'string' ? [`${page.id} ${to}`] : [])),
      );
      expect(routes.filter((route) => !gone.has(route))).toEqual([]);
    });

    test('is folded from a log as from its answers', () => {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const answers = randomAnswers(model, seeded(seed), { today });
          const log = logOf(model, answers, seeded(seed + 1), { changed: 3, notes: true });
          expect(fold(machine, [{ type: 'answer', given: givenIn(log) }]).value).toBe(stateFor(answers, model));
        }),
        { numRuns: 15 },
      );
    });
  },
);
