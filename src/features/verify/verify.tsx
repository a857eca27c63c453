import { type SubmitEvent, useState } from 'react';
import { useServices, type Verifying } from '../../services';
import { verifyStrings } from '../../strings/verify';
import { Button, ButtonGroup, ErrorSummary, Heading, Link, WarningText } from '../../ui';
import { FileUpload } from '../../ui/form/file-upload';
import { Screen } from '../../views/screen';
import { useLatest } from '../../views/use-latest';
import { type Chosen, readChosen } from './check-file';
import { type Found, FoundView } from './found-view';
import { GoOn } from './go-on';
import type { CheckedFile } from './original';
import { TrustPicker } from './trust-picker';

type Running = (verifying: Verifying) => void;

/** Where a check stands: nothing yet, faults in what was chosen, at work, or a verdict. */
type State =
  | { readonly kind: 'idle' | 'working' }
  | { readonly kind: 'faults'; readonly faults: readonly { readonly field: string; readonly text: string }[] }
  | { readonly kind: 'done'; readonly found: Found; readonly trust: readonly string[] };

/** Choose a record, have it checked, and read what was found and what it says. */
export const Verify = ({ navigate }: { readonly navigate: (to: string) => void }) => {
  const services = useServices();
  const [chosen, setChosen] = useState<Chosen>({ pdf: undefined, trust: [] });
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [attempt, setAttempt] = useState(0);
  const { run, stop } = useLatest();

  const show = (next: State): void => {
    if (next.kind === 'faults') setAttempt((count) => count + 1);
    setState(next);
  };
  const verdictOn = async (file: CheckedFile, trust: readonly string[], running: Running): Promise<State> => {
    const verifying = services.verify(file.pdf, trust);
    running(verifying);
    return { kind: 'done', trust, found: { ...file, verdict: await verifying.result } };
  };
  const check = (): void => {
    setState({ kind: 'working' });
    run(async (running): Promise<State> => {
      const read = await readChosen(chosen);
      return 'faults' in read ? { kind: 'faults', faults: read.faults } : verdictOn(read, read.trust, running);
    }, show);
  };
  const checkOriginal = (original: CheckedFile, trust: readonly string[]): void =>
    run((running) => verdictOn(original, trust, running), show);
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
      <p className="govuk-body">
        <Link href="/verify/reperform">{verifyStrings.again}</Link>
      </p>
      <p className="govuk-body">
        <Link href="/verify/trust">{verifyStrings.list}</Link>
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
        <TrustPicker error={faultOf('trust')} onPick={(trust) => setChosen({ ...chosen, trust })} />
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
      {state.kind === 'done' && (
        <FoundView found={state.found} check={(original) => checkOriginal(original, state.trust)}>
          {state.found.verdict.accepted && <GoOn {...state.found} navigate={navigate} />}
        </FoundView>
      )}
    </Screen>
  );
};
