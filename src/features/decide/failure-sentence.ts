import type { Failure } from '../../base/result';
import { isSaidHere, sentenceFor } from '../../strings/failures';
import { keySentences } from '../../strings/keys';
import { refusalSentence } from '../../strings/verdict';

/** Why a document cannot be signed: for what a verifier would refuse, in the verifier’s own words. */
export const failureSentence = (failure: Failure): string =>
  isSaidHere(failure.code) || Object.hasOwn(keySentences, failure.code)
    ? sentenceFor(failure, keySentences)
    : refusalSentence(failure);
