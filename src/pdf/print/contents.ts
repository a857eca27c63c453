import type { Contents } from '../document';
import type { Bookmark } from '../tagged/outline';
import { body } from '../tagged/page';
import type { Element } from '../tagged/structure';
import type { Drawing } from '../tagged/tagged-pdf';
import { bodyWidth, type Flow, left, moveDown, newPage, room, space } from './flow';
import { printHeading } from './heading';
import { colours, type Lettering, letterings } from './style';
import { drawLine, type Line, widthOf, wrap } from './wrap';

/** A table of contents stands only in a document that is longer than this without one. */
export const shortDocument = 4;

const numberWidth = 24;
const indent = 14;
const padding = 1.5;
const gutter = 28;
const columnWidth = (bodyWidth - gutter) / 2;
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

/** One entry laid out: how far it is set in, its lines, how high it is, and what is left white above it in a column. */
interface Entry {
  readonly listed: Listed;
  readonly inset: number;
  readonly lettering: Lettering;
  readonly lines: readonly Line[];
  readonly height: number;
  readonly above: number;
}

const entriesOf = ({ fonts }: Drawing, all: readonly Listed[]): readonly Entry[] => {
  const parted = all.some(({ level }) => level === 1);
  return all.map((listed): Entry => {
    const { level, text } = listed;
    const lettering = styles[level];
    const inset = parted && level === 2 ? indent : 0;
    // The space at its end keeps the page number apart where it is read aloud.
    const lines = wrap(fonts, `${text} `, lettering, columnWidth - numberWidth - inset);
    const height = lines.length * lettering.leading + 2 * padding;
    return { listed, inset, lettering, lines, height, above: level === 1 ? 4 : 0 };
  });
};

const heightOf = (column: readonly Entry[]): number =>
  column.reduce((sum, { height, above }, index) => sum + height + (index === 0 ? 0 : above), 0);

type Columns = readonly [readonly Entry[], readonly Entry[]];

const higher = ([one, other]: Columns): number => Math.max(heightOf(one), heightOf(other));

/** All entries in two columns of about the same height; no column ends with the name of a part. */
const balanced = (entries: readonly Entry[]): Columns =>
  entries
    .map((_, index): Columns => [entries.slice(0, index + 1), entries.slice(index + 1)])
    .filter(([one, other]) => other.length === 0 || one.at(-1)?.listed.level === 2)
    .reduce<Columns>((best, next) => (higher(next) < higher(best) ? next : best), [entries, []]);

/** The entries that go on this page: all, or two columns of this height that leave none alone on the next. */
const columnsIn = (entries: readonly Entry[], height: number): Columns => {
  const whole = balanced(entries);
  if (higher(whole) <= height) return whole;
  const fill = (from: readonly Entry[]): readonly Entry[] => {
    const fits = from.findIndex((_, index) => heightOf(from.slice(0, index + 1)) > height);
    return fits < 0 ? from : from.slice(0, Math.max(1, fits));
  };
  const one = fill(entries);
  const after = entries.slice(one.length);
  const other = fill(after);
  const alone = after.length - other.length;
  return [one, alone === 0 || alone >= fewest ? other : other.slice(0, alone - fewest)];
};

/** One entry: where it leads, dots, and its page; all of it is a link. */
const printEntry = (
  pdf: Drawing,
  item: Element,
  entry: Entry,
  from: { readonly x: number; readonly y: number },
): void => {
  const { listed, inset, lettering, lines, height } = entry;
  const { text, page, top } = listed;
  const x = from.x + inset;
  const right = from.x + columnWidth;
  const firstLine = from.y + padding;
  const lastLine = firstLine + (lines.length - 1) * lettering.leading;
  const number: Line = [{ text: String(page), weight: lettering.weight }];
  const link = pdf.element(pdf.element(item, 'Reference'), 'Link');
  pdf.mark(link, () => {
    lines.forEach((line, index) => drawLine(pdf, line, { x, top: firstLine + index * lettering.leading }, lettering));
    drawLine(pdf, number, { x: from.x, top: lastLine, width: columnWidth, align: 'right' }, lettering);
  });
  const dotsFrom = x + widthOf(pdf.fonts, lines.at(-1) ?? [], lettering.size) + 6;
  const dotsTo = right - numberWidth + 4;
  const baseline = lastLine + lettering.leading * 0.72;
  if (dotsTo - dotsFrom > 2 * dotted) pdf.artifact(() => pdf.dots(dotsFrom, dotsTo, baseline, dotted, colours.rule));
  const box = { left: x, top: from.y, right, bottom: from.y + height };
  pdf.link(link, { box, page, top, description: `${text}, ${page}` });
};

/**
 * A table of contents in two columns, one read after the other: a line for each part and section, with the page on which it
 * was found when the document was laid out before. Its height does not hang on the page numbers, so that laying out once
 * more does not change them.
 */
export const printContents = (flow: Flow, { title }: Contents, bookmarks: readonly Bookmark[]): void => {
  const { pdf } = flow;
  const entries = entriesOf(pdf, listedIn(bookmarks, title));
  if (entries.length === 0) return;
  const parted = entries.some(({ listed }) => listed.level === 1);
  const height = higher(balanced(entries));
  const some = fewest * (styles[2].leading + 2 * padding);
  printHeading(flow, { kind: 'heading', level: 2, text: title }, height <= onePage ? height : some);
  const outer = pdf.element(pdf.root, 'TOC');
  let inner: Element | undefined;
  const print = (column: readonly Entry[], x: number): void =>
    column.forEach((entry, index) => {
      if (entry.listed.level === 1) inner = undefined;
      else if (parted) inner ??= pdf.element(outer, 'TOC');
      const y = flow.y + heightOf(column.slice(0, index)) + (index === 0 ? 0 : entry.above);
      printEntry(pdf, pdf.element(inner ?? outer, 'TOCI'), entry, { x, y });
    });
  for (let rest = entries; rest.length > 0;) {
    const columns = columnsIn(rest, room(flow));
    const [one, other] = columns;
    print(one, left);
    print(other, left + columnWidth + gutter);
    moveDown(flow, higher(columns));
    rest = rest.slice(one.length + other.length);
    if (rest.length > 0) newPage(flow);
  }
  space(flow, 8);
};
