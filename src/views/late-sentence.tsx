import type { Failure } from '../base/result';
import { sentenceFor } from '../strings/failures';
import { policySentences } from '../strings/policy-failures';
import { rescueStrings } from '../strings/rescue';
import { Link } from '../ui';

/** What is wrong with what is kept, or with its room: there is a page for it. */
const rescued = new Set(['storage.damaged', 'storage.full', 'draft.row', 'draft.entry', 'draft.pinned']);

/** A failure that most people never meet, in words, and the way on where there is a page for it. */
export const LateSentence = ({ failure: { code }, failure }: { readonly failure: Failure }) => (
  <>
    {sentenceFor(failure, policySentences)}{' '}
    {rescued.has(code) &&
      (code.startsWith('storage.') ? (
        // Beside a page that may hold what is not saved, which must stay as it is.
        <a className="govuk-link" href="#/rescue" target="_blank" rel="noreferrer">
          {rescueStrings.linkAside}
        </a>
      ) : (
        <Link href="/rescue">{rescueStrings.link}</Link>
      ))}
  </>
);
