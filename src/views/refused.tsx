import { useEffect, useRef } from 'react';
import { lineSentences, verdictSentence } from '../strings/verdict';
import { focusElement, Heading } from '../ui';
import { NotificationBanner } from '../ui/content/notification-banner';
import type { Verdict } from '../verify/verdict';

interface RefusedProps {
  readonly verdict: Verdict;
  readonly title: string;
  /** What follows for the person, where the file is not accepted. */
  readonly why: string;
  /** Why a file that is accepted is no use here. */
  readonly unfit?: string | undefined;
}

/** Why a file cannot be gone on with: what did not pass, or what it is. */
export const Refused = ({ verdict, title, why, unfit }: RefusedProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (heading.current) focusElement(heading.current);
  }, []);
  const sentences =
    unfit === undefined
      ? verdict.lines.flatMap((line) => ((line.failures ?? []).length > 0 ? lineSentences(line) : []))
      : [unfit];
  return (
    <NotificationBanner>
      <Heading level={2} ref={heading}>
        {title}
      </Heading>
      {unfit === undefined && <p className="govuk-body">{verdictSentence(verdict)}</p>}
      <ul className="govuk-list govuk-list--bullet">
        {sentences.map((sentence) => (
          <li key={sentence} className="app-words">
            {sentence}
          </li>
        ))}
      </ul>
      {unfit === undefined && <p className="govuk-body">{why}</p>}
    </NotificationBanner>
  );
};
