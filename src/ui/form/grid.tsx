import type { ReactNode } from 'react';
import { classes, idList } from '../classes';
import { usePainted } from '../painted';
import { ErrorMessage, Hint } from './field';

export interface GridColumn {
  readonly key: string;
  readonly label: string;
  /** What its values mean, in a few words, for the eye: the controls say it to screen readers. */
  readonly hint?: string | undefined;
  /** Whether it takes what width the others leave, for text. */
  readonly wide?: boolean | undefined;
}

export interface GridRow {
  readonly key: string;
  readonly label: string;
  readonly hint?: ReactNode;
}

export interface GridProps {
  readonly id: string;
  readonly caption: ReactNode;
  /** The heading of the column of row headings. */
  readonly rowsTitle: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** What stands in a cell: `GridField`s, or what follows from them; `null` where nothing is asked. */
  readonly children: (row: string, column: string) => ReactNode;
  /** Whether row headings are short, as numbers are. */
  readonly shortHeadings?: boolean | undefined;
  /** What a cell in which nothing is asked says to screen readers. */
  readonly notAsked: string;
}

/** So many rows are as much as a screen shows at first: the others follow in the next frame. */
const firstRows = 4;

/**
 * A table of fields: a row for each thing, a column for each question about it. Where there is no room for the columns
 * the rows are stacked as cards. The roles are written because `display` takes away a table's own in some browsers.
 */
export const Grid = ({ id, caption, rowsTitle, columns, rows, children, shortHeadings, notAsked }: GridProps) => {
  const isPainted = usePainted();
  const cell = (row: GridRow, column: GridColumn) => {
    const content = children(row.key, column.key);
    return (
      <td
        key={column.key}
        role="cell"
        className={classes('govuk-table__cell', content === null && 'app-grid__cell--empty')}
      >
        {content ?? <span className="govuk-visually-hidden">{notAsked}</span>}
      </td>
    );
  };
  return (
    <div className="app-grid-room">
      <table className={classes('govuk-table app-grid', shortHeadings && 'app-grid--short')} role="table" id={id}>
        <caption className="govuk-table__caption govuk-table__caption--m">{caption}</caption>
        <thead className="govuk-table__head" role="rowgroup">
          <tr className="govuk-table__row" role="row">
            <th scope="col" role="columnheader" className="govuk-table__header">
              {rowsTitle}
            </th>
            {columns.map(({ key, label, hint, wide }) => (
              <th
                key={key}
                scope="col"
                role="columnheader"
                className={classes('govuk-table__header', wide && 'app-grid__wide')}
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
    </div>
  );
};

/** What the control of a cell must carry. */
export interface GridControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly invalid: boolean;
}

export interface GridFieldProps {
  readonly id: string;
  readonly label: string;
  /** What the row is called, so that every control has a name of its own. */
  readonly row: string;
  /** Whether the column's heading says the label already, to the eye. */
  readonly headed?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Whether the control is several that belong together, such as the steps of a `Rating`. */
  readonly several?: boolean | undefined;
  /** The control: `Input`, `Dropdown`, `Multiline` or `Rating` with these ids. */
  readonly children: (control: GridControl) => ReactNode;
}

/** One question in a cell. Its label is always read out, and seen wherever no column heading says it. */
export const GridField = ({ id, label, row, headed, hint, error, several, children }: GridFieldProps) => {
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = idList(hintId, errorId);
  const text = (
    <>
      {label} <span className="govuk-visually-hidden">({row})</span>
    </>
  );
  const labelled = classes('govuk-label', headed && 'app-grid__label');
  const content = (
    <>
      {hintId && <Hint id={hintId}>{hint}</Hint>}
      {errorId && <ErrorMessage id={errorId}>{error}</ErrorMessage>}
      {children({ id, 'aria-describedby': describedBy, invalid: error !== undefined })}
    </>
  );
  const field = classes('app-grid__field', error && 'app-grid__field--error');
  return several ? (
    <fieldset className={classes('govuk-fieldset', field)} aria-describedby={describedBy}>
      <legend className={labelled}>{text}</legend>
      {content}
    </fieldset>
  ) : (
    <div className={field}>
      <label className={labelled} htmlFor={id}>
        {text}
      </label>
      {content}
    </div>
  );
};
