import { type SubmitEvent, useState } from 'react';
import { type Failure, failure, type Result } from '../../base/result';
import { isPractice } from '../../assessment/log';
import { inLanguage, subjectOf } from '../../policy/present';
import type { KeyRow } from '../../storage/database';
import { sentenceFor } from '../../strings/failures';
import { keySentences } from '../../strings/keys';
import { signStrings } from '../../strings/sign';
import { Button, Checkboxes, ErrorSummary, Heading, InsetText, tickedValues, WarningText } from '../../ui';
import { Screen } from '../../views/screen';
import {
  cleanSigner,
  type Fault,
  signerFaults,
  SignerFields,
  type SignerField,
  type SignerForm,
} from '../../views/signer-details';
import { type ChosenKey, firstChoice, KeyChoice, keyFaults } from './key-choice';
import { type KeyChoice as Choice, openKey, prepareRecord, type Prepared, type SigningPlace } from './sign-record';

export interface SignFormProps {
  readonly place: SigningPlace;
  readonly keys: readonly KeyRow[];
  readonly known: SignerForm;
  /** How many records of this assessment are signed already. */
  readonly signed: number;
  readonly onPrepared: (prepared: Prepared, details: SignerForm) => void;
}

const choiceOf = ({ which, file, password }: ChosenKey, keys: readonly KeyRow[]): Choice => {
  const row = keys.find(({ id }) => id === which);
  if (row) return { kind: 'kept', row };
  return which === 'file' && file ? { kind: 'file', from: { file, password } } : { kind: 'named' };
};

/** What stood against a key file, beside the box that it is about. */
const fileFaults = (failures: readonly Failure[]): readonly Fault[] =>
  failures.map((one) => ({
    field: one.code === 'pkcs12.password' ? 'password' : 'keyFile',
    text: sentenceFor(one, keySentences),
  }));

const isAboutFile = ({ code }: Failure): boolean => /^(?:pkcs12|key|certificate)\./.test(code);

/** Where the timestamp of a record is asked for; practice records have none. */
export const tsaOf = ({ assessment }: SigningPlace): string | undefined =>
  isPractice(assessment.log) ? undefined : assessment.model.settings.app.timestampPath;

/** Who signs, with which key, and the declaration. What comes of it is a record ready to be signed. */
export const SignForm = ({ place, keys, known, signed, onPrepared }: SignFormProps) => {
  const { assessment, draft, services } = place;
  const practice = isPractice(assessment.log);
  const [details, setDetails] = useState(known);
  const [chosen, setChosen] = useState<ChosenKey>(() => firstChoice(practice ? [] : keys));
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
  const ofFile = chosen.which === 'file' ? failures.filter(isAboutFile) : [];
  const faults = attempt > 0 ? [...all, ...fileFaults(ofFile)] : [];

  const prepare = async (): Promise<Result<Prepared>> => {
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
      {failures
        .filter((one) => !ofFile.includes(one))
        .map((one) => (
          <div key={`${one.code} ${one.place}`} role="alert">
            <WarningText>{sentenceFor(one, keySentences)}</WarningText>
          </div>
        ))}
      <Heading caption={subjectOf(assessment.walk)}>{signStrings.title}</Heading>
      {services.subtle === undefined && <WarningText>{sentenceFor(failure('sign.insecure', ''))}</WarningText>}
      {signed > 0 && <InsetText>{signStrings.again(signed)}</InsetText>}
      <form onSubmit={(event) => void submit(event)} noValidate>
        {!practice && <KeyChoice keys={keys} value={chosen} faults={faults} onChange={setChosen} />}
        <SignerFields fields={fields} value={details} faults={faults} onChange={setDetails} />
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
