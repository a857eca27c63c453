import { useEffect, useState } from 'react';
import { writtenDate } from '../../base/calendar';
import { type FieldEntry, latestAnswers } from '../../assessment/log';
import { useServices } from '../../services';
import { newVersionStrings } from '../../strings/new-version';
import { retentionStrings } from '../../strings/retention';
import { Button, Link } from '../../ui';
import { NotificationBanner } from '../../ui/content/notification-banner';
import { checkAt, newVersionAt } from './addresses';
import { useAssessment, useSession } from './draft-context';
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

/** That the names of people are gone, for as long as something that was withdrawn is not given again. */
const NamesGone = () => {
  const { draft } = useSession();
  const { log } = useAssessment();
  const [isHidden, setHidden] = useState(false);
  const isMissing = [...latestAnswers(log).values()].some(({ kind }) => kind === 'withdrawn');
  if (draft.namesWithdrawnOn === undefined || !isMissing || isHidden) return null;
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading">
        {retentionStrings.namesGoneHere(writtenDate(draft.namesWithdrawnOn))}
      </p>
      <p className="govuk-body">
        {retentionStrings.namesGoneWhy}{' '}
        {!window.location.hash.endsWith('/check') && <Link href={checkAt(draft.id)}>{retentionStrings.check}</Link>}
      </p>
      <Button type="button" look="secondary" onClick={() => setHidden(true)}>
        {retentionStrings.hide}
      </Button>
    </NotificationBanner>
  );
};

/** What an officer is told above every screen of a draft: what other tabs have given, that names are gone, and that its policy is newer. */
export const Told = ({ entries }: { readonly entries: readonly FieldEntry[] }) => (
  <>
    {entries.length > 0 && <Elsewhere entries={entries} />}
    <NamesGone />
    {/* The screen of the choice says so itself. */}
    {!window.location.hash.endsWith('/new-version') && <NewVersion />}
  </>
);
