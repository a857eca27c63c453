import { inLanguage, words } from '../../policy/present';
import type { Language } from '../../policy/text';
import type { Step, Walk } from '../../policy/walk';
import { walkStrings } from '../../strings/walk';
import { Source } from '../../views/source';
import { NoteLinks } from './note-links';

interface PageHelpProps {
  readonly walk: Walk;
  readonly step: Step;
  readonly language: Language;
}

/** Why a page asks what it asks, where that comes from, and the guidance notes that help with it. */
export const PageHelp = ({ walk, step: { page, row }, language }: PageHelpProps) => {
  const { why } = page;
  const sources = why?.sources ?? [];
  return (
    <>
      {why && <p className="govuk-body">{words(walk, why.text, language, row)}</p>}
      {sources.length > 0 && (
        <>
          <p className="govuk-body govuk-!-margin-bottom-1">{walkStrings.sources}:</p>
          <ul className="govuk-list govuk-list--bullet">
            {sources.map((id) => {
              const source = walk.model.policy.sources.find((one) => one.id === id);
              return <li key={id}>{source ? <Source text={inLanguage(source.text, language)} /> : id}</li>;
            })}
          </ul>
        </>
      )}
      <NoteLinks walk={walk} page={page} />
    </>
  );
};
