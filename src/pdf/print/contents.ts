import type { Contents } from '../document';
import type { Bookmark } from '../tagged/outline';
import { body } from '../tagged/page';
import type { Element } from '../tagged/structure';
import type { Drawing } from '../tagged/tagged-pdf';
import { bodyWidth, type Flow, left, moveDown, need, space } from './flow';
import { printHeading } from './heading';
import { colours, letterings } from './style';
import { drawLine, type Line, widthOf, wrap } from './wrap';

/** A table of contents stands only in a document that is longer than this without one. */
export const shortDocument = 4;

const numberWidth = 24;
const indent = 14;
const padding = 1.5;
/** No fewer entries stand alone on a page. */
const fewest = 3;
/** A table of contents that is no higher than this is not parted: it fits on a page below its heading. */
const onePage = body.bottom - body.top - 40;
/** From dot to dot; all dots of a page stand below each other. */
const dotted = 3.5;

const styles = {
  1: { ...letterings.body, weight: 'bold', colour: colours.accent },
  2: { ...letterings.body, colour: colours.accent },
} as const;

type Listed = Bookmark & { readonly level: 1 | 2 };

/** What is listed: parts and their sections. Where the document is one part, its title is not among its contents. */
export const listedIn = (bookmarks: readonly Bookmark[], own: string): readonly Listed[] => {
  const listed = bookmarks.flatMap(({ level, ...rest }) =>
    level === 3 || (level === 2 && rest.text === own) ? [] : [{ level, ...rest }],
  );
  const parts = listed.filter(({ level }) => level === 1);
  return parts.length > 1 ? listed : listed.filter(({ level }) => level === 2);
};

/** One entry laid out: where it begins, its lines, and how high it is. */
const entryOf = ({ fonts }: Drawing, { level, text }: Listed, indented: boolean) => {
  const lettering = styles[level];
  const x = left + (indented ? indent : 0);
  // The space at its end keeps the page number apart where it is read aloud.
  const lines = wrap(fonts, `${text} `, lettering, left + bodyWidth - numberWidth - x);
  return { x, lettering, lines, height: lines.length * lettering.leading + 2 * padding };
};

/** One line: where it leads, dots, and its page; all of it is a link. */
const printEntry = (flow: Flow, item: Element, listed: Listed, indented: boolean): void => {
  const { pdf } = flow;
  const { text, page, top } = listed;
  const { x, lettering, lines, height } = entryOf(pdf, listed, indented);
  need(flow, height);
  const firstLine = flow.y + padding;
  const lastLine = firstLine + (lines.length - 1) * lettering.leading;
  const number: Line = [{ text: String(page), weight: lettering.weight }];
  const link = pdf.element(pdf.element(item, 'Reference'), 'Link');
  pdf.mark(link, () => {
    lines.forEach((line, index) => drawLine(pdf, line, { x, top: firstLine + index * lettering.leading }, lettering));
    drawLine(pdf, number, { x: left, top: lastLine, width: bodyWidth, align: 'right' }, lettering);
  });
  const from = x + widthOf(pdf.fonts, lines.at(-1) ?? [], lettering.size) + 6;
  const to = body.right - numberWidth + 4;
  const baseline = lastLine + lettering.leading * 0.72;
  if (to - from > 2 * dotted) pdf.artifact(() => pdf.dots(from, to, baseline, dotted, colours.rule));
  const box = { left: x, top: flow.y, right: body.right, bottom: flow.y + height };
  pdf.link(link, { box, page, top, description: `${text}, ${page}` });
  moveDown(flow, height);
};

/**
 * A table of contents: a line for each part and section, with the page on which it was found when the document was laid
 * out before. Its height does not hang on the page numbers, so that laying out once more does not change them.
 */
export const printContents = (flow: Flow, { title }: Contents, bookmarks: readonly Bookmark[]): void => {
  const { pdf } = flow;
  const entries = listedIn(bookmarks, title);
  if (entries.length === 0) return;
  const parts = entries.some(({ level }) => level === 1);
  const indented = ({ level }: Listed): boolean => parts && level === 2;
  const all = entries.reduce(
    (sum, entry) => sum + entryOf(pdf, entry, indented(entry)).height + (entry.level === 1 ? 4 : 0),
    0,
  );
  const some = fewest * (styles[2].leading + 2 * padding);
  printHeading(flow, { kind: 'heading', level: 2, text: title }, all <= onePage ? all : some);
  const outer = pdf.element(pdf.root, 'TOC');
  let inner: Element | undefined;
  entries.forEach((entry, index) => {
    if (entry.level === 1) inner = undefined;
    else if (parts) inner ??= pdf.element(outer, 'TOC');
    if (entry.level === 1 && index > 0) space(flow, 4);
    if (index === entries.length - fewest) need(flow, some);
    printEntry(flow, pdf.element(inner ?? outer, 'TOCI'), entry, indented(entry));
  });
  space(flow, 8);
};
