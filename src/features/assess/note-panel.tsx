import { words } from '../../policy/present';
import type { Note } from '../../policy/schema';
import type { Scope } from '../../policy/scope';
import { guidance } from '../../strings/guidance';
import { SidePanel, useWords } from '../../ui';
import { NoteText } from '../../views/note';

interface NotePanelProps {
  readonly scope: Scope;
  readonly note: Note;
  /** The address of the note as a page. */
  readonly href: string;
  readonly onClose: () => void;
}

/** A note beside a question, which stays as it is. */
export const NotePanel = ({ scope, note, href, onClose }: NotePanelProps) => {
  const { opensInNewTab } = useWords();
  return (
    <SidePanel title={words(scope, note.title, 'en')} close={guidance.close} onClose={onClose}>
      <NoteText scope={scope} note={note} language="en" level={3} />
      <p className="govuk-body">
        <a className="govuk-link" href={`#${href}`} target="_blank" rel="noreferrer noopener">
          {guidance.fullPage} {opensInNewTab}
        </a>
      </p>
    </SidePanel>
  );
};
