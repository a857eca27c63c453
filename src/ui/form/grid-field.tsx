import type { ComponentProps, ReactNode } from 'react';
import { classes, idList } from '../classes';
import { ErrorMessage, Hint } from './field';

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
  /** The control: `Input`, `Dropdown`, `Multiline`, `GridTick` or `Rating` with these ids. */
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

export interface GridTickProps extends Omit<ComponentProps<'input'>, 'id' | 'type' | 'className' | 'children'> {
  readonly id: string;
  /** What is so while it is ticked. */
  readonly children: ReactNode;
}

/** A question with two answers as one tick, which says the first of them. */
export const GridTick = ({ id, children, ...input }: GridTickProps) => (
  <div className="govuk-checkboxes govuk-checkboxes--small app-grid__tick">
    <div className="govuk-checkboxes__item">
      <input {...input} className="govuk-checkboxes__input" id={id} type="checkbox" />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
        {children}
      </label>
    </div>
  </div>
);
