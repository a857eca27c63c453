import { type ReactNode, useEffect, useId, useRef } from 'react';
import { classes } from '../classes';
import { focusElement } from '../focus';
import { useWords } from '../words';

export interface NotificationBannerProps {
  readonly title?: string | undefined;
  /** Whether it reports that what the person just did has worked: it is green, and takes the focus. */
  readonly success?: boolean | undefined;
  /** A sentence becomes the banner's heading; anything else stands as it is. */
  readonly children: ReactNode;
}

/** News that is not about the page's own content. */
export const NotificationBanner = ({ title, success = false, children }: NotificationBannerProps) => {
  const words = useWords();
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (success && root.current) focusElement(root.current);
  }, [success]);
  return (
    <div
      ref={root}
      className={classes('govuk-notification-banner', success && 'govuk-notification-banner--success')}
      role={success ? 'alert' : 'region'}
      aria-labelledby={id}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={id}>
          {title ?? (success ? words.success : words.important)}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === 'string' ? <p className="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  );
};
