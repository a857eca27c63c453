import type { Failure } from '../src/base/result';
import { sentenceFor } from '../src/strings/failures';
import { policySentences } from '../src/strings/policy-failures';

/** A failure as JSON holds it, with the sentence that a person would read. */
export const withSentence = (one: Failure): object => ({ ...one, sentence: sentenceFor(one, policySentences) });

/** Prints what is wrong with a file: how much, and then each place with its sentence and code. */
export const reportFaults = (say: (text: string) => void, file: string, failures: readonly Failure[]): void => {
  const count = `${failures.length} ${failures.length === 1 ? 'fault' : 'faults'}`;
  say(`${file}: ${failures.length === 0 ? 'no faults found' : count}`);
  for (const one of failures)
    say(`  ${one.place === '' ? file : one.place}\n    ${sentenceFor(one, policySentences)} [${one.code}]`);
};
