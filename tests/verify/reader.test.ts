import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/base/bytes';
import { type PdfValue, valueAt } from '../../src/verify/reader/value';

const read = (text: string, left = 1000): PdfValue | undefined => valueAt({ bytes: utf8(text), left }, 0);

/** A value as text of the one form that it was read from, but for spaces. */
const written = (text: string, value: PdfValue): string => {
  switch (value.kind) {
    case 'dictionary':
      return `<<${[...value.entries].map(([key, inner]) => `/${key} ${written(text, inner)}`).join(' ')}>>`;
    case 'array':
      return `[${value.items.map((item) => written(text, item)).join(' ')}]`;
    case 'name':
    case 'word':
    case 'number':
    case 'reference':
    case 'hexadecimal':
    case 'literal':
      return text.slice(value.at, value.end);
  }
};

const { value: anyValue } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('true', 'null', '12', '-1.5', '7 0 R', '<0aFF>', '<>', '(plain)', '/Name#20'),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(' ')}]`),
    fc.dictionary(fc.constantFrom('A', 'B', 'C'), tie('value')).map(
      (entries) =>
        `<<${Object.entries(entries)
          .map(([key, inner]) => `/${key} ${inner}`)
          .join(' ')}>>`,
    ),
  ),
}));

describe('a value of a PDF', () => {
  it('is read whole, whatever it holds', () => {
    fc.assert(
      fc.property(anyValue, (text) => {
        const value = read(text);
        expect(value?.end).toBe(text.length);
        expect(value && written(text, value)).toBe(text);
      }),
    );
  });

  it('is not read from anything else, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Array.from('<>[]()/% 0R\\\n-.'), 'obj'), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const value = read(text);
        expect(value === undefined || value.end <= text.length).toBe(true);
      }),
    );
    for (const text of [
      '',
      '%',
      '<< /A 1 /A 2 >>',
      '<< /A >>',
      '(a(b)c)',
      '(a\\)b)',
      '(',
      '[1',
      '<0',
      '1e5',
      '+1',
      '/',
      'obj',
    ])
      expect(read(text), text).toBeUndefined();
  });

  it('is no deeper than 16 values, and no more than were left', () => {
    const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(read(deep(17))).toBeDefined();
    expect(read(deep(18))).toBeUndefined();
    expect(read('[1 2 3]', 4)).toBeDefined();
    expect(read('[1 2 3]', 3)).toBeUndefined();
  });
});
