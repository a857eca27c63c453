import type { Failure } from '../base/result';

export type Sentences = Readonly<Record<string, string | ((params: Failure['params']) => string)>>;

/** What goes wrong for officers: what it is, and what to do. */
const sentences: Sentences = {
  'address.unknown': 'There is no page at this address. It may have been typed or copied wrongly.',
  'money.not-an-amount': 'Enter an amount in pounds, like 30,000 or 1,250.50',
  'money.thousands': ({ text, pounds }) => `Write the amount in full: if ${text} means ${pounds}, enter ${pounds}`,
  'money.too-large': ({ most }) => `The amount must be ${most} or less`,
  'field.empty': ({ kind }) =>
    ({
      choice: 'Choose one of the answers',
      choices: 'Choose at least one of the answers',
      scale: 'Choose a number on the scale',
      text: 'Enter an answer',
      money: 'Enter an amount in pounds',
      whole: 'Enter a number',
      date: 'Enter a date',
      file: 'Add a file',
    })[String(kind)] ?? 'Answer this question',
  'field.too-long': ({ max, over }) => `The text must be ${max} characters or fewer. Take out ${over}`,
  'field.characters': ({ characters }) => `Replace these characters, which the record cannot hold: ${characters}`,
  'field.not-a-number': 'Enter a whole number, like 12',
  'field.range': ({ min, max }) => `Enter a number from ${min} to ${max}`,
  'field.money-range': ({ min, max }) => `Enter an amount from ${min} to ${max}`,
  'field.date-parts': ({ missing }) => `The date must include a ${missing}`,
  'field.not-a-date': 'Enter a real date, like 27 3 2027',
  'field.date-range': 'This date is too early or too late to fit your other answers. Check it',
  'field.not-offered': 'This answer no longer fits your other answers. Choose another',
  'field.too-few': ({ least }) => `Add at least ${least}`,
  'field.too-many': ({ most }) => `There can be ${most} at most`,
};

/** Whether a code has a sentence here. Those of files that policy owners write are in `policy-failures.ts`, those of keys and of signing in `signing-failures.ts`. */
export const isSaidHere = (code: string): boolean => Object.hasOwn(sentences, code);

/** A failure as a sentence for a person. A code without one is shown as it is, so that it can be reported. */
export const sentenceFor = (failure: Failure, more: Sentences = {}): string => {
  const sentence = sentences[failure.code] ?? more[failure.code];
  if (sentence === undefined) return `Something is not right (${failure.code}).`;
  return typeof sentence === 'string' ? sentence : sentence(failure.params);
};
