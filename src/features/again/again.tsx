import { type SubmitEvent, useCallback, useEffect, useState } from 'react';
import { type Services, useServices, type Verifying } from '../../services';
import { readRecord } from '../../storage/records';
import { againStrings } from '../../strings/again';
import { refusalSentence } from '../../strings/verdict';
import { Button, ErrorSummary, Heading, WarningText } from '../../ui';
import { FileUpload } from '../../ui/form/file-upload';
import type { Verdict } from '../../verify/verdict';
import { readPdf } from '../../views/read-pdf';
import { Refused } from '../../views/refused';
import { Screen } from '../../views/screen';
import { useLatest } from '../../views/use-latest';
import { TakeUpView } from './take-up-view';

type State =
  | { readonly kind: 'idle' | 'working' }
  | { readonly kind: 'fault'; readonly text: string }
  | { readonly kind: 'done'; readonly verdict: Verdict };

interface AgainProps {
  /** The id of a record signed in this browser; without it a file is asked for. */
  readonly record: string | undefined;
  readonly navigate: (to: string) => void;
}

const bytesOf = async (file: File | undefined): Promise<Uint8Array<ArrayBuffer> | string> => {
  if (!file) return againStrings.noFile;
  const read = await readPdf(file);
  return read.ok ? read.value : read.failures.map((one) => refusalSentence(one)).join(' ');
};

/** The verdict on a record, or why it could not be read. `running` is told what to end when it is no longer wanted. */
const judge = async (
  { verify }: Services,
  read: Promise<Uint8Array<ArrayBuffer> | string>,
  running: (verifying: Verifying) => void,
): Promise<State> => {
  const bytes = await read;
  if (typeof bytes === 'string') return { kind: 'fault', text: bytes };
  const verifying = verify(bytes, []);
  running(verifying);
  return { kind: 'done', verdict: await verifying.result };
};

const keptRecord = async (services: Services, id: string): Promise<Uint8Array<ArrayBuffer> | string> => {
  const open = await services.database();
  const record = open.ok ? await readRecord(open.value, id) : open;
  return (record.ok ? record.value?.pdf : undefined) ?? againStrings.unknown;
};

/** Takes up an earlier record: it is checked first, then shown, and what is taken over of it. */
export const Again = ({ record, navigate }: AgainProps) => {
  const services = useServices();
  const [file, setFile] = useState<File>();
  const [state, setState] = useState<State>({ kind: record === undefined ? 'idle' : 'working' });
  const [attempt, setAttempt] = useState(0);
  const { run, stop } = useLatest();
  const check = useCallback(
    (read: Promise<Uint8Array<ArrayBuffer> | string>): void =>
      run(
        (running) => judge(services, read, running),
        (found) => {
          setAttempt((count) => count + 1);
          setState(found);
        },
      ),
    [services, run],
  );
  useEffect(() => {
    if (record !== undefined && services.subtle !== undefined) check(keptRecord(services, record));
    return stop;
  }, [record, services, check, stop]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setState({ kind: 'working' });
    check(bytesOf(file));
  };
  if (state.kind === 'done' && state.verdict.record)
    return <TakeUpView record={state.verdict.record} navigate={navigate} />;
  const fault = state.kind === 'fault' ? state.text : undefined;
  return (
    <Screen title={againStrings.title} back="/" wrong={fault !== undefined}>
      {fault !== undefined && <ErrorSummary key={attempt} errors={[{ field: 'pdf', text: fault }]} />}
      {state.kind === 'done' && (
        <Refused verdict={state.verdict} title={againStrings.refused} why={againStrings.refusedWhy} />
      )}
      <Heading>{againStrings.title}</Heading>
      <p className="govuk-body-l">{againStrings.lead}</p>
      <p className="govuk-body">{againStrings.local}</p>
      {services.subtle === undefined && <WarningText>{againStrings.insecure}</WarningText>}
      <form onSubmit={submit} noValidate>
        <FileUpload
          name="pdf"
          label={state.kind === 'done' ? againStrings.other : againStrings.file}
          size="s"
          accept=".pdf,application/pdf"
          error={fault}
          onChange={(event) => setFile(event.target.files?.[0])}
        />
        <Button disabled={state.kind === 'working' || services.subtle === undefined}>{againStrings.submit}</Button>
        <p className="govuk-body" role="status">
          {state.kind === 'working' ? againStrings.working : ''}
        </p>
      </form>
    </Screen>
  );
};
