import type { ReactNode } from 'react';
import { classes, idList } from '../classes';
import { useWords } from '../words';

export type Size = 's' | 'm' | 'l' | 'xl';

/** How a question is put, whatever control takes the answer. */
export interface Question {
  /** Where error links point, and the stem of the field's other ids; the name, if not given. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly label: ReactNode;
  readonly size?: Size | undefined;
  /** Whether the label is the page's heading (`h1`). */
  readonly heading?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Ids of other things that describe the field. */
  readonly describedBy?: string | undefined;
}

interface LabelProps {
  readonly htmlFor?: string | undefined;
  readonly size?: Size | undefined;
  readonly heading?: boolean | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export const Label = ({ htmlFor, size, heading, className, children }: LabelProps) => {
  const label = (
    <label className={classes('govuk-label', size && `govuk-label--${size}`, className)} htmlFor={htmlFor}>
      {children}
    </label>
  );
  return heading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
};

interface NoteProps {
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export const Hint = ({ id, className, children }: NoteProps) => (
  <div id={id} className={classes('govuk-hint', className)}>
    {children}
  </div>
);

export const ErrorMessage = ({ id, className, children }: NoteProps) => {
  const { error } = useWords();
  return (
    <p id={id} className={classes('govuk-error-message', className)}>
      <span className="govuk-visually-hidden">{error}:</span> {children}
    </p>
  );
};

/** What stands between a question and its control, and the ids of it. */
export const notesOf = (id: string, { hint, error, describedBy }: Pick<Question, 'hint' | 'error' | 'describedBy'>) => {
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  return {
    describedBy: idList(describedBy, hintId, errorId),
    notes: (
      <>
        {hintId && <Hint id={hintId}>{hint}</Hint>}
        {errorId && <ErrorMessage id={errorId}>{error}</ErrorMessage>}
      </>
    ),
  };
};

interface FormGroupProps {
  readonly error?: unknown;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export const FormGroup = ({ error, className, children }: FormGroupProps) => (
  <div className={classes('govuk-form-group', error ? 'govuk-form-group--error' : undefined, className)}>
    {children}
  </div>
);

/** What a field hands to its control. */
export interface ControlIds {
  readonly id: string;
  readonly describedBy: string | undefined;
}

interface FieldProps extends Question {
  readonly className?: string | undefined;
  readonly children: (ids: ControlIds) => ReactNode;
}

/** A question with one control: label, hint and error, tied to the control by its ids. */
export const Field = ({ label, size, heading, className, children, ...question }: FieldProps) => {
  const id = question.id ?? question.name;
  const { describedBy, notes } = notesOf(id, question);
  return (
    <FormGroup error={question.error} className={className}>
      <Label htmlFor={id} size={size} heading={heading}>
        {label}
      </Label>
      {notes}
      {children({ id, describedBy })}
    </FormGroup>
  );
};
