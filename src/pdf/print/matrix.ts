import type { Matrix } from '../document';
import type { Frame } from '../tagged/page';
import type { Drawing } from '../tagged/tagged-pdf';
import { bodyWidth, type Flow, left, moveDown, need, space } from './flow';
import { colours, type Lettering, letterings, tones } from './style';
import { drawLine, type Line, wrap } from './wrap';

const labelWidth = 104;
const smallestCell = 23;
const between = 2;
const inside = 5;

const { cell, label } = letterings;
const bold: Lettering = { ...cell, weight: 'bold' };

/** A grid with its texts broken to fit, and the heights that follow. `check.ts` bounds levels and texts to fit a page. */
interface Layout {
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly cells: readonly (readonly (readonly Line[])[])[];
  readonly up: readonly (readonly Line[])[];
  readonly across: readonly (readonly Line[])[];
  readonly acrossHeight: number;
  readonly height: number;
}

const layOut = ({ fonts }: Drawing, { across, up, cells }: Matrix): Layout => {
  const cellWidth = (bodyWidth - labelWidth) / across.levels.length;
  const fit = (text: string, width: number, lettering = cell): readonly Line[] => wrap(fonts, text, lettering, width);
  const lines = {
    cells: cells.map((row) => row.map(({ text, chosen }) => fit(text, cellWidth - 2 * inside, chosen ? bold : cell))),
    up: up.levels.map((level) => fit(level, labelWidth - 12)),
    across: across.levels.map((level) => fit(level, cellWidth - 8)),
  };
  const highest = (list: readonly (readonly Line[])[]): number =>
    Math.max(...list.map(({ length }) => length)) * cell.leading;
  const cellHeight = Math.max(smallestCell, highest([...lines.cells.flat(), ...lines.up]) + 2 * inside);
  const acrossHeight = highest(lines.across);
  const height = label.leading + 6 + up.levels.length * cellHeight + 4 + acrossHeight + 4 + label.leading;
  return { ...lines, cellWidth, cellHeight, acrossHeight, height };
};

export const matrixHeight = (pdf: Drawing, matrix: Matrix): number => layOut(pdf, matrix).height;

const middle = (lines: readonly Line[], { top, bottom }: Frame): number =>
  (top + bottom - lines.length * cell.leading) / 2;

/** A grid of labelled cells, drawn as one Figure with its words as /Alt. Stays on one page. */
export const printMatrix = (flow: Flow, matrix: Matrix): void => {
  const { pdf } = flow;
  const layout = layOut(pdf, matrix);
  const { cellWidth, cellHeight, height } = layout;
  space(flow, 4);
  need(flow, height);

  const top = flow.y;
  const gridTop = top + label.leading + 6;
  const gridLeft = left + labelWidth;
  const under = gridTop + matrix.up.levels.length * cellHeight + 4;
  const boxOf = (row: number, column: number): Frame => {
    const boxTop = gridTop + (matrix.up.levels.length - 1 - row) * cellHeight;
    const boxLeft = gridLeft + column * cellWidth;
    return { left: boxLeft, top: boxTop, right: boxLeft + cellWidth - between, bottom: boxTop + cellHeight - between };
  };
  const write = (lines: readonly Line[], x: number, from: number, width: number, lettering: Lettering): void =>
    lines.forEach((line, index) => {
      const align = x === left ? 'left' : 'centre';
      drawLine(pdf, line, { x, top: from + index * lettering.leading, width, align }, lettering);
    });

  const drawCell = (row: number, column: number): void => {
    const { tone, chosen = false } = matrix.cells[row]?.[column] ?? { tone: 0 };
    const lines = layout.cells[row]?.[column] ?? [];
    const box = boxOf(row, column);
    pdf.rect(box, tones[tone]);
    const ring = { left: box.left + 1, top: box.top + 1, right: box.right - 1, bottom: box.bottom - 1 };
    if (chosen) pdf.rect(ring, colours.accent, 2);
    write(lines, box.left, middle(lines, box), box.right - box.left, chosen ? bold : cell);
  };
  const draw = (): void => {
    write([[{ text: matrix.up.label, weight: 'bold' }]], left, top, labelWidth, label);
    layout.up.forEach((lines, row) => {
      write(lines, left, middle(lines, boxOf(row, 0)), labelWidth, cell);
      layout.across.forEach((_, column) => drawCell(row, column));
    });
    layout.across.forEach((lines, column) => write(lines, boxOf(0, column).left, under, cellWidth - between, cell));
    const axis = under + layout.acrossHeight + 4;
    write([[{ text: matrix.across.label, weight: 'bold' }]], gridLeft, axis, bodyWidth - labelWidth, label);
  };
  const frame = { left, top, right: left + bodyWidth, bottom: top + height };
  pdf.mark(pdf.element(pdf.root, 'Figure', { alt: matrix.alt }), draw, frame);
  moveDown(flow, height);
  space(flow, 10);
};
