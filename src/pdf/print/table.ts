import type { Pairs, Table, Text } from '../document';
import { bodyWidth, type Flow, left } from './flow';
import { type Cell, needRows, printHeadingRow, printRow, type Row, spaceAfterRows } from './rows';
import { type Lettering, letterings } from './style';
import { wrap } from './wrap';

const gutter = 10;

interface Place {
  readonly x: number;
  readonly width: number;
}

const placesOf = (shares: readonly number[]): readonly Place[] => {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let x = left;
  return shares.map((share, index) => {
    const whole = (bodyWidth * share) / total;
    const place = { x, width: index === shares.length - 1 ? whole : whole - gutter };
    x += whole;
    return place;
  });
};

const paddingOf = (dense: boolean): number => (dense ? 1.5 : 3);
const letteringOf = (dense: boolean): Lettering => (dense ? letterings.dense : letterings.table);
const boldOf = (lettering: Lettering): Lettering => ({ ...lettering, weight: 'bold' });

export const printTable = (flow: Flow, { columns, rows, rowHeaders = false, dense = false }: Table): void => {
  const { pdf } = flow;
  const places = placesOf(columns.map(({ share }) => share));
  const cell = (text: Text, index: number, element: Cell['element'], lettering: Cell['lettering']): Cell => {
    const { x, width } = places[index] ?? { x: left, width: bodyWidth };
    const align = columns[index]?.align ?? 'left';
    return { element, lines: wrap(pdf.fonts, text, lettering, width), lettering, x, width, align };
  };
  const lettering = letteringOf(dense);
  const row = (cells: readonly Cell[]): Row => ({ cells, padding: paddingOf(dense) });
  const table = pdf.element(pdf.root, 'Table');
  const headingRow = pdf.element(pdf.element(table, 'THead'), 'TR');
  const heading = row(
    columns.map((column, index) =>
      cell(column.heading, index, pdf.element(headingRow, 'TH', { scope: 'Column' }), boldOf(lettering)),
    ),
  );
  const bodyElement = pdf.element(table, 'TBody');
  const printed = rows.map((texts): Row => {
    const element = pdf.element(bodyElement, 'TR');
    return row(
      texts.map((text, index) =>
        rowHeaders && index === 0
          ? cell(text, index, pdf.element(element, 'TH', { scope: 'Row' }), lettering)
          : cell(text, index, pdf.element(element, 'TD'), lettering),
      ),
    );
  });
  needRows(flow, heading, ...printed.slice(0, 1));
  printHeadingRow(flow, heading, false);
  for (const one of printed) printRow(flow, one, () => printHeadingRow(flow, heading, true));
  spaceAfterRows(flow);
};

export const printPairs = (flow: Flow, { pairs, labelShare = 38, dense = false }: Pairs): void => {
  const { pdf } = flow;
  const lettering = letteringOf(dense);
  const bold = boldOf(lettering);
  const [first, second] = placesOf([labelShare, 100 - labelShare]);
  if (!first || !second) return;
  const bodyElement = pdf.element(pdf.element(pdf.root, 'Table'), 'TBody');
  const rows = pairs.map(({ label, value }): Row => {
    const row = pdf.element(bodyElement, 'TR');
    const header = pdf.element(row, 'TH', { scope: 'Row' });
    const data = pdf.element(row, 'TD');
    const lines = (text: Text, style: Lettering, { width }: Place) => wrap(pdf.fonts, text, style, width);
    const cells: readonly Cell[] = [
      { element: header, lines: lines(label, bold, first), lettering: bold, ...first, align: 'left' },
      {
        element: data,
        lines: lines(value, lettering, second),
        lettering,
        ...second,
        align: 'left',
      },
    ];
    return { cells, padding: paddingOf(dense) };
  });
  needRows(flow, ...rows.slice(0, 1));
  for (const row of rows) printRow(flow, row, () => undefined);
  spaceAfterRows(flow);
};
