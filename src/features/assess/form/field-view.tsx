import { lazy, type ReactNode, Suspense } from 'react';
import { inLanguage, roleName, words } from '../../../policy/present';
import { isUnsure } from '../../../policy/scope';
import { type AskedField, offeredOptions } from '../../../policy/walk';
import { walkStrings } from '../../../strings/walk';
import { Checkboxes, Radios, TextInput, tickedValues } from '../../../ui';
import { controlId, type Fields, stepsOf, takenOver } from './fields';
import { DateInput, GroupView, Scale, Select, Textarea } from './late-controls';
import { type Raw, type RawDate, textOf } from './raw';

// Fetched with the first page that has them: no one needs them to answer the first question.
const FilesView = lazy(() => import('./files-view').then((module) => ({ default: module.FilesView })));

/** Above this many options a list is chosen from, not clicked. */
const longList = 12;

interface FieldViewProps {
  readonly fields: Fields;
  readonly asked: AskedField;
  /** Whether the page's heading already asks the question. */
  readonly asHeading?: boolean;
  /** Whether it is one of many, so that choices stand close, or even beside the question. */
  readonly layout?: 'small' | 'line' | undefined;
}

/** One field of a page. */
export const FieldView = ({ fields, asked, asHeading = false, layout }: FieldViewProps) => {
  const { walk, language } = fields;
  const { field, key, row, required } = asked;
  const text = words(walk, field.label, language, row);
  const label: ReactNode = asHeading ? (
    <span className="govuk-visually-hidden">{text}</span>
  ) : required ? (
    text
  ) : (
    walkStrings.optional(text)
  );
  const written = field.hint && words(walk, field.hint, language, row);
  const raw = fields.raw(asked);
  // Whom to ask is said to those who need it.
  const asks =
    field.ask !== undefined && isUnsure(walk.model, field.id, textOf(raw))
      ? walkStrings.who(roleName(walk, field.ask, language))
      : undefined;
  const hint = [written, takenOver(fields, asked), asks].filter(Boolean).join(' ') || undefined;
  const question = { id: controlId(key), name: key, label, hint, error: fields.error(key), size: 's' as const };
  const change = (next: Raw): void => fields.change(asked, next);
  const leave = (): void => fields.leave(asked);
  switch (field.kind) {
    case 'choice': {
      const options = offeredOptions(walk, field, row).map((option) => ({
        value: option.id,
        text: inLanguage(option.label, language),
        hint: option.hint && inLanguage(option.hint, language),
        exclusive: layout === 'line' ? undefined : (option.exclusive ?? option.unsure),
      }));
      return options.length > longList ? (
        <Suspense>
          <Select
            {...question}
            options={[{ value: '', text: walkStrings.choose }, ...options]}
            value={textOf(raw)}
            onChange={(event) => change(event.target.value)}
          />
        </Suspense>
      ) : (
        <Radios
          {...question}
          {...{ options, layout }}
          value={textOf(raw)}
          onChange={(event) => change(event.target.value)}
        />
      );
    }
    case 'choices':
      return (
        <Checkboxes
          {...question}
          layout={layout && 'small'}
          options={offeredOptions(walk, field, row).map((option) => ({
            value: option.id,
            text: inLanguage(option.label, language),
            hint: option.hint && inLanguage(option.hint, language),
            exclusive: option.exclusive,
          }))}
          value={raw as readonly string[]}
          onChange={(event) => change(tickedValues(event))}
        />
      );
    case 'scale':
      return (
        <Suspense>
          <Scale
            {...question}
            steps={stepsOf(fields, asked)}
            value={textOf(raw)}
            onChange={(event) => change(event.target.value)}
          />
        </Suspense>
      );
    case 'text':
      return field.lines ? (
        <Suspense>
          <Textarea
            {...question}
            limit={field.max}
            value={textOf(raw)}
            onChange={(event) => change(event.target.value)}
            onBlur={leave}
          />
        </Suspense>
      ) : (
        <TextInput
          {...question}
          spellCheck
          value={textOf(raw)}
          onChange={(event) => change(event.target.value)}
          onBlur={leave}
        />
      );
    case 'money':
    case 'whole':
      return (
        <TextInput
          {...question}
          inputMode={field.kind === 'money' ? 'decimal' : 'numeric'}
          width={10}
          {...(field.kind === 'money' && { prefix: '£' })}
          {...(field.kind === 'whole' && field.unit && { suffix: inLanguage(field.unit, language) })}
          value={textOf(raw)}
          onChange={(event) => change(event.target.value)}
          onBlur={leave}
        />
      );
    case 'date': {
      const value = raw as RawDate;
      const part = (name: keyof RawDate) => ({
        name: `${key}.${name}`,
        value: value[name],
        onChange: (event: { readonly target: { readonly value: string } }) =>
          change({ ...value, [name]: event.target.value }),
      });
      return (
        <Suspense>
          <DateInput
            {...question}
            day={part('day')}
            month={part('month')}
            year={part('year')}
            dayOptional={field.precision === 'month'}
            onLeave={leave}
          />
        </Suspense>
      );
    }
    case 'file':
      return (
        <Suspense>
          <FilesView fields={fields} question={question} field={field} raw={raw} change={change} />
        </Suspense>
      );
    case 'group':
      return (
        <Suspense>
          <GroupView fields={fields} asked={asked} group={field} question={question} label={text}>
            {(inner) => <FieldView key={inner.key} fields={fields} asked={inner} />}
          </GroupView>
        </Suspense>
      );
  }
};
