import { useServices } from '../../services';
import type { Rescue } from '../../storage/rescue';
import { rescueStrings } from '../../strings/rescue';
import { Button, Heading, WarningText } from '../../ui';

interface SaveFilesProps {
  readonly found: Rescue;
  /** The files that were downloaded. */
  readonly taken: ReadonlySet<string>;
  readonly onTaken: (part: 'backup' | 'rest') => void;
}

/** What can be read of a damaged store, as files: a backup, and all else as text. */
export const SaveFiles = ({ found, taken, onTaken }: SaveFilesProps) => {
  const services = useServices();
  const { drafts, records, left } = found.counts;
  const save = (part: 'backup' | 'rest', name: string, type: string): void => {
    const bytes = found[part];
    if (!bytes) return;
    services.handOver(name, type, bytes);
    onTaken(part);
  };
  const day = services.clock().slice(0, 10);
  return (
    <>
      <Heading level={2}>{rescueStrings.save}</Heading>
      <p className="govuk-body">{rescueStrings.saved}</p>
      <p className="govuk-body">
        {drafts + records > 0 ? rescueStrings.restored(drafts, records) : rescueStrings.nothing}
      </p>
      {drafts > 0 && found.isIncomplete && <WarningText>{rescueStrings.incomplete}</WarningText>}
      {found.backup && (
        <Button type="button" onClick={() => save('backup', `rescued-${day}.backup`, 'application/octet-stream')}>
          {rescueStrings.backup}
        </Button>
      )}
      {found.rest && (
        <>
          <p className="govuk-body">{rescueStrings.left(left)}</p>
          <Button type="button" look="secondary" onClick={() => save('rest', `rescued-parts-${day}.txt`, 'text/plain')}>
            {rescueStrings.rest}
          </Button>
        </>
      )}
      <p className="govuk-body" role="status">
        {taken.size > 0 && rescueStrings.inDownloads}
      </p>
    </>
  );
};
