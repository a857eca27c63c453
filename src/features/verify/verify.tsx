import { type SubmitEvent, useState } from 'react';
import { useServices } from '../../services';
import { verifyStrings } from '../../strings/verify';
import { Button, ButtonGroup, ErrorSummary, Heading, Link, WarningText } from '../../ui';
import { FileUpload } from '../../ui/form/file-upload';
import type { Verdict } from '../../verify/verdict';
import { Screen } from '../../views/screen';
import { useLatest } from '../../views/use-latest';
import { type Chosen, readChosen } from './check-file';
import { GoOn } from './go-on';
import { PointsView } from './points-view';
import { RecordView } from './record-view';
import { VerdictView } from './verdict-view';

/** Where a check stands: nothing yet, faults in what was chosen, at work, or a verdict. */
type State =
  | { readonly kind: 'idle' | 'working' }
  | { readonly kind: 'faults'; readonly faults: readonly { readonly field: string; readonly text: string }[] }
  | {
      readonly kind: 'done';
      readonly name: string;
      readonly pdf: Uint8Array<ArrayBuffer>;
      readonly verdict: Verdict;
    };

/** Choose a record, have it checked, and read what was found and what it says. */
export const Verify = ({ navigate }: { readonly navigate: (to: string) => void }) => {
  const services = useServices();
  const [chosen, setChosen] = useState<Chosen>({ pdf: undefined, trust: [] });
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [attempt, setAttempt] = useState(0);
  const { run, stop } = useLatest();

  const check = (): void => {
    setState({ kind: 'working' });
    run(
      async (running): Promise<State> => {
        const read = await readChosen(chosen);
        if ('faults' in read) return { kind: 'faults', faults: read.faults };
        const verifying = services.verify(read.pdf, read.trust);
        running(verifying);
        return { kind: 'done', name: read.name, pdf: read.pdf, verdict: await verifying.result };
      },
      (found) => {
        if (found.kind === 'faults') setAttempt((count) => count + 1);
        setState(found);
      },
    );
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    check();
  };
  const faults = state.kind === 'faults' ? state.faults : [];
  const faultOf = (field: keyof Chosen): string | undefined => faults.find((one) => one.field === field)?.text;
  return (
    <Screen title={verifyStrings.title} back="/" wrong={faults.length > 0}>
      {faults.length > 0 && <ErrorSummary key={attempt} errors={faults} />}
      <Heading>{verifyStrings.title}</Heading>
      <p className="govuk-body-l">{verifyStrings.lead}</p>
      <p className="govuk-body">
        <Link href="/verify/folder">{verifyStrings.many}</Link>
      </p>
      {services.subtle === undefined && <WarningText>{verifyStrings.insecure}</WarningText>}
      <form onSubmit={submit} noValidate>
        <FileUpload
          name="pdf"
          label={verifyStrings.file}
          size="s"
          accept=".pdf,application/pdf"
          error={faultOf('pdf')}
          onChange={(event) => setChosen({ ...chosen, pdf: event.target.files?.[0] })}
        />
        <FileUpload
          name="trust"
          label={verifyStrings.trust}
          size="s"
          hint={verifyStrings.trustHint}
          accept=".pem,.crt,.cer,.json"
          multiple
          error={faultOf('trust')}
          onChange={(event) => setChosen({ ...chosen, trust: [...(event.target.files ?? [])] })}
        />
        <ButtonGroup>
          <Button disabled={state.kind === 'working' || services.subtle === undefined}>{verifyStrings.submit}</Button>
          {state.kind === 'working' && (
            <Button
              type="button"
              look="secondary"
              onClick={() => {
                stop();
                setState({ kind: 'idle' });
              }}
            >
              {verifyStrings.cancel}
            </Button>
          )}
        </ButtonGroup>
        <p className="govuk-body" role="status">
          {state.kind === 'working' ? verifyStrings.working : ''}
        </p>
      </form>
      {state.kind === 'done' && <VerdictView name={state.name} verdict={state.verdict} />}
      {state.kind === 'done' && state.verdict.accepted && (
        <GoOn name={state.name} pdf={state.pdf} verdict={state.verdict} navigate={navigate} />
      )}
      {state.kind === 'done' && state.verdict.record && <PointsView record={state.verdict.record} />}
      {state.kind === 'done' && state.verdict.record && <RecordView record={state.verdict.record} />}
    </Screen>
  );
};
