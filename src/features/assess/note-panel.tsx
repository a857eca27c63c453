import { words } from '../../policy/present';
import type { Note } from '../../policy/schema';
import type { Scope } from '../../policy/scope';
import { guidance } from '../../strings/guidance';
import { Tag, useWords } from '../../ui';
import { SidePanel } from '../../ui/content/side-panel';
import { NoteText } from '../../views/note';
import { useMark } from '../../views/screen';

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
  const mark = useMark();
  return (
    <SidePanel title={words(scope, note.title, 'en')} close={guidance.close} onClose={onClose}>
      {mark && (
        <p className="govuk-body">
          <Tag>{mark.word}</Tag> {mark.says}
        </p>
      )}
      <NoteText scope={scope} note={note} language="en" level={3} />
      <p className="govuk-body">
        <a className="govuk-link" href={`#${href}`} target="_blank" rel="noreferrer noopener">
          {guidance.fullPage} {opensInNewTab}
        </a>
      </p>
    </SidePanel>
  );
};
