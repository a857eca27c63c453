import type { Matrix, Tone } from '../document';
import type { Fonts } from '../tagged/fonts';
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
const key: Lettering = { ...label, weight: 'regular' };
const swatch = 9;
const bold: Lettering = { ...cell, weight: 'bold' };

/** A grid with its texts broken to fit, and the heights that follow. `check.ts` bounds levels and texts to fit a page. */
interface Layout {
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly cells: readonly (readonly (readonly Line[])[])[];
  readonly up: readonly (readonly Line[])[];
  readonly across: readonly (readonly Line[])[];
  readonly acrossHeight: number;
  readonly legend: readonly Key[];
  readonly legendHeight: number;
  readonly height: number;
}

/** What a colour stands for, from the grid’s left and the figure’s upper edge. */
interface Key {
  readonly tone: Tone;
  readonly line: Line;
  readonly x: number;
  readonly y: number;
}

/** The colours and what they stand for, one beside the other, on as many lines as they take. */
const keysOf = (fonts: Fonts, { legend = [] }: Matrix, width: number): readonly Key[] => {
  let [x, y] = [0, 0];
  return legend.map(({ tone, text }): Key => {
    const wide = swatch + 4 + fonts.width(text, key.weight, key.size);
    if (x > 0 && x + wide > width) [x, y] = [0, y + key.leading];
    const at = { tone, line: [{ text, weight: key.weight }], x, y };
    x += wide + 14;
    return at;
  });
};

const layOut = ({ fonts }: Drawing, matrix: Matrix): Layout => {
  const { across, up, cells } = matrix;
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
  const legend = keysOf(fonts, matrix, bodyWidth - labelWidth);
  const legendHeight = (legend.at(-1)?.y ?? 0) + label.leading;
  const height = legendHeight + 6 + up.levels.length * cellHeight + 4 + acrossHeight + 4 + label.leading;
  return { ...lines, cellWidth, cellHeight, acrossHeight, legend, legendHeight, height };
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
  const gridTop = top + layout.legendHeight + 6;
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
    for (const { tone, line, x, y } of layout.legend) {
      const at = { left: gridLeft + x, top: top + y + 1 };
      pdf.rect({ ...at, right: at.left + swatch, bottom: at.top + swatch }, tones[tone]);
      drawLine(pdf, line, { x: at.left + swatch + 4, top: top + y }, key);
    }
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
