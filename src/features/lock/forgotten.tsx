import { useState } from 'react';
import { failure, type Result } from '../../base/result';
import { databaseName } from '../../storage/open';
import { deleteRaw } from '../../storage/rescue-raw';
import { lockStrings } from '../../strings/lock';
import { Checkboxes, tickedValues, WarningText } from '../../ui';
import { LockForm } from './lock-form';

/** The one way on for somebody who has forgotten the passphrase: everything is deleted, once they have said that they are sure. */
export const Forgotten = () => {
  const [sure, setSure] = useState<readonly string[]>([]);
  const [isBlocked, setBlocked] = useState(false);
  const empty = async (): Promise<Result<void>> => {
    const done = await deleteRaw(databaseName, () => setBlocked(true));
    if (done.ok) {
      window.location.hash = '#/';
      window.location.reload();
    }
    return done;
  };
  return (
    <>
      <p className="govuk-body">{lockStrings.lostLead}</p>
      <p className="govuk-body">{lockStrings.lostIntro}</p>
      <ul className="govuk-list govuk-list--bullet">
        {lockStrings.lostWhat.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <LockForm
        boxes={[]}
        button={lockStrings.lostDelete}
        look="warning"
        working={lockStrings.deleting}
        faults={() => (sure.length === 0 ? [failure('lock.sure', 'sure')] : [])}
        submit={empty}
      >
        {(errorOf) => (
          <Checkboxes
            id="sure"
            name="sure"
            label={lockStrings.lostSure}
            error={errorOf('sure')}
            options={[{ value: 'yes', text: lockStrings.lostTick }]}
            value={sure}
            onChange={(event) => setSure(tickedValues(event))}
          />
        )}
      </LockForm>
      {isBlocked && <WarningText>{lockStrings.blocked}</WarningText>}
    </>
  );
};
