import type { ReactNode, ToggleEvent } from 'react';
import { usePainted } from '../painted';
import { useWords } from '../words';

interface TextProps {
  readonly children: ReactNode;
}

/** Text set apart from what surrounds it: a quotation, an example, a note. */
export const InsetText = ({ children }: TextProps) => <div className="govuk-inset-text">{children}</div>;

/** Something that the person may lose or be held to, if they overlook it. */
export const WarningText = ({ children }: TextProps) => {
  const { warning } = useWords();
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{warning}</span> {children}
      </strong>
    </div>
  );
};

export interface DetailsProps extends TextProps {
  readonly summary: ReactNode;
  readonly open?: boolean | undefined;
  readonly onToggle?: ((event: ToggleEvent<HTMLDetailsElement>) => void) | undefined;
}

/**
 * What only some people need, folded away. While it is closed its content comes right after the first paint: there to
 * be opened and searched, and nobody waits for it.
 */
export const Details = ({ summary, open = false, onToggle, children }: DetailsProps) => {
  const isThere = usePainted() || open;
  return (
    <details className="govuk-details" open={open} onToggle={onToggle}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{isThere && children}</div>
    </details>
  );
};

export interface PanelProps {
  readonly title: ReactNode;
  readonly level?: 1 | 2 | undefined;
  readonly children?: ReactNode;
}

/** The end of a task: that it is done, and its reference. */
export const Panel = ({ title, level = 1, children }: PanelProps) => {
  const Level = `h${level}` as const;
  return (
    <div className="govuk-panel govuk-panel--confirmation">
      <Level className="govuk-panel__title">{title}</Level>
      {children && <div className="govuk-panel__body">{children}</div>}
    </div>
  );
};
