import type { Element } from '../tagged/structure';
import { bodyWidth, type Flow, left, linesThatFit, moveDown, need, newPage, room, space } from './flow';
import { colours, type Lettering } from './style';
import { drawLine, type Line } from './wrap';

/** A cell ready to print: where it stands, its lines, and the TH or TD that it is. */
export interface Cell {
  readonly element: Element;
  readonly lines: readonly Line[];
  readonly lettering: Lettering;
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

export interface Row {
  readonly cells: readonly Cell[];
  /** White space above the text, and the same below. */
  readonly padding: number;
}

/** A cell that is higher than this may be broken over two pages; others stay whole, or a date would part from its entry. */
const wholeRow = 200;

const textHeight = ({ cells }: Row): number =>
  Math.max(...cells.map(({ lines, lettering }) => lines.length * lettering.leading));

export const rowHeight = (row: Row): number => textHeight(row) + 2 * row.padding;

const drawRule = ({ pdf, y }: Flow, width: number, colour: string): void =>
  pdf.artifact(() => pdf.line(left, y, left + bodyWidth, y, width, colour));

/** The lines of each cell that fit in this height, drawn; what is left of the row. */
const drawPart = (flow: Flow, row: Row, height: number, asArtifact: boolean): Row => {
  const { pdf } = flow;
  const { padding } = row;
  let used = 0;
  const cells = row.cells.map((cell) => {
    const { lines, lettering, element, x, width, align } = cell;
    const count = linesThatFit(lines.length, lettering.leading, height);
    const draw = (): void =>
      lines.slice(0, count).forEach((line, index) => {
        drawLine(pdf, line, { x, top: flow.y + padding + index * lettering.leading, width, align }, lettering);
      });
    if (count > 0 && asArtifact) pdf.artifact(draw);
    else if (count > 0) pdf.mark(element, draw);
    used = Math.max(used, count * lettering.leading);
    return { ...cell, lines: lines.slice(count) };
  });
  moveDown(flow, used + 2 * padding);
  return { cells, padding };
};

/** A heading row, printed where the table begins, and again as an artifact on each page that it goes on. */
export const printHeadingRow = (flow: Flow, row: Row, again: boolean): void => {
  drawPart(flow, row, textHeight(row), again);
  drawRule(flow, 1, colours.accent);
};

const linesLeft = ({ cells }: Row): number => cells.reduce((sum, { lines }) => sum + lines.length, 0);

/** A row with a light rule below; `onNewPage` prints what is repeated there. */
export const printRow = (flow: Flow, row: Row, onNewPage: () => void): void => {
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

/** Room for the heading row and the first row together. */
export const needRows = (flow: Flow, ...rows: readonly Row[]): void =>
  need(
    flow,
    rows.reduce((sum, row) => sum + Math.min(rowHeight(row), wholeRow), 0),
  );

export const spaceAfterRows = (flow: Flow): void => space(flow, 8);
