import type { ComponentProps, ReactNode } from 'react';

export interface TickProps extends Omit<ComponentProps<'input'>, 'type' | 'className' | 'children'> {
  readonly id: string;
  readonly label: ReactNode;
  /** What is ticked. */
  readonly children: ReactNode;
}

/** Something to be ticked: one small checkbox of its own, such as one in each row of a list, beside what it is about. */
export const Tick = ({ id, label, children, ...input }: TickProps) => (
  <div className="app-tick">
    <div>{children}</div>
    <div className="app-tick__box govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input {...input} className="govuk-checkboxes__input" id={id} type="checkbox" />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          {label}
        </label>
      </div>
    </div>
  </div>
);
