import type { KeyboardEvent } from 'react';

export interface RatingProps {
  readonly id: string;
  readonly name: string;
  /** The steps from lowest to highest, each with its number, its word and, for who points at it, what that means. */
  readonly steps: readonly { readonly value: string; readonly label: string; readonly hint?: string | undefined }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The number that is pressed is chosen, as in a list that drops down. */
const chooseByNumber = ({ key, currentTarget }: KeyboardEvent): void => {
  const all = [...(currentTarget.closest('.app-rating')?.querySelectorAll('input') ?? [])];
  const radio = all.find((one) => one.value === key);
  radio?.focus();
  radio?.click();
};

/** A scale in the cell of a grid: its numbers in a row, one of which is pressed, and below them what it means. */
export const Rating = ({ id, name, steps, value, onChange }: RatingProps) => (
  <div className="app-rating">
    <div className="app-rating__steps">
      {steps.map((step, index) => (
        <label
          key={step.value}
          className="app-rating__step"
          title={step.hint ? `${step.label}: ${step.hint}` : step.label}
        >
          <input
            className="app-rating__input"
            type="radio"
            id={index === 0 ? id : `${id}-${step.value}`}
            name={name}
            value={step.value}
            checked={step.value === value}
            onChange={() => onChange(step.value)}
            onKeyDown={chooseByNumber}
          />
          <span className="app-rating__number">
            {step.value}
            <span className="govuk-visually-hidden"> {step.label}</span>
          </span>
        </label>
      ))}
    </div>
    <span className="app-rating__meaning" aria-hidden="true">
      {steps.find((step) => step.value === value)?.label ?? ' '}
    </span>
  </div>
);
