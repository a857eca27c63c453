import { useCallback, useState } from 'react';
import { writtenTime } from '../../base/calendar';
import type { Result } from '../../base/result';
import { useServices } from '../../services';
import { lastBackup } from '../../storage/backup';
import { lockStrings } from '../../strings/lock';
import { Heading } from '../../ui';
import { NotificationBanner } from '../../ui/content/notification-banner';
import { Opened } from '../../views/problem';
import { Screen } from '../../views/screen';
import { ChangeLock } from './change-lock';
import { SetLock } from './set-lock';

type Done = 'set' | 'changed' | 'removed';

const said = {
  set: `${lockStrings.wasSet}. ${lockStrings.wasSetLead}`,
  changed: lockStrings.changed,
  removed: lockStrings.removed,
};

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) => (
  <>
    <Heading level={2}>{title}</Heading>
    <ul className="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </>
);

/** A lock on what this browser keeps: what it does and does not do, and setting, changing and removing it. */
export const LockScreen = ({ minutes }: { readonly minutes: number }) => {
  const services = useServices();
  const [done, setDone] = useState<{ readonly what: Done; readonly times: number }>();
  const open = useCallback(async (): Promise<Result<string | undefined>> => {
    const database = await services.database();
    return database.ok ? lastBackup(database.value) : database;
  }, [services]);
  const tell = (what: Done): void => setDone((before) => ({ what, times: (before?.times ?? 0) + 1 }));
  const isSet = services.lock.read() === 'unlocked';
  return (
    <Opened open={open} back="/backup">
      {(last) => (
        <Screen title={lockStrings.title} back="/backup">
          {done && (
            <NotificationBanner key={done.times} success>
              {said[done.what]}
            </NotificationBanner>
          )}
          <Heading>{lockStrings.title}</Heading>
          <p className="govuk-body-l">{isSet ? lockStrings.isSet : lockStrings.lead}</p>
          {isSet && <ChangeLock onDone={tell} />}
          <Lines title={lockStrings.how} lines={lockStrings.does(minutes)} />
          <Lines title={lockStrings.not} lines={lockStrings.doesNot} />
          {!isSet && <SetLock last={last === undefined ? undefined : writtenTime(last)} onSet={() => tell('set')} />}
        </Screen>
      )}
    </Opened>
  );
};
