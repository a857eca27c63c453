import { useState } from 'react';
import { sha256Hex } from '../../base/hash';
import { utf8 } from '../../base/bytes';
import type { Assessment } from '../../assessment/assessment';
import { isPractice } from '../../assessment/log';
import { useServices } from '../../services';
import { notKept } from '../../strings/own-copy';
import { readStrings } from '../../strings/read';
import { doneStrings } from '../../strings/sign';
import { grouped } from '../../strings/signer';
import { Button, Details, Heading, Link, Panel, WarningText } from '../../ui';
import { SummaryList } from '../../ui/content/summary-list';
import { leaveToRead } from '../../views/came-from';
import { Sending } from '../../views/sending';
import { Screen } from '../../views/screen';
import type { SignedRecord } from './sign-record';

interface DoneProps {
  readonly signed: SignedRecord;
  readonly assessment: Assessment;
}

/** The id of a log's last entry: while it is the same, so is the assessment. */
export const lastOf = (log: Assessment['log']): string => log.at(-1)?.id ?? '';

/** The record is signed: its reference, where the file is, what happens next. */
export const Done = ({ signed, assessment }: DoneProps) => {
  const services = useServices();
  const [started] = useState(() => services.clock());
  const { walk, model } = assessment;
  const practice = isPractice(assessment.log);
  const title = practice ? doneStrings.practiceTitle : doneStrings.title;
  const outcome = walk.outcome === undefined ? undefined : model.outcomes.get(walk.outcome);
  const certificate = async (): Promise<void> => {
    const { toPem } = await import('../../signing/pem');
    services.handOver(`${signed.reference}-certificate.pem`, 'application/x-pem-file', utf8(toPem(signed.certificate)));
  };
  return (
    <Screen title={title} key={started}>
      <Panel title={title}>
        {doneStrings.reference}
        <br />
        <strong>{signed.reference}</strong>
      </Panel>
      <p className="govuk-body">{doneStrings.saved(signed.row.fileName)}</p>
      {!signed.kept && <WarningText>{notKept}</WarningText>}
      <Button
        type="button"
        look="secondary"
        onClick={() => services.handOver(signed.row.fileName, 'application/pdf', signed.row.pdf)}
      >
        {doneStrings.again}
      </Button>
      <Heading level={2}>{practice ? doneStrings.practiceNext : doneStrings.nextTitle}</Heading>
      {practice && <p className="govuk-body">{doneStrings.practiceText}</p>}
      <ul className={`govuk-list govuk-list--${practice ? 'bullet' : 'number'}`}>
        {(practice ? doneStrings.practiceSteps : doneStrings.next(signed.kept)).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {outcome && (
        <Sending
          walk={walk}
          outcome={outcome}
          reference={signed.reference}
          practice={practice}
          file={{ name: signed.row.fileName, is: 'signed' }}
          language="en"
          copy={services.copy}
        />
      )}
      {!practice && (
        <Details summary={doneStrings.key}>
          <SummaryList
            rows={[
              {
                key: doneStrings.fingerprint,
                value: <code className="app-words">{grouped(sha256Hex(signed.certificate))}</code>,
              },
              {
                key: doneStrings.time,
                value: signed.level === 'B-T' ? doneStrings.stamped : doneStrings.ownClock,
              },
            ]}
          />
          <Button type="button" look="link" onClick={() => void certificate()}>
            {doneStrings.certificate}
          </Button>
        </Details>
      )}
      {signed.kept && (
        <p className="govuk-body">
          <Link
            href={`/read/${signed.row.id}`}
            onClick={() =>
              leaveToRead(signed.row.id, {
                back: `/sign/${signed.row.draft}`,
                at: lastOf(assessment.log),
                shown: signed,
              })
            }
          >
            {readStrings.open}
          </Link>
        </p>
      )}
      <p className="govuk-body">
        <Link href="/verify">{doneStrings.check}</Link>
      </p>
      {practice && (
        <p className="govuk-body">
          <Link href="/">{doneStrings.start}</Link>
        </p>
      )}
    </Screen>
  );
};
