import type { DraftListing } from '../../storage/draft-list';
import { draftsStrings } from '../../strings/drafts';
import { ButtonLink, Heading, Link, Tag } from '../../ui';
import { DamagedDrafts } from './damaged-drafts';
import { isNamed, latestOpen, nameOf, when } from './shown-drafts';

/** For whoever comes back: the draft to carry on with, in one click, and the way to all others. */
export const CarryOn = ({ listing: { rows, damaged } }: { readonly listing: DraftListing }) => {
  const latest = latestOpen(rows);
  return (
    <>
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
