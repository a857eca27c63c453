import type { Failure } from '../base/result';
import { sentenceFor } from '../strings/failures';
import { policySentences } from '../strings/policy-failures';
import { rescueStrings } from '../strings/rescue';
import { Link } from '../ui';

/** What is wrong with what is kept, or with its room: there is a page for it. */
const rescued = new Set(['storage.damaged', 'storage.full', 'draft.row', 'draft.entry', 'draft.pinned']);

/** A failure that most people never meet, in words, and the way on where there is a page for it. */
export const LateSentence = ({ failure }: { readonly failure: Failure }) => (
  <>
    {sentenceFor(failure, policySentences)}
    {rescued.has(failure.code) && (
      <>
        {' '}
        <Link href="/rescue">{rescueStrings.link}</Link>
      </>
    )}
  </>
);
