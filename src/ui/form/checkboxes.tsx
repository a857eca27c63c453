import type { ChangeEvent } from 'react';
import { classes } from '../classes';
import { type Choice, type ChoiceInputProps, Choices } from './choice';
import type { Question } from './field';
import { FieldGroup } from './fieldset';

export interface CheckboxesProps extends Question, Omit<ChoiceInputProps, keyof Question> {
  readonly options: readonly Choice[];
  /** The ticked values, where the caller holds them (with `onChange` and `tickedValues`). */
  readonly value?: readonly string[] | undefined;
  /** The values ticked at first, where the browser holds them. */
  readonly defaultValue?: readonly string[] | undefined;
  readonly layout?: 'small' | undefined;
}

const groupOf = (input: HTMLInputElement): readonly HTMLInputElement[] => [
  ...(input.closest('.govuk-checkboxes')?.querySelectorAll('input') ?? []),
];

/** The values that are ticked in the group of the checkbox that has changed, in the order on screen. */
export const tickedValues = (event: ChangeEvent<HTMLInputElement>): readonly string[] =>
  groupOf(event.target).flatMap((input) => (input.checked ? [input.value] : []));

/** Any of a few. Every input gets the `ref`, as react-hook-form's `register` wants. */
export const Checkboxes = ({
  id,
  name,
  label,
  size,
  heading,
  hint,
  error,
  describedBy,
  options,
  value,
  defaultValue,
  layout,
  onChange,
  ...input
}: CheckboxesProps) => {
  const alone = (tick: string) => options.some((option) => option.exclusive && option.value === tick);
  // The others are unticked before anyone hears of the change, so that whoever reads the group finds it settled.
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    const changed = event.target;
    if (changed.checked) {
      for (const other of groupOf(changed)) {
        if (other !== changed && (alone(changed.value) || alone(other.value))) other.checked = false;
      }
    }
    onChange?.(event);
  };
  return (
    <FieldGroup {...{ id, name, label, size, heading, hint, error, describedBy }}>
      <div className={classes('govuk-checkboxes', layout && `govuk-checkboxes--${layout}`)}>
        <Choices
          block="govuk-checkboxes"
          id={id ?? name}
          choices={options}
          inputOf={(choice) => ({
            ...input,
            type: 'checkbox',
            name,
            onChange: change,
            ...(value === undefined
              ? { defaultChecked: defaultValue?.includes(choice.value) ?? false }
              : { checked: value.includes(choice.value) }),
          })}
        />
      </div>
    </FieldGroup>
  );
};
