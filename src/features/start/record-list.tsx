import { writtenDate } from '../../base/calendar';
import { useServices } from '../../services';
import type { RecordRow } from '../../storage/database';
import { en } from '../../strings/en';
import { Button, Heading, Link, StackedTable } from '../../ui';

/** The records signed in this browser, to be downloaded again. */
export const RecordList = ({ rows }: { readonly rows: readonly RecordRow[] }) => {
  const services = useServices();
  return (
    <>
      <Heading level={2}>{en.start.recordsTitle}</Heading>
      <StackedTable
        label={en.start.recordsTitle}
        columns={en.start.recordColumns}
        rows={rows.map((row) => [
          row.fileName,
          `${writtenDate(row.signedAt.slice(0, 10))}, ${row.signedAt.slice(11, 16)}`,
          <Button
            key="again"
            type="button"
            look="link"
            onClick={() => services.handOver(row.fileName, 'application/pdf', row.pdf)}
          >
            {en.start.download}
            <span className="govuk-visually-hidden"> {row.fileName}</span>
          </Button>,
          <Link key="review" href={`/again/${row.id}`}>
            {en.start.review}
            <span className="govuk-visually-hidden"> {row.fileName}</span>
          </Link>,
        ])}
      />
    </>
  );
};
