import { useEffect, useState } from 'react';
import type { Failure } from '../base/result';
import { isSaidHere, sentenceFor, type Sentences } from '../strings/failures';

/** A failure in words. Those of policy and settings files are fetched when there is one to tell. */
export const Sentence = ({ failure }: { readonly failure: Failure }) => {
  const [more, setMore] = useState<Sentences>();
  const here = isSaidHere(failure.code);
  useEffect(() => {
    if (!here) void import('../strings/policy-failures').then((module) => setMore(module.policySentences));
  }, [here]);
  return here || more ? sentenceFor(failure, more) : null;
};
