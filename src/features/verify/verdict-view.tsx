import { useEffect, useRef } from 'react';
import { verifyStrings } from '../../strings/verify';
import {
  lineSentences,
  lineTitles,
  preReleaseSentence,
  stateWords,
  verdictSentence,
  verdictTitle,
} from '../../strings/verdict';
import { focusElement, Heading, Tag, type TagProps, WarningText } from '../../ui';
import { SummaryList } from '../../ui/content/summary-list';
import type { LineState, Verdict, VerdictLine } from '../../verify/verdict';

const colours: Readonly<Record<LineState, TagProps['colour']>> = {
  good: 'green',
  note: 'yellow',
  refused: 'red',
  'not-checked': 'grey',
};

const Line = ({ line }: { readonly line: VerdictLine }) => (
  <>
    <Tag colour={colours[line.state]}>{stateWords[line.state]}</Tag>
    {lineSentences(line).map((sentence) => (
      <p key={sentence} className="govuk-body govuk-!-margin-top-1 govuk-!-margin-bottom-0 app-words">
        {sentence}
      </p>
    ))}
  </>
);

/** What the verifier found, check by check. Its heading takes the focus, so that it is read out. */
export const VerdictView = ({ name, verdict }: { readonly name: string; readonly verdict: Verdict }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (heading.current) focusElement(heading.current);
  }, []);
  return (
    <section>
      <Heading level={2} size="l" caption={name} ref={heading}>
        {verdictTitle(verdict)}
      </Heading>
      <p className="govuk-body-l">{verdictSentence(verdict)}</p>
      {verdict.preRelease && <WarningText>{preReleaseSentence}</WarningText>}
      <Heading level={3}>{verifyStrings.found}</Heading>
      <SummaryList rows={verdict.lines.map((line) => ({ key: lineTitles[line.id], value: <Line line={line} /> }))} />
    </section>
  );
};
