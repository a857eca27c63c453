import { useState } from 'react';
import type { Failure } from '../../base/result';
import { failure } from '../../base/result';
import { useServices } from '../../services';
import { restoreBackup } from '../../storage/backup';
import type { Database } from '../../storage/database';
import { backupSentences, backupStrings } from '../../strings/backup';
import { sentenceFor } from '../../strings/failures';
import { Button, Heading, TextInput } from '../../ui';
import { FileUpload } from '../../ui/form/file-upload';

interface BackupOpenProps {
  readonly database: Database;
  /** Something has come in, in words. */
  readonly onDone: (what: string) => void;
}

/** Opens a backup or a colleague's file. The passphrase is asked for once the file turns out to need one. */
export const BackupOpen = ({ database, onDone }: BackupOpenProps) => {
  const services = useServices();
  const [file, setFile] = useState<File>();
  const [passphrase, setPassphrase] = useState('');
  const [wrong, setWrong] = useState<Failure>();
  const [isLocked, setLocked] = useState(false);
  const [busy, setBusy] = useState(false);
  const said = wrong && sentenceFor(wrong, backupSentences);
  const isAboutPassphrase = wrong?.code === 'backup.passphrase' || wrong?.code === 'backup.locked';

  const open = async (): Promise<void> => {
    if (!file) return setWrong(failure('backup.none', 'file'));
    setBusy(true);
    const bytes = await file.arrayBuffer().catch(() => new ArrayBuffer(0));
    const done = await restoreBackup(database, new Uint8Array(bytes), { subtle: services.subtle, passphrase });
    setBusy(false);
    setWrong(done.ok ? undefined : done.failures[0]);
    if (!done.ok) return setLocked(isLocked || done.failures.some(({ code }) => code === 'backup.locked'));
    setPassphrase('');
    const { drafts, entries, records } = done.value;
    onDone(backupStrings.restored(drafts, entries, records));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void open();
      }}
    >
      <Heading level={2}>{backupStrings.open}</Heading>
      <p className="govuk-body">{backupStrings.openLead}</p>
      <FileUpload
        name="backup"
        label={backupStrings.file}
        error={isAboutPassphrase ? undefined : said}
        onChange={(event) => {
          setFile(event.target.files?.[0]);
          setLocked(false);
          setWrong(undefined);
        }}
      />
      {isLocked && (
        <TextInput
          name="open-passphrase"
          type="password"
          autoComplete="off"
          label={backupStrings.openPassphrase}
          error={isAboutPassphrase ? said : undefined}
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
        />
      )}
      <Button look="secondary">{backupStrings.openFile}</Button>
    </form>
  );
};
