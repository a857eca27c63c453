import { type ReactNode, useRef, useState } from 'react';
import { type IsoTime, secondsOf, writtenMoment } from '../base/calendar';
import type { Failure, Result } from '../base/result';
import type { SignedBy, SignedTime } from '../record/signed-by';
import type { Certificate } from '../signing/certificate';
import { isAboutTimestamp } from '../strings/keys';
import { confirmStrings } from '../strings/sign';
import { grouped } from '../strings/signer';
import { Button, ButtonGroup, Details, Heading, InsetText, WarningText } from '../ui';
import { SummaryList } from '../ui/content/summary-list';
import { Screen } from './screen';

/** A document that is sealed and printed, and the key that will sign it. */
export interface ToSign {
  readonly id: string;
  readonly payload: {
    readonly signer: Omit<SignedBy, 'role'>;
    readonly time: Pick<SignedTime, 'signedAt' | 'tsa'>;
  };
  readonly key: { readonly certificate: Pick<Certificate, 'issuer'> };
}

interface Row {
  readonly key: string;
  readonly value: ReactNode;
}

interface ConfirmSigningProps<Made extends ToSign, Signed> {
  readonly first: Made;
  /** What the document is about. */
  readonly caption: string;
  /** What the document is and encloses, in a sentence. */
  readonly lead?: string;
  /** What the document says, beside who signs it. */
  readonly rows: (made: Made) => readonly Row[];
  readonly words: {
    readonly id: string;
    readonly role: string;
    /** What the signature shows and does not. */
    readonly explain: readonly string[];
    readonly submit: string;
    /** What it means to sign where this browser has no room to keep the document. */
    readonly unkept: string;
  };
  readonly sentence: (failure: Failure) => string;
  readonly clock: () => IsoTime;
  /** Makes the same document again at this moment, with a timestamp from this path or without one. */
  readonly make: (tsa: string | undefined) => Promise<Result<Made>>;
  /** Signs it; `cancelled` is asked whether that is still wanted. With `unkept`, also where there is no room to keep it. */
  readonly sign: (made: Made, cancelled: () => boolean, unkept: boolean) => Promise<Result<Signed>>;
  readonly onSigned: (signed: Signed) => void;
  readonly onBack: () => void;
}

/** How long a document may wait for its signature before its time of signing is no longer true, in seconds. */
const mayWait = 600;

const isStale = (signedAt: IsoTime, now: IsoTime): boolean => Math.abs(secondsOf(now) - secondsOf(signedAt)) > mayWait;

const digits = (text: string) => <code className="app-words">{grouped(text)}</code>;

/** Who signs, and when. */
const signerRows = ({ payload: { signer, time } }: ToSign, role: string): readonly Row[] => [
  { key: confirmStrings.name, value: signer.name },
  { key: confirmStrings.job, value: signer.job },
  { key: confirmStrings.service, value: signer.service },
  { key: confirmStrings.role, value: role },
  { key: confirmStrings.time, value: writtenMoment(time.signedAt) },
];

/** With which key, on whose word, and by whose clock. */
const keyRows = ({ payload: { signer, time }, key }: ToSign): readonly Row[] => {
  const { issuer } = key.certificate;
  return [
    { key: confirmStrings.fingerprint, value: digits(signer.certificateSha256) },
    {
      key: confirmStrings.identity,
      value:
        signer.identity === 'self-asserted'
          ? confirmStrings.selfAsserted
          : confirmStrings.issued(issuer.commonName ?? issuer.organisation ?? ''),
    },
    {
      key: confirmStrings.clock,
      value: time.tsa === undefined ? confirmStrings.ownClock : confirmStrings.authority,
    },
  ];
};

/** Exactly what will be signed, by whom and with which key; asked each time. Nothing has been signed yet. */
export const ConfirmSigning = <Made extends ToSign, Signed>(props: ConfirmSigningProps<Made, Signed>) => {
  const { caption, lead, words, sentence } = props;
  const [made, setMade] = useState(props.first);
  const [madeAgain, setMadeAgain] = useState(false);
  const [working, setWorking] = useState(false);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const cancelled = useRef(false);
  const { tsa, signedAt } = made.payload.time;

  /** The same document at this moment's time: another id, so it is shown again before it is signed. */
  const again = async (path: string | undefined): Promise<void> => {
    setWorking(true);
    setFailures([]);
    const fresh = await props.make(path);
    setWorking(false);
    if (!fresh.ok) return setFailures(fresh.failures);
    setMade(fresh.value);
    setMadeAgain(true);
  };
  const sign = async (unkept = false): Promise<void> => {
    if (isStale(signedAt, props.clock())) return again(tsa);
    cancelled.current = false;
    setMadeAgain(false);
    setWorking(true);
    setFailures([]);
    const result = await props.sign(made, () => cancelled.current, unkept);
    setWorking(false);
    if (result.ok) props.onSigned(result.value);
    else if (!cancelled.current) setFailures(result.failures);
  };
  const noRoom = failures.some(({ code }) => code === 'storage.full');
  const unstamped = failures.some(({ code }) => isAboutTimestamp(code));
  return (
    <Screen title={confirmStrings.title}>
      {failures.length > 0 && (
        <div role="alert">
          {failures.map((one) => (
            <WarningText key={`${one.code} ${one.place}`}>{sentence(one)}</WarningText>
          ))}
          {unstamped && <p className="govuk-body">{confirmStrings.withoutHint}</p>}
          {noRoom && <p className="govuk-body">{words.unkept}</p>}
        </div>
      )}
      <Heading caption={caption}>{confirmStrings.title}</Heading>
      {lead !== undefined && <p className="govuk-body">{lead}</p>}
      <div role="status">{madeAgain && <InsetText>{confirmStrings.madeAgain}</InsetText>}</div>
      <SummaryList rows={[...props.rows(made), ...signerRows(made, words.role)]} />
      <Details summary={confirmStrings.about}>
        <ul className="govuk-list govuk-list--bullet">
          {words.explain.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <SummaryList rows={[{ key: words.id, value: digits(made.id.slice(0, 16)) }, ...keyRows(made)]} />
      </Details>
      <ButtonGroup>
        <Button type="button" disabled={working} onClick={() => void sign()}>
          {words.submit}
        </Button>
        {unstamped && !working && (
          <Button type="button" look="secondary" onClick={() => void again(undefined)}>
            {confirmStrings.without}
          </Button>
        )}
        {noRoom && !working && (
          <Button type="button" look="secondary" onClick={() => void sign(true)}>
            {confirmStrings.unkept}
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
          <Button type="button" look="secondary" onClick={props.onBack}>
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
