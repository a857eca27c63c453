import { reperformDeskStrings as strings } from '../../../strings/reperform-desk';
import type { TakenOut } from '../../../verify/take-out';
import { FilesTable } from '../files-table';

/** The evidence in a record with its hashes, to be taken out: nothing else of the record. */
export const Evidence = ({ files }: { readonly files: readonly TakenOut[] }) =>
  files.length === 0 ? (
    <p className="govuk-body">{strings.evidenceNone}</p>
  ) : (
    <>
      <p className="govuk-body">{strings.evidenceLead}</p>
      <FilesTable label={strings.evidence} files={files} />
    </>
  );
