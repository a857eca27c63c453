import type { Failure } from '../src/base/result';
import { caseSentences } from '../src/strings/case-failures';
import { sentenceFor } from '../src/strings/failures';
import { policySentences } from '../src/strings/policy-failures';
import { proofSentences } from '../src/strings/proof';
import { settingsSentences } from '../src/strings/settings-failures';

/** A failure of a file that policy owners and deployers write, as a sentence. */
export const sentenceOf = (one: Failure): string =>
  sentenceFor(one, { ...policySentences, ...settingsSentences, ...caseSentences, ...proofSentences });

/** A failure as JSON holds it, with the sentence that a person would read. */
export const withSentence = (one: Failure): object => ({ ...one, sentence: sentenceOf(one) });

/** Prints what is wrong with a file: how much, and then each place with its sentence and code. */
export const reportFaults = (say: (text: string) => void, file: string, failures: readonly Failure[]): void => {
  const count = `${failures.length} ${failures.length === 1 ? 'fault' : 'faults'}`;
  say(`${file}: ${failures.length === 0 ? 'no faults found' : count}`);
  for (const one of failures) say(`  ${one.place === '' ? file : one.place}\n    ${sentenceOf(one)} [${one.code}]`);
};
