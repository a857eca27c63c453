import type { ReactNode } from 'react';
import { classes } from '../classes';
import { ErrorMessage, Hint } from './field';

export interface GridColumn {
  readonly key: string;
  readonly label: string;
  /** Whether it takes what width the others leave, for text. */
  readonly wide?: boolean | undefined;
}

export interface GridRow {
  readonly key: string;
  readonly label: string;
  readonly hint?: ReactNode;
}

/** What the control of a cell must carry. */
export interface GridCell {
  readonly row: string;
  readonly column: string;
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly invalid: boolean;
}

export interface GridProps {
  readonly id: string;
  readonly caption: ReactNode;
  /** The heading of the column of row headings. */
  readonly rowsTitle: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** The control of a cell: `Input`, `Dropdown` or `Multiline` with these ids. */
  readonly children: (cell: GridCell) => ReactNode;
  readonly errorAt?: ((row: string, column: string) => string | undefined) | undefined;
}

/** The id of a cell's control, for error links. */
export const gridCellId = (grid: string, row: string, column: string): string => `${grid}-${row}-${column}`;

/**
 * A table of fields: a row for each thing, a column for each question about it. Every control has a label of its own,
 * seen when a narrow screen stacks the rows as cards, and always read out. The roles are written because `display`
 * takes away a table's own in some browsers.
 */
export const Grid = ({ id, caption, rowsTitle, columns, rows, children, errorAt }: GridProps) => {
  const cell = (row: GridRow, column: GridColumn) => {
    const cellId = gridCellId(id, row.key, column.key);
    const error = errorAt?.(row.key, column.key);
    return (
      <td key={column.key} role="cell" className={classes('govuk-table__cell', error && 'app-grid__cell--error')}>
        <label className="govuk-label app-grid__label" htmlFor={cellId}>
          {column.label} <span className="govuk-visually-hidden">({row.label})</span>
        </label>
        {error && <ErrorMessage id={`${cellId}-error`}>{error}</ErrorMessage>}
        {children({
          row: row.key,
          column: column.key,
          id: cellId,
          'aria-describedby': error && `${cellId}-error`,
          invalid: error !== undefined,
        })}
      </td>
    );
  };
  return (
    <table className="govuk-table app-grid" role="table" id={id}>
      <caption className="govuk-table__caption govuk-table__caption--m">{caption}</caption>
      <thead className="govuk-table__head" role="rowgroup">
        <tr className="govuk-table__row" role="row">
          <th scope="col" role="columnheader" className="govuk-table__header">
            {rowsTitle}
          </th>
          {columns.map(({ key, label, wide }) => (
            <th
              key={key}
              scope="col"
              role="columnheader"
              className={classes('govuk-table__header', wide && 'app-grid__wide')}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body" role="rowgroup">
        {rows.map((row) => (
          <tr key={row.key} className="govuk-table__row" role="row">
            <th scope="row" role="rowheader" className="govuk-table__header">
              {row.label}
              {row.hint && <Hint>{row.hint}</Hint>}
            </th>
            {columns.map((column) => cell(row, column))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
