import { describe, expect, test } from 'vitest';
import { groundsOf } from '../../src/assessment/trace';
import { restsOn, ruleThatDecided, whyOutcome } from '../../src/assessment/why';
import type { Answer } from '../../src/policy/answer';
import { raisedConditions } from '../../src/policy/evaluate';
import type { Condition } from '../../src/policy/expression';
import { fill } from '../../src/policy/present';
import { walk } from '../../src/policy/walk';
import { scopeWith } from '../policy/scope';
import { knownPolicies, knownPolicy } from '../support/policies';

describe.each(knownPolicies().map((one) => [one.name, one] as const))('why, in %s', (_name, { model, cases }) => {
  const walks = cases.map((one) => ({ one, walked: walk(model, new Map(Object.entries(one.answers)), one.today) }));

  test('nothing decided before the first page is answered', () => {
    const walked = walk(model, new Map(), '2026-11-22');
    expect(ruleThatDecided(walked, 'en')).toBeUndefined();
    expect(whyOutcome(walked, 'en')).toBeUndefined();
  });

  test('an outcome is given the sentence of the very rule that led to it, with what it names filled in', () => {
    for (const { one, walked } of walks) {
      const sentence = ruleThatDecided(walked, 'en');
      const onward = model.policy.questions.flatMap(({ id, next }) =>
        next.length === 1 && next[0]?.to === walked.outcome ? [id] : [],
      );
      const routes = model.policy.questions.flatMap((page) =>
        page.next.flatMap(({ to, because }) =>
          to === walked.outcome || (typeof to === 'string' && onward.includes(to)) ? [because] : [],
        ),
      );
      const rows = model.policy.values.flatMap((value) =>
        value.kind === 'table'
          ? value.rows.flatMap(({ then, because }) => (then === walked.outcome ? [because] : []))
          : [],
      );
      const sentences = [...routes, ...rows].map((text) => text && fill(walked, text.en, 'en'));
      expect({ case: one.id, known: sentences.includes(sentence) }).toEqual({ case: one.id, known: true });
      expect(sentence ?? '').not.toContain('{');
    }
  });

  test('every outcome rests on answers that were given, or on the rule for when no other holds', () => {
    for (const { one, walked } of walks) {
      const why = whyOutcome(walked, 'en');
      const keys = why?.answers.map(({ asked }) => asked.key) ?? [];
      expect({ case: one.id, rests: keys.length > 0 || (why?.passedOver.length ?? 0) > 0 }).toEqual({
        case: one.id,
        rests: true,
      });
    }
  });
});

describe('why, in the partnership policy', () => {
  const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
  const keysOf = (id: string, changed: Readonly<Record<string, Answer>> = {}): readonly string[] => {
    const one = cases.find((candidate) => candidate.id === id);
    const answers = new Map(Object.entries({ ...one?.answers, ...changed }));
    const why = whyOutcome(walk(model, answers, one?.today ?? ''), 'en');
    return why?.answers.map(({ asked }) => asked.key) ?? [];
  };

  test.each([
    ['a route', 'join-another', ['a3-existing']],
    ['a route that is taken where no other is', 'grant-exit', ['s2-arrangement']],
    ['a table row, through a derived value', 'new-accountable-body', ['a7-accountable']],
    ['the conditions raised', 'regeneration-framework', ['a8-cost-known', 'a9-worth', 'a14-equality', 'a13-interests']],
    ['the worst of several risks', 'new-very-high-risk', ['card-likelihood/c3', 'card-impact/c3']],
    ['a table after a page that is asked for no row', 'new-shared-service', ['s2-arrangement']],
    ['the last row of a table, which rests on nothing', 'new-go-ahead', []],
  ])('%s', (_what, id, keys) => {
    expect(keysOf(id)).toEqual(keys);
  });

  test('what else stands in the way is told too, in the order in which it would decide', () => {
    const one = cases.find((candidate) => candidate.id === 'new-not-checked');
    const whyWith = (changed: Readonly<Record<string, Answer>>) =>
      whyOutcome(walk(model, new Map(Object.entries({ ...one?.answers, ...changed })), one?.today ?? ''), 'en');
    const red = { 'b3-gain': 'no' };
    expect(whyWith(red)?.alsoHold[0]).toEqual({
      because: 'The aims, agreement and measures come out red.',
      outcome: 'o4',
    });
    expect(whyWith({})?.alsoHold.map(({ because }) => because)).not.toContain(
      'The aims, agreement and measures come out red.',
    );
    // and so it is, once the first is settled
    expect(whyWith({ ...red, 'a3-existing': 'no' })?.because[0]).toBe('The aims, agreement and measures come out red.');
  });

  test('a score that is too low rests on the answers that cost points, and says so', () => {
    const low = {
      'd1-carry-on': 'here',
      'b1-aims': 'yes',
      'b2-role': 'yes',
      'b3-gain': 'yes',
      'b5-agreement': 'no',
      'b6-reporting': 'no',
    };
    const costly = { 'b7-measures': 'no', 'b8-heard': 'partly', 'b9-money': 'no', 'b10-ending': 'no' };
    const keys = keysOf('existing-improve', { ...low, ...costly });
    expect(keys).toEqual(expect.arrayContaining(['b5-agreement', 'b6-reporting', 'b8-heard', 'b9-money']));
    expect(keys).not.toContain('b3-gain');
    const one = cases.find((candidate) => candidate.id === 'existing-improve');
    const walked = walk(model, new Map(Object.entries({ ...one?.answers, ...low, ...costly })), one?.today ?? '');
    expect(whyOutcome(walked, 'en')?.because).toEqual(['The review is red.', 'The score is low.']);
  });
});

describe('the answers behind a condition', () => {
  const scope = scopeWith({ 'borrower-kind': 'business', 'for-profit': 'no', insured: 'unsure' });
  const business: Condition = { field: 'borrower-kind', is: 'business' };
  const profit: Condition = { field: 'for-profit', is: 'yes' };
  const insured: Condition = { field: 'insured', oneOf: ['no', 'unsure'] };
  const keysOf = (condition: Condition): readonly string[] => [...groundsOf(scope, [condition]).keys];

  test.each<[string, Condition, readonly string[]]>([
    ['any: the branches that hold', { any: [business, profit, insured] }, ['borrower-kind', 'insured']],
    ['any that does not hold: every branch', { any: [profit, { not: business }] }, ['for-profit', 'borrower-kind']],
    ['all: every part', { all: [business, insured] }, ['borrower-kind', 'insured']],
    ['all that does not hold: the parts that do not', { all: [business, profit] }, ['for-profit']],
    ['not: what it turns round', { not: { any: [profit] } }, ['for-profit']],
    ['how many are not sure', { unsure: true, atLeast: 1 }, ['insured']],
    ['how many are not sure, but one', { unsure: true, but: ['insured'], atMost: 0 }, []],
  ])('%s', (_what, condition, keys) => {
    expect(keysOf(condition)).toEqual(keys);
  });

  test.each(knownPolicies().map(({ name, model, cases }) => [name, model, cases] as const))(
    'never what something is called, in %s',
    (_name, model, cases) => {
      const behind = cases.flatMap((one) => {
        const walked = walk(model, new Map(Object.entries(one.answers)), one.today);
        return raisedConditions(walked).flatMap(({ id }) => {
          const rule = model.conditions.get(id);
          return rule ? restsOn(walked, [rule.when]).answers : [];
        });
      });
      expect(behind.length).toBeGreaterThan(0);
      expect(behind.map(({ asked }) => asked.field.kind)).not.toContain('text');
    },
  );
});
