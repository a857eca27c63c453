import { type SubmitEvent, useState } from 'react';
import { useServices, type Verifying } from '../../../services';
import { reperformDeskStrings as strings } from '../../../strings/reperform-desk';
import { sentenceFor } from '../../../strings/failures';
import { Button, ErrorSummary, Heading, WarningText } from '../../../ui';
import { FileUpload } from '../../../ui/form/file-upload';
import type { Verdict } from '../../../verify/verdict';
import { Refused } from '../../../views/refused';
import { Screen } from '../../../views/screen';
import type { Fault } from '../../../views/signer-details';
import { useLatest } from '../../../views/use-latest';
import { readChosen } from '../check-file';
import { TrustPicker } from '../trust-picker';
import { beginReperformance } from './begin';

type State =
  | { readonly kind: 'idle' | 'working' }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  | { readonly kind: 'refused'; readonly verdict: Verdict }
  | { readonly kind: 'begun'; readonly draft: string };

/** Choose the record to answer again. It is checked, and nothing of what it says is shown. */
export const ChooseReperformance = ({ navigate }: { readonly navigate: (to: string) => void }) => {
  const services = useServices();
  const [pdf, setPdf] = useState<File>();
  const [trust, setTrust] = useState<readonly File[]>([]);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [attempt, setAttempt] = useState(0);
  const { run } = useLatest();
  const begin = async (running: (verifying: Verifying) => void): Promise<State> => {
    const read = await readChosen({ pdf, trust });
    if ('faults' in read) return { kind: 'faults', faults: read.faults };
    const verifying = services.verify(read.pdf, read.trust);
    running(verifying);
    const verdict = await verifying.result;
    if (!verdict.accepted || !verdict.record) return { kind: 'refused', verdict };
    const begun = await beginReperformance(services, verdict.record, { name: read.name, pdf: read.pdf });
    return begun.ok
      ? { kind: 'begun', draft: begun.value }
      : { kind: 'faults', faults: begun.failures.map((one) => ({ field: 'pdf', text: sentenceFor(one) })) };
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setState({ kind: 'working' });
    run(begin, (next) => {
      setAttempt((count) => count + 1);
      if (next.kind === 'begun') navigate(`/verify/reperform/${next.draft}`);
      else setState(next);
    });
  };
  const faults = state.kind === 'faults' ? state.faults : [];
  const faultOf = (field: string): string | undefined => faults.find((one) => one.field === field)?.text;
  return (
    <Screen title={strings.title} back="/verify" wrong={faults.length > 0}>
      {faults.length > 0 && <ErrorSummary key={attempt} errors={faults} />}
      {state.kind === 'refused' && (
        <Refused
          key={attempt}
          verdict={state.verdict}
          title={strings.refused}
          why={strings.refusedWhy}
          unfit={state.verdict.accepted ? strings.receipt : undefined}
        />
      )}
      <Heading>{strings.title}</Heading>
      <p className="govuk-body-l">{strings.lead}</p>
      <WarningText>{services.subtle === undefined ? strings.insecure : strings.notRead}</WarningText>
      <form onSubmit={submit} noValidate>
        <FileUpload
          name="pdf"
          label={strings.file}
          size="s"
          accept=".pdf,application/pdf"
          error={faultOf('pdf')}
          onChange={(event) => setPdf(event.target.files?.[0])}
        />
        <TrustPicker error={faultOf('trust')} onPick={setTrust} />
        <Button disabled={state.kind === 'working' || services.subtle === undefined}>{strings.submit}</Button>
        <p className="govuk-body" role="status">
          {state.kind === 'working' ? strings.working : ''}
        </p>
      </form>
    </Screen>
  );
};
