import { csvFile } from '../../../base/csv';
import type { Bar, Figure, Overview, Part } from '../../../record/overview';
import { leftOutReasons } from '../../../record/counted';
import { overviewStrings as strings } from '../../../strings/overview';
import type { BarRow } from '../../../ui/content/bar-table';
import { decisionRows, labelRows, sumRows } from './rows';

interface Cells {
  readonly table: string;
  readonly name?: string;
  readonly reference?: string;
  readonly what?: string;
  readonly group?: string;
  readonly due?: string;
  readonly state?: string;
  readonly number?: number | undefined;
  readonly unit?: string | undefined;
  readonly besides?: string;
}

const line = (policy: string, cells: Cells): readonly string[] => {
  const { table, name, reference, what, group, due, state, number, unit, besides } = cells;
  return [policy, table, name, reference, what, group, due, state, number, unit, besides].map((cell) =>
    String(cell ?? ''),
  );
};

const ofBars = (table: string, rows: readonly BarRow[], bars: readonly Bar[], unit: string, inPence = false) =>
  rows.map(({ label }, index): Cells => {
    const amount = bars[index]?.amount ?? 0;
    return { table, group: label, number: inPence ? amount / 100 : amount, unit };
  });

const ofFigure = (figure: Figure, today: string): readonly Cells[] => {
  const { title: table } = figure;
  if (figure.kind === 'sum')
    return ofBars(table, sumRows(figure, today), figure.bars, figure.unit ?? strings.number, figure.money);
  return figure.lines.map(({ record, day, overdue, cells }) => ({
    table,
    name: record.title,
    reference: record.reference,
    due: day ?? '',
    state: overdue ? strings.overdue : '',
    besides: figure.columns.map((column, index) => `${column}: ${cells[index] ?? ''}`).join('; '),
  }));
};

const ofPart = (part: Part, today: string): readonly Cells[] => [
  ...part.figures.flatMap((figure) => ofFigure(figure, today)),
  ...part.conditions.map(({ record, text, owner, due, day, overdue }) => ({
    table: strings.conditions,
    name: record.title,
    reference: record.reference,
    what: text,
    group: owner,
    due: day ?? '',
    state: overdue ? strings.overdue : strings.open,
    besides: due,
  })),
  ...ofBars(strings.outcomes, labelRows(part.outcomes), part.outcomes, strings.number),
  ...ofBars(strings.decisions, decisionRows(part.decisions), part.decisions, strings.number),
];

/** All that stands on the page as rows of one spreadsheet, to be narrowed by its column “Table”; amounts in pounds. */
export const overviewCsv = (overview: Overview, today: string): Uint8Array<ArrayBuffer> =>
  csvFile([
    strings.columns,
    line('', { table: strings.counted, due: today, number: overview.records.length }),
    ...leftOutReasons.map((reason) => {
      const number = overview.leftOut[reason];
      return line('', { table: strings.leftOut, what: strings.reasons[reason](number), number });
    }),
    ...overview.parts.flatMap((part) => ofPart(part, today).map((cells) => line(part.title, cells))),
  ]);
