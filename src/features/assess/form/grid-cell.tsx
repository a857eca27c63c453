import type { ReactNode } from 'react';
import { inLanguage, words } from '../../../policy/present';
import { type AskedField, offeredOptions } from '../../../policy/walk';
import { walkStrings } from '../../../strings/walk';
import { Dropdown, Input, Multiline } from '../../../ui';
import { GridField, GridTick } from '../../../ui/form/grid-field';
import { Rating } from '../../../ui/form/rating';
import { controlId, type Fields, stepsOf, takenOver } from './fields';
import { tickOf } from './grid-columns';
import { textOf } from './raw';

interface GridCellProps {
  readonly fields: Fields;
  readonly asked: AskedField;
  /** What the row is called. */
  readonly row: string;
  /** Whether the column's heading is this field's label. */
  readonly headed: boolean;
  /** How a field is shown for which there is no compact control. */
  readonly plain: (asked: AskedField) => ReactNode;
}

/** Words up to this length have one line. */
const oneLine = 120;
const compact: ReadonlySet<string> = new Set(['choice', 'scale', 'text', 'money', 'whole']);

/** The options of a choice, or the levels of a scale with their numbers. */
const optionsOf = (fields: Fields, asked: AskedField) =>
  asked.field.kind === 'scale'
    ? stepsOf(fields, asked).map(({ value, label }) => ({ value, text: `${value} ${label}` }))
    : offeredOptions(fields.walk, asked.field, asked.row).map((option) => ({
        value: option.id,
        text: inLanguage(option.label, fields.language),
      }));

/** One field in a cell of a grid, with the smallest control that takes its answer. */
export const GridCell = ({ fields, asked, row, headed, plain }: GridCellProps) => {
  const { field, key, required } = asked;
  if (!compact.has(field.kind)) return plain(asked);
  const { walk, language } = fields;
  const label = words(walk, field.label, language, asked.row);
  const written = field.kind !== 'scale' && field.hint ? words(walk, field.hint, language, asked.row) : undefined;
  const value = textOf(fields.raw(asked));
  const change = (event: { readonly target: { readonly value: string } }): void =>
    fields.change(asked, event.target.value);
  const chosen = field.kind === 'choice' || field.kind === 'scale';
  // What is pressed cannot be pressed away again, as an answer that may be left out must be.
  const rated = field.kind === 'scale' && required;
  const tick = tickOf(field)?.map(({ id, label: said }) => ({ id, text: inLanguage(said, language) }));
  const [ticked, not] = tick?.some(({ id }) => id === value) ? tick : [];
  return (
    <GridField
      id={controlId(key)}
      label={required ? label : walkStrings.optional(label)}
      row={row}
      headed={headed}
      hint={[written, takenOver(fields, asked)].filter(Boolean).join(' ') || undefined}
      error={fields.error(key)}
      several={rated}
    >
      {(control) =>
        rated ? (
          <Rating
            id={control.id}
            name={key}
            steps={stepsOf(fields, asked)}
            value={value}
            onChange={(step) => fields.change(asked, step)}
          />
        ) : ticked && not ? (
          <GridTick
            id={control.id}
            aria-describedby={control['aria-describedby']}
            name={key}
            checked={value === ticked.id}
            onChange={({ target }) => fields.change(asked, target.checked ? ticked.id : not.id)}
          >
            {ticked.text}
          </GridTick>
        ) : chosen ? (
          <Dropdown
            {...control}
            name={key}
            value={value}
            options={[
              ...(value === '' || !required ? [{ value: '', text: walkStrings.choose }] : []),
              ...optionsOf(fields, asked),
            ]}
            onChange={change}
          />
        ) : field.kind === 'text' && (field.lines || field.max > oneLine) ? (
          <Multiline
            {...control}
            name={key}
            rows={field.lines ? 3 : 2}
            spellCheck
            value={value}
            onChange={change}
            onBlur={() => fields.leave(asked)}
          />
        ) : (
          <Input
            {...control}
            name={key}
            {...(field.kind !== 'text' && { inputMode: field.kind === 'money' ? 'decimal' : 'numeric' })}
            value={value}
            onChange={change}
            onBlur={() => fields.leave(asked)}
          />
        )
      }
    </GridField>
  );
};
