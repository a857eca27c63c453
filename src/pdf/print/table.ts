import type { Pairs, Table, Text } from '../document';
import type { Fonts } from '../tagged/fonts';
import type { Element } from '../tagged/structure';
import type { Drawing } from '../tagged/tagged-pdf';
import { bodyWidth, type Flow, left, need } from './flow';
import { type Cell, printHeadingRow, printRows, type Row, spaceAfterRows, startOfRows } from './rows';
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

/** The heading row of a table and the rows below it, laid out. */
const tableRows = (fonts: Fonts, { columns, rows, dense = false }: Table): readonly [Row, ...(readonly Row[])] => {
  const places = placesOf(columns.map(({ share }) => share));
  const lettering = letteringOf(dense);
  const row = (texts: readonly Text[], style: Lettering): Row => ({
    padding: paddingOf(dense),
    cells: texts.map((text, index): Cell => {
      const { x, width } = places[index] ?? { x: left, width: bodyWidth };
      const align = columns[index]?.align ?? 'left';
      return { lines: wrap(fonts, text, style, width), lettering: style, x, width, align };
    }),
  });
  return [
    row(
      columns.map(({ heading }) => heading),
      boldOf(lettering),
    ),
    ...rows.map((texts) => row(texts, lettering)),
  ];
};

/** How much of a table stands on one page where it begins. */
export const tableStart = ({ fonts }: Drawing, table: Table): number => {
  const [heading, ...rows] = tableRows(fonts, table);
  return startOfRows([heading], rows);
};

export const printTable = (flow: Flow, content: Table): void => {
  const { pdf } = flow;
  const [first, ...rest] = tableRows(pdf.fonts, content);
  const table = pdf.element(pdf.root, 'Table');
  const headingRow = pdf.element(pdf.element(table, 'THead'), 'TR');
  const heading: Row = {
    ...first,
    elements: first.cells.map(() => pdf.element(headingRow, 'TH', { scope: 'Column' })),
  };
  const bodyElement = pdf.element(table, 'TBody');
  const rows = rest.map((row): Row => {
    const element = pdf.element(bodyElement, 'TR');
    const cell = (_: Cell, index: number): Element =>
      content.rowHeaders && index === 0 ? pdf.element(element, 'TH', { scope: 'Row' }) : pdf.element(element, 'TD');
    return { ...row, elements: row.cells.map(cell) };
  });
  need(flow, startOfRows([heading], rows));
  printHeadingRow(flow, heading, false);
  printRows(flow, rows, () => printHeadingRow(flow, heading, true));
  spaceAfterRows(flow);
};

const pairRows = (fonts: Fonts, { pairs, labelShare = 38, dense = false }: Pairs): readonly Row[] => {
  const lettering = letteringOf(dense);
  const places = placesOf([labelShare, 100 - labelShare]);
  return pairs.map(({ label, value }) => ({
    padding: paddingOf(dense),
    cells: places.map((place, index): Cell => {
      const [text, style] = index === 0 ? [label, boldOf(lettering)] : [value, lettering];
      return { lines: wrap(fonts, text, style, place.width), lettering: style, ...place, align: 'left' };
    }),
  }));
};

/** How much of a list of pairs stands on one page where it begins. */
export const pairsStart = ({ fonts }: Drawing, pairs: Pairs): number => startOfRows([], pairRows(fonts, pairs));

export const printPairs = (flow: Flow, content: Pairs): void => {
  const { pdf } = flow;
  const bodyElement = pdf.element(pdf.element(pdf.root, 'Table'), 'TBody');
  const rows = pairRows(pdf.fonts, content).map((row): Row => {
    const element = pdf.element(bodyElement, 'TR');
    return { ...row, elements: [pdf.element(element, 'TH', { scope: 'Row' }), pdf.element(element, 'TD')] };
  });
  need(flow, startOfRows([], rows));
  printRows(flow, rows, () => undefined);
  spaceAfterRows(flow);
};
