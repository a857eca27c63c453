import type { ReactNode } from 'react';
import { classes } from '../classes';
import { usePainted } from '../painted';
import { Hint } from './field';

export interface GridColumn {
  readonly key: string;
  readonly label: string;
  /** What its values mean, in a few words, for the eye: the controls say it to screen readers. */
  readonly hint?: string | undefined;
  /** Whether it takes what width the others leave, for text. */
  readonly wide?: boolean | undefined;
  /** Whether it has the same width before there is anything in it: what follows from the fields comes late. */
  readonly steady?: boolean | undefined;
}

export interface GridRow {
  readonly key: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Its number, where something else on the page calls it by that. */
  readonly number?: number | undefined;
}

export interface GridProps {
  readonly id: string;
  readonly caption: ReactNode;
  /** The heading of the column of row headings. */
  readonly rowsTitle: string;
  readonly columns: readonly GridColumn[];
  /** The keys of what stands below a row, over its whole width, where `children` gives something for it. */
  readonly below?: readonly string[] | undefined;
  readonly rows: readonly GridRow[];
  /** What stands in a cell: `GridField`s, or what follows from them; `null` where nothing is asked. */
  readonly children: (row: string, column: string) => ReactNode;
  /** Whether row headings are short, as numbers are. */
  readonly shortHeadings?: boolean | undefined;
  /** What a cell in which nothing is asked says to screen readers. */
  readonly notAsked: string;
}

/** So many rows are enough to begin with: the others follow in the next frame. */
const firstRows = 2;

type LineProps = Pick<GridProps, 'columns' | 'below' | 'children' | 'notAsked'> & { readonly row: GridRow };

/** One row, and below it what is asked of it alone. */
const Line = ({ row: { key, label, hint, number }, columns, below = [], children, notAsked }: LineProps) => {
  const under = below.map((part) => [part, children(key, part)] as const).filter(([, content]) => content !== null);
  const numbered = number !== undefined && 'app-grid__numbered';
  return (
    <>
      <tr className={classes('govuk-table__row', under.length > 0 && 'app-grid__row--on')} role="row">
        <th scope="row" role="rowheader" className={classes('govuk-table__header', numbered)}>
          {numbered && <span className="app-grid__number">{number}. </span>}
          {label}
          {hint && <Hint>{hint}</Hint>}
        </th>
        {columns.map((column) => {
          const content = children(key, column.key);
          return (
            <td
              key={column.key}
              role="cell"
              className={classes('govuk-table__cell', content === null && 'app-grid__cell--empty')}
            >
              {content ?? <span className="govuk-visually-hidden">{notAsked}</span>}
            </td>
          );
        })}
      </tr>
      {under.map(([part, content]) => (
        <tr key={part} className="govuk-table__row app-grid__row--under" role="row">
          <td role="cell" colSpan={columns.length + 1} className={classes('govuk-table__cell', numbered)}>
            <div className="app-grid__fields">{content}</div>
          </td>
        </tr>
      ))}
    </>
  );
};

/**
 * A table of fields: a row for each thing, a column for each question about it. Where there is no room for the columns
 * the rows are stacked as cards. The roles are written because `display` takes away a table's own in some browsers.
 */
export const Grid = ({ id, caption, rowsTitle, rows, shortHeadings, ...cells }: GridProps) => {
  const isPainted = usePainted();
  return (
    <div className="app-grid-room">
      <table
        className={classes('govuk-table app-grid', shortHeadings && 'app-grid--short')}
        role="table"
        id={id}
        aria-busy={!isPainted || undefined}
      >
        <caption className="govuk-table__caption govuk-table__caption--m">{caption}</caption>
        <thead className="govuk-table__head" role="rowgroup">
          <tr className="govuk-table__row" role="row">
            <th scope="col" role="columnheader" className="govuk-table__header">
              {rowsTitle}
            </th>
            {cells.columns.map(({ key, label, hint, wide, steady }) => (
              <th
                key={key}
                scope="col"
                role="columnheader"
                className={classes('govuk-table__header', wide && 'app-grid__wide', steady && 'app-grid__steady')}
              >
                {label}
                {hint && (
                  <div className="govuk-hint" aria-hidden="true">
                    {hint}
                  </div>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body" role="rowgroup">
          {(isPainted ? rows : rows.slice(0, firstRows)).map((row) => (
            <Line key={row.key} row={row} {...cells} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
