import type { ReactNode } from 'react';
import { Input, type InputProps, type Width } from './controls';
import { Field, type Question } from './field';

export interface TextInputProps
  extends Question, Omit<InputProps, keyof Question | 'prefix' | 'width' | 'columns' | 'invalid' | 'className'> {
  readonly width?: Width | undefined;
  /** A sign before the box, such as £; not read out, so the label says it too. */
  readonly prefix?: ReactNode;
  /** A unit after the box; not read out, so the label says it too. */
  readonly suffix?: ReactNode;
}

/** One line of text. Numbers and money are text too, with `inputMode="numeric"` or `"decimal"`. */
export const TextInput = ({
  id,
  name,
  label,
  size,
  heading,
  hint,
  error,
  describedBy,
  width,
  prefix,
  suffix,
  ...rest
}: TextInputProps) => (
  <Field {...{ id, name, label, size, heading, hint, error, describedBy }}>
    {(ids) => {
      const input = (
        <Input
          id={ids.id}
          name={name}
          aria-describedby={ids.describedBy}
          columns={width}
          invalid={Boolean(error)}
          {...rest}
        />
      );
      if (!prefix && !suffix) return input;
      return (
        <div className="govuk-input__wrapper">
          {prefix && (
            <div className="govuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
          )}
          {input}
          {suffix && (
            <div className="govuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          )}
        </div>
      );
    }}
  </Field>
);
