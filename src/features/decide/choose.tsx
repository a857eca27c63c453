import { type SubmitEvent, useEffect, useState } from 'react';
import { writtenTime } from '../../base/calendar';
import { useServices } from '../../services';
import { type Deciding, listDeciding, type OpenedFile } from '../../storage/deciding';
import { flowStrings } from '../../strings/decide';
import { Button, ErrorSummary, Heading, Link, WarningText } from '../../ui';
import { FileUpload } from '../../ui/form/file-upload';
import type { Verdict } from '../../verify/verdict';
import { Refused } from '../../views/refused';
import { Screen } from '../../views/screen';

/** What an accepted file is, where nothing can be decided on it. */
const unfitOf = ({ accepted, record }: Verdict): string | undefined => {
  const { practice, receipt } = flowStrings.decide.choose;
  return accepted ? (record ? practice : receipt) : undefined;
};

/** What has been opened before and not signed. */
const Unfinished = ({ flow }: { readonly flow: Deciding }) => {
  const services = useServices();
  const [files, setFiles] = useState<readonly Omit<OpenedFile, 'pdf'>[]>([]);
  useEffect(() => {
    void services.database().then(async (open) => {
      const listed = open.ok ? await listDeciding(open.value, flow) : open;
      if (listed.ok) setFiles(listed.value);
    });
  }, [services, flow]);
  const { choose } = flowStrings[flow];
  if (files.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{choose.unfinished}</Heading>
      <ul className="govuk-list">
        {files.map(({ id, name, title, openedAt }) => (
          <li key={id} className="app-words">
            <Link href={`/${flow}/${id}`}>
              {choose.carryOn}: {title}
            </Link>
            <div className="govuk-hint">
              {name}. {choose.opened(writtenTime(openedAt))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};

interface ChooseProps {
  readonly flow: Deciding;
  readonly working: boolean;
  /** What is wrong with the choice, and the number of the attempt. */
  readonly fault?: string | undefined;
  readonly attempt: number;
  readonly refused?: Verdict | undefined;
  readonly onChosen: (file: File | undefined) => void;
}

/** Choose the document that something comes after. It is checked before anything else. */
export const Choose = ({ flow, working, fault, attempt, refused, onChosen }: ChooseProps) => {
  const { subtle } = useServices();
  const [file, setFile] = useState<File>();
  const { title, lead, choose, other } = flowStrings[flow];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onChosen(file);
  };
  return (
    <Screen title={title} back="/" wrong={fault !== undefined}>
      {fault !== undefined && <ErrorSummary key={attempt} errors={[{ field: 'pdf', text: fault }]} />}
      {refused && (
        <Refused
          key={attempt}
          verdict={refused}
          title={flowStrings.decide.choose.refused}
          why={flowStrings.decide.choose.refusedWhy}
          unfit={unfitOf(refused)}
        />
      )}
      <Heading>{title}</Heading>
      <p className="govuk-body-l">{lead}</p>
      <p className="govuk-body">{choose.local}</p>
      {subtle === undefined && <WarningText>{choose.insecure}</WarningText>}
      <form onSubmit={submit} noValidate>
        <FileUpload
          name="pdf"
          label={choose.file}
          size="s"
          accept=".pdf,application/pdf"
          error={fault}
          onChange={(event) => setFile(event.target.files?.[0])}
        />
        <Button disabled={working || subtle === undefined}>{choose.submit}</Button>
        <p className="govuk-body" role="status">
          {working ? choose.working : ''}
        </p>
      </form>
      <Unfinished flow={flow} />
      <p className="govuk-body">
        <Link href={other.href}>{other.text}</Link>
      </p>
    </Screen>
  );
};
