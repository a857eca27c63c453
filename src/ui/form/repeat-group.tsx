import { type ReactNode, useEffect, useRef } from 'react';
import { controlOf, focusElement } from '../focus';
import { useWords } from '../words';
import { Button } from './button';
import { ErrorMessage, Hint } from './field';
import { Fieldset } from './fieldset';

export interface RepeatGroupProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** A key for each entry that stays with it when others go. */
  readonly entries: readonly string[];
  /** What an entry is called, counting from 1: `Partner 2`. */
  readonly title: (number: number) => string;
  /** The fields of the entry at an index. */
  readonly children: (index: number) => ReactNode;
  readonly addText: string;
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/**
 * Entries of one kind, with a way to add and to remove. Focus goes to the first field of what was added, and to the
 * group's heading after something was removed, so that nobody is left on a button that is gone.
 */
export const RepeatGroup = (props: RepeatGroupProps) => {
  const { id, label, hint, error, entries, title, children, addText, onAdd, onRemove } = props;
  const { remove } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(entries.length);
  useEffect(() => {
    const [was, is] = [before.current, entries.length];
    before.current = is;
    if (is > was) controlOf(`${id}-${is}`)?.focus();
    else if (is < was && heading.current) focusElement(heading.current);
  }, [id, entries.length]);
  return (
    <section className="app-repeat" aria-labelledby={`${id}-heading`} id={id}>
      <h2 className="govuk-heading-m" id={`${id}-heading`} ref={heading}>
        {label}
      </h2>
      {hint && <Hint>{hint}</Hint>}
      {error && <ErrorMessage>{error}</ErrorMessage>}
      {entries.map((key, index) => (
        <div key={key} className="app-repeat__entry" id={`${id}-${index + 1}`}>
          <Fieldset legend={title(index + 1)} size="s">
            {children(index)}
            {entries.length > (props.least ?? 0) && (
              <Button type="button" look="secondary" onClick={() => onRemove(index)}>
                {remove} <span className="govuk-visually-hidden">{title(index + 1)}</span>
              </Button>
            )}
          </Fieldset>
        </div>
      ))}
      {entries.length < (props.most ?? Number.POSITIVE_INFINITY) && (
        <Button type="button" look="secondary" onClick={onAdd}>
          {addText}
        </Button>
      )}
    </section>
  );
};
