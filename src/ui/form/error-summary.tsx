import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { focusElement, focusField } from '../focus';
import { useWords } from '../words';

export interface ErrorItem {
  readonly text: string;
  /** The id of the field in error; of a group, the group's (its first input) or one of its boxes. */
  readonly field?: string | undefined;
}

export interface ErrorSummaryProps {
  readonly errors: readonly ErrorItem[];
  readonly title?: string | undefined;
  readonly children?: ReactNode;
}

/**
 * Everything that is wrong with a form, above its heading. It takes the focus when it appears: give it a `key` that
 * changes with each attempt (the count of submissions), so that it does so every time.
 */
export const ErrorSummary = ({ errors, title, children }: ErrorSummaryProps) => {
  const { errorsTitle } = useWords();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (root.current) focusElement(root.current);
  }, []);
  // The address stays as it is: it may hold the screen's place, and going back should not step through errors.
  const go = (field: string) => (event: MouseEvent) => {
    event.preventDefault();
    focusField(field);
  };
  return (
    <div className="govuk-error-summary" ref={root}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title ?? errorsTitle}</h2>
        <div className="govuk-error-summary__body">
          {children && <p>{children}</p>}
          {errors.length > 0 && (
            <ul className="govuk-list govuk-error-summary__list">
              {errors.map(({ text, field }) => (
                <li key={`${field} ${text}`}>
                  {field ? (
                    <a href={`#${field}`} onClick={go(field)}>
                      {text}
                    </a>
                  ) : (
                    text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
};
