import type { ReactNode } from 'react';
import { writtenDate } from '../../base/calendar';
import type { Failure } from '../../base/result';
import { requiredDecider } from '../../policy/deciding';
import type { SigningKey } from '../../storage/signing-key';
import type { SequelInput } from '../../record/sequel-seal';
import { isSaidHere, sentenceFor } from '../../strings/failures';
import { confirmStrings as confirm, decideStrings as strings } from '../../strings/decide';
import { isAboutTimestamp, keySentences } from '../../strings/keys';
import { grouped } from '../../strings/signer';
import { refusalSentence } from '../../strings/verdict';
import { Button, ButtonGroup, Heading, SummaryList, WarningText } from '../../ui';
import { Screen } from '../../views/screen';
import { type About, allConditions, type Said } from './read-form';

interface Row {
  readonly key: string;
  readonly value: ReactNode;
}

const lines = (text: string): ReactNode => text.split('\n').map((line, index) => <div key={index}>{line}</div>);

const optional = (key: string, text: string | undefined): readonly Row[] =>
  text === undefined ? [] : [{ key, value: lines(text) }];

const decidedRows = ({ decision, to, reason }: Extract<SequelInput, { decision: unknown }>): readonly Row[] => [
  { key: confirm.decision, value: strings.decidedAs[decision] },
  ...optional(strings.to, to),
  ...optional(confirm.against, reason),
];

/** All that the document will say, in the order of its first page. */
const rowsOf = (input: SequelInput, about: About): readonly Row[] => {
  const conditions = allConditions(about);
  const nameOf = (id: string): string => conditions.find((one) => one.id === id)?.text ?? id;
  switch (input.kind) {
    case 'decision':
      return [
        ...decidedRows(input),
        ...input.due.map(({ id, state, reason }) => ({
          key: nameOf(id),
          value: lines([strings[state], ...(reason === undefined ? [] : [reason])].join('\n')),
        })),
        ...input.conditions.map(({ id, text, owner, due }) => ({
          key: `${strings.conditions} ${id}`,
          value: lines(`${text}\n${strings.owner}: ${owner}\n${strings.when}: ${due}`),
        })),
        ...optional(strings.facts.required, requiredDecider(about.walk, about.chain.record.payload.language)),
        ...optional(confirm.level, input.claimed),
      ];
    case 'body-decision':
      return [
        { key: strings.body, value: input.body },
        { key: strings.meeting, value: writtenDate(input.meeting) },
        { key: strings.minute, value: input.minute },
        ...decidedRows(input),
      ];
    case 'conditions-met':
      return input.met.map(({ id, evidence, date }) => ({
        key: nameOf(id),
        value: lines(`${writtenDate(date)}\n${evidence}`),
      }));
    case 'registered':
      return [
        { key: strings.entry, value: input.entry },
        { key: strings.received, value: writtenDate(input.received) },
      ];
  }
};

/** Why it was not signed: the verifier’s own words for what it would refuse. */
const sentence = (one: Failure): string =>
  isSaidHere(one.code) || Object.hasOwn(keySentences, one.code) ? sentenceFor(one, keySentences) : refusalSentence(one);

interface ConfirmProps {
  readonly about: About;
  readonly said: Said;
  readonly failures: readonly Failure[];
  readonly working: boolean;
  /** The key that will sign, and the path of the timestamp authority that is asked, if any. */
  readonly signingKey: SigningKey;
  readonly tsa: string | undefined;
  readonly onSign: (tsa: string | undefined) => void;
  readonly onBack: () => void;
}

/** Exactly what will be signed, and the question whether to sign it. */
export const Confirm = (props: ConfirmProps) => {
  const { about, said, failures, working, signingKey, tsa, onSign, onBack } = props;
  const { selfSigned, issuer, sha256 } = signingKey.certificate;
  const unstamped = failures.some(({ code }) => isAboutTimestamp(code));
  const { input, signer } = said;
  const { payload } = about.chain.record;
  return (
    <Screen title={confirm.title} wrong={failures.length > 0}>
      {failures.length > 0 && (
        <div role="alert">
          <Heading level={2}>{confirm.failed}</Heading>
          {failures.map((one) => (
            <WarningText key={`${one.code} ${one.place}`}>{sentence(one)}</WarningText>
          ))}
          {unstamped && <p className="govuk-body">{confirm.withoutHint}</p>}
        </div>
      )}
      <Heading caption={payload.title}>{confirm.title}</Heading>
      <p className="govuk-body">{input.kind === 'registered' ? confirm.leadAlone : confirm.lead}</p>
      <SummaryList
        rows={[
          { key: confirm.about, value: `${payload.title}, ${payload.reference}` },
          ...rowsOf(input, about),
          ...optional(strings.comment, input.comment),
          { key: confirm.signer, value: `${signer.name}, ${signer.job}, ${signer.service}` },
          { key: confirm.fingerprint, value: <code className="app-words">{grouped(sha256)}</code> },
          {
            key: confirm.identity,
            value: selfSigned ? confirm.selfAsserted : confirm.issued(issuer.commonName ?? issuer.organisation ?? ''),
          },
          { key: confirm.time, value: tsa === undefined ? confirm.ownClock : confirm.authority },
        ]}
      />
      <ButtonGroup>
        <Button type="button" disabled={working} onClick={() => onSign(tsa)}>
          {confirm.submit}
        </Button>
        {unstamped && (
          <Button type="button" look="secondary" disabled={working} onClick={() => onSign(undefined)}>
            {confirm.without}
          </Button>
        )}
        <Button type="button" look="secondary" disabled={working} onClick={onBack}>
          {confirm.back}
        </Button>
      </ButtonGroup>
      <p className="govuk-body" role="status">
        {working ? confirm.working : ''}
      </p>
    </Screen>
  );
};
