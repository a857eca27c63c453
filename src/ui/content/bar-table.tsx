import { classes } from '../classes';

export interface BarRow {
  readonly key: string;
  readonly label: string;
  readonly amount: number;
  /** The amount as people read it. */
  readonly text: string;
  /** Whether it stands out, as what is overdue does; its label says why. */
  readonly strong?: boolean | undefined;
}

export interface BarTableProps {
  readonly label: string;
  /** What the rows are, what is counted, and what the bars are called. */
  readonly columns: readonly [string, string, string];
  readonly rows: readonly BarRow[];
  /** What all of them come to. */
  readonly total?: { readonly label: string; readonly text: string } | undefined;
}

const height = 20;

/** Each amount as a number and, for those who see it, as a bar beside it: one table is the chart and its figures. */
export const BarTable = ({ label, columns: [head, amount, chart], rows, total }: BarTableProps) => {
  const most = Math.max(...rows.map((row) => row.amount), 1);
  return (
    <table className="govuk-table app-bars" aria-label={label}>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          <th scope="col" className="govuk-table__header">
            {head}
          </th>
          <th scope="col" className="govuk-table__header govuk-table__header--numeric">
            {amount}
          </th>
          <td className="govuk-table__header app-bars__bar" aria-hidden="true">
            <span className="govuk-visually-hidden">{chart}</span>
          </td>
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((row) => (
          <tr key={row.key} className="govuk-table__row">
            <th scope="row" className="govuk-table__header app-bars__label">
              {row.label}
            </th>
            <td className="govuk-table__cell govuk-table__cell--numeric">{row.text}</td>
            <td className="govuk-table__cell app-bars__bar" aria-hidden="true">
              <svg width="100%" height={height} focusable="false">
                <rect
                  className={classes('app-bars__fill', row.strong && 'app-bars__fill--strong')}
                  width={`${(row.amount / most) * 100}%`}
                  height={height}
                />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr className="govuk-table__row">
            <th scope="row" className="govuk-table__header">
              {total.label}
            </th>
            <td className="govuk-table__cell govuk-table__cell--numeric govuk-!-font-weight-bold">{total.text}</td>
            <td className="govuk-table__cell" aria-hidden="true" />
          </tr>
        </tfoot>
      )}
    </table>
  );
};
