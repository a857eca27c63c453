import type { ComponentProps, ReactNode } from 'react';
import { useWords } from '../words';
import { Hint, Label } from './field';

/** One option of radios or checkboxes. */
export interface Choice {
  readonly value: string;
  readonly text: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean | undefined;
  /** Stands apart after "or" ("Not sure", "None of these"). Ticking such a checkbox unticks the others. */
  readonly exclusive?: boolean | undefined;
}

/** What every input of a group takes: the things that react-hook-form's `register` gives, and any other attribute. */
export type ChoiceInputProps = Omit<
  ComponentProps<'input'>,
  'id' | 'name' | 'type' | 'size' | 'value' | 'defaultValue' | 'checked' | 'defaultChecked' | 'className' | 'children'
>;

interface ChoicesProps {
  readonly block: 'govuk-radios' | 'govuk-checkboxes';
  readonly id: string;
  readonly choices: readonly Choice[];
  readonly inputOf: (choice: Choice) => ComponentProps<'input'>;
}

/** The items of a group. The first input has the group's id, so that an error link can name it. */
export const Choices = ({ block, id, choices, inputOf }: ChoicesProps) => {
  const { or } = useWords();
  return choices.map((choice, index) => {
    const itemId = index === 0 ? id : `${id}-${index + 1}`;
    const input = inputOf(choice);
    const hintId = choice.hint ? `${itemId}-item-hint` : undefined;
    const divided = choice.exclusive && index > 0 && !choices[index - 1]?.exclusive;
    return [
      divided && (
        <div key="or" className={`${block}__divider`}>
          {or}
        </div>
      ),
      <div key={choice.value} className={`${block}__item`}>
        <input
          {...input}
          className={`${block}__input`}
          id={itemId}
          value={choice.value}
          disabled={choice.disabled ?? input.disabled}
          aria-describedby={hintId}
        />
        <Label className={`${block}__label`} htmlFor={itemId}>
          {choice.text}
        </Label>
        {hintId && (
          <Hint id={hintId} className={`${block}__hint`}>
            {choice.hint}
          </Hint>
        )}
      </div>,
    ];
  });
};
