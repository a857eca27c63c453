import { useState } from 'react';
import { failure } from '../../base/result';
import { useServices } from '../../services';
import { lockStrings } from '../../strings/lock';
import { ButtonLink, Checkboxes, Heading, InsetText, tickedValues, WarningText } from '../../ui';
import { LockForm } from './lock-form';
import { leastCharacters, newFaults } from './passphrase';

const boxes = [
  { id: 'next', label: lockStrings.passphrase, hint: lockStrings.least(leastCharacters), isNew: true },
  { id: 'again', label: lockStrings.again, isNew: true },
];

interface SetLockProps {
  /** When a backup was last made, in words. */
  readonly last: string | undefined;
  readonly onSet: () => void;
}

/** Says what is lost with the passphrase, offers a backup, and sets the lock. */
export const SetLock = ({ last, onSet }: SetLockProps) => {
  const services = useServices();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  return (
    <>
      <WarningText>{lockStrings.forgotten}</WarningText>
      <p className="govuk-body">
        {lockStrings.forgottenWhy} {last === undefined ? lockStrings.never : lockStrings.last(last)}
      </p>
      <ButtonLink href="/backup" look="secondary">
        {lockStrings.backup}
      </ButtonLink>
      <Heading level={2}>{lockStrings.set}</Heading>
      {services.subtle ? (
        <LockForm
          boxes={boxes}
          button={lockStrings.set}
          working={lockStrings.busy}
          faults={({ next = '', again = '' }) => [
            ...newFaults(next, again),
            ...(ticked.length === 0 ? [failure('lock.tick', 'sure')] : []),
          ]}
          submit={async ({ next = '' }) => {
            const set = await (await services.lock.keeper()).set(next);
            if (set.ok) onSet();
            return set;
          }}
        >
          {(errorOf) => (
            <>
              <Checkboxes
                id="sure"
                name="sure"
                label={lockStrings.understood}
                error={errorOf('sure')}
                options={[{ value: 'yes', text: lockStrings.tick }]}
                value={ticked}
                onChange={(event) => setTicked(tickedValues(event))}
              />
              <InsetText>{lockStrings.others}</InsetText>
            </>
          )}
        </LockForm>
      ) : (
        <WarningText>{lockStrings.insecure}</WarningText>
      )}
    </>
  );
};
