import { useRef, useState } from 'react';
import { writtenMoment } from '../../base/calendar';
import type { Failure } from '../../base/result';
import { isPractice } from '../../assessment/log';
import { words } from '../../policy/present';
import { sentenceFor } from '../../strings/failures';
import { isAboutTimestamp, keySentences } from '../../strings/keys';
import { confirmStrings } from '../../strings/sign';
import { grouped } from '../../strings/signer';
import { Button, ButtonGroup, Heading, InsetText, SummaryList, WarningText } from '../../ui';
import { Screen } from '../../views/screen';
import type { SignerForm } from '../../views/signer-details';
import { isStale, prepareRecord, type Prepared, type Signed, signPrepared, type SigningPlace } from './sign-record';

interface ConfirmProps {
  readonly place: SigningPlace;
  readonly prepared: Prepared;
  readonly details: SignerForm;
  readonly onSigned: (signed: Signed) => void;
  readonly onBack: () => void;
}

const digits = (text: string) => <code className="app-words">{grouped(text)}</code>;

/** Exactly what will be signed, by whom and with which key; asked each time. Nothing has been signed yet. */
export const Confirm = ({ place, prepared: first, details, onSigned, onBack }: ConfirmProps) => {
  const { services, assessment } = place;
  const [prepared, setPrepared] = useState(first);
  const [madeAgain, setMadeAgain] = useState(false);
  const [working, setWorking] = useState(false);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const cancelled = useRef(false);
  const { payload, key } = prepared;
  const { walk, model, log } = assessment;
  const { tsa } = payload.time;
  const outcome = model.outcomes.get(payload.result.outcome);

  /** The same record at this moment's time: another id, so it is shown again before it is signed. */
  const again = async (path: string | undefined): Promise<void> => {
    setWorking(true);
    setFailures([]);
    const made = await prepareRecord(place, key, details, path);
    setWorking(false);
    if (!made.ok) return setFailures(made.failures);
    setPrepared(made.value);
    setMadeAgain(true);
  };
  const sign = async (): Promise<void> => {
    if (isStale(payload.time.signedAt, services.clock())) return again(tsa);
    cancelled.current = false;
    setMadeAgain(false);
    setWorking(true);
    setFailures([]);
    const result = await signPrepared(place, prepared, () => cancelled.current);
    setWorking(false);
    if (result.ok) {
      services.handOver(result.value.row.fileName, 'application/pdf', result.value.row.pdf);
      onSigned(result.value);
    } else if (!cancelled.current) setFailures(result.failures);
  };
  const unstamped = failures.some(({ code }) => isAboutTimestamp(code));
  const { issuer } = key.certificate;
  return (
    <Screen title={confirmStrings.title}>
      {failures.length > 0 && (
        <div role="alert">
          {failures.map((one) => (
            <WarningText key={`${one.code} ${one.place}`}>{sentenceFor(one, keySentences)}</WarningText>
          ))}
          {unstamped && <p className="govuk-body">{confirmStrings.withoutHint}</p>}
        </div>
      )}
      <Heading caption={payload.title}>{confirmStrings.title}</Heading>
      <div role="status">{madeAgain && <InsetText>{confirmStrings.madeAgain}</InsetText>}</div>
      <SummaryList
        rows={[
          { key: confirmStrings.reference, value: payload.reference },
          { key: confirmStrings.recordId, value: digits(prepared.id.slice(0, 16)) },
          {
            key: confirmStrings.outcome,
            value: outcome ? words(walk, outcome.title, 'en') : payload.result.outcome,
          },
          { key: confirmStrings.name, value: payload.signer.name },
          { key: confirmStrings.job, value: payload.signer.job },
          { key: confirmStrings.service, value: payload.signer.service },
          { key: confirmStrings.role, value: confirmStrings.officer },
          { key: confirmStrings.fingerprint, value: digits(payload.signer.certificateSha256) },
          {
            key: confirmStrings.identity,
            value:
              payload.signer.identity === 'self-asserted'
                ? confirmStrings.selfAsserted
                : confirmStrings.issued(issuer.commonName ?? issuer.organisation ?? ''),
          },
          {
            key: confirmStrings.time,
            value: (
              <>
                <div>{writtenMoment(payload.time.signedAt)}</div>
                <div>{tsa === undefined ? confirmStrings.ownClock : confirmStrings.authority}</div>
              </>
            ),
          },
        ]}
      />
      <InsetText>
        <Heading level={2} size="s">
          {confirmStrings.about}
        </Heading>
        <ul className="govuk-list govuk-list--bullet">
          {(isPractice(log) ? confirmStrings.practice : confirmStrings.explain).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </InsetText>
      <ButtonGroup>
        <Button type="button" disabled={working} onClick={() => void sign()}>
          {confirmStrings.submit}
        </Button>
        {unstamped && !working && (
          <Button type="button" look="secondary" onClick={() => void again(undefined)}>
            {confirmStrings.without}
          </Button>
        )}
        {working ? (
          <Button
            type="button"
            look="secondary"
            onClick={() => {
              cancelled.current = true;
              setWorking(false);
            }}
          >
            {confirmStrings.cancel}
          </Button>
        ) : (
          <Button type="button" look="secondary" onClick={onBack}>
            {confirmStrings.back}
          </Button>
        )}
      </ButtonGroup>
      <p className="govuk-body" role="status">
        {working ? (tsa === undefined ? confirmStrings.working : confirmStrings.stamping) : ''}
      </p>
    </Screen>
  );
};
