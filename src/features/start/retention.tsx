import { writtenDate } from '../../base/calendar';
import { type Due, keyOfDue, noticeDays } from '../../storage/due';
import { retentionStrings } from '../../strings/retention';
import { Heading, InsetText, Link } from '../../ui';
import { nameOf } from './shown-drafts';
import type { Keeping } from './retained';

interface KeepingProps {
  readonly keeping: Keeping | undefined;
}

const only = (all: readonly Due[], is: Due['is']): readonly Due[] => all.filter((one) => one.is === is);

/** What is deleted whole, in numbers. */
const count = (all: readonly Due[]) => ({
  draft: only(all, 'draft').length,
  record: only(all, 'record').length,
  opened: only(all, 'opened').length,
});

const called = ({ name }: Due): string => nameOf({ title: name });

const Named = ({ text, all }: { readonly text: string; readonly all: readonly Due[] }) => (
  <InsetText>
    <p className="govuk-body">{text}</p>
    <ul className="govuk-list govuk-list--bullet app-words">
      {all.map((one) => (
        <li key={keyOfDue(one)}>{called(one)}</li>
      ))}
    </ul>
  </InsetText>
);

/** What was deleted just now, and from what names were removed. It is said once. */
export const Gone = ({ keeping }: KeepingProps) => {
  const all = keeping?.gone ?? [];
  const [names, whole] = [only(all, 'names'), all.filter(({ is }) => is !== 'names')];
  return (
    <>
      {whole.length > 0 && <Named text={retentionStrings.gone(count(whole))} all={whole} />}
      {names.length > 0 && <Named text={retentionStrings.goneNames(names.length)} all={names} />}
    </>
  );
};

/** What goes within a month, with the way to it. */
export const Soon = ({ keeping }: KeepingProps) => {
  const all = keeping?.soon ?? [];
  const names = only(all, 'names').length;
  if (all.length === 0) return null;
  return (
    <InsetText>
      {all.length > names && <p className="govuk-body">{retentionStrings.soon(count(all))}</p>}
      {names > 0 && <p className="govuk-body">{retentionStrings.soonNames(names)}</p>}
      <Link href="/drafts">{retentionStrings.see}</Link>
    </InsetText>
  );
};

/** Documents that were opened and not signed, and go within a month: nothing else in the list speaks of them. */
export const OpenedSoon = ({ keeping }: KeepingProps) => {
  const opened = only(keeping?.soon ?? [], 'opened');
  return (
    opened.length > 0 && (
      <InsetText>
        <p className="govuk-body">{retentionStrings.openedSoon}</p>
        <ul className="govuk-list govuk-list--bullet app-words">
          {opened.map((one) => (
            <li key={one.id}>
              <Link href={`/${one.id}`}>{called(one)}</Link>, {retentionStrings.openedUntil(writtenDate(one.until))}
            </li>
          ))}
        </ul>
      </InsetText>
    )
  );
};

const itemOf = (one: Due): string => {
  const item = { draft: 'item', record: 'item', names: 'itemNames', opened: 'itemOpened' } as const;
  return retentionStrings[item[one.is]](called(one), writtenDate(one.until));
};

/** How long the council has things kept in this browser, and what goes within a month. */
export const HowLong = ({ keeping }: KeepingProps) => {
  const { drafts, names, records } = keeping?.months ?? {};
  return (
    <>
      <Heading level={2}>{retentionStrings.title}</Heading>
      {drafts === undefined && names === undefined && records === undefined ? (
        <p className="govuk-body">{retentionStrings.none}</p>
      ) : (
        <>
          <ul className="govuk-list govuk-list--bullet">
            {drafts !== undefined && <li>{retentionStrings.drafts(drafts)}</li>}
            {names !== undefined && <li>{retentionStrings.names(names)}</li>}
            {records !== undefined && <li>{retentionStrings.records(records)}</li>}
          </ul>
          <p className="govuk-body">{retentionStrings.before(noticeDays)}</p>
        </>
      )}
      <Gone keeping={keeping} />
      <Soon keeping={keeping} />
      {keeping !== undefined && keeping.soon.length > 0 && (
        <ul className="govuk-list govuk-list--bullet app-words">
          {keeping.soon.map((one) => (
            <li key={keyOfDue(one)}>{itemOf(one)}</li>
          ))}
        </ul>
      )}
    </>
  );
};
