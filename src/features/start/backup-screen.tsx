import { useCallback, useState } from 'react';
import { newId } from '../../base/ids';
import { type Failure, type Result, succeed } from '../../base/result';
import { useServices } from '../../services';
import { lastBackup, makeBackup } from '../../storage/backup';
import type { Database } from '../../storage/database';
import { type DraftLine, listDrafts } from '../../storage/draft-list';
import { profileId } from '../../storage/profile';
import { backupStrings } from '../../strings/backup';
import { Button, Heading, Link, TextInput, WarningText } from '../../ui';
import { Select } from '../../ui/form/select';
import { NotificationBanner } from '../../ui/content/notification-banner';
import { Opened } from '../../views/problem';
import { Screen } from '../../views/screen';
import { Sentence } from '../../views/sentence';
import { BackupOpen } from './backup-open';
import { KeptHere } from './kept-here';
import { type Keeping, keepToPeriods } from './retained';
import { HowLong } from './retention';
import { nameOf, placeOf, when } from './shown-drafts';

interface Ready {
  readonly database: Database;
  readonly profile: string;
  readonly drafts: readonly DraftLine[];
  readonly last: string | undefined;
  readonly keeping: Keeping | undefined;
}

/** Where somebody's work is kept, how to have it twice, and how to share one assessment with a colleague. */
export const BackupScreen = () => {
  const services = useServices();
  const [done, setDone] = useState<{ readonly what: string; readonly times: number }>();
  const [wrong, setWrong] = useState<Failure>();
  const [passphrase, setPassphrase] = useState('');
  const [chosen, setChosen] = useState('');
  const times = done?.times ?? 0;
  const open = useCallback(async (): Promise<Result<Ready>> => {
    const database = await services.database();
    if (!database.ok) return database;
    const keeping = await keepToPeriods(services);
    const [profile, drafts, last] = [
      await profileId(database.value, newId(services.random)),
      await listDrafts(database.value),
      await lastBackup(database.value),
    ];
    if (!profile.ok) return profile;
    if (!drafts.ok) return drafts;
    if (!last.ok) return last;
    const rows = drafts.value.rows.filter((row) => placeOf(row) !== 'bin');
    return succeed({ database: database.value, profile: profile.value, drafts: rows, last: last.value, keeping });
    // oxlint-disable-next-line react/exhaustive-deps -- read again after each change
  }, [services, times]);
  const changed = (what: string): void => setDone({ what, times: times + 1 });

  const make = async ({ database, profile }: Ready, draft?: DraftLine): Promise<void> => {
    const { clock, random, subtle, version } = services;
    const at = clock();
    const by = { app: version, at, profile, random, subtle, passphrase: draft ? '' : passphrase };
    const made = await makeBackup(database, by, draft?.id);
    setWrong(made.ok ? undefined : made.failures[0]);
    if (!made.ok) return;
    const name = `${draft ? 'assessment' : 'assessments'}-${at.slice(0, 10)}.backup`;
    services.handOver(name, 'application/octet-stream', made.value.bytes);
    const { leftOut } = made.value;
    if (draft) changed(backupStrings.handed(nameOf(draft)));
    else changed(`${backupStrings.made}${leftOut > 0 ? ` ${backupStrings.leftOut(leftOut)}` : ''}`);
  };

  return (
    <Opened open={open} back="/">
      {(ready) => (
        <Screen title={backupStrings.title} back="/">
          {done && (
            <NotificationBanner key={times} success>
              <p className="govuk-notification-banner__heading app-words">{done.what}</p>
              <Link href="/drafts">{backupStrings.list}</Link>
            </NotificationBanner>
          )}
          {wrong && (
            <WarningText>
              <Sentence failure={wrong} />
            </WarningText>
          )}
          <Heading>{backupStrings.title}</Heading>
          <p className="govuk-body-l">{backupStrings.lead}</p>
          <KeptHere />
          <HowLong keeping={ready.keeping} />
          <Heading level={2}>{backupStrings.lock}</Heading>
          <p className="govuk-body">
            {services.lock.read() === 'unlocked' ? backupStrings.lockSet : backupStrings.lockLead}
          </p>
          <p className="govuk-body">
            <Link href="/lock">{backupStrings.lockLink}</Link>
          </p>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void make(ready);
            }}
          >
            <Heading level={2}>{backupStrings.make}</Heading>
            <p className="govuk-body">
              {backupStrings.makeLead}{' '}
              {ready.last === undefined ? backupStrings.never : backupStrings.last(when(ready.last))}
            </p>
            <p className="govuk-body">{backupStrings.keysNote}</p>
            {services.subtle ? (
              <TextInput
                name="passphrase"
                type="password"
                autoComplete="new-password"
                label={backupStrings.passphrase}
                hint={backupStrings.passphraseHint}
                value={passphrase}
                onChange={(event) => setPassphrase(event.target.value)}
              />
            ) : (
              <WarningText>{backupStrings.insecure}</WarningText>
            )}
            <Button>{backupStrings.download}</Button>
          </form>
          <BackupOpen database={ready.database} onDone={changed} />
          {ready.drafts.length > 0 && (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                void make(ready, ready.drafts.find(({ id }) => id === chosen) ?? ready.drafts[0]);
              }}
            >
              <Heading level={2}>{backupStrings.hand}</Heading>
              <p className="govuk-body">{backupStrings.handLead}</p>
              <Select
                name="draft"
                label={backupStrings.which}
                options={ready.drafts.map((row) => ({
                  value: row.id,
                  text: `${nameOf(row)} (${when(row.updatedAt)})`,
                }))}
                value={chosen}
                onChange={(event) => setChosen(event.target.value)}
              />
              <Button look="secondary">{backupStrings.handOver}</Button>
            </form>
          )}
        </Screen>
      )}
    </Opened>
  );
};
