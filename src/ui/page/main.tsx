import type { ReactNode } from 'react';

/** Where the skip link goes. */
export const mainId = 'main-content';

export interface MainProps {
  /** What stands above the content: a back link. */
  readonly before?: ReactNode;
  /** Whether the content takes the whole width (tables), not the two thirds that are good to read. */
  readonly wide?: boolean | undefined;
  readonly children: ReactNode;
}

/** The content of a page, below the header. One on each page. */
export const Main = ({ before, wide = false, children }: MainProps) => (
  <div className="govuk-width-container">
    {before}
    <main className="govuk-main-wrapper" id={mainId}>
      {wide ? (
        children
      ) : (
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-two-thirds">{children}</div>
        </div>
      )}
    </main>
  </div>
);
