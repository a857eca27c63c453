import type { ReactNode } from 'react';
import { classes } from '../classes';
import { FormGroup, notesOf, type Question, type Size } from './field';

interface FieldsetProps {
  readonly legend?: ReactNode;
  readonly size?: Size | undefined;
  readonly heading?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly role?: 'group' | undefined;
  readonly children?: ReactNode;
}

export const Fieldset = ({ legend, size, heading, describedBy, role, children }: FieldsetProps) => (
  <fieldset className="govuk-fieldset" aria-describedby={describedBy} role={role}>
    {legend && (
      <legend className={classes('govuk-fieldset__legend', size && `govuk-fieldset__legend--${size}`)}>
        {heading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
    )}
    {children}
  </fieldset>
);

interface FieldGroupProps extends Question {
  readonly role?: 'group' | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A question with several controls: its label is the legend, and hint and error describe the group. */
export const FieldGroup = ({ label, size, heading, role, className, children, ...question }: FieldGroupProps) => {
  const { describedBy, notes } = notesOf(question.id ?? question.name, question);
  return (
    <FormGroup error={question.error} className={className}>
      <Fieldset legend={label} size={size} heading={heading} describedBy={describedBy} role={role}>
        {notes}
        {children}
      </Fieldset>
    </FormGroup>
  );
};
