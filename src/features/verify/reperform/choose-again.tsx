import { type SubmitEvent, useState } from 'react';
import { useServices } from '../../../services';
import { reperformDeskStrings as strings } from '../../../strings/reperform-desk';
import { refusalSentence } from '../../../strings/verdict';
import { verifyStrings } from '../../../strings/verify';
import { Button } from '../../../ui';
import { FileUpload } from '../../../ui/form/file-upload';
import { readPdf } from '../../../views/read-pdf';
import { useLatest } from '../../../views/use-latest';
import { judgeReperformed, keepChosen, type Reperforming } from './open';

interface ChooseAgainProps {
  readonly place: Reperforming;
  readonly reopen: () => void;
}

/** Asks for the signed record once more where it is not kept here. Only the very record that was answered will do. */
export const ChooseAgain = ({ place, reopen }: ChooseAgainProps) => {
  const services = useServices();
  const [file, setFile] = useState<File>();
  const [fault, setFault] = useState<string>();
  const { run } = useLatest();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(
      async (running): Promise<string | undefined> => {
        if (!file) return verifyStrings.noFile;
        const pdf = await readPdf(file);
        if (!pdf.ok) return pdf.failures.map((one) => refusalSentence(one)).join(' ');
        if (!(await judgeReperformed(services, place.of, pdf.value, running)))
          return strings.other(place.of.slice(0, 16));
        await keepChosen(place, file, pdf.value);
        return undefined;
      },
      (found) => {
        setFault(found);
        if (found === undefined) reopen();
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="govuk-body">{strings.away}</p>
      <FileUpload
        name="pdf"
        label={strings.file}
        size="s"
        accept=".pdf,application/pdf"
        error={fault}
        onChange={(event) => setFile(event.target.files?.[0])}
      />
      <Button look="secondary" disabled={services.subtle === undefined}>
        {strings.again}
      </Button>
    </form>
  );
};
