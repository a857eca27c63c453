import type { DraftListing } from '../../storage/draft-list';
import { draftsStrings } from '../../strings/drafts';
import { Link, WarningText } from '../../ui';

/** The drafts that are kept and cannot be read, by name and id: what to do, so that nothing of them is lost. */
export const DamagedDrafts = ({ drafts }: { readonly drafts: DraftListing['damaged'] }) => (
  <>
    <WarningText>{draftsStrings.damaged(drafts.length)}</WarningText>
    <p className="govuk-body">{draftsStrings.damagedWhat}</p>
    <ul className="govuk-list govuk-list--bullet">
      {drafts.map(({ id, title }) => (
        <li key={id}>
          {title} <code>{id}</code>
        </li>
      ))}
    </ul>
    <p className="govuk-body">
      <Link href="/rescue">{draftsStrings.rescue}</Link>
    </p>
  </>
);
