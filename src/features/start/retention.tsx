import { writtenDate } from '../../base/calendar';
import { type Due, noticeDays } from '../../storage/due';
import { retentionStrings } from '../../strings/retention';
import { Heading, InsetText, Link } from '../../ui';
import { nameOf } from './shown-drafts';
import type { Keeping } from './retained';

const count = (all: readonly Due[]): [number, number] => [
  all.filter(({ is }) => is === 'draft').length,
  all.filter(({ is }) => is === 'record').length,
];

const called = ({ name }: Due): string => nameOf({ title: name });

/** What was deleted just now, by name. It is said once. */
export const Gone = ({ keeping }: { readonly keeping: Keeping | undefined }) =>
  keeping !== undefined &&
  keeping.gone.length > 0 && (
    <InsetText>
      <p className="govuk-body">{retentionStrings.gone(...count(keeping.gone))}</p>
      <ul className="govuk-list govuk-list--bullet app-words">
        {keeping.gone.map((one) => (
          <li key={one.id}>{called(one)}</li>
        ))}
      </ul>
    </InsetText>
  );

/** What goes within a month, with the way to it. */
export const Soon = ({ keeping }: { readonly keeping: Keeping | undefined }) =>
  keeping !== undefined &&
  keeping.soon.length > 0 && (
    <InsetText>
      {retentionStrings.soon(...count(keeping.soon))} <Link href="/drafts">{retentionStrings.see}</Link>
    </InsetText>
  );

/** How long the council has things kept in this browser, and what goes within a month. */
export const HowLong = ({ keeping }: { readonly keeping: Keeping | undefined }) => {
  const { drafts, records } = keeping?.months ?? {};
  return (
    <>
      <Heading level={2}>{retentionStrings.title}</Heading>
      {drafts === undefined && records === undefined ? (
        <p className="govuk-body">{retentionStrings.none}</p>
      ) : (
        <p className="govuk-body">
          {drafts !== undefined && retentionStrings.drafts(drafts)}{' '}
          {records !== undefined && retentionStrings.records(records)} {retentionStrings.before(noticeDays)}
        </p>
      )}
      <Gone keeping={keeping} />
      <Soon keeping={keeping} />
      {keeping !== undefined && keeping.soon.length > 0 && (
        <ul className="govuk-list govuk-list--bullet app-words">
          {keeping.soon.map((one) => (
            <li key={one.id}>{retentionStrings.item(called(one), writtenDate(one.until))}</li>
          ))}
        </ul>
      )}
    </>
  );
};
