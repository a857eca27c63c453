import { fill, inLanguage, words } from '../policy/present';
import type { Note } from '../policy/schema';
import type { Scope } from '../policy/scope';
import type { Language } from '../policy/text';
import { guidance } from '../strings/guidance';
import { Heading } from '../ui';
import { PolicyText } from './blocks';
import { Source } from './source';

interface NoteTextProps {
  readonly scope: Scope;
  readonly note: Note;
  readonly language: Language;
  /** The level of its headings. */
  readonly level: 2 | 3;
}

/** A guidance note below its title: its summary, its text and what it rests on. */
export const NoteText = ({ scope, note, language, level }: NoteTextProps) => {
  return (
    <>
      <p className="govuk-body-l">{words(scope, note.summary, language)}</p>
      <PolicyText blocks={note.blocks} language={language} fill={(text) => fill(scope, text, language)} level={level} />
      {note.sources.length > 0 && (
        <>
          <Heading level={level}>{guidance.sources}</Heading>
          <ul className="govuk-list govuk-list--bullet">
            {note.sources.map((id) => {
              const source = scope.model.policy.sources.find((one) => one.id === id);
              return (
                source && (
                  <li key={id}>
                    <Source text={inLanguage(source.text, language)} />
                  </li>
                )
              );
            })}
          </ul>
        </>
      )}
    </>
  );
};
