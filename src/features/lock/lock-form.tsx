import { type ReactNode, useState } from 'react';
import type { Failure, Result } from '../../base/result';
import { sentenceFor } from '../../strings/failures';
import { lockSentences } from '../../strings/lock';
import { signingSentences } from '../../strings/signing-failures';
import { Button, type ButtonProps, ErrorSummary, TextInput } from '../../ui';
import { useWrong } from '../../views/wrong';

/** A box for a passphrase. */
export interface Box {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly isNew?: boolean;
}

interface LockFormProps {
  readonly boxes: readonly Box[];
  readonly button: string;
  readonly look?: ButtonProps['look'];
  /** Said while it works. */
  readonly working: string;
  /** What is wrong with what was entered, each with the box as its place. */
  readonly faults?: (entered: Readonly<Record<string, string>>) => readonly Failure[];
  readonly submit: (entered: Readonly<Record<string, string>>) => Promise<Result<void>>;
  /** Between the boxes and the button, given what is wrong with the place of that id. */
  readonly children?: (errorOf: (id: string) => string | undefined) => ReactNode;
}

/** Boxes for passphrases and a button. What was entered goes once it has worked; where it has not, the page says why. */
export const LockForm = ({ boxes, button, look, working, faults, submit, children }: LockFormProps) => {
  const [entered, setEntered] = useState<Readonly<Record<string, string>>>({});
  const [wrong, setWrong] = useState<readonly Failure[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [first] = boxes;
  const placed = wrong.map((one) => ({
    text: sentenceFor(one, { ...signingSentences, ...lockSentences }),
    field:
      one.code === 'lock.passphrase'
        ? first?.id
        : boxes.some(({ id }) => id === one.place) || one.place === 'sure'
          ? one.place
          : undefined,
  }));
  const isWrong = placed.length > 0 && !isBusy;
  useWrong(isWrong);
  const errorOf = (id: string): string | undefined => placed.find(({ field }) => field === id)?.text;
  const send = async (): Promise<void> => {
    const found = faults?.(entered) ?? [];
    setAttempt((count) => count + 1);
    setWrong(found);
    if (found.length > 0) return;
    setBusy(true);
    const done = await submit(entered);
    setBusy(false);
    if (done.ok) setEntered({});
    else setWrong(done.failures);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void send();
      }}
    >
      {isWrong && <ErrorSummary key={attempt} errors={placed} />}
      {boxes.map(({ id, label, hint, isNew }) => (
        <TextInput
          key={id}
          id={id}
          name={id}
          type="password"
          autoComplete={isNew ? 'new-password' : 'current-password'}
          label={label}
          hint={hint}
          error={errorOf(id)}
          value={entered[id] ?? ''}
          onChange={(event) => setEntered({ ...entered, [id]: event.target.value })}
        />
      ))}
      {children?.(errorOf)}
      <Button look={look}>{button}</Button>
      <p className="govuk-body" role="status">
        {isBusy && working}
      </p>
    </form>
  );
};
