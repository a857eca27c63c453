import { useWords } from '../words';
import { Input, type InputProps } from './controls';
import { FormGroup, Label, type Question } from './field';
import { FieldGroup } from './fieldset';

type Part = 'day' | 'month' | 'year';

/** One box: its name, and whatever else an input takes (`{...register('start.day')}`). */
export type DatePartProps = Omit<InputProps, 'id' | 'columns' | 'invalid' | 'className'> & { readonly name: string };

export interface DateInputProps extends Omit<Question, 'name'> {
  /** The stem of the ids: `start-day`, `start-month`, `start-year`. An error link to it goes to the first box in error. */
  readonly id: string;
  /** Without a day the question asks for a month. */
  readonly day?: DatePartProps | undefined;
  readonly month: DatePartProps;
  readonly year: DatePartProps;
  /** The person has gone on from the date, not only from one of its boxes to the next. */
  readonly onLeave?: (() => void) | undefined;
  /** Whether the day may be left empty, and says so. */
  readonly dayOptional?: boolean | undefined;
  /** The boxes that are wrong; all of them, if there is an error and no word of which. */
  readonly wrong?: readonly Part[] | undefined;
}

/** A date that the person knows or can look up, in three boxes, or two for a month. */
export const DateInput = ({ day, month, year, dayOptional, wrong, onLeave, ...question }: DateInputProps) => {
  const words = useWords();
  const { id, error } = question;
  const labels = { day: dayOptional ? words.dayOptional : words.day, month: words.month, year: words.year };
  const box = (part: Part, props: DatePartProps) => (
    <div className="govuk-date-input__item">
      <FormGroup>
        <Label className="govuk-date-input__label" htmlFor={`${id}-${part}`}>
          {labels[part]}
        </Label>
        <Input
          inputMode="numeric"
          {...props}
          id={`${id}-${part}`}
          className="govuk-date-input__input"
          columns={part === 'year' ? 4 : 2}
          invalid={Boolean(error) && (wrong?.includes(part) ?? true)}
        />
      </FormGroup>
    </div>
  );
  // The role makes JAWS read the hint and error of a fieldset of text boxes (GOV.UK Frontend, date-input/template.njk).
  return (
    <FieldGroup {...question} name={id} role="group">
      <div
        className="govuk-date-input"
        id={id}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) onLeave?.();
        }}
      >
        {day && box('day', day)}
        {box('month', month)}
        {box('year', year)}
      </div>
    </FieldGroup>
  );
};
