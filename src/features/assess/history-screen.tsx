import { useState } from 'react';
import { writtenTime } from '../../base/calendar';
import { type Entry, type FieldEntry, isNote, latestAnswers } from '../../assessment/log';
import { partsOfKey } from '../../policy/answer';
import { answerWords, words, subjectOf } from '../../policy/present';
import { en } from '../../strings/en';
import { Button, Heading, NotificationBanner, Table } from '../../ui';
import { Screen } from '../../views/screen';
import { checkAt } from './addresses';
import { useAssessment, useSession } from './draft-context';
import { Saved } from './saved';

const isAboutField = (entry: Entry): entry is FieldEntry => 'field' in entry;

/** Every answer and note as it was given, and a way to take words back that should never have been typed. */
export const HistoryScreen = () => {
  const session = useSession();
  const { log, walk } = useAssessment();
  const [asking, setAsking] = useState<FieldEntry>();
  const { model } = walk;
  const current = new Set([...latestAnswers(log).values()].map((entry) => entry.id));

  const about = (entry: FieldEntry): string => {
    const { field, row } = partsOfKey(entry.field);
    const place = model.places.get(field);
    const page = model.pages.get(field);
    if (place) return words(walk, place.field.label, 'en', row);
    return page ? `${en.check.notes}: ${words(walk, page.title, 'en', row)}` : field;
  };
  const said = (entry: FieldEntry): string => {
    if (entry.kind === 'withdrawn') return en.history.withdrawn;
    if (!('value' in entry)) return en.history.cleared;
    if (entry.kind === 'noted') return entry.value;
    const field = model.places.get(partsOfKey(entry.field).field)?.field;
    return field ? answerWords(model, field, entry.value, 'en').join('; ') : '';
  };
  /** Words can be taken back; a choice says nothing about anyone. */
  const isWords = (entry: FieldEntry): boolean =>
    entry.kind === 'noted' ||
    ('value' in entry && model.places.get(partsOfKey(entry.field).field)?.field.kind === 'text');

  return (
    <Screen title={en.history.title} back={checkAt(session.draft.id)} wide>
      <Heading caption={subjectOf(walk)}>{en.history.title}</Heading>
      <p className="govuk-body">{en.history.lead}</p>
      {asking && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">{en.history.ask(said(asking))}</p>
          <div className="govuk-button-group">
            <Button
              type="button"
              look="warning"
              onClick={() => {
                void session.withdraw(asking);
                setAsking(undefined);
              }}
            >
              {en.history.withdraw}
            </Button>
            <Button type="button" look="secondary" onClick={() => setAsking(undefined)}>
              {en.history.keep}
            </Button>
          </div>
        </NotificationBanner>
      )}
      <div className="app-scroll">
        <Table
          columns={en.history.columns.map((label) => ({ label }))}
          rows={log.filter(isAboutField).map((entry) => [
            writtenTime(entry.at),
            about(entry),
            <span key="said" className="app-words">
              {said(entry)}
              {!current.has(entry.id) && !isNote(entry) && ` (${en.history.replaced})`}
            </span>,
            isWords(entry) ? (
              <Button key="withdraw" type="button" look="link" onClick={() => setAsking(entry)}>
                {en.history.withdraw}
                <span className="govuk-visually-hidden"> {about(entry)}</span>
              </Button>
            ) : (
              ''
            ),
          ])}
        />
      </div>
      <Saved />
    </Screen>
  );
};
