import { type ReactNode, useEffect, useRef, useState } from 'react';
import { pagesStrings as strings } from '../../strings/pages';
import { Button, Heading } from '../../ui';
import type { Bookmark } from '../../verify/pages';
import { FoldedPages } from './folded';
import { type DrawPages, usePages } from './use-pages';
import type { Place } from './sight';

/** From here there is room for two columns (_pages.scss). */
const besides = '(min-width: 76.25em)';

const hasRoom = (): boolean => window.matchMedia(besides).matches;

/** Where the headings of a document stand on its pages, and the way there. */
export interface Headings {
  readonly bookmarks: readonly Bookmark[];
  readonly go: (to: Place) => void;
}

interface BesideProps {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly draw: DrawPages;
  /** Where the text of the pages is for those who do not see them. */
  readonly lead: string;
  /** What is read beside the pages; the headings once they are known. */
  readonly children: (headings: Headings | undefined) => ReactNode;
}

/**
 * The original pages of a document beside what is read of it, or below it where there is no room. Only for a document that
 * was proven: pages of another are not to be believed. Where there is no room they are folded away, and nothing is fetched
 * or drawn until they are asked for.
 */
export const Beside = ({ pdf, draw, lead, children }: BesideProps) => {
  const [open, setOpen] = useState(hasRoom);
  const opened = usePages(open, pdf, draw);
  const heading = useRef<HTMLHeadingElement>(null);
  const [to, setTo] = useState<Place>();
  useEffect(() => {
    if (to && !hasRoom()) heading.current?.focus();
  }, [to]);
  const headings =
    opened && opened !== 'failed'
      ? { bookmarks: opened.about.bookmarks, go: (place: Place) => setTo({ ...place }) }
      : undefined;
  const goTo = (): void => {
    setOpen(true);
    setTo({ page: 0, down: 0 });
  };
  return (
    <div className="app-beside">
      <div>
        <p className="govuk-body app-beside__to app-no-print">
          <Button type="button" look="link" onClick={goTo}>
            {strings.goTo}
          </Button>
        </p>
        {children(headings)}
      </div>
      <section className="app-beside__pages app-no-print" lang="en">
        <Heading level={2} ref={heading} tabIndex={-1}>
          {strings.title}
        </Heading>
        <FoldedPages {...{ opened, open, lead, to }} onOpen={setOpen} />
      </section>
    </div>
  );
};
