import type { Element } from '../tagged/structure';
import { bodyWidth, type Flow, left, linesThatFit, moveDown, newPage, room, space } from './flow';
import { colours, type Lettering } from './style';
import { drawLine, type Line } from './wrap';

/** A cell laid out: where it stands, and its lines. */
export interface Cell {
  readonly lines: readonly Line[];
  readonly lettering: Lettering;
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** A row laid out; once it is to be printed, with the TH or TD that each cell is. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly elements?: readonly Element[];
  /** White space above the text, and the same below. */
  readonly padding: number;
}

/** A cell that is higher than this may be broken over two pages; others stay whole, or a date would part from its entry. */
const wholeRow = 200;

const textHeight = ({ cells }: Row): number =>
  Math.max(...cells.map(({ lines, lettering }) => lines.length * lettering.leading));

const rowHeight = (row: Row): number => textHeight(row) + 2 * row.padding;

const drawRule = ({ pdf, y }: Flow, width: number, colour: string): void =>
  pdf.artifact(() => pdf.line(left, y, left + bodyWidth, y, width, colour));

/** The lines of each cell that fit in this height, drawn; what is left of the row. */
const drawPart = (flow: Flow, row: Row, height: number, asArtifact: boolean): Row => {
  const { pdf } = flow;
  const { padding } = row;
  let used = 0;
  const cells = row.cells.map((cell, place) => {
    const { lines, lettering, x, width, align } = cell;
    const element = row.elements?.[place];
    const count = linesThatFit(lines.length, lettering.leading, height);
    const draw = (): void =>
      lines.slice(0, count).forEach((line, index) => {
        drawLine(pdf, line, { x, top: flow.y + padding + index * lettering.leading, width, align }, lettering);
      });
    if (count > 0 && (asArtifact || !element)) pdf.artifact(draw);
    else if (count > 0 && element) pdf.mark(element, draw);
    used = Math.max(used, count * lettering.leading);
    return { ...cell, lines: lines.slice(count) };
  });
  moveDown(flow, used + 2 * padding);
  return { ...row, cells };
};

/** A heading row, printed where the table begins, and again as an artifact on each page that it goes on. */
export const printHeadingRow = (flow: Flow, row: Row, again: boolean): void => {
  drawPart(flow, row, textHeight(row), again);
  drawRule(flow, 1, colours.accent);
};

const linesLeft = ({ cells }: Row): number => cells.reduce((sum, { lines }) => sum + lines.length, 0);

/** A row with a light rule below; `onNewPage` prints what is repeated there. */
const printRow = (flow: Flow, row: Row, onNewPage: () => void): void => {
  const turn = (): void => {
    newPage(flow);
    onNewPage();
  };
  const whole = row.cells.map((cell) => textHeight({ ...row, cells: [cell] })).filter((height) => height <= wholeRow);
  if (room(flow) < Math.max(0, ...whole) + 2 * row.padding) turn();
  let rest = row;
  while (linesLeft(rest) > 0) {
    const before = linesLeft(rest);
    rest = drawPart(flow, rest, Math.min(textHeight(rest), room(flow) - 2 * row.padding), false);
    const after = linesLeft(rest);
    if (after > 0) {
      if (after < before) drawRule(flow, 0.5, colours.rule);
      turn();
    }
  }
  drawRule(flow, 0.5, colours.rule);
};

const heightOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + Math.min(rowHeight(row), wholeRow), 0);

/** Rows that come to no more than this stay on one page. */
const smallTable = 150;

/** How much of a table stands on one page at its beginning: a small one whole, else its heading row and two rows. */
export const startOfRows = (headings: readonly Row[], rows: readonly Row[]): number => {
  const whole = heightOf([...headings, ...rows.slice(0, 20)]); // more rows than are ever small
  return whole <= smallTable ? whole : heightOf([...headings, ...rows.slice(0, 2)]);
};

/** Prints rows; neither the first nor the last stands alone on a page. `onNewPage` prints what is repeated there. */
export const printRows = (flow: Flow, rows: readonly Row[], onNewPage: () => void): void =>
  rows.forEach((row, index) => {
    if (index > 0 && index === rows.length - 2) {
      const height = heightOf(rows.slice(-2));
      if (room(flow) < height && height <= smallTable) {
        newPage(flow);
        onNewPage();
      }
    }
    printRow(flow, row, onNewPage);
  });

export const spaceAfterRows = (flow: Flow): void => space(flow, 8);
