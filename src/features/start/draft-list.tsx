import { useState } from 'react';
import { writtenDate } from '../../base/calendar';
import { useServices } from '../../services';
import type { DraftRow } from '../../storage/database';
import { en } from '../../strings/en';
import { Button, Heading, Link, NotificationBanner, StackedTable } from '../../ui';

interface DraftListProps {
  readonly rows: readonly DraftRow[];
  readonly onChange: (rows: readonly DraftRow[]) => void;
}

const titleOf = (row: DraftRow): string => (row.title === '' ? en.start.untitled : row.title);

/** The assessments kept in this browser, the latest first. */
export const DraftList = ({ rows, onChange }: DraftListProps) => {
  const services = useServices();
  const [leaving, setLeaving] = useState<DraftRow>();
  const remove = async (row: DraftRow): Promise<void> => {
    const result = await services.deleteDraft(row.id);
    setLeaving(undefined);
    if (result.ok) onChange(rows.filter((one) => one.id !== row.id));
  };
  return (
    <>
      <Heading level={2}>{en.start.draftsTitle}</Heading>
      {leaving && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">{en.start.removeAsk(titleOf(leaving))}</p>
          <div className="govuk-button-group">
            <Button type="button" look="warning" onClick={() => void remove(leaving)}>
              {en.start.remove}
            </Button>
            <Button type="button" look="secondary" onClick={() => setLeaving(undefined)}>
              {en.start.keep}
            </Button>
          </div>
        </NotificationBanner>
      )}
      <StackedTable
        label={en.start.draftsTitle}
        columns={en.start.columns}
        rows={rows.map((row) => [
          <>
            <Link href={`/a/${row.id}/resume`}>
              {en.start.open}
              <span className="govuk-visually-hidden"> {en.start.about(titleOf(row))}</span>
            </Link>
          </>,
          titleOf(row),
          `${writtenDate(row.updatedAt.slice(0, 10))}, ${row.updatedAt.slice(11, 16)}`,
          <Button key="remove" type="button" look="link" onClick={() => setLeaving(row)}>
            {en.start.remove}
            <span className="govuk-visually-hidden"> {en.start.about(titleOf(row))}</span>
          </Button>,
        ])}
      />
    </>
  );
};
