import { useEffect, useState } from 'react';
import { useServices } from '../../services';
import { type DamagedDraft, damagedDrafts, type DraftListing } from '../../storage/draft-list';
import { draftsStrings } from '../../strings/drafts';
import { ButtonLink, Heading, Link, Tag } from '../../ui';
import { DamagedDrafts } from './damaged-drafts';
import { Reminder } from './reminder';
import { type Keeping, keepToPeriods } from './retained';
import { Gone, Soon } from './retention';
import { isNamed, latestOpen, nameOf, when } from './shown-drafts';

/** For whoever comes back: the draft to carry on with, in one click, and the way to all others. */
export const CarryOn = ({ listing: first }: { readonly listing: DraftListing }) => {
  const services = useServices();
  const [listing, setListing] = useState(first);
  /** Found when their log was looked at, which is done for the one that is offered alone. */
  const [unsound, setUnsound] = useState<readonly DamagedDraft[]>([]);
  const [keeping, setKeeping] = useState<Keeping>();
  useEffect(() => {
    void keepToPeriods(services).then(async (kept) => {
      const now = kept && kept.gone.length > 0 ? await services.drafts() : undefined;
      if (now?.ok) setListing(now.value);
      setKeeping(kept);
    });
  }, [services]);
  const lost = new Set(unsound.map(({ id }) => id));
  const damaged = [...listing.damaged, ...unsound];
  const latest = latestOpen(listing.rows.filter((row) => !lost.has(row.id)));
  const offered = latest?.id;
  useEffect(() => {
    if (offered === undefined) return;
    void services.database().then(async (open) => {
      const found = open.ok ? await damagedDrafts(open.value, [offered]) : open;
      if (found.ok && found.value.length > 0) setUnsound((before) => [...before, ...found.value]);
    });
  }, [services, offered]);
  return (
    <>
      <Gone keeping={keeping} />
      <Soon keeping={keeping} />
      <Reminder rows={listing.rows} />
      {damaged.length > 0 && <DamagedDrafts drafts={damaged} />}
      <div className={latest && 'app-carry-on'}>
        {latest && (
          <>
            <p className="govuk-body">
              {latest.kind === 'practice' && (
                <>
                  <Tag colour="orange">{draftsStrings.practice}</Tag>{' '}
                </>
              )}
              {latest.kind === 'reperformance' && (
                <>
                  <Tag colour="purple">{draftsStrings.reperformance}</Tag>{' '}
                </>
              )}
              {draftsStrings.stage(latest.section, latest.outcome)}. {draftsStrings.changed(when(latest.updatedAt))}.
            </p>
            <ButtonLink href={`/a/${latest.id}/resume`}>
              {isNamed(latest) ? draftsStrings.carryOn(nameOf(latest)) : draftsStrings.carryOnUnnamed}
            </ButtonLink>
          </>
        )}
        <p className="govuk-body">
          <Link href="/drafts">{draftsStrings.all}</Link>
        </p>
      </div>
      <Heading level={2} size="l">
        {draftsStrings.another}
      </Heading>
    </>
  );
};
