import { classes } from '../classes';
import { type Choice, type ChoiceInputProps, Choices } from './choice';
import type { Question } from './field';
import { FieldGroup } from './fieldset';

const layouts = {
  inline: 'govuk-radios--inline',
  small: 'govuk-radios--small',
  line: 'govuk-radios--inline govuk-radios--small',
};

export interface RadiosProps extends Question, Omit<ChoiceInputProps, keyof Question> {
  readonly options: readonly Choice[];
  /** The chosen value, where the caller holds it (with `onChange`). */
  readonly value?: string | null | undefined;
  /** The value chosen at first, where the browser holds it. */
  readonly defaultValue?: string | undefined;
  /**
   * `inline` is for two short options, `small` for lists that are not the page's main question. `line` puts a few short
   * options beside the question, where the questions of a page are answered alike.
   */
  readonly layout?: keyof typeof layouts | undefined;
  readonly className?: string | undefined;
}

/** One of a few. Every input gets the `ref`, as react-hook-form's `register` wants. */
export const Radios = ({
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
  className,
  ...input
}: RadiosProps) => (
  <FieldGroup
    {...{ id, name, label, size, heading, hint, error, describedBy }}
    className={layout === 'line' ? 'app-line app-breakout' : undefined}
  >
    <div className={classes('govuk-radios', layout && layouts[layout], className)}>
      <Choices
        block="govuk-radios"
        id={id ?? name}
        choices={options}
        inputOf={(choice) => ({
          ...input,
          type: 'radio',
          name,
          ...(value === undefined
            ? { defaultChecked: choice.value === defaultValue }
            : { checked: choice.value === value }),
        })}
      />
    </div>
  </FieldGroup>
);
