import { failure } from '../../base/result';
import { useServices } from '../../services';
import { lockStrings } from '../../strings/lock';
import { Heading } from '../../ui';
import { LockForm } from './lock-form';
import { LockNow } from './lock-now';
import { leastCharacters, newFaults } from './passphrase';

const changing = [
  { id: 'current', label: lockStrings.current },
  { id: 'next', label: lockStrings.next, hint: lockStrings.least(leastCharacters), isNew: true },
  { id: 'again', label: lockStrings.nextAgain, isNew: true },
];
const removing = [{ id: 'remove', label: lockStrings.removeCurrent }];

const missing = (passphrase: string, place: string) => (passphrase === '' ? [failure('lock.empty', place)] : []);

/** What can be done with a lock that is set. `onDone` is told what was done. */
export const ChangeLock = ({ onDone }: { readonly onDone: (what: 'changed' | 'removed') => void }) => {
  const { lock } = useServices();
  return (
    <>
      <p className="govuk-body">{lockStrings.nowLead}</p>
      <LockNow />
      <Heading level={2}>{lockStrings.change}</Heading>
      <p className="govuk-body">{lockStrings.changeLead}</p>
      <LockForm
        boxes={changing}
        button={lockStrings.change}
        working={lockStrings.opening}
        faults={({ current = '', next = '', again = '' }) => [
          ...missing(current, 'current'),
          ...newFaults(next, again),
        ]}
        submit={async ({ current = '', next = '' }) => {
          const changed = await (await lock.keeper()).change(current, next);
          if (changed.ok) onDone('changed');
          return changed;
        }}
      />
      <Heading level={2}>{lockStrings.remove}</Heading>
      <p className="govuk-body">{lockStrings.removeLead}</p>
      <LockForm
        boxes={removing}
        button={lockStrings.remove}
        look="warning"
        working={lockStrings.removing}
        faults={({ remove = '' }) => missing(remove, 'remove')}
        submit={async ({ remove = '' }) => {
          const removed = await (await lock.keeper()).remove(remove);
          if (removed.ok) onDone('removed');
          return removed;
        }}
      />
    </>
  );
};
