import type { ReactNode } from 'react';
import { classes } from '../classes';

export interface TableColumn {
  readonly label: ReactNode;
  /** Whether it holds numbers to compare, which line up on the right. */
  readonly numeric?: boolean | undefined;
}

export interface TableProps {
  readonly caption?: ReactNode;
  readonly captionSize?: 's' | 'm' | 'l' | 'xl' | undefined;
  readonly columns: readonly TableColumn[];
  /** Rows of cells, as many as there are columns. */
  readonly rows: readonly (readonly ReactNode[])[];
  /** Whether the first cell of a row names what the row is about. */
  readonly rowHeaders?: boolean | undefined;
  readonly small?: boolean | undefined;
}

export const Table = ({ caption, captionSize, columns, rows, rowHeaders, small }: TableProps) => (
  <table className={classes('govuk-table', small && 'govuk-table--small-text-until-tablet')}>
    {caption && (
      <caption className={classes('govuk-table__caption', captionSize && `govuk-table__caption--${captionSize}`)}>
        {caption}
      </caption>
    )}
    <thead className="govuk-table__head">
      <tr className="govuk-table__row">
        {columns.map(({ label, numeric }, index) => (
          <th
            key={index}
            scope="col"
            className={classes('govuk-table__header', numeric && 'govuk-table__header--numeric')}
          >
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody className="govuk-table__body">
      {rows.map((row, at) => (
        <tr key={at} className="govuk-table__row">
          {row.map((cell, index) =>
            rowHeaders && index === 0 ? (
              <th key={index} scope="row" className="govuk-table__header">
                {cell}
              </th>
            ) : (
              <td
                key={index}
                className={classes('govuk-table__cell', columns[index]?.numeric && 'govuk-table__cell--numeric')}
              >
                {cell}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);
