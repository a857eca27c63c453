import { useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { writtenTime } from '../../base/calendar';
import { type Services, useServices } from '../../services';
import { thisApp } from '../../strings/this-app';
import { Button } from '../../ui';
import { NotificationBanner } from '../../ui/content/notification-banner';
import { fetchFile, siteFolder } from '../browser-services';
import { routes } from '../routes';
import { keepSite, keptCopy } from './kept-site';
import { createUpdates, takeNewest, type Updates } from './updates';

let made: Updates | undefined;

/** The one keeper of this page. */
export const updatesOf = ({ clock, site }: Services): Updates =>
  (made ??= createUpdates(async () => {
    const [now, used] = await Promise.all([keepSite(fetchFile, siteFolder, clock()), site()]);
    const changed = now.site !== undefined && used.ok && JSON.stringify(now.site) !== JSON.stringify(used.value);
    return { kept: now.kept, changed };
  }));

/**
 * Keeps the app and the site in this browser once the page is quiet, and offers what is new, on the start page alone, where
 * nobody is in the middle of anything. Stands below the page's content: what comes seconds later must not move what
 * somebody is about to click.
 */
export const Late = () => {
  const services = useServices();
  const updates = updatesOf(services);
  const { next, changed } = useSyncExternalStore(updates.watch, updates.read);
  const [location] = useLocation();
  useEffect(() => {
    void updates.begin();
  }, [updates]);
  const copy = keptCopy();
  if (location !== routes.start) return null;
  if (next === undefined && !changed)
    return copy?.isSiteFaulty ? (
      <div className="govuk-width-container">
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">{thisApp.faulty}</p>
          <p className="govuk-body">{thisApp.faultyText(writtenTime(copy.since))}</p>
        </NotificationBanner>
      </div>
    ) : null;
  return (
    <div className="govuk-width-container">
      <NotificationBanner>
        <p className="govuk-notification-banner__heading">{next ? thisApp.notice : thisApp.changed}</p>
        <p className="govuk-body">{next ? thisApp.noticeText : thisApp.changedText}</p>
        <Button type="button" look="secondary" onClick={() => void takeNewest()}>
          {next ? thisApp.take : thisApp.reload}
        </Button>
      </NotificationBanner>
    </div>
  );
};
