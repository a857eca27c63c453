import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askList } from '../../src/assessment/ask';
import { raisedConditions } from '../../src/policy/evaluate';
import { unsureKeys } from '../../src/policy/scope';
import { walk } from '../../src/policy/walk';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicies, knownPolicy } from '../support/policies';

const today = '2026-11-22';

describe.each(knownPolicies().map((one) => [one.name, one] as const))(
  'who is asked what, in %s',
  (_name, { model }) => {
    test('every answer that is not sure and every open condition stands in one group, and nothing else does', () => {
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          const walked = walk(model, randomAnswers(model, seeded(seed), { today }), today);
          const list = askList(walked);
          const questions = list.groups.flatMap((group) => group.questions.map(({ asked }) => asked.key));
          const conditions = list.groups.flatMap((group) => group.conditions.map(({ id }) => id));
          const naming = list.findOut ? [list.findOut.id] : [];
          expect(questions.toSorted()).toEqual(unsureKeys(walked).toSorted());
          expect([...conditions, ...naming].toSorted()).toEqual(
            raisedConditions(walked)
              .map(({ id }) => id)
              .toSorted(),
          );
          expect([list.questions, list.conditions]).toEqual([questions.length, conditions.length]);
          for (const { role, conditions: own } of list.groups)
            for (const { owner } of own)
              expect(model.policy.roles.find(({ id }) => id === owner)?.under ?? owner).toBe(role);
        }),
        { numRuns: 20 },
      );
    });
  },
);

describe('who is asked what, in the partnership policy', () => {
  const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
  const improve = cases.find(({ id }) => id === 'existing-improve');
  const answers = new Map(Object.entries(improve?.answers ?? {}));

  test('a question goes to the role that can answer it, before conditions of others', () => {
    const [first] = askList(walk(model, answers, today)).groups;
    expect(first?.role).toBe('lead-officer');
    expect(first?.questions.map(({ asked }) => asked.key)).toEqual(['b8-heard']);
  });

  test('a pair of roles is written to as the first of them, and whoever fills it in as nobody', () => {
    const groups = askList(walk(model, answers, today)).groups;
    expect(groups.map(({ role }) => role)).not.toContain('lead-with-legal');
    const lead = groups.find(({ role }) => role === 'lead-officer');
    expect(lead?.conditions.map(({ owner }) => owner)).toContain('lead-with-legal');
    expect(lead?.isYou).toBe(true);
    const other = new Map([...answers, ['e1-lead', 'other'], ['e1-lead-name', 'A'], ['e1-lead-job', 'B']]);
    expect(askList(walk(model, other, today)).groups.every(({ isYou }) => !isYou)).toBe(true);
  });

  test('only what has no condition of its own is due with the condition that has it found out', () => {
    const proposal = cases.find(({ id }) => id === 'new-go-ahead');
    const unsure = [
      ...Object.entries(proposal?.answers ?? {}),
      ['b8-heard', 'unsure'],
      ['a13-data', 'unsure'],
    ] as const;
    const list = askList(walk(model, new Map(unsure), today));
    expect(list.questions).toBe(2);
    expect([...(list.findOut?.keys ?? [])]).toEqual(['b8-heard']);
  });

  test('a question that is answered is asked no longer', () => {
    const list = askList(walk(model, new Map([...answers, ['b8-heard', 'partly']]), today));
    expect(list.questions).toBe(0);
  });

  test('before the end only questions are listed, since conditions go with an outcome', () => {
    const begun = walk(model, new Map([['s2-arrangement', 'unsure']]), today);
    const list = askList(begun);
    expect(list.groups.map(({ role }) => role)).toEqual(['monitoring-officer']);
    expect(list.conditions).toBe(0);
    expect(list.findOut).toBeUndefined();
  });
});
