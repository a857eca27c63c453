import type { ReactNode } from 'react';
import { classes } from '../classes';

export interface StackedTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  /** Rows of cells, as many as there are columns. */
  readonly rows: readonly (readonly ReactNode[])[];
  /** Whether the first cell of every row is that row's header. */
  readonly rowHeaders?: boolean | undefined;
}

/**
 * A table whose rows stand as cards on a narrow screen, each cell under the name of its column, so that nothing has to be
 * scrolled sideways. The roles are written because `display` takes away a table's own in some browsers.
 */
export const StackedTable = ({ label, columns, rows, rowHeaders = false }: StackedTableProps) => (
  <table className="govuk-table app-stacked" role="table" aria-label={label}>
    <thead className="govuk-table__head" role="rowgroup">
      <tr className="govuk-table__row" role="row">
        {columns.map((column) => (
          <th key={column} scope="col" role="columnheader" className="govuk-table__header">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody className="govuk-table__body" role="rowgroup">
      {rows.map((row, at) => (
        <tr key={at} className="govuk-table__row" role="row">
          {row.map((cell, index) => {
            const isHeader = rowHeaders && index === 0;
            const Cell = isHeader ? 'th' : 'td';
            return (
              <Cell
                key={columns[index]}
                {...(isHeader ? { scope: 'row', role: 'rowheader' } : { role: 'cell' })}
                className={classes('govuk-table__cell', cell === '' && 'app-stacked__empty')}
              >
                <span className="app-stacked__label" aria-hidden="true">
                  {columns[index]}
                </span>
                {cell}
              </Cell>
            );
          })}
        </tr>
      ))}
    </tbody>
  </table>
);
