import { Component, type ReactNode } from 'react';
import { en } from '../strings/en';
import { Heading, Main } from '../ui';

/** Catches what is a fault of the program. The draft is safe: everything said to be saved lies on the disk. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Main>
        <Heading>{en.crash.title}</Heading>
        <p className="govuk-body">{en.crash.text}</p>
        <p className="govuk-body">
          <a className="govuk-link" href="./">
            {en.problem.home}
          </a>
        </p>
      </Main>
    );
  }
}
