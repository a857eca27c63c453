import { describe, expect, test } from 'vitest';
import type { Blocks } from '../../src/policy/text';
import { knownPolicy } from '../support/policies';

const { policy } = knownPolicy('decision-trees/partnership', '1.0.0.json').model;

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
