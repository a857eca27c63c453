import { lazy, type ReactNode, Suspense } from 'react';
import type { Failure } from '../base/result';
import { isSaidHere, sentenceFor } from '../strings/failures';

interface SentenceProps {
  readonly failure: Failure;
}

const Late = lazy<(props: SentenceProps) => ReactNode>(() =>
  import('./late-sentence').then(
    ({ LateSentence }) => ({ default: LateSentence }),
    () => ({ default: ({ failure }) => sentenceFor(failure) }),
  ),
);

/** A failure in words. Those that most people never meet are fetched when there is one to tell. */
export const Sentence = ({ failure }: SentenceProps) =>
  isSaidHere(failure.code) ? (
    sentenceFor(failure)
  ) : (
    <Suspense>
      <Late failure={failure} />
    </Suspense>
  );
