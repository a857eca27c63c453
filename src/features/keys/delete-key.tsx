import { useState } from 'react';
import type { Failure } from '../../base/result';
import { useServices } from '../../services';
import type { Database } from '../../storage/database';
import { deleteKey } from '../../storage/keys';
import { sentenceFor } from '../../strings/failures';
import { keySentences, keysStrings } from '../../strings/keys';
import { grouped } from '../../strings/signer';
import { Button, ButtonGroup, Heading, WarningText } from '../../ui';
import { SummaryList } from '../../ui/content/summary-list';
import { Screen } from '../../views/screen';
import { handOverCertificate } from './certificate-file';
import type { ShownKey } from './key-card';

interface DeleteKeyProps {
  readonly database: Database;
  readonly shown: ShownKey;
  /** Told what has been done. */
  readonly onDeleted: (what: string) => void;
  readonly onCancel: () => void;
}

/** Asks whether somebody is sure, and says what they lose. */
export const DeleteKey = ({ database, shown: { row, certificate }, onDeleted, onCancel }: DeleteKeyProps) => {
  const services = useServices();
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const words = keysStrings.removing;
  const remove = async (): Promise<void> => {
    const deleted = await deleteKey(database, row.id);
    if (deleted.ok) onDeleted(words.done(row.name));
    else setFailures(deleted.failures);
  };
  return (
    <Screen title={words.title}>
      <Heading>{words.title}</Heading>
      {failures.map((one) => (
        <div key={one.code} role="alert">
          <WarningText>{sentenceFor(one, keySentences)}</WarningText>
        </div>
      ))}
      <SummaryList
        rows={[
          { key: words.key, value: row.name },
          { key: keysStrings.service, value: row.service },
          { key: keysStrings.fingerprint, value: <code className="app-words">{grouped(certificate.sha256)}</code> },
        ]}
      />
      <p className="govuk-body">{words.lost}</p>
      <ul className="govuk-list govuk-list--bullet">
        {words.what.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="govuk-body">{words.first}</p>
      <Button type="button" look="secondary" onClick={() => void handOverCertificate(services, row)}>
        {keysStrings.download}
      </Button>
      <ButtonGroup>
        <Button type="button" look="warning" once onClick={() => void remove()}>
          {words.confirm}
        </Button>
        <Button type="button" look="link" onClick={onCancel}>
          {words.cancel}
        </Button>
      </ButtonGroup>
    </Screen>
  );
};
