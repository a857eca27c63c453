import { Dropdown, type DropdownProps } from './controls';
import { Field, type Question } from './field';

export interface SelectProps extends Question, Omit<DropdownProps, keyof Question | 'size' | 'invalid' | 'className'> {}

/** One of many, where radios would be too long a list. For "nothing chosen", give an option with an empty value. */
export const Select = ({ id, name, label, size, heading, hint, error, describedBy, ...rest }: SelectProps) => (
  <Field {...{ id, name, label, size, heading, hint, error, describedBy }}>
    {(ids) => (
      <Dropdown id={ids.id} name={name} aria-describedby={ids.describedBy} invalid={Boolean(error)} {...rest} />
    )}
  </Field>
);
