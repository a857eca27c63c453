import { type Objects, ref } from './objects';
import { type Frame, sheet } from './page';
import { type Element, linkKey } from './structure';
import { number, textString } from './tokens';

/** A link to another place in the document. */
export interface LinkPlace {
  readonly box: Frame;
  /** Where it leads: a page, and points from that page's lower edge. */
  readonly page: number;
  readonly top: number;
  /** What it leads to, in words (PDF/UA-1, 7.18.5). */
  readonly description: string;
}

export interface PlacedLink extends LinkPlace {
  readonly element: Element;
  /** The page that it stands on. */
  readonly on: number;
  /** The object number set aside for it. */
  readonly id: number;
}

/** Writes the links of a document of so many pages: without a border, printed with the page (ISO 19005-3, 6.3.2). */
export const writeLinks = (
  objects: Objects,
  links: readonly PlacedLink[],
  pages: number,
  pageId: (page: number) => number,
): void =>
  links.forEach(({ id, on, box, page, top, description }, index) => {
    const { left, right } = box;
    const rect = [left, sheet.height - box.bottom, right, sheet.height - box.top].map(number).join(' ');
    objects.fill(
      id,
      `<< /Type /Annot /Subtype /Link /P ${ref(pageId(on))} /Rect [${rect}] /Border [0 0 0] /F 4 ` +
        `/Dest [${ref(pageId(page))} /XYZ 0 ${number(top)} null] /Contents ${textString(description)} ` +
        `/StructParent ${linkKey(pages, index)} >>`,
    );
  });
