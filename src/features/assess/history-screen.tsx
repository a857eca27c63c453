import { useState } from 'react';
import { writtenTime } from '../../base/calendar';
import { type Entry, type FieldEntry, isNote, latestAnswers } from '../../assessment/log';
import { partsOfKey } from '../../policy/answer';
import { subjectOf } from '../../policy/present';
import { historyStrings } from '../../strings/check';
import { Button, Heading } from '../../ui';
import { NotificationBanner } from '../../ui/content/notification-banner';
import { StackedTable } from '../../ui/content/stacked-table';
import { Screen } from '../../views/screen';
import { checkAt } from './addresses';
import { useAssessment, useSession } from './draft-context';
import { entryAbout, entrySays } from './entry-words';
import { Saved } from './saved';

const isAboutField = (entry: Entry): entry is FieldEntry => 'field' in entry;

/** Every answer and note as it was given, and a way to take words back that should never have been typed. */
export const HistoryScreen = () => {
  const session = useSession();
  const { log, walk } = useAssessment();
  const [asking, setAsking] = useState<FieldEntry>();
  const { model } = walk;
  const current = new Set([...latestAnswers(log).values()].map((entry) => entry.id));

  const about = (entry: FieldEntry): string => entryAbout(walk, entry);
  const said = (entry: FieldEntry): string => entrySays(walk, entry);
  /** Words can be taken back; a choice says nothing about anyone. */
  const isWords = (entry: FieldEntry): boolean =>
    entry.kind === 'noted' ||
    ('value' in entry && model.places.get(partsOfKey(entry.field).field)?.field.kind === 'text');

  return (
    <Screen title={historyStrings.title} back={checkAt(session.draft.id)} wide>
      <Heading caption={subjectOf(walk)}>{historyStrings.title}</Heading>
      <p className="govuk-body">{historyStrings.lead}</p>
      {asking && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">{historyStrings.ask(said(asking))}</p>
          <div className="govuk-button-group">
            <Button
              type="button"
              look="warning"
              onClick={() => {
                void session.withdraw(asking);
                setAsking(undefined);
              }}
            >
              {historyStrings.withdraw}
            </Button>
            <Button type="button" look="secondary" onClick={() => setAsking(undefined)}>
              {historyStrings.keep}
            </Button>
          </div>
        </NotificationBanner>
      )}
      <StackedTable
        label={historyStrings.title}
        columns={historyStrings.columns}
        rows={log.filter(isAboutField).map((entry) => [
          writtenTime(entry.at),
          about(entry),
          <span key="said" className="app-words">
            {said(entry)}
            {'reason' in entry && entry.reason !== undefined && ` – ${historyStrings.reason(entry.reason)}`}
            {entry.author !== session.author && ` (${historyStrings.colleague})`}
            {!current.has(entry.id) && !isNote(entry) && ` (${historyStrings.replaced})`}
          </span>,
          isWords(entry) ? (
            <Button key="withdraw" type="button" look="link" onClick={() => setAsking(entry)}>
              {historyStrings.withdraw}
              <span className="govuk-visually-hidden"> {about(entry)}</span>
            </Button>
          ) : (
            ''
          ),
        ])}
      />
      <Saved />
    </Screen>
  );
};
