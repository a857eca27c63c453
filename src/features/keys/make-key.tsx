import { type SubmitEvent, useState } from 'react';
import type { Failure } from '../../base/result';
import { useServices } from '../../services';
import type { Database } from '../../storage/database';
import { keepKey, makeKey } from '../../storage/keys';
import { sentenceFor } from '../../strings/failures';
import { keySentences, keysStrings } from '../../strings/keys';
import { Button, ErrorSummary, Heading, WarningText } from '../../ui';
import { cleanSigner, signerFaults, SignerFields, type SignerForm } from '../../views/signer-details';
import { useWrong } from '../../views/wrong';

const fields = ['name', 'job', 'service'] as const;

interface MakeKeyProps {
  readonly database: Database;
  readonly council: string;
  readonly onChanged: (what: string) => void;
}

/** Makes a key before anything is signed, so that the council's list can have its certificate in time. */
export const MakeKey = ({ database, council, onChanged }: MakeKeyProps) => {
  const services = useServices();
  const [details, setDetails] = useState<SignerForm>({ name: '', job: '', service: '' });
  const [attempt, setAttempt] = useState(0);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const clean = cleanSigner(details);
  const faults = attempt > 0 ? signerFaults(clean, fields) : [];
  useWrong(faults.length > 0);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    const { subtle, random, clock } = services;
    if (!subtle || signerFaults(clean, fields).length > 0) return;
    const made = await makeKey({ subtle, random, now: clock(), council }, clean);
    const kept = made.ok ? await keepKey(database, made.value) : made;
    if (kept.ok) onChanged(keysStrings.made);
    else setFailures(kept.failures);
  };
  return (
    <>
      {faults.length > 0 && <ErrorSummary key={attempt} errors={faults} />}
      <Heading level={2}>{keysStrings.makeTitle}</Heading>
      {failures.map((one) => (
        <WarningText key={`${one.code} ${one.place}`}>{sentenceFor(one, keySentences)}</WarningText>
      ))}
      <form onSubmit={(event) => void submit(event)} noValidate>
        <SignerFields fields={fields} value={details} faults={faults} onChange={setDetails} />
        <Button disabled={services.subtle === undefined}>{keysStrings.make}</Button>
      </form>
    </>
  );
};
