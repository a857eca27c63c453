import { useMemo, useState } from 'react';
import { useServices } from '../../services';
import { pagesStrings } from '../../strings/pages';
import { verifyStrings } from '../../strings/verify';
import { Button, ButtonGroup, Heading } from '../../ui';
import { FoldedPages } from '../../views/pages/folded';
import { usePages } from '../../views/pages/use-pages';

/** A file that was checked: what it is called, and its bytes. */
export interface CheckedFile {
  readonly name: string;
  readonly pdf: Uint8Array<ArrayBuffer>;
}

interface OriginalProps {
  readonly file: CheckedFile;
  /** How many bytes at its beginning are an intact document. */
  readonly length: number;
  readonly check: (original: CheckedFile) => void;
}

/** Ways to the intact document at the beginning of a file that something was added to. */
export const Original = ({ file, length, check }: OriginalProps) => {
  const services = useServices();
  const name = verifyStrings.originalName(file.name.slice(file.name.lastIndexOf('/') + 1));
  const original = useMemo((): CheckedFile => ({ name, pdf: file.pdf.slice(0, length) }), [name, file.pdf, length]);
  const [open, setOpen] = useState(false);
  const opened = usePages(open, original.pdf, services.pages);
  return (
    <section>
      <Heading level={3}>{verifyStrings.original}</Heading>
      <p className="govuk-body">{verifyStrings.originalLead}</p>
      <ButtonGroup>
        <Button type="button" onClick={() => check(original)}>
          {verifyStrings.checkOriginal}
        </Button>
        <Button type="button" look="secondary" onClick={() => services.handOver(name, 'application/pdf', original.pdf)}>
          {verifyStrings.takeOriginal}
        </Button>
      </ButtonGroup>
      <FoldedPages {...{ opened, open }} lead={pagesStrings.leads.original} onOpen={setOpen} />
    </section>
  );
};
