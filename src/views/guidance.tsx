import { noteGroups } from '../policy/notes';
import { inLanguage, words } from '../policy/present';
import type { Note } from '../policy/schema';
import type { Scope } from '../policy/scope';
import { guidance } from '../strings/guidance';
import { Button, Heading, Link } from '../ui';
import { NoteText } from './note';
import { en } from '../strings/en';
import { PolicyOrigin, PolicyVersion } from './policy-about';
import { Screen } from './screen';

const language = 'en';

export interface GuidanceProps {
  /** A policy and settings to fill the texts from. */
  readonly scope: Scope;
  /** The note that the address names; without it, all are listed. */
  readonly note: string | undefined;
  /** The address of a note, or of the list. */
  readonly at: (note?: string) => string;
  /** Where the list was opened from. */
  readonly back: string;
}

const NoteList = ({ scope, at, back }: GuidanceProps) => {
  const { policy } = scope.model;
  const groups = noteGroups(policy);
  return (
    <Screen title={guidance.title} back={back}>
      <Heading caption={inLanguage(policy.title, language)}>{guidance.title}</Heading>
      <p className="govuk-body-l">{groups.length > 0 ? guidance.lead : guidance.none}</p>
      {groups.map(({ title, notes }) => (
        <section key={title?.en ?? ''}>
          {groups.length > 1 && (
            <Heading level={2}>{title ? words(scope, title, language) : guidance.subjects}</Heading>
          )}
          <ul className="govuk-list app-note-list">
            {notes.map((note) => (
              <li key={note.id}>
                <Link href={at(note.id)}>{words(scope, note.title, language)}</Link>
                <br />
                {words(scope, note.summary, language)}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Heading level={2}>{en.start.origin}</Heading>
      <PolicyOrigin scope={scope} />
      <PolicyVersion policy={scope.model.policy} />
    </Screen>
  );
};

const NotePage = ({ scope, note, at }: Omit<GuidanceProps, 'note'> & { readonly note: Note }) => {
  const title = words(scope, note.title, language);
  const stage = scope.model.policy.stages.find(({ id }) => id === note.stage);
  return (
    <Screen title={title} back={at()}>
      <Heading caption={stage ? words(scope, stage.title, language) : guidance.title}>{title}</Heading>
      <NoteText scope={scope} note={note} language={language} level={2} />
      <PolicyVersion policy={scope.model.policy} />
      <div className="govuk-button-group app-no-print">
        <Button look="secondary" type="button" onClick={() => window.print()}>
          {guidance.print}
        </Button>
        <Link href={at()}>{guidance.all}</Link>
      </div>
    </Screen>
  );
};

const NoSuchNote = ({ at }: Pick<GuidanceProps, 'at'>) => (
  <Screen title={guidance.noSuchNote} back={at()}>
    <Heading>{guidance.noSuchNote}</Heading>
    <p className="govuk-body">{guidance.noSuchNoteText}</p>
    <p className="govuk-body">
      <Link href={at()}>{guidance.all}</Link>
    </p>
  </Screen>
);

/** The guidance notes of a policy: the list of them, or one. */
export const GuidanceScreens = (props: GuidanceProps) => {
  if (props.note === undefined) return <NoteList {...props} />;
  const note = props.scope.model.policy.guidance.find(({ id }) => id === props.note);
  return note ? <NotePage {...props} note={note} /> : <NoSuchNote at={props.at} />;
};
