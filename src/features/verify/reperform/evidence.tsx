import { useServices } from '../../../services';
import { reperformDeskStrings as strings } from '../../../strings/reperform-desk';
import { Button } from '../../../ui';
import { StackedTable } from '../../../ui/content/stacked-table';
import type { TakenOut } from '../../../verify/take-out';

/** The evidence in a record with its hashes, to be taken out: nothing else of the record. */
export const Evidence = ({ files }: { readonly files: readonly TakenOut[] }) => {
  const services = useServices();
  if (files.length === 0) return <p className="govuk-body">{strings.evidenceNone}</p>;
  return (
    <>
      <p className="govuk-body">{strings.evidenceLead}</p>
      <StackedTable
        label={strings.evidence}
        columns={strings.evidenceColumns}
        rows={files.map(({ name, bytes, sha256 }) => [
          <span key="name" className="govuk-!-text-break-word">
            {name}
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
    </>
  );
};
