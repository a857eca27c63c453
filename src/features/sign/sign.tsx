import { useCallback, useRef, useState } from 'react';
import { fail, failure, type Failure, type Result, succeed } from '../../base/result';
import { canonicalText, refusedCharacters } from '../../base/text';
import { type Assessment, replay } from '../../assessment/assessment';
import { isPractice } from '../../assessment/log';
import { inLanguage, subjectOf } from '../../policy/present';
import { useServices } from '../../services';
import type { Database, DraftRow } from '../../storage/database';
import { listKeys, recordsOf } from '../../storage/records';
import { signStrings } from '../../strings/sign';
import { sentenceFor } from '../../strings/failures';
import { Button, Checkboxes, ErrorSummary, Heading, InsetText, TextInput, tickedValues, WarningText } from '../../ui';
import { Marked } from '../../views/marked';
import { Opened } from '../../views/problem';
import { Screen } from '../../views/screen';
import { Done } from './done';
import { longestName, type Signed, type SignerDetails, signRecord } from './sign-record';

interface Ready {
  readonly database: Database;
  readonly draft: DraftRow;
  readonly assessment: Assessment;
  readonly known: SignerDetails;
  /** How many records of this assessment are signed already. */
  readonly signed: number;
}

const needed = {
  name: signStrings.nameNeeded,
  job: signStrings.jobNeeded,
  service: signStrings.serviceNeeded,
} as const;

/** What is wrong with the form, by field. */
const faultsIn = (
  details: SignerDetails,
  declared: boolean,
): readonly { readonly field: string; readonly text: string }[] => [
  ...(['name', 'job', 'service'] as const).flatMap((field) => {
    const text = details[field];
    const refused = refusedCharacters(text, false);
    if (text === '') return [{ field, text: needed[field] }];
    if (refused.length > 0)
      return [
        {
          field,
          text: `${signStrings[field]}: ${sentenceFor(failure('field.characters', field, { characters: refused.join(' ') }))}`,
        },
      ];
    return text.length > longestName
      ? [
          {
            field,
            text: `${signStrings[field]}: ${sentenceFor(failure('field.too-long', field, { max: longestName, over: text.length - longestName }))}`,
          },
        ]
      : [];
  }),
  ...(declared ? [] : [{ field: 'declared', text: signStrings.declareNeeded }]),
];

const SignForm = ({ ready, onSigned }: { readonly ready: Ready; readonly onSigned: (signed: Signed) => void }) => {
  const services = useServices();
  const [details, setDetails] = useState(ready.known);
  const [declared, setDeclared] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [working, setWorking] = useState(false);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const cancelled = useRef(false);
  const clean: SignerDetails = {
    name: canonicalText(details.name, false),
    job: canonicalText(details.job, false),
    service: canonicalText(details.service, false),
  };
  const faults = attempt > 0 ? faultsIn(clean, declared.length > 0) : [];
  const faultOf = (field: string): string | undefined => faults.find((one) => one.field === field)?.text;
  const { policy } = ready.assessment.model;

  const sign = async (): Promise<void> => {
    cancelled.current = false;
    setWorking(true);
    setFailures([]);
    const result = await signRecord(
      services,
      ready.database,
      ready.draft,
      ready.assessment,
      clean,
      () => cancelled.current,
    );
    setWorking(false);
    if (result.ok) {
      services.handOver(result.value.row.fileName, 'application/pdf', result.value.row.pdf);
      onSigned(result.value);
    } else if (!cancelled.current) setFailures(result.failures);
  };
  const submit = (event: { readonly preventDefault: () => void }): void => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (faultsIn(clean, declared.length > 0).length === 0) void sign();
  };
  const box = (field: keyof SignerDetails, autoComplete: string) => (
    <TextInput
      name={field}
      label={signStrings[field]}
      autoComplete={autoComplete}
      value={details[field]}
      error={faultOf(field)}
      onChange={(event) => setDetails({ ...details, [field]: event.target.value })}
    />
  );
  return (
    <Screen title={signStrings.title} back={`/a/${ready.draft.id}/outcome`} wrong={faults.length > 0}>
      {faults.length > 0 && <ErrorSummary key={attempt} errors={faults} />}
      {failures.map((one) => (
        <WarningText key={`${one.code} ${one.place}`}>{sentenceFor(one)}</WarningText>
      ))}
      <Heading caption={subjectOf(ready.assessment.walk)}>{signStrings.title}</Heading>
      {services.subtle === undefined && <WarningText>{sentenceFor(failure('sign.insecure', ''))}</WarningText>}
      {ready.signed > 0 && <InsetText>{signStrings.again(ready.signed)}</InsetText>}
      <form onSubmit={submit} noValidate>
        {box('name', 'name')}
        {box('job', 'organization-title')}
        {box('service', 'organization')}
        <Checkboxes
          name="declared"
          label={signStrings.declaration}
          size="s"
          hint={inLanguage(policy.declaration, 'en')}
          error={faultOf('declared')}
          options={[{ value: 'yes', text: signStrings.declare }]}
          value={declared}
          onChange={(event) => setDeclared(tickedValues(event))}
        />
        <InsetText>
          <Heading level={2} size="s">
            {signStrings.about}
          </Heading>
          <ul className="govuk-list govuk-list--bullet">
            {(isPractice(ready.assessment.log) ? signStrings.practice : signStrings.explain).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </InsetText>
        <div className="govuk-button-group">
          <Button disabled={working || services.subtle === undefined}>{signStrings.submit}</Button>
          {working && (
            <Button
              type="button"
              look="secondary"
              onClick={() => {
                cancelled.current = true;
                setWorking(false);
              }}
            >
              {signStrings.cancel}
            </Button>
          )}
        </div>
        <p className="govuk-body" role="status">
          {working ? signStrings.working : ''}
        </p>
      </form>
    </Screen>
  );
};

/** Declare and sign, and what comes after. */
export const Sign = ({ draft: id }: { readonly draft: string }) => {
  const services = useServices();
  const [signed, setSigned] = useState<Signed>();
  const open = useCallback(async (): Promise<Result<Ready>> => {
    const draft = await services.openDraft(id);
    if (!draft.ok) return draft;
    const { database, row, model, log } = draft.value;
    const keys = await listKeys(database);
    const earlier = await recordsOf(database, id);
    const assessment = replay(model, log);
    if (!assessment || assessment.walk.outcome === undefined) return fail('seal.no-outcome', row.title);
    const [latest] = keys.ok ? keys.value : [];
    return succeed({
      database,
      draft: row,
      assessment,
      signed: earlier.ok ? earlier.value.length : 0,
      known: { name: latest?.name ?? '', job: latest?.job ?? '', service: latest?.service ?? '' },
    });
  }, [id, services]);
  return (
    <Opened open={open} back={`/a/${id}`}>
      {(ready) => (
        <Marked log={ready.assessment.log} scope={ready.assessment.walk}>
          {signed ? (
            <Done signed={signed} assessment={ready.assessment} />
          ) : (
            <SignForm ready={ready} onSigned={setSigned} />
          )}
        </Marked>
      )}
    </Opened>
  );
};
