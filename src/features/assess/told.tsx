import { useEffect, useState } from 'react';
import type { FieldEntry } from '../../assessment/log';
import { useServices } from '../../services';
import { newVersionStrings } from '../../strings/new-version';
import { Link } from '../../ui';
import { NotificationBanner } from '../../ui/content/notification-banner';
import { newVersionAt } from './addresses';
import { useSession } from './draft-context';
import { Elsewhere } from './elsewhere';
import { type Newer, newerPolicy } from './newer-policy';

/** That the policy has a new version, until the officer has chosen which to finish on. */
const NewVersion = () => {
  const session = useSession();
  const services = useServices();
  const [newer, setNewer] = useState<Newer>();
  useEffect(() => {
    void newerPolicy(services, session).then(setNewer);
  }, [services, session]);
  if (!newer || newer.isDeclined) return null;
  return (
    <NotificationBanner title={newVersionStrings.bannerTitle}>
      <p className="govuk-notification-banner__heading">{newVersionStrings.banner(newer.model.policy.version)}</p>
      <p className="govuk-body">
        {newVersionStrings.bannerWhat} <Link href={newVersionAt(session.draft.id)}>{newVersionStrings.bannerLink}</Link>
      </p>
    </NotificationBanner>
  );
};

/** What an officer is told above every screen of a draft: what other tabs have given, and that its policy is newer. */
export const Told = ({ entries }: { readonly entries: readonly FieldEntry[] }) => (
  <>
    {entries.length > 0 && <Elsewhere entries={entries} />}
    {/* The screen of the choice says so itself. */}
    {!window.location.hash.endsWith('/new-version') && <NewVersion />}
  </>
);
