import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedRanges, canonicalText, isAllowed, isCanonicalText, refusedCharacters } from '../../src/base/text';

/** Texts full of what the canonical form changes: spaces, breaks and hyphens of all kinds, marks that combine. */
const troubled = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...Array.from('ab -\n\r\t\v\f\u0085\u00a0\u1680\u2003\u2010\u2011\u2028\u202f\u3000\ufeff\u200b\u0301\u0338=<'),
      ),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
  )
  .map((parts) => parts.join(''));

describe('canonical text', () => {
  test('doing it twice is doing it once', () => {
    fc.assert(
      fc.property(troubled, fc.boolean(), (text, lines) => {
        const once = canonicalText(text, lines);
        expect(canonicalText(once, lines)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test('is what parsers accept, once no character is refused', () => {
    fc.assert(
      fc.property(troubled, fc.boolean(), (text, lines) => {
        const once = canonicalText(text, lines);
        expect(isCanonicalText(once, lines)).toBe(refusedCharacters(once, lines).length === 0);
      }),
    );
  });

  test.each([
    ['  two\t\u00a0spaces  ', false, 'two spaces'],
    ['one\r\ntwo\u2028three', false, 'one two three'],
    ['one  \r\n\r\n\r\n\n two\n', true, 'one\n\ntwo'],
    ['co\u2011operate', false, 'co-operate'],
    ['w\u0302', false, 'ŵ'],
    [' \n \n ', true, ''],
  ])('%j', (text, lines, expected) => {
    expect(canonicalText(text, lines)).toBe(expected);
  });
});

describe('characters that a record can hold', () => {
  test('English and Welsh can be written', () => {
    expect(refusedCharacters('“Don’t” – £1,200½ €5 § • … ŵŷâêîôûẁẃẅỳŴŶ', false)).toEqual([]);
  });

  test('what cannot be seen, or looks like something else, is named once and in order', () => {
    expect(refusedCharacters('a\u200bb\u200b\u00adc\u202e', false)).toEqual(['\u200b', '\u00ad', '\u202e']);
    expect(refusedCharacters('а😀\n', false)).toEqual(['а', '😀', '\n']);
    expect(refusedCharacters('one\ntwo', true)).toEqual([]);
    expect(isAllowed('\ud800')).toBe(false);
  });

  test('each stays as it is in NFC, so that a text of them has one form', () => {
    for (const [first, last] of allowedRanges)
      for (let code = first; code <= last; code++) {
        const character = String.fromCodePoint(code);
        expect(character.normalize('NFC')).toBe(character);
      }
  });
});
