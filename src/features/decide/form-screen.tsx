import type { SubmitEvent } from 'react';
import { useServices } from '../../services';
import type { Deciding, TypedForm } from '../../storage/deciding';
import { decideStrings as strings, flowStrings } from '../../strings/decide';
import { Button, ButtonGroup, ErrorSummary, Heading, WarningText } from '../../ui';
import { Screen } from '../../views/screen';
import { DecisionFields } from './decision-fields';
import { FillingProvider, LineField } from './fields';
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
  readonly onSubmit: () => void;
  readonly onOther: () => void;
}

/** The verified record, and what is to be said after it. */
export const FormScreen = ({ flow, about, form, faults, attempt, keeps, set, onSubmit, onOther }: FormScreenProps) => {
  const { subtle } = useServices();
  const { title, choose } = flowStrings[flow];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Screen title={title} back="/" wrong={faults.length > 0}>
      {faults.length > 0 && <ErrorSummary key={attempt} errors={faults} />}
      <Heading caption={about.chain.record.payload.title}>{title}</Heading>
      {subtle === undefined && <WarningText>{choose.insecure}</WarningText>}
      <RecordSummary about={about} />
      <form onSubmit={submit} noValidate>
        <FillingProvider value={{ form, faults, set }}>
          {flow === 'decide' ? <DecisionFields about={about} /> : <FollowUpFields about={about} />}
          <Heading level={2}>{strings.you}</Heading>
          <LineField name="name" label={strings.name} autoComplete="name" />
          <LineField name="job" label={strings.job} autoComplete="organization-title" />
          <LineField name="service" label={strings.service} autoComplete="organization" />
        </FillingProvider>
        <p className="govuk-hint" role="status">
          {keeps ? strings.saved : strings.notSaved}
        </p>
        <ButtonGroup>
          <Button disabled={subtle === undefined}>{strings.continue}</Button>
          <Button type="button" look="secondary" onClick={onOther}>
            {strings.other}
          </Button>
        </ButtonGroup>
      </form>
    </Screen>
  );
};
