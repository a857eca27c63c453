import type { Diagram } from './diagram';
import { type Amount, keyOfAmount, type Unknown, type Words } from './term';

/** How two amounts are compared: the left is at least, at most, before or after the right. */
export type Order = 'atLeast' | 'atMost' | 'before' | 'after';

/** Whether one amount is at least another. */
export interface Ordered {
  readonly kind: 'order';
  readonly name: string;
  /** The unknowns that it has to do with. */
  readonly keys: readonly string[];
  readonly left: Amount;
  readonly right: Amount;
}

/** Whether words are a given text, or the same as other words. */
export interface Worded {
  readonly kind: 'words';
  readonly name: string;
  readonly keys: readonly string[];
  readonly words: Words;
  readonly text: string | Words;
}

/** A comparison that no rule decides; or of what two rules come to, as a whole. */
export type Comparison =
  | Ordered
  | Worded
  | {
      readonly kind: 'rule';
      readonly keys: readonly string[];
      readonly left: Diagram;
      readonly right: Diagram;
      readonly order: Order;
    };

/** A comparison, and how it must come out. */
export interface Demand {
  readonly comparison: Ordered | Worded;
  readonly holds: boolean;
}

export const unknownsOf = (amount: Amount): readonly Unknown[] => (typeof amount === 'number' ? [] : amount.unknowns);

export const orderOf = (left: Amount, right: Amount): Ordered => ({
  kind: 'order',
  name: `${keyOfAmount(left)} >= ${keyOfAmount(right)}`,
  keys: [...unknownsOf(left), ...unknownsOf(right)].map(({ key }) => key),
  left,
  right,
});

export const textOf = (words: Words, text: string | Words): Worded => ({
  kind: 'words',
  name: typeof text === 'string' ? `${words.key} is ${text}` : `${words.key} is as ${text.key}`,
  keys: typeof text === 'string' ? [words.key] : [words.key, text.key],
  words,
  text,
});
