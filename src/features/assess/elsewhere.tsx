import { useState } from 'react';
import { type FieldEntry, isNote, latestAnswers, latestNotes } from '../../assessment/log';
import type { Naming } from '../../assessment/versions';
import { elsewhereStrings } from '../../strings/elsewhere';
import { Button, Link } from '../../ui';
import { NotificationBanner } from '../../ui/content/notification-banner';
import { entryAbout, entrySays } from '../../views/entry-words';
import { historyAt } from './addresses';
import { useAssessment, useSession } from './draft-context';
import { useNaming } from './use-naming';

/** More than these are not told one by one. */
const few = 5;

/** What other tabs have given while a draft is open here, and which answer counts. */
export const Elsewhere = ({ entries }: { readonly entries: readonly FieldEntry[] }) => {
  const session = useSession();
  const { log } = useAssessment();
  const naming = useNaming();
  const [hidden, setHidden] = useState(0);
  const [answers, notes] = [latestAnswers(log), latestNotes(log)];
  /** The last of each field that was given elsewhere. */
  const told = new Map(entries.slice(hidden).map((entry) => [`${entry.field} ${isNote(entry)}`, entry]));
  const line = (entry: FieldEntry, named: Naming): string => {
    const [about, said] = [entryAbout(named(entry), entry), entrySays(named(entry), entry)];
    const now = (isNote(entry) ? notes : answers).get(entry.field);
    return now === undefined || now.id === entry.id
      ? elsewhereStrings.counts(about, said)
      : elsewhereStrings.later(about, said, entrySays(named(now), now));
  };
  if (told.size === 0 || !naming) return null;
  return (
    <NotificationBanner title={elsewhereStrings.title}>
      <p className="govuk-notification-banner__heading">{elsewhereStrings.lead(told.size)}</p>
      <ul className="govuk-list govuk-list--bullet app-words">
        {[...told.values()].slice(-few).map((entry) => (
          <li key={entry.id}>{line(entry, naming)}</li>
        ))}
      </ul>
      <p className="govuk-body">
        {elsewhereStrings.rule} <Link href={historyAt(session.draft.id)}>{elsewhereStrings.all}</Link>
      </p>
      <Button type="button" look="secondary" onClick={() => setHidden(entries.length)}>
        {elsewhereStrings.hide}
      </Button>
    </NotificationBanner>
  );
};
