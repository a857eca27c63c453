import type { SubmitEvent } from 'react';
import type { Failure } from '../../base/result';
import { useServices } from '../../services';
import type { Deciding, TypedForm } from '../../storage/deciding';
import { decideStrings as strings, flowStrings } from '../../strings/decide';
import { Button, ButtonGroup, ErrorSummary, Heading, WarningText } from '../../ui';
import { type ChosenKey, type IssuedKey, KeyChoice } from '../../views/key-choice';
import { Screen } from '../../views/screen';
import { SignerFields } from '../../views/signer-details';
import { DecisionFields } from './decision-fields';
import { failureSentence } from './failure-sentence';
import { FillingProvider } from './fields';
import { FollowUpFields } from './follow-up-fields';
import type { Fault } from './form';
import type { About } from './read-form';
import { RecordSummary } from './summary';

interface FormScreenProps {
  readonly flow: Deciding;
  readonly about: About;
  readonly form: TypedForm;
  readonly faults: readonly Fault[];
  readonly attempt: number;
  /** Whether what is typed is being kept. */
  readonly keeps: boolean;
  readonly set: (changes: TypedForm) => void;
  /** Keys of this browser that an authority has confirmed, and what is chosen to sign with. */
  readonly keys: readonly IssuedKey[];
  readonly chosen: ChosenKey;
  readonly onChoose: (chosen: ChosenKey) => void;
  /** Why it cannot be signed. */
  readonly failures: readonly Failure[];
  readonly working: boolean;
  readonly onSubmit: () => void;
  readonly onOther: () => void;
}

/** The verified record, and what is to be said after it. */
export const FormScreen = (props: FormScreenProps) => {
  const { flow, about, form, faults, attempt, keeps, set, keys, chosen, onChoose, failures, working } = props;
  const { subtle } = useServices();
  const { title, choose } = flowStrings[flow];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <Screen title={title} back="/" wrong={faults.length > 0}>
      {faults.length > 0 && <ErrorSummary key={attempt} errors={faults} />}
      {failures.map((one) => (
        <div key={`${one.code} ${one.place}`} role="alert">
          <WarningText>{failureSentence(one)}</WarningText>
        </div>
      ))}
      <Heading caption={about.chain.record.payload.title}>{title}</Heading>
      {subtle === undefined && <WarningText>{choose.insecure}</WarningText>}
      <RecordSummary about={about} />
      <form onSubmit={submit} noValidate>
        <FillingProvider value={{ form, faults, set }}>
          {flow === 'decide' ? <DecisionFields about={about} /> : <FollowUpFields about={about} />}
          <Heading level={2}>{strings.you}</Heading>
        </FillingProvider>
        <KeyChoice keys={keys} value={chosen} faults={faults} onChange={onChoose} />
        <SignerFields
          fields={chosen.which === 'named' ? ['name', 'job', 'service'] : ['job', 'service']}
          value={{ name: form.name ?? '', job: form.job ?? '', service: form.service ?? '' }}
          faults={faults}
          onChange={(value) => set({ ...value })}
        />
        <p className="govuk-hint" role="status">
          {working ? strings.working : keeps ? strings.saved : strings.notSaved}
        </p>
        <ButtonGroup>
          <Button disabled={working || subtle === undefined}>{strings.continue}</Button>
          <Button type="button" look="secondary" onClick={props.onOther}>
            {strings.other}
          </Button>
        </ButtonGroup>
      </form>
    </Screen>
  );
};
