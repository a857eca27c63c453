import { body, sheet } from '../tagged/page';
import type { Drawing } from '../tagged/tagged-pdf';
import { colours, letterings } from './style';
import { drawLine, type Line } from './wrap';

export interface Footer {
  /** The evaluation's reference, as people quote it. */
  readonly reference: string;
  /** The record's id; its first 16 characters are printed, so that a page from elsewhere can be matched. */
  readonly recordId: string;
  /** “Page 2 of 7” in the document's language; in English unless told. */
  readonly page?: (page: number, pages: number) => string;
  /** Of a copy: the lines that stand below on every page, and say where the original is. */
  readonly copy?: readonly string[];
}

export const pageOf = (page: number, pages: number): string => `Page ${page} of ${pages}`;

const headerTop = 42;
const footerTop = sheet.height - 56;

/** The longest beginning of a title that fits on the line. */
const shortened = (pdf: Drawing, title: string, width: number): string => {
  const fits = (text: string): boolean => pdf.fonts.width(text, 'regular', letterings.furniture.size) <= width;
  const signs = Array.from(title);
  if (fits(title)) return title;
  while (signs.length > 0 && !fits(`${signs.join('').trimEnd()}…`)) signs.pop();
  return `${signs.join('').trimEnd()}…`;
};

/** What stands on every page, once all pages are there: the running title above, reference, record and page below. */
export const printFurniture = (pdf: Drawing, title: string, footer: Footer): void => {
  const { furniture } = letterings;
  const width = body.right - body.left;
  const pages = pdf.pages();
  const write = (text: string, top: number, align: 'left' | 'centre' | 'right'): void => {
    const line: Line = [{ text, weight: 'regular' }];
    pdf.artifact(() => drawLine(pdf, line, { x: body.left, top, width, align }, furniture), 'Pagination');
  };
  const rule = (y: number, thickness: number, colour: string): void =>
    pdf.artifact(() => pdf.line(body.left, y, body.right, y, thickness, colour), 'Pagination');
  const heading = shortened(pdf, title, width);
  for (let page = 1; page <= pages; page++) {
    pdf.goTo(page);
    write(heading, headerTop, 'left');
    rule(headerTop + 15, page === 1 ? 2 : 0.5, page === 1 ? colours.accent : colours.rule);
    rule(footerTop - 4, 0.5, colours.rule);
    write(footer.reference, footerTop, 'left');
    write(footer.recordId.slice(0, 16), footerTop, 'centre');
    write((footer.page ?? pageOf)(page, pages), footerTop, 'right');
    footer.copy?.forEach((line, index) => {
      write(shortened(pdf, line, width), footerTop + (index + 1) * furniture.leading, 'left');
    });
  }
};
