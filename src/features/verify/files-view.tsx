import { useState } from 'react';
import { useServices } from '../../services';
import { recordViewStrings as strings } from '../../strings/record-view';
import { Button, Heading } from '../../ui';
import { StackedTable } from '../../ui/content/stacked-table';
import type { TakenOut } from '../../verify/take-out';

/** Everything that lies in an accepted document, with its hash, to be taken out. */
export const FilesView = ({ pdf }: { readonly pdf: Uint8Array<ArrayBuffer> }) => {
  const services = useServices();
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
        <StackedTable
          label={strings.files}
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
      ) : (
        <Button type="button" look="secondary" onClick={() => void show()}>
          {strings.showFiles}
        </Button>
      )}
    </section>
  );
};
