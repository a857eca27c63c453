import { useServices } from '../../services';
import { recordViewStrings as strings } from '../../strings/record-view';
import { Button } from '../../ui';
import { StackedTable } from '../../ui/content/stacked-table';
import type { TakenOut } from '../../verify/take-out';

interface FilesTableProps {
  readonly label: string;
  readonly files: readonly TakenOut[];
}

/** Files that lie in a document, with their hashes, to be taken out. */
export const FilesTable = ({ label, files }: FilesTableProps) => {
  const services = useServices();
  return (
    <StackedTable
      label={label}
      columns={strings.fileColumns}
      rows={files.map(({ name, bytes, sha256, inside }) => [
        <span key="name" className="govuk-!-text-break-word">
          {name}
          {inside !== undefined && <div className="govuk-hint">{strings.insideOf(inside)}</div>}
        </span>,
        String(bytes.length),
        <code key="hash" className="app-words">
          {sha256}
        </code>,
        <Button
          key="take"
          type="button"
          look="link"
          onClick={() => services.handOver(name, 'application/octet-stream', new Uint8Array(bytes))}
        >
          {strings.take}
          <span className="govuk-visually-hidden"> {name}</span>
        </Button>,
      ])}
    />
  );
};
