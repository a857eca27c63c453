import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, equalBytes, fromUtf8, hex, utf8, writtenSize } from '../../src/base/bytes';
import { sha256, sha256Hex } from '../../src/base/hash';
import { idPattern, newId, referenceOf } from '../../src/base/ids';

describe('bytes', () => {
  test('SHA-256 agrees with OpenSSL', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
        expect(hex(sha256(bytes))).toBe(sha256Hex(bytes));
      }),
    );
  });

  test('text goes through UTF-8 and back', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fromUtf8(utf8(text)) === text));
    expect(fromUtf8(utf8('\ufeffx'))).toBe('\ufeffx');
    for (const wrong of [[0xc0, 0x80], [0xed, 0xa0, 0x80], [0x80]])
      expect(fromUtf8(new Uint8Array(wrong))).toBeUndefined();
  });

  test('parts put together are told apart by any byte', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array({ minLength: 1 }), (a, b) => {
        const whole = concat(a, b);
        expect(Array.from(whole)).toEqual([...a, ...b]);
        expect(equalBytes(whole, concat(a, b))).toBe(true);
        expect(equalBytes(whole, a)).toBe(false);
        whole[0] = (whole[0] ?? 0) ^ 1;
        expect(equalBytes(whole, concat(a, b))).toBe(false);
      }),
    );
  });
});

test.each([
  [0, '0 kB'],
  [999, '0 kB'],
  [310_999, '310 kB'],
  [999_999, '999 kB'],
  [1_000_000, '1 MB'],
  [4_799_999, '4.7 MB'],
  [20_000_000, '20 MB'],
])('%d bytes are written %s', (bytes, text) => {
  expect(writtenSize(bytes)).toBe(text);
});

describe('ids', () => {
  test('26 letters and digits from the randomness alone', () => {
    const counting = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index * 11);
    expect(newId(counting)).toMatch(idPattern);
    expect(newId(counting)).toBe(newId(counting));
    expect(newId((length) => new Uint8Array(length).fill(255))).toBe('z'.repeat(26));
  });

  test('the reference is the beginning of the id, as it is read aloud', () => {
    expect(referenceOf('0123456789abcdefghjkmnpqrs')).toBe('E-01234-56789');
  });
});
