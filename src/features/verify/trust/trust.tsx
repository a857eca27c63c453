import { type SubmitEvent, useState } from 'react';
import { utf8 } from '../../../base/bytes';
import { useServices } from '../../../services';
import { trustListStrings as strings } from '../../../strings/trust-list';
import { Button, ErrorSummary, Heading } from '../../../ui';
import { FileUpload } from '../../../ui/form/file-upload';
import { Textarea } from '../../../ui/form/textarea';
import { Screen } from '../../../views/screen';
import type { Fault } from '../../../views/signer-details';
import { readTrust } from '../check-file';
import { type Edited, editedFrom, listFrom, mistyped, nothing } from './edited';
import { EntryForm } from './entry-form';

/** What was chosen and what is on the list already, as one list; or what is wrong with a file. */
const added = async (files: readonly File[], edited: Edited): Promise<Edited | readonly Fault[]> => {
  if (files.length === 0) return [{ field: 'trust', text: strings.noFiles }];
  const read = await readTrust(files);
  if ('faults' in read) return read.faults;
  const [{ readTrustList }, { joinLists }] = await Promise.all([
    import('../../../signing/trust'),
    import('../../../signing/trust-write'),
  ]);
  const lists = read.pems.flatMap((text) => {
    const list = readTrustList(text, '');
    return list.ok ? [list.value] : [];
  });
  return editedFrom(joinLists([listFrom(edited), ...lists]));
};

/** The list as a file, read back as whoever checks with it will; or what is wrong with it. */
const written = async (edited: Edited): Promise<string | readonly Fault[]> => {
  const [{ readTrustList }, { writeTrust }] = await Promise.all([
    import('../../../signing/trust'),
    import('../../../signing/trust-write'),
  ]);
  const text = writeTrust(listFrom(edited));
  const read = readTrustList(text, '');
  if (read.ok) return text;
  return read.failures.map((one) => {
    const { field, what, line } = mistyped(edited, one);
    return { field, text: strings.mistyped[what](line) };
  });
};

/** Whom an auditor trusts: files brought together, each key with its terms, and saved as one file. */
export const Trust = () => {
  const services = useServices();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [edited, setEdited] = useState<Edited>(nothing);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [saved, setSaved] = useState(false);
  const refuse = (found: readonly Fault[]): void => {
    setFaults(found);
    setAttempt((count) => count + 1);
  };
  const add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const found = await added(files, edited);
    setSaved(false);
    if (!('policies' in found)) return refuse(found);
    setFaults([]);
    setEdited(found);
  };
  const save = async (): Promise<void> => {
    const found = await written(edited);
    setSaved(typeof found === 'string');
    if (typeof found !== 'string') return refuse(found);
    setFaults([]);
    services.handOver('trust.json', 'application/json', utf8(found));
  };
  const change = (next: Partial<Edited>): void => {
    setSaved(false);
    setEdited({ ...edited, ...next });
  };
  const { entries } = edited;
  const faultOf = (field: string): string | undefined => faults.find((one) => one.field === field)?.text;
  return (
    <Screen title={strings.title} back="/verify" wrong={faults.length > 0}>
      {faults.length > 0 && <ErrorSummary key={attempt} errors={faults} />}
      <Heading>{strings.title}</Heading>
      <p className="govuk-body-l">{strings.lead}</p>
      <form onSubmit={(event) => void add(event)} noValidate>
        <FileUpload
          name="trust"
          label={strings.files}
          size="s"
          hint={strings.filesHint}
          accept=".pem,.crt,.cer,.json"
          multiple
          error={faultOf('trust')}
          onChange={(event) => setFiles([...(event.target.files ?? [])])}
        />
        <Button look="secondary">{strings.add}</Button>
      </form>
      <Heading level={2}>{strings.entries(entries.length)}</Heading>
      {entries.map((one) => (
        <EntryForm
          key={one.key}
          edited={one}
          faultOf={faultOf}
          onChange={(next) => change({ entries: entries.map((other) => (other === one ? next : other)) })}
          onRemove={() => change({ entries: entries.filter((other) => other !== one) })}
        />
      ))}
      <Heading level={2}>{strings.known}</Heading>
      {(['policies', 'settings', 'received'] as const).map((part) => (
        <Textarea
          key={part}
          name={part}
          label={strings[part]}
          hint={part === 'received' ? strings.receivedHint : strings.hashHint}
          rows={3}
          error={faultOf(part)}
          value={edited[part]}
          onChange={(event) => change({ [part]: event.target.value })}
        />
      ))}
      <Button type="button" onClick={() => void save()}>
        {strings.save}
      </Button>
      <p className="govuk-body" role="status">
        {saved ? strings.saved : ''}
      </p>
    </Screen>
  );
};
