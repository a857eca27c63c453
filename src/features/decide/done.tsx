import { utf8 } from '../../base/bytes';
import { sha256Hex } from '../../base/hash';
import { useServices } from '../../services';
import type { Deciding } from '../../storage/deciding';
import { decidedStrings as strings, flowStrings } from '../../strings/decide';
import { notKept } from '../../strings/own-copy';
import { grouped } from '../../strings/signer';
import { Button, Heading, Link, Panel, WarningText } from '../../ui';
import { SummaryList } from '../../ui/content/summary-list';
import { Screen } from '../../views/screen';
import type { SignedSequel } from './sign-sequel';

/** It is signed: its reference, where the file is, what happens next. */
export const Done = ({
  flow,
  signed: { row, kept, certificate: own, reference },
}: {
  readonly flow: Deciding;
  readonly signed: SignedSequel;
}) => {
  const { handOver } = useServices();
  const title = flowStrings[flow].done;
  const certificate = async (): Promise<void> => {
    const { toPem } = await import('../../signing/pem');
    handOver(`${reference}-certificate.pem`, 'application/x-pem-file', utf8(toPem(own)));
  };
  return (
    <Screen title={title}>
      <Panel title={title}>
        {strings.reference}
        <br />
        <strong>{reference}</strong>
      </Panel>
      <p className="govuk-body">{strings.saved(row.fileName)}</p>
      {!kept && <WarningText>{notKept}</WarningText>}
      <Button type="button" look="secondary" onClick={() => handOver(row.fileName, 'application/pdf', row.pdf)}>
        {strings.again}
      </Button>
      <Heading level={2}>{strings.nextTitle}</Heading>
      <ul className="govuk-list govuk-list--number">
        {strings.next(kept).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <SummaryList
        rows={[{ key: strings.fingerprint, value: <code className="app-words">{grouped(sha256Hex(own))}</code> }]}
      />
      <p className="govuk-body">
        <Button type="button" look="link" onClick={() => void certificate()}>
          {strings.certificate}
        </Button>
      </p>
      <p className="govuk-body">
        <Link href="/verify">{strings.check}</Link>
      </p>
      <p className="govuk-body">
        <Link href="/">{strings.start}</Link>
      </p>
    </Screen>
  );
};
