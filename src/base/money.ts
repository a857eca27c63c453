import { fail, type Result, succeed } from './result';

/** Pounds sterling in whole pence. */
export type Pence = number;

export type MoneyCode = 'money.not-an-amount' | 'money.thousands' | 'money.too-large';

/** A billion pounds: more than any council's partnership, and far inside the safe integers. */
export const largestAmount: Pence = 100_000_000_000;

/**
 * An amount as people write it: `30000`, `30,000`, `£30,000.50`, `£ 30 000`. Never negative, at most two decimals.
 * `30k` and `1.5m` are answered with a hint (`money.thousands`, `pounds` being what they would mean), not guessed.
 */
export const parseMoney = (text: string, place: string): Result<Pence, MoneyCode> => {
  const compact = text.replace(/\s/gu, '').replace(/^£/u, '');
  const short = /^(\d{1,9})(?:\.(\d{1,3}))?(k|m|bn)$/i.exec(compact);
  if (short) {
    const zeros = { k: 3, m: 6, bn: 9 }[(short[3] ?? '').toLowerCase()] ?? 0;
    const pounds = Number(`${short[1]}${(short[2] ?? '').padEnd(zeros, '0')}`);
    return fail('money.thousands', place, { text: text.trim(), pounds: writtenMoney(pounds * 100) });
  }
  const plain = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(compact);
  if (!plain) return fail('money.not-an-amount', place, { text: text.trim() });
  const pence = Number((plain[1] ?? '').replaceAll(',', '')) * 100 + Number((plain[2] ?? '0').padEnd(2, '0'));
  return pence > largestAmount ? fail('money.too-large', place, { most: writtenMoney(largestAmount) }) : succeed(pence);
};

/** Digits in groups of three: `1,234,567`. */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** `£30,000`, or `£30,000.50` where there are pence. */
export const writtenMoney = (pence: Pence): string => {
  const rest = pence % 100;
  return `£${grouped((pence - rest) / 100)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
};
