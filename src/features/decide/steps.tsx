import { useRef, useState } from 'react';
import { type Failure, type Result, succeed } from '../../base/result';
import { useServices } from '../../services';
import { type Deciding, forgetDeciding, keepTyped, type OpenedFile, type TypedForm } from '../../storage/deciding';
import type { KeyRow } from '../../storage/database';
import { isIssued } from '../../storage/keys';
import { choiceOf } from '../../storage/signing-key';
import { type ChosenKey, fileFaults, firstChoice, keyFaults } from '../../views/key-choice';
import { Confirm } from './confirm';
import { Done } from './done';
import type { Fault } from './form';
import { FormScreen } from './form-screen';
import { type About, readForm, type Said } from './read-form';
import {
  openKey,
  prepareSequel,
  type PreparedSequel,
  type SignedSequel,
  type SigningPlace,
  tsaOf,
} from './sign-sequel';

interface StepsProps {
  readonly flow: Deciding;
  readonly file: OpenedFile;
  readonly about: About;
  readonly keys: readonly KeyRow[];
  /** What was typed before. */
  readonly first: TypedForm;
  readonly navigate: (to: string) => void;
}

type Step =
  | { readonly kind: 'form' }
  | { readonly kind: 'confirm'; readonly said: Said; readonly place: SigningPlace; readonly prepared: PreparedSequel }
  | { readonly kind: 'done'; readonly signed: SignedSequel };

type Confirming = Extract<Step, { kind: 'confirm' }>;

/** The form, then what will be signed, then what has been. What is typed is kept at once. */
export const Steps = ({ flow, file, about, keys, first, navigate }: StepsProps) => {
  const services = useServices();
  const issued = keys.filter(isIssued);
  const [form, setForm] = useState(first);
  const [chosen, setChosen] = useState<ChosenKey>(() => firstChoice(issued));
  const [step, setStep] = useState<Step>({ kind: 'form' });
  const [attempt, setAttempt] = useState(0);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const [working, setWorking] = useState(false);
  const [keeps, setKeeps] = useState(true);
  // One write after another, so that what was typed last is what stays.
  const writing = useRef<Promise<unknown>>(Promise.resolve());

  const set = (changes: TypedForm): void => {
    const next = { ...form, ...changes };
    setForm(next);
    if (attempt > 0) setFaults([]);
    writing.current = writing.current.then(async () => {
      const open = await services.database();
      const kept = open.ok ? await keepTyped(open.value, flow, file.id, next, services.clock()) : open;
      setKeeps(kept.ok);
    });
  };
  /** Opens the key, and makes the document that it will sign. */
  const prepare = async (said: Said): Promise<Result<Confirming>> => {
    const open = await services.database();
    if (!open.ok) return open;
    const place = { services, database: open.value, chain: about.chain, pdf: file.pdf };
    const key = await openKey(place, choiceOf(chosen, keys), said.signer);
    const prepared = key.ok ? await prepareSequel(place, key.value, said, await tsaOf(place)) : key;
    return prepared.ok ? succeed({ kind: 'confirm', said, place, prepared: prepared.value }) : prepared;
  };
  const submit = async (): Promise<void> => {
    setAttempt((count) => count + 1);
    setFailures([]);
    const today = services.clock().slice(0, 10);
    const read = readForm(flow, form, { ...about, today }, chosen.which === 'named');
    const all = [...('faults' in read ? read.faults : []), ...keyFaults(chosen)];
    setFaults(all);
    if ('faults' in read || all.length > 0) return;
    setWorking(true);
    const ready = await prepare(read);
    setWorking(false);
    setChosen({ ...chosen, password: '' });
    if (ready.ok) return setStep(ready.value);
    const { faults: ofFile, others } = fileFaults(chosen, ready.failures);
    setFaults(ofFile);
    setFailures(others);
    setAttempt((count) => count + 1); // the summary takes the focus again
  };
  const forget = async (): Promise<void> => {
    await writing.current;
    const open = await services.database();
    if (open.ok) await forgetDeciding(open.value, flow, file.id);
  };
  const onSigned = (signed: SignedSequel): void => {
    services.handOver(signed.row.fileName, 'application/pdf', signed.row.pdf);
    setStep({ kind: 'done', signed });
    void forget();
  };
  switch (step.kind) {
    case 'form':
      return (
        <FormScreen
          {...{ flow, about, form, faults, attempt, keeps, set, chosen, failures, working }}
          keys={issued}
          onChoose={setChosen}
          onSubmit={() => void submit()}
          onOther={() => void forget().then(() => navigate(`/${flow}`))}
        />
      );
    case 'confirm':
      return <Confirm {...step} about={about} onSigned={onSigned} onBack={() => setStep({ kind: 'form' })} />;
    case 'done':
      return <Done flow={flow} signed={step.signed} />;
  }
};
