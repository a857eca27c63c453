import type { ReactNode } from 'react';
import { classes } from '../classes';

/** A step of an axis: its number, and what it means. */
export interface AxisStep {
  readonly value: number;
  readonly label: string;
}

export interface MatrixAxis {
  readonly title: string;
  readonly steps: readonly AxisStep[];
}

export interface MatrixCell {
  /** What the cell stands for, in a word or number: the tint only repeats it. */
  readonly text: string;
  readonly tint?: 'green' | 'yellow' | 'orange' | 'red' | undefined;
  /** What has been placed in the cell. */
  readonly marks?: readonly ReactNode[] | undefined;
  /** What stood in the cell before and has moved: for the eye only, so say it in words elsewhere. */
  readonly left?: readonly ReactNode[] | undefined;
}

export interface MatrixProps {
  readonly caption: ReactNode;
  /** The axis across, in the order shown. */
  readonly across: MatrixAxis;
  /** The axis down, in the order shown. */
  readonly down: MatrixAxis;
  readonly cellAt: (down: number, across: number) => MatrixCell;
}

const Step = ({ value, label }: AxisStep) => (
  <>
    <span className="app-matrix__value">{value}</span> <span className="app-matrix__meaning">{label}</span>
  </>
);

const Cell = ({ text, tint, marks = [], left = [] }: MatrixCell) => (
  <td
    className={classes(
      'govuk-table__cell app-matrix__cell',
      tint && `app-matrix__cell--${tint}`,
      marks.length > 0 && 'app-matrix__cell--marked',
    )}
  >
    <span className="app-matrix__text">{text}</span>
    {marks.length > 0 && (
      <ul className="app-matrix__marks">
        {marks.map((mark, index) => (
          <li key={index} className="app-matrix__mark">
            {mark}
          </li>
        ))}
      </ul>
    )}
    {left.length > 0 && (
      <span className="app-matrix__marks" aria-hidden="true">
        {left.map((mark, index) => (
          <span key={index} className="app-matrix__mark app-matrix__mark--left">
            {mark}
          </span>
        ))}
      </span>
    )}
  </td>
);

/** Two scales against each other as a table, with what falls where. */
export const Matrix = ({ caption, across, down, cellAt }: MatrixProps) => (
  <div className="app-matrix-room">
    {' '}
    <table className="govuk-table app-matrix">
      <caption className="govuk-table__caption govuk-table__caption--m">{caption}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          <th scope="col" rowSpan={2} className="govuk-table__header app-matrix__corner">
            <span className="app-matrix__down">{down.title}</span>
          </th>
          <th scope="colgroup" colSpan={across.steps.length} className="govuk-table__header">
            {across.title}
          </th>
        </tr>
        <tr className="govuk-table__row">
          {across.steps.map((step) => (
            <th key={step.value} scope="col" className="govuk-table__header">
              <Step {...step} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {down.steps.map((row) => (
          <tr key={row.value} className="govuk-table__row">
            <th scope="row" className="govuk-table__header">
              <Step {...row} />
            </th>
            {across.steps.map((column) => (
              <Cell key={column.value} {...cellAt(row.value, column.value)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
