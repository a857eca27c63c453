import type { ComponentProps } from 'react';
import { classes } from '../classes';
import { Field, type Question } from './field';

export interface FileUploadProps
  extends Question, Omit<ComponentProps<'input'>, keyof Question | 'type' | 'value' | 'defaultValue' | 'className'> {}

/** The browser's own file box: it works with every assistive technology, and files can be dropped on it. */
export const FileUpload = ({ id, name, label, size, heading, hint, error, describedBy, ...rest }: FileUploadProps) => (
  <Field {...{ id, name, label, size, heading, hint, error, describedBy }}>
    {(ids) => (
      <input
        className={classes('govuk-file-upload', error && 'govuk-file-upload--error')}
        id={ids.id}
        name={name}
        type="file"
        aria-describedby={ids.describedBy}
        {...rest}
      />
    )}
  </Field>
);
