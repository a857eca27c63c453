import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/features/assess/form/lines';
import type { Answer, Key } from '../../src/policy/answer';
import { type AskedField, askedFields, walk } from '../../src/policy/walk';
import { knownPolicy } from '../support/policies';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const [any] = cases;
const nothing = walk(model, new Map<Key, Answer>(), any?.today ?? '');

/** A question with these answers; one that begins with a star has a hint. */
const choice = (id: string, answers: readonly string[], more: { aside?: true } = {}): AskedField => ({
  key: id,
  required: true,
  rows: [],
  field: {
    kind: 'choice',
    id,
    label: { en: `${id}?` },
    options: answers.map((label, index) => ({
      id: `o${index}`,
      label: { en: label },
      ...(label.startsWith('*') && { hint: { en: 'More' } }),
    })),
    ...more,
  },
});

const yesNo = ['Yes', 'No'];
const lines = (...asked: readonly AskedField[]): readonly Key[] => [...linesOf(nothing, asked, 'en')];

describe('questions stand as lines', () => {
  test('where three of a page have the same few answers, whatever stands between them', () => {
    const between = choice('x', ['Large', 'Small']);
    expect(lines(choice('a', yesNo), between, choice('b', yesNo), choice('c', yesNo))).toEqual(['a', 'b', 'c']);
  });

  test('but not where only two do, counting none that is folded away', () => {
    expect(lines(choice('a', yesNo), choice('b', yesNo))).toEqual([]);
    expect(lines(choice('a', yesNo), choice('b', yesNo), choice('c', yesNo, { aside: true }))).toEqual([]);
  });

  test('nor where the answers are too long to stand beside the question, or are explained', () => {
    const long = ['Yes, in all of its parts', 'No, in none of its parts'];
    expect(lines(choice('a', long), choice('b', long), choice('c', long))).toEqual([]);
    const explained = ['*Yes', 'No'];
    expect(lines(choice('a', explained), choice('b', explained), choice('c', explained))).toEqual([]);
  });

  test('as in the shipped policy: how it is run, and when it starts', () => {
    const linesAt = (id: string, page: string): readonly Key[] => {
      const answers = new Map<Key, Answer>(Object.entries(cases.find((one) => one.id === id)?.answers ?? {}));
      const walked = walk(model, answers, any?.today ?? '');
      const step = walked.path.find((one) => one.page.id === page);
      return step ? [...linesOf(walked, askedFields(walked, step), 'en')] : [];
    };
    expect(linesAt('existing-continue', 'b1')).toEqual(['b1-aims', 'b2-role', 'b3-gain', 'b4-worth']);
    expect(linesAt('new-go-ahead', 'b5')).toHaveLength(5);
    expect(linesAt('new-go-ahead', 'a16')).toHaveLength(3);
    expect(linesAt('new-go-ahead', 'a5')).toEqual([]);
  });
});
