import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grouped, largestAmount, parseMoney, writtenMoney } from '../../src/base/money';

const codeOf = (text: string): string | undefined => {
  const result = parseMoney(text, 'cost');
  return result.ok ? undefined : result.failures[0]?.code;
};

describe('money', () => {
  test('an amount that was written is read as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largestAmount }), (pence) => {
        expect(parseMoney(writtenMoney(pence), '')).toEqual({ ok: true, value: pence });
      }),
    );
  });

  test('no text makes it throw, and no amount is negative or past the largest', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[£ ]{0,2}[\d,. ]{0,30}(k|m|bn)?$/));
    fc.assert(
      fc.property(texts, (text) => {
        const result = parseMoney(text, '');
        if (result.ok) expect(result.value >= 0 && result.value <= largestAmount).toBe(true);
        else expect(result.failures).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['30000', 3_000_000],
    ['30,000', 3_000_000],
    ['£30,000.50', 3_000_050],
    ['£ 30 000', 3_000_000],
    [' 0.5 ', 50],
    ['007', 700],
  ])('%j is read', (text, pence) => {
    expect(parseMoney(text, '')).toEqual({ ok: true, value: pence });
  });

  test.each([
    ['', 'money.not-an-amount'],
    ['-5', 'money.not-an-amount'],
    ['3,00', 'money.not-an-amount'],
    ['1.234', 'money.not-an-amount'],
    ['30£', 'money.not-an-amount'],
    ['££3', 'money.not-an-amount'],
    ['٣', 'money.not-an-amount'],
    ['1000000000.01', 'money.too-large'],
    ['9'.repeat(400), 'money.too-large'],
    ['30k', 'money.thousands'],
    ['1.5m', 'money.thousands'],
  ])('%j is refused: %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  test('what thousands and millions would mean is told', () => {
    expect(parseMoney('£1.5m', 'cost')).toMatchObject({
      failures: [{ place: 'cost', params: { pounds: '£1,500,000' } }],
    });
  });

  test('amounts are written with commas, and with pence where there are any', () => {
    expect(writtenMoney(123_456_789)).toBe('£1,234,567.89');
    expect(writtenMoney(5)).toBe('£0.05');
    expect(grouped(999)).toBe('999');
  });
});
