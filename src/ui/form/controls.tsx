import type { ComponentProps } from 'react';
import { classes } from '../classes';

/**
 * The controls alone, for where the question stands elsewhere (a table's headings, a date's legend). Everything that an
 * `input`, `textarea` or `select` takes passes through, so that `{...register(name)}` of react-hook-form can be spread.
 */

/** Characters that fit in sight, or a share of the column. A short field says that a short answer is wanted. */
export type Width =
  2 | 3 | 4 | 5 | 10 | 20 | 30 | 'full' | 'three-quarters' | 'two-thirds' | 'one-half' | 'one-third' | 'one-quarter';

const widthClass = (block: string, width: Width | undefined) =>
  width && (typeof width === 'number' ? `${block}--width-${width}` : `govuk-!-width-${width}`);

interface Common {
  readonly invalid?: boolean | undefined;
}

export interface InputProps extends ComponentProps<'input'>, Common {
  readonly columns?: Width | undefined;
}

export const Input = ({ invalid, columns, className, type = 'text', ...rest }: InputProps) => (
  <input
    className={classes('govuk-input', className, widthClass('govuk-input', columns), invalid && 'govuk-input--error')}
    type={type}
    {...rest}
  />
);

export interface MultilineProps extends ComponentProps<'textarea'>, Common {}

export const Multiline = ({ invalid, className, rows = 5, ...rest }: MultilineProps) => (
  <textarea
    className={classes('govuk-textarea', className, invalid && 'govuk-textarea--error')}
    rows={rows}
    {...rest}
  />
);

export interface SelectOption {
  readonly value: string;
  readonly text: string;
  readonly disabled?: boolean | undefined;
}

export interface DropdownProps extends Omit<ComponentProps<'select'>, 'children' | 'multiple'>, Common {
  readonly options: readonly SelectOption[];
}

export const Dropdown = ({ invalid, className, options, ...rest }: DropdownProps) => (
  <select className={classes('govuk-select', className, invalid && 'govuk-select--error')} {...rest}>
    {options.map(({ value, text, disabled }) => (
      <option key={value} value={value} disabled={disabled}>
        {text}
      </option>
    ))}
  </select>
);
