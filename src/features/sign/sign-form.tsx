import { type SubmitEvent, useState } from 'react';
import { type Failure, failure, type Result } from '../../base/result';
import { begun } from '../../assessment/log';
import { inLanguage, subjectOf } from '../../policy/present';
import type { KeyRow } from '../../storage/database';
import { isIssued } from '../../storage/keys';
import { choiceOf } from '../../storage/signing-key';
import { sentenceFor } from '../../strings/failures';
import { signingSentences } from '../../strings/signing-failures';
import { keySentences } from '../../strings/keys';
import { signStrings } from '../../strings/sign';
import { Button, Checkboxes, ErrorSummary, Heading, InsetText, tickedValues, WarningText } from '../../ui';
import { type ChosenKey, fileFaults, firstChoice, KeyChoice, keyFaults } from '../../views/key-choice';
import { Screen } from '../../views/screen';
import {
  cleanSigner,
  type Fault,
  signerFaults,
  SignerFields,
  type SignerField,
  type SignerForm,
} from '../../views/signer-details';
import { openKey, prepareRecord, type PreparedRecord, type SigningPlace } from './sign-record';

export interface SignFormProps {
  readonly place: SigningPlace;
  readonly keys: readonly KeyRow[];
  readonly known: SignerForm;
  /** How many records of this assessment are signed already. */
  readonly signed: number;
  readonly onPrepared: (prepared: PreparedRecord, details: SignerForm) => void;
}

/** Where the timestamp of a record is asked for; practice records have none. */
export const tsaOf = ({ assessment }: SigningPlace): string | undefined =>
  begun(assessment.log)?.practice ? undefined : assessment.model.settings.app.timestampPath;

/** Who signs, with which key, and the declaration. What comes of it is a record ready to be signed. */
export const SignForm = ({ place, keys, known, signed, onPrepared }: SignFormProps) => {
  const { assessment, draft, services } = place;
  const practice = begun(assessment.log)?.practice === true;
  const [details, setDetails] = useState(known);
  const [chosen, setChosen] = useState<ChosenKey>(() => firstChoice(practice ? [] : keys.filter(isIssued)));
  const [declared, setDeclared] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [working, setWorking] = useState(false);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const clean = cleanSigner(details);
  const fields: readonly SignerField[] = chosen.which === 'named' ? ['name', 'job', 'service'] : ['job', 'service'];
  const all: readonly Fault[] = [
    ...keyFaults(chosen),
    ...signerFaults(clean, fields),
    ...(declared.length > 0 ? [] : [{ field: 'declared', text: signStrings.declareNeeded }]),
  ];
  const { faults: ofFile, others } = fileFaults(chosen, failures);
  const faults = attempt > 0 ? [...all, ...ofFile] : [];

  const prepare = async (): Promise<Result<PreparedRecord>> => {
    const key = await openKey(place, choiceOf(chosen, keys), clean);
    return key.ok ? prepareRecord(place, key.value, clean, tsaOf(place)) : key;
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    setFailures([]);
    if (all.length > 0) return;
    setWorking(true);
    const prepared = await prepare();
    setWorking(false);
    setChosen({ ...chosen, password: '' });
    if (prepared.ok) onPrepared(prepared.value, clean);
    else {
      setFailures(prepared.failures);
      setAttempt((count) => count + 1); // the summary takes the focus again
    }
  };
  return (
    <Screen title={signStrings.title} back={`/a/${draft.id}/outcome`} wrong={faults.length > 0}>
      {faults.length > 0 && <ErrorSummary key={attempt} errors={faults} />}
      {others.map((one) => (
        <div key={`${one.code} ${one.place}`} role="alert">
          <WarningText>{sentenceFor(one, keySentences)}</WarningText>
        </div>
      ))}
      <Heading caption={subjectOf(assessment.walk)}>{signStrings.title}</Heading>
      {services.subtle === undefined && (
        <WarningText>{sentenceFor(failure('sign.insecure', ''), signingSentences)}</WarningText>
      )}
      {signed > 0 && <InsetText>{signStrings.again(signed)}</InsetText>}
      <form onSubmit={(event) => void submit(event)} noValidate>
        <SignerFields fields={fields} value={details} faults={faults} onChange={setDetails} />
        {!practice && <KeyChoice keys={keys.filter(isIssued)} value={chosen} faults={faults} onChange={setChosen} />}
        <Checkboxes
          name="declared"
          label={signStrings.declaration}
          size="s"
          hint={inLanguage(assessment.model.policy.declaration, 'en')}
          error={faults.find(({ field }) => field === 'declared')?.text}
          options={[{ value: 'yes', text: signStrings.declare }]}
          value={declared}
          onChange={(event) => setDeclared(tickedValues(event))}
        />
        <Button disabled={working || services.subtle === undefined}>{signStrings.next}</Button>
        <p className="govuk-body" role="status">
          {working ? signStrings.working : ''}
        </p>
      </form>
    </Screen>
  );
};
