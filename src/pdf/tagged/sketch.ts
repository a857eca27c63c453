import type { Bookmark } from './outline';
import { sheet } from './page';
import { newElement } from './structure';
import type { Drawing } from './tagged-pdf';

/** A document that is laid out with nothing drawn, to find out how many pages it takes and where its headings stand. */
export const openSketch = ({ fonts }: Pick<Drawing, 'fonts'>): Drawing => {
  const bookmarks: Bookmark[] = [];
  let pages = 1;
  const nothing = (): void => undefined;
  return {
    fonts,
    root: newElement(undefined, 'Document'),
    page: () => pages,
    pages: () => pages,
    addPage: () => void pages++,
    goTo: nothing,
    element: newElement,
    mark: nothing,
    artifact: nothing,
    bookmark: (level, text, y) => void bookmarks.push({ level, text, page: pages, top: sheet.height - y }),
    bookmarks,
    link: nothing,
    text: nothing,
    line: nothing,
    rect: nothing,
    dots: nothing,
  };
};
