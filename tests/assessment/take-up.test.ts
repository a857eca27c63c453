import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeUp } from '../../src/assessment/take-up';
import { type Answer, isAnswer, partsOfKey, plainText } from '../../src/policy/answer';
import type { Field, Option } from '../../src/policy/field';
import { type Model, modelOf } from '../../src/policy/model';
import { parsePolicy } from '../../src/policy/parse';
import { randomAnswers, seeded } from '../support/answers';
import { edited } from '../support/edit';
import { knownPolicies, knownPolicy } from '../support/policies';
import { earlierDay, earlierWalk, takenUp } from '../support/take-up';

const { model: partnership, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const { model: equipment } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');

const walkOfCase = (id: string) => {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return earlierWalk(partnership, new Map(Object.entries(found.answers)));
};

const changed = (model: Model, at: string, part: unknown): Model => {
  const policy = parsePolicy(edited(model.policy, at, part));
  if (!policy.ok) throw new Error(JSON.stringify(policy.failures.slice(0, 3)));
  return modelOf(policy.value, model.settings);
};

describe.each(knownPolicies())('whatever record of $name is taken up', ({ model }) => {
  const walks = fc.nat().map((seed) => earlierWalk(model, randomAnswers(model, seeded(seed))));

  test('each offer fits its field, and each answer is offered or left with a reason', () => {
    fc.assert(
      fc.property(walks, (earlier) => {
        const { offers, left } = takeUp(earlier, model);
        for (const { key, value } of offers) {
          const field = model.places.get(partsOfKey(key).field)?.field;
          expect(field && isAnswer(model, field, value)).toBe(true);
        }
        const offered = new Map(offers.map(({ key, value }) => [key, value]));
        for (const [key, value] of earlier.counted)
          expect(left.some((one) => one.key === key) || offered.get(key) === value).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  test('nothing counts before it is answered again', () => {
    fc.assert(
      fc.property(walks, (earlier) => {
        const { walk, answers, setAside } = takenUp(model, earlier);
        expect([walk.counted.size, answers.size, setAside.length]).toEqual([0, 0, 0]);
        expect(walk.path).toHaveLength(1);
      }),
      { numRuns: 6 },
    );
  });

  test('answered again unchanged on the same day, with what is asked afresh, it comes to the same', () => {
    fc.assert(
      fc.property(walks, (earlier) => {
        const { offers, left } = takeUp(earlier, model);
        const again = takenUp(
          model,
          earlier,
          [...offers, ...left].map(({ key, value }) => [key, value] as const),
          earlierDay,
        );
        expect(again.walk.outcome).toBe(earlier.outcome);
        expect([...again.walk.counted]).toEqual([...earlier.counted]);
      }),
      { numRuns: 6 },
    );
  });
});

describe('a proposal that is reviewed a year later', () => {
  const { offers, left } = takeUp(walkOfCase('new-go-ahead'), partnership);
  const offered = new Map(offers.map(({ key, value }) => [key, value]));
  const earlier = walkOfCase('new-go-ahead').counted;

  test.each([
    ['e1-name', 'n1-name'],
    ['e1-purpose', 'n1-purpose'],
    ['e1-service', 'n1-service'],
    ['e1-form', 'n1-form'],
    ['e1-area', 'n1-area'],
    ['e1-themes', 'n1-themes'],
    ['e1-priorities', 'a2-priorities'],
    ['e1-role', 'a6-role'],
    ['e1-partners', 'a5-partners'],
    ['e1-council-cash', 'a8-council-cash'],
    ['e1-start', 'a16-start'],
    ['e1-ending-plan', 'a12-ending'],
  ])('has an offer for %s from %s', (to, from) => {
    expect(earlier.get(from)).toBeDefined();
    expect(offered.get(to)).toEqual(earlier.get(from));
  });

  test('has the cells of each partner under the same row', () => {
    const rows = offered.get('e1-partners') as readonly string[];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      for (const cell of ['name', 'sector', 'role', 'written'])
        expect(offered.get(`e1-partner-${cell}/${row}`)).toEqual(earlier.get(`a5-partner-${cell}/${row}`));
  });

  test('says who the accountable body is in the words of the review', () => {
    const body = (answers: readonly (readonly [string, string])[]) =>
      takeUp({ ...walkOfCase('new-go-ahead'), counted: new Map(answers) }, partnership).offers.find(
        ({ key }) => key === 'e1-body',
      )?.value;
    for (const one of ['council', 'partner', 'none']) expect(body([['a7-accountable', one]])).toBe(one);
    expect(body([['a7-accountable', 'unknown']])).toBeUndefined();
  });

  test('is asked afresh what kind it is and whether interests are declared', () => {
    for (const key of ['s1-kind', 'a13-interests']) {
      expect(earlier.has(key)).toBe(true);
      expect(offered.has(key)).toBe(false);
      expect(left.find((one) => one.key === key)?.why).toBe('fresh');
    }
  });
});

describe('an answer is not offered', () => {
  const earlier = earlierWalk(equipment, randomAnswers(equipment, seeded(4), { optional: 'filled' }));
  const whyOf = (model: Model, key: string) => takeUp(earlier, model).left.find((one) => one.key === key)?.why;

  test('where the question is marked to be asked afresh', () => {
    expect(whyOf(changed(equipment, 'questions[0].fields[0].fresh', true), 'borrower-name')).toBe('fresh');
  });

  /** The equipment policy with one field made otherwise. */
  const withField = (id: string, make: (field: Field) => Field): Model =>
    modelOf(
      {
        ...equipment.policy,
        questions: equipment.policy.questions.map((page) => ({
          ...page,
          fields: page.fields.map((field) => (field.id === id ? make(field) : field)),
        })),
      },
      equipment.settings,
    );
  const answered = (is: (field: Field, value: Answer) => boolean): string => {
    const found = equipment.policy.questions
      .flatMap(({ fields }) => fields)
      .find((field) => is(field, earlier.counted.get(field.id) ?? ''));
    if (!found) throw new Error('no such answer');
    return found.id;
  };

  test('where the question takes it no longer', () => {
    const key = answered((field, value) => field.kind === 'text' && plainText(value).length > 1);
    const shorter = withField(key, (field) => (field.kind === 'text' ? { ...field, max: 1 } : field));
    expect(whyOf(shorter, key)).toBe('changed');
  });

  test('where its option is gone', () => {
    const isIt = (value: Answer) => (option: Option) => 'id' in option && option.id === value;
    const key = answered((field, value) => field.kind === 'choice' && field.options.some(isIt(value)));
    const value = earlier.counted.get(key) ?? '';
    const without = withField(key, (field) =>
      field.kind === 'choice' ? { ...field, options: field.options.filter((option) => !isIt(value)(option)) } : field,
    );
    expect(whyOf(without, key)).toBe('not-offered');
  });

  test('where the question is gone', () => {
    const key = answered((field) => field.kind === 'text');
    const gone = withField(key, (field) => ({ ...field, id: 'another' }));
    expect(whyOf(gone, key)).toBe('removed');
  });

  test('where it is a file, whose bytes do not come along', () => {
    expect(takeUp(earlier, equipment).left.some(({ why }) => why === 'file')).toBe(true);
  });
});
