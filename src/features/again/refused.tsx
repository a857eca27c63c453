import { useEffect, useRef } from 'react';
import { againStrings } from '../../strings/again';
import { lineSentences, verdictSentence } from '../../strings/verdict';
import { focusElement, Heading } from '../../ui';
import { NotificationBanner } from '../../ui/content/notification-banner';
import type { Verdict } from '../../verify/verdict';

/** Why a record is not taken up: what did not pass, in words. */
export const Refused = ({ verdict }: { readonly verdict: Verdict }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (heading.current) focusElement(heading.current);
  }, []);
  const sentences = verdict.lines.flatMap((line) => ((line.failures ?? []).length > 0 ? lineSentences(line) : []));
  return (
    <NotificationBanner>
      <Heading level={2} ref={heading}>
        {againStrings.refused}
      </Heading>
      <p className="govuk-body">{verdictSentence(verdict)}</p>
      <ul className="govuk-list govuk-list--bullet">
        {sentences.map((sentence) => (
          <li key={sentence} className="app-words">
            {sentence}
          </li>
        ))}
      </ul>
      <p className="govuk-body">{againStrings.refusedWhy}</p>
    </NotificationBanner>
  );
};
