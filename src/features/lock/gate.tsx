import { useState } from 'react';
import { failure } from '../../base/result';
import { useServices } from '../../services';
import { lockStrings } from '../../strings/lock';
import { Details, Heading, Link } from '../../ui';
import { Screen } from '../../views/screen';
import { Forgotten } from './forgotten';
import { LockForm } from './lock-form';

const boxes = [{ id: 'passphrase', label: lockStrings.passphrase }];

/** Asks for the passphrase before anything that is kept is shown. */
export const Gate = () => {
  const services = useServices();
  const [isLost, setLost] = useState(false);
  return (
    <Screen title={lockStrings.gate}>
      <Heading>{lockStrings.gate}</Heading>
      <p className="govuk-body-l">{lockStrings.gateLead}</p>
      <LockForm
        boxes={boxes}
        button={lockStrings.unlock}
        working={lockStrings.opening}
        faults={({ passphrase = '' }) => (passphrase === '' ? [failure('lock.empty', 'passphrase')] : [])}
        submit={async ({ passphrase = '' }) => (await services.lock.keeper()).unlock(passphrase)}
      />
      <p className="govuk-body">
        <Link href="/verify">{lockStrings.without}</Link>
      </p>
      <Details summary={lockStrings.lost} open={isLost} onToggle={({ currentTarget }) => setLost(currentTarget.open)}>
        <Forgotten />
      </Details>
    </Screen>
  );
};
