import { Fragment, useState } from 'react';
import { writtenTime } from '../../base/calendar';
import {
  type Entry,
  type FieldEntry,
  isNote,
  latestAnswers,
  type PolicyChange,
  type Receipt,
} from '../../assessment/log';
import { partsOfKey } from '../../policy/answer';
import { subjectOf } from '../../policy/present';
import { historyStrings } from '../../strings/check';
import { newVersionStrings } from '../../strings/new-version';
import { putBackStrings } from '../../strings/put-back';
import { Button, Heading } from '../../ui';
import { NotificationBanner } from '../../ui/content/notification-banner';
import { StackedTable } from '../../ui/content/stacked-table';
import { Loading } from '../../views/problem';
import { Screen } from '../../views/screen';
import { checkAt } from './addresses';
import { useAssessment, useSession } from './draft-context';
import { entryAbout, entrySays } from '../../views/entry-words';
import { canPutBack, type Earlier, PutBack } from './put-back';
import { Saved } from './saved';
import { useNaming } from './use-naming';

const isTold = (entry: Entry): entry is FieldEntry | PolicyChange => 'field' in entry || 'receipts' in entry;

/** That the policy was changed, and what became of the answers. */
const movedRow = ({ at, receipts }: PolicyChange) => {
  const of = (...wanted: readonly Receipt['is'][]): number => receipts.filter(({ is }) => wanted.includes(is)).length;
  const { kept, again, retired } = newVersionStrings.counts;
  const counts = [kept(of('kept')), again(of('wording', 'options')), retired(of('retired'))].join('; ');
  return [writtenTime(at), newVersionStrings.moved, counts, ''];
};

/** Every answer and note as it was given, and a way to take words back that should never have been typed. */
export const HistoryScreen = () => {
  const session = useSession();
  const { log, walk } = useAssessment();
  const [asking, setAsking] = useState<FieldEntry>();
  const [earlier, setEarlier] = useState<Earlier>();
  const naming = useNaming();
  const current = new Set([...latestAnswers(log).values()].map((entry) => entry.id));

  if (!naming) return <Loading />;
  const about = (entry: FieldEntry): string => entryAbout(naming(entry), entry);
  const said = (entry: FieldEntry): string => entrySays(naming(entry), entry);
  /** Words can be taken back; a choice says nothing about anyone. */
  const isWords = (entry: FieldEntry): boolean =>
    entry.kind === 'noted' ||
    ('value' in entry && naming(entry).model.places.get(partsOfKey(entry.field).field)?.field.kind === 'text');

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
      {earlier && <PutBack key={earlier.id} entry={earlier} onDone={() => setEarlier(undefined)} />}
      <StackedTable
        label={historyStrings.title}
        columns={historyStrings.columns}
        rows={log.filter(isTold).map((entry) =>
          'receipts' in entry
            ? movedRow(entry)
            : [
                writtenTime(entry.at),
                about(entry),
                <span key="said" className="app-words">
                  {said(entry)}
                  {'reason' in entry && entry.reason !== undefined && ` – ${historyStrings.reason(entry.reason)}`}
                  {entry.author !== session.author && ` (${historyStrings.colleague})`}
                  {!current.has(entry.id) && !isNote(entry) && ` (${historyStrings.replaced})`}
                </span>,
                <Fragment key="do">
                  {isWords(entry) && (
                    <Button type="button" look="link" onClick={() => setAsking(entry)}>
                      {historyStrings.withdraw}
                      <span className="govuk-visually-hidden"> {about(entry)}</span>
                    </Button>
                  )}
                  {canPutBack(walk, entry, current) && (
                    <Button type="button" look="link" onClick={() => setEarlier(entry)}>
                      {putBackStrings.button}
                      <span className="govuk-visually-hidden">
                        {' '}
                        {about(entry)}: {said(entry)}
                      </span>
                    </Button>
                  )}
                </Fragment>,
              ],
        )}
      />
      <Saved />
    </Screen>
  );
};
