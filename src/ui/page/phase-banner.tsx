import type { ReactNode } from 'react';
import { Tag } from '../content/tag';

export interface PhaseBannerProps {
  readonly tag: string;
  readonly children: ReactNode;
}

/** A strip under the header: how finished the service is, or that this copy is for training. */
export const PhaseBanner = ({ tag, children }: PhaseBannerProps) => (
  <div className="govuk-phase-banner govuk-width-container">
    <p className="govuk-phase-banner__content">
      <Tag className="govuk-phase-banner__content__tag">{tag}</Tag>
      <span className="govuk-phase-banner__text">{children}</span>
    </p>
  </div>
);
