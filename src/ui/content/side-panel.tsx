import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../form/button';
import { Heading } from './heading';

export interface SidePanelProps {
  readonly title: string;
  /** What the button that closes it says. */
  readonly close: string;
  /** It has been closed, with that button or with Escape. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** From here there is room beside the column of questions, so that both can be read and used (_note.scss). */
const besides = '(min-width: 76.25em)';

/**
 * Something to read beside what one is doing, without leaving it. Where there is room the page stays in use; where there
 * is none it waits below, as under any modal dialog. The browser gives the focus back to what had it before.
 */
export const SidePanel = ({ title, close, onClose, children }: SidePanelProps) => {
  const panel = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const room = window.matchMedia(besides);
    const show = () => {
      // One panel at a time: a second would lie on the first.
      document.querySelectorAll<HTMLDialogElement>('dialog.app-side-panel[open]').forEach((other) => other.close());
      if (room.matches) panel.current?.show();
      else panel.current?.showModal();
      heading.current?.focus({ preventScroll: true });
    };
    // A dialog beside the page does not hear Escape by itself.
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) panel.current?.close();
    };
    show();
    room.addEventListener('change', show);
    document.addEventListener('keydown', escape);
    return () => {
      room.removeEventListener('change', show);
      document.removeEventListener('keydown', escape);
    };
  }, []);
  return (
    <dialog
      ref={panel}
      className="app-side-panel"
      aria-labelledby={id}
      onClose={() => {
        // Closed only to be shown in the other way.
        if (panel.current?.open !== true) onClose();
      }}
    >
      <div className="app-side-panel__top">
        <Button look="link" type="button" onClick={() => panel.current?.close()}>
          {close}
        </Button>
      </div>
      <Heading level={2} id={id} ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      {children}
    </dialog>
  );
};
