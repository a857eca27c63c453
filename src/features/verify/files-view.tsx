import { useState } from 'react';
import { recordViewStrings as strings } from '../../strings/record-view';
import { Button, Heading } from '../../ui';
import type { TakenOut } from '../../verify/take-out';
import { FilesTable } from './files-table';

/** Everything that lies in an accepted document, with its hash, to be taken out. */
export const FilesView = ({ pdf }: { readonly pdf: Uint8Array<ArrayBuffer> }) => {
  const [files, setFiles] = useState<readonly TakenOut[]>();
  const show = async (): Promise<void> => {
    const { takeOut } = await import('../../verify/take-out');
    setFiles(takeOut(pdf));
  };
  return (
    <section>
      <Heading level={2}>{strings.files}</Heading>
      <p className="govuk-body">{strings.filesLead}</p>
      {files ? (
        <FilesTable label={strings.files} files={files} />
      ) : (
        <Button type="button" look="secondary" onClick={() => void show()}>
          {strings.showFiles}
        </Button>
      )}
    </section>
  );
};
