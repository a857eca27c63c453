import { lazy, Suspense, useState } from 'react';
import { words } from '../../policy/present';
import type { Note, Page } from '../../policy/schema';
import type { Walk } from '../../policy/walk';
import { walkStrings } from '../../strings/walk';
import { Button } from '../../ui';
import { notesAt } from './addresses';
import { useSession } from './draft-context';

const NotePanel = lazy(() => import('./note-panel').then((module) => ({ default: module.NotePanel })));

/** The notes that help with a page. Each opens beside the page. */
export const NoteLinks = ({ walk, page }: { readonly walk: Walk; readonly page: Page }) => {
  const { draft } = useSession();
  const [open, setOpen] = useState<{ readonly note: Note; readonly key: number }>();
  const { guidance } = walk.model.policy;
  const notes = (page.guidance ?? []).flatMap((id) => guidance.find((note) => note.id === id) ?? []);
  if (notes.length === 0) return null;
  return (
    <>
      <ul className="govuk-list">
        {notes.map((note) => (
          <li key={note.id}>
            <Button
              look="link"
              type="button"
              aria-haspopup="dialog"
              onClick={({ currentTarget, timeStamp }) => {
                currentTarget.focus(); // Safari does not, and the panel gives the focus back to what had it
                setOpen({ note, key: timeStamp });
              }}
            >
              {walkStrings.guidance(words(walk, note.title, 'en'))}
            </Button>
          </li>
        ))}
      </ul>
      {open && (
        <Suspense>
          <NotePanel
            key={open.key}
            scope={walk}
            note={open.note}
            href={notesAt(draft.id, open.note.id)}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </>
  );
};
