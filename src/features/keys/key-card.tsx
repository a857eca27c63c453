import { useState } from 'react';
import { utf8 } from '../../base/bytes';
import { writtenDate } from '../../base/calendar';
import type { Failure } from '../../base/result';
import { canonicalText, refusedCharacters } from '../../base/text';
import { useServices } from '../../services';
import type { Certificate } from '../../signing/certificate';
import type { Database, KeyRow } from '../../storage/database';
import { isIssued, keepIssued } from '../../storage/keys';
import { sentenceFor } from '../../strings/failures';
import { keySentences, keysStrings } from '../../strings/keys';
import { grouped } from '../../strings/signer';
import { Button, Details } from '../../ui';
import { SummaryList } from '../../ui/content/summary-list';
import { FileUpload } from '../../ui/form/file-upload';
import { fileStem, handOverCertificate } from './certificate-file';

/** A kept key and its certificate, read. */
export interface ShownKey {
  readonly row: KeyRow;
  readonly certificate: Certificate;
}

interface KeyCardProps {
  readonly database: Database;
  readonly shown: ShownKey;
  /** Told what has been done, once the key is another than was shown. */
  readonly onChanged: (what: string) => void;
  /** The person wants to be rid of the key; they are asked whether they are sure. */
  readonly onDelete: () => void;
}

const issuerOf = ({ issuer }: Certificate): string => issuer.commonName ?? issuer.organisation ?? '';

/** The certificate that came back for a key, chosen and checked against it. */
const AddCertificate = ({ database, shown, onChanged }: Omit<KeyCardProps, 'onDelete'>) => {
  const { subtle } = useServices();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [fault, setFault] = useState<string>();
  const tell = (failures: readonly Failure[]): void =>
    setFault(failures.map((failure) => sentenceFor(failure, keySentences)).join(' '));
  const add = async (): Promise<void> => {
    if (!subtle || files.length === 0) return setFault(keysStrings.backNeeded);
    const { readIssued } = await import('../../signing/issued');
    const bytes = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
    const chain = await readIssued(subtle, shown.certificate, bytes);
    if (!chain.ok) return tell(chain.failures);
    const [certificate] = chain.value;
    const name = canonicalText(certificate.commonName, false);
    if (name === '' || refusedCharacters(name, false).length > 0)
      return tell([{ code: 'key.name', place: 'certificate', params: { name } }]);
    const kept = await keepIssued(
      database,
      shown.row.id,
      name,
      chain.value.map(({ der }) => der),
    );
    if (!kept.ok) return tell(kept.failures);
    onChanged(keysStrings.added(issuerOf(certificate)));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <FileUpload
        id={`back-${shown.row.id}`}
        name="back"
        label={keysStrings.back}
        size="s"
        hint={keysStrings.backHint}
        accept=".pem,.crt,.cer,.der,.p7b,.p7c"
        multiple
        error={fault}
        onChange={(event) => setFiles([...(event.target.files ?? [])])}
      />
      <Button look="secondary">{keysStrings.add}</Button>
    </form>
  );
};

/** One key: what it is known by, and what can be done with it. */
export const KeyCard = (props: KeyCardProps) => {
  const { row, certificate } = props.shown;
  const services = useServices();
  const [fault, setFault] = useState<string>();
  const request = async (): Promise<void> => {
    if (!services.subtle) return;
    const [{ certificateRequest }, { requestToPem }] = await Promise.all([
      import('../../signing/request'),
      import('../../signing/pem'),
    ]);
    const made = await certificateRequest(services.subtle, row.privateKey, certificate);
    if (made.ok)
      services.handOver(`${fileStem(row.name)}-request.pem`, 'application/pkcs10', utf8(requestToPem(made.value)));
    setFault(made.ok ? undefined : made.failures.map((failure) => sentenceFor(failure, keySentences)).join(' '));
  };
  return (
    <>
      <SummaryList
        card={{ title: row.name }}
        rows={[
          { key: keysStrings.service, value: row.service },
          {
            key: keysStrings.fingerprint,
            value: <code className="app-words">{grouped(certificate.sha256)}</code>,
          },
          {
            key: keysStrings.validity,
            value: keysStrings.validityOf(
              writtenDate(certificate.notBefore.slice(0, 10)),
              writtenDate(certificate.notAfter.slice(0, 10)),
            ),
          },
          {
            key: keysStrings.identity,
            value: isIssued(row) ? keysStrings.issued(issuerOf(certificate)) : keysStrings.selfAsserted,
          },
        ]}
      />
      <Button type="button" onClick={() => void handOverCertificate(services, row)}>
        {keysStrings.download}
      </Button>
      {!isIssued(row) && <p className="govuk-body">{keysStrings.list}</p>}
      <Details summary={keysStrings.authority}>
        <ol className="govuk-list govuk-list--number">
          {keysStrings.authoritySteps.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <Button type="button" look="secondary" onClick={() => void request()}>
          {keysStrings.request}
        </Button>
        {fault !== undefined && (
          <p className="govuk-error-message" role="alert">
            {fault}
          </p>
        )}
        <AddCertificate {...props} />
      </Details>
      <Button type="button" look="secondary" onClick={props.onDelete}>
        {keysStrings.remove}
        <span className="govuk-visually-hidden"> {row.name}</span>
      </Button>
    </>
  );
};
