import { describe, expect, test } from 'vitest';
import { personFields } from '../../src/policy/persons';
import { placesIn } from '../../src/policy/place';
import type { Blocks } from '../../src/policy/text';
import { knownPolicy } from '../support/policies';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const { policy } = model;

/** What every note of the shipped policy has, in this order: the heading, and the kind of block that answers it. */
const parts = [
  ['What to do', 'steps'],
  ['Who to ask', 'list'],
  ['Checklist', 'checklist'],
  ['Example', 'paragraph'],
  ['For councillors', 'paragraph'],
] as const;

const texts = (blocks: Blocks): readonly string[] =>
  blocks.flatMap((block) => ('items' in block ? block.items : [block.text])).map(({ en }) => en);

/** Each heading with the kind of the block below it. */
const headed = (blocks: Blocks): readonly (readonly [string, string | undefined])[] =>
  blocks.flatMap((block, at) => (block.kind === 'heading' ? [[block.text.en, blocks[at + 1]?.kind] as const] : []));

describe.each(policy.guidance)('guidance note $id', ({ title, summary, blocks, sources }) => {
  test('says what it is about, and then has the five parts', () => {
    expect(blocks[0]?.kind).toBe('paragraph');
    expect(headed(blocks)).toEqual(parts);
  });

  test('has the substance of 300 words, and rests on two sources', () => {
    const words = [title.en, summary.en, ...texts(blocks)].join(' ').split(/\s+/);
    expect(words.length).toBeGreaterThanOrEqual(300);
    expect(new Set(sources).size).toBeGreaterThanOrEqual(2);
  });

  test('works its example out with figures', () => {
    const example = blocks.findIndex((block) => block.kind === 'heading' && block.text.en === 'Example');
    expect(texts(blocks.slice(example + 1, -2)).join(' ')).toMatch(/\d/);
  });
});

test('a text whose label asks for a person is marked as a name, and no other text is', () => {
  const asked = placesIn(policy).filter(({ field }) => field.kind === 'text');
  const asks = /officer"|councillor|owner|who took part/i;
  const found = asked.filter(({ field }) => asks.test(JSON.stringify(field.label)));
  expect(personFields(policy)).toEqual(found.map(({ field }) => field.id).filter((id) => !id.endsWith('-job')));
  expect(found.length).toBeGreaterThan(8);
});

test('each stage of a partnership has a note', () => {
  const covered = new Set(policy.guidance.map(({ stage }) => stage));
  expect(policy.stages.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  expect(policy.stages).toHaveLength(5);
});

test('every question names the notes that help with it, and every note helps with a question', () => {
  expect(policy.questions.filter(({ guidance = [] }) => guidance.length === 0).map(({ id }) => id)).toEqual([]);
  const named = new Set(policy.questions.flatMap(({ guidance = [] }) => guidance));
  expect(policy.guidance.filter(({ id }) => !named.has(id)).map(({ id }) => id)).toEqual([]);
});

describe('the worked cases of the shipped policy', () => {
  test('are many, and show each outcome', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
    expect(new Set(cases.map((one) => one.expect.outcome))).toEqual(new Set(policy.outcomes.map(({ id }) => id)));
  });

  test.each(cases)('$id says why in one sentence, and expects a path and conditions', ({ why, expect: expected }) => {
    expect(why).toMatch(/^[A-Z][^.]{30,}\.$/);
    expect(expected.path?.length).toBeGreaterThan(1);
    expect(expected.conditions).toBeDefined();
  });

  test.each(cases.filter((one) => one.expect.values?.['review-score'] !== undefined))(
    '$id expects the figures that an approver reads',
    ({ answers, expect: { values = {}, outcome } }) => {
      const figures = ['review-percent', 'review-colour', 'rating', 'tier', 'approver', 'review-date', 'status'];
      const proposal = answers['s1-kind'] !== 'existing' ? ['deferral-level'] : [];
      const timed = ['o1', 'o2', 'o3'].includes(outcome) ? ['timing'] : [];
      expect([...figures, ...proposal, ...timed].filter((id) => values[id] === undefined)).toEqual([]);
    },
  );

  test('expect figures wherever the review is reached', () => {
    expect(cases.filter((one) => one.expect.path?.includes('b5')).map((one) => one.id)).toEqual(
      cases.filter((one) => one.expect.values?.['review-score'] !== undefined).map((one) => one.id),
    );
  });
});
