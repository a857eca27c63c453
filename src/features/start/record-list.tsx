import { type IsoDate, writtenDate } from '../../base/calendar';
import { useServices } from '../../services';
import { readRecord, type RecordLine } from '../../storage/records';
import { draftsStrings } from '../../strings/drafts';
import { retentionStrings } from '../../strings/retention';
import { Button, Heading, Link, Tag } from '../../ui';
import { when } from './shown-drafts';

interface RecordListProps {
  readonly rows: readonly RecordLine[];
  /** Until when those that go within a month are kept, by their ids. */
  readonly until: ReadonlyMap<string, IsoDate>;
}

/** The records signed in this browser, to be downloaded again. */
export const RecordList = ({ rows, until }: RecordListProps) => {
  const services = useServices();
  const download = async (id: string): Promise<void> => {
    const open = await services.database();
    const record = open.ok ? await readRecord(open.value, id) : open;
    if (record.ok && record.value) services.handOver(record.value.fileName, 'application/pdf', record.value.pdf);
  };
  return (
    <>
      <Heading level={2}>{draftsStrings.records}</Heading>
      {rows.length === 0 && <p className="govuk-body">{draftsStrings.noRecords}</p>}
      <ul className="govuk-list app-drafts">
        {rows.map((row) => (
          <li key={row.id} className="app-draft">
            <p className="govuk-body govuk-!-margin-bottom-1 app-words">
              {row.fileName} {row.kind !== 'record' && <Tag colour="orange">{draftsStrings.kinds[row.kind]}</Tag>}
            </p>
            <p className="govuk-hint app-draft__times">{draftsStrings.signedAt(when(row.signedAt))}.</p>
            {until.has(row.id) && (
              <p className="govuk-body-s">{retentionStrings.untilRecord(writtenDate(until.get(row.id) ?? ''))}</p>
            )}
            <Button type="button" look="link" onClick={() => void download(row.id)}>
              {draftsStrings.download}
              <span className="govuk-visually-hidden"> {row.fileName}</span>
            </Button>{' '}
            <Link href={`/read/${row.id}`}>
              {draftsStrings.read}
              <span className="govuk-visually-hidden"> {row.fileName}</span>
            </Link>{' '}
            <Link href={`/again/${row.id}`}>
              {draftsStrings.review}
              <span className="govuk-visually-hidden"> {row.fileName}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
};
