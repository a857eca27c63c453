import { useRef, useState } from 'react';
import type { Failure } from '../../base/result';
import { useServices } from '../../services';
import { type Deciding, forgetDeciding, keepTyped, type OpenedFile, type TypedForm } from '../../storage/deciding';
import { Confirm } from './confirm';
import { Done } from './done';
import type { Fault } from './form';
import { FormScreen } from './form-screen';
import { type About, readForm, type Said } from './read-form';
import { type SignedSequel, signSequel } from './sign-sequel';

interface StepsProps {
  readonly flow: Deciding;
  readonly file: OpenedFile;
  readonly about: About;
  /** What was typed before. */
  readonly first: TypedForm;
  readonly navigate: (to: string) => void;
}

type Step =
  | { readonly kind: 'form' }
  | { readonly kind: 'confirm'; readonly said: Said }
  | { readonly kind: 'done'; readonly signed: SignedSequel };

/** The form, then what will be signed, then what has been. What is typed is kept at once. */
export const Steps = ({ flow, file, about, first, navigate }: StepsProps) => {
  const services = useServices();
  const [form, setForm] = useState(first);
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
      const kept = open.ok ? await keepTyped(open.value, flow, file.id, next) : open;
      setKeeps(kept.ok);
    });
  };
  const submit = (): void => {
    setAttempt((count) => count + 1);
    const read = readForm(flow, form, { ...about, today: services.clock().slice(0, 10) });
    if ('faults' in read) return setFaults(read.faults);
    setFaults([]);
    setFailures([]);
    setStep({ kind: 'confirm', said: read });
  };
  const forget = async (): Promise<void> => {
    await writing.current;
    const open = await services.database();
    if (open.ok) await forgetDeciding(open.value, flow, file.id);
  };
  const sign = async (said: Said): Promise<void> => {
    setWorking(true);
    setFailures([]);
    const open = await services.database();
    const signed = open.ok ? await signSequel(services, open.value, about.chain, file.pdf, said) : open;
    setWorking(false);
    if (!signed.ok) return setFailures(signed.failures);
    const { row } = signed.value;
    services.handOver(row.fileName, 'application/pdf', row.pdf);
    setStep({ kind: 'done', signed: signed.value });
    await forget();
  };
  switch (step.kind) {
    case 'form':
      return (
        <FormScreen
          {...{ flow, about, form, faults, attempt, keeps, set }}
          onSubmit={submit}
          onOther={() => void forget().then(() => navigate(`/${flow}`))}
        />
      );
    case 'confirm':
      return (
        <Confirm
          {...{ flow, about, failures, working }}
          said={step.said}
          onSign={() => void sign(step.said)}
          onBack={() => setStep({ kind: 'form' })}
        />
      );
    case 'done':
      return <Done flow={flow} signed={step.signed} />;
  }
};
