import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { classes, idList } from '../classes';
import { useWords } from '../words';
import { Multiline, type MultilineProps } from './controls';
import { Field, Hint, type Question } from './field';
import { mergeRefs } from './refs';

export interface TextareaProps extends Question, Omit<MultilineProps, keyof Question | 'invalid' | 'className'> {
  /** The most characters that are taken. The field says how many are left, and lets more be typed so as to be cut. */
  readonly limit?: number | undefined;
  /** The percentage of the limit from which the count is shown: before, nobody needs it. */
  readonly threshold?: number | undefined;
  /** How characters are counted; UTF-16 code units, if not given. */
  readonly count?: ((text: string) => number) | undefined;
}

/** Several lines of text. */
export const Textarea = (props: TextareaProps) => {
  const { limit, ...rest } = props;
  return limit === undefined ? <PlainTextarea {...rest} /> : <CountedTextarea {...rest} limit={limit} />;
};

const PlainTextarea = ({
  id,
  name,
  label,
  size,
  heading,
  hint,
  error,
  describedBy,
  threshold: _threshold,
  count: _count,
  ...rest
}: Omit<TextareaProps, 'limit'>) => (
  <Field {...{ id, name, label, size, heading, hint, error, describedBy }}>
    {(ids) => (
      <Multiline id={ids.id} name={name} aria-describedby={ids.describedBy} invalid={Boolean(error)} {...rest} />
    )}
  </Field>
);

const lengthOf = (text: string) => text.length;

/** Screen readers hear the count when typing has paused this long: a count at every key would talk over the letters. */
const pause = 1000;

const CountedTextarea = ({
  id: givenId,
  name,
  label,
  size,
  heading,
  hint,
  error,
  describedBy,
  limit,
  threshold = 75,
  count = lengthOf,
  onChange,
  ref,
  ...rest
}: TextareaProps & { readonly limit: number }) => {
  const words = useWords();
  const id = givenId ?? name;
  const own = useRef<HTMLTextAreaElement>(null);
  const initial = String(rest.value ?? rest.defaultValue ?? '');
  const [typed, setTyped] = useState(initial);
  const [announced, setAnnounced] = useState(initial);
  const text = rest.value === undefined ? typed : String(rest.value);

  // A form library may fill the box through the ref, without an event.
  useEffect(() => setTyped(own.current?.value ?? ''), []);
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(text), pause);
    return () => clearTimeout(timer);
  }, [text]);

  const left = limit - count(text);
  const isFar = (one: string): boolean => count(one) < (limit * threshold) / 100;
  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setTyped(event.target.value);
    onChange?.(event);
  };
  return (
    <Field
      className="govuk-character-count"
      describedBy={idList(`${id}-info`, describedBy)}
      {...{ id, name, label, size, heading, hint, error }}
    >
      {(ids) => (
        <>
          <Multiline
            {...rest}
            id={id}
            name={name}
            ref={mergeRefs(own, ref)}
            onChange={change}
            aria-describedby={ids.describedBy}
            invalid={Boolean(error) || left < 0}
          />
          <Hint id={`${id}-info`} className="govuk-character-count__message govuk-visually-hidden">
            {words.characterLimit(limit)}
          </Hint>
          <div
            className={classes(
              left < 0 ? 'govuk-error-message' : 'govuk-hint',
              'govuk-character-count__message govuk-character-count__status',
              isFar(text) && 'govuk-character-count__message--disabled',
            )}
            aria-hidden="true"
          >
            {words.charactersLeft(left)}
          </div>
          <div
            className="govuk-character-count__sr-status govuk-visually-hidden"
            aria-live="polite"
            aria-hidden={isFar(announced) || undefined}
          >
            {words.charactersLeft(limit - count(announced))}
          </div>
        </>
      )}
    </Field>
  );
};
