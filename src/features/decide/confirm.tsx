import type { ReactNode } from 'react';
import { writtenDate } from '../../base/calendar';
import { requiredDecider } from '../../policy/deciding';
import type { SequelInput } from '../../record/sequel-seal';
import { confirmStrings as confirm, decideStrings as strings } from '../../strings/decide';
import { ConfirmSigning } from '../../views/confirm-signing';
import { failureSentence } from './failure-sentence';
import { type About, allConditions, type Said } from './read-form';
import { prepareSequel, type PreparedSequel, type SignedSequel, type SigningPlace, signSequel } from './sign-sequel';

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

interface ConfirmProps {
  readonly place: SigningPlace;
  readonly about: About;
  readonly said: Said;
  readonly prepared: PreparedSequel;
  readonly onSigned: (signed: SignedSequel) => void;
  readonly onBack: () => void;
}

/** Exactly what will be signed, and the question whether to sign it. */
export const Confirm = ({ place, about, said, prepared, onSigned, onBack }: ConfirmProps) => {
  const { services } = place;
  const { input } = said;
  const { payload } = about.chain.record;
  const alone = input.kind === 'registered';
  return (
    <ConfirmSigning
      first={prepared}
      caption={payload.title}
      lead={alone ? confirm.leadAlone : confirm.lead}
      rows={() => [
        { key: confirm.about, value: `${payload.title}, ${payload.reference}` },
        ...rowsOf(input, about),
        ...optional(strings.comment, input.comment),
      ]}
      words={{
        id: confirm.id,
        role: confirm.role[prepared.payload.signer.role],
        explain: [alone ? confirm.showsAlone : confirm.shows, ...confirm.explain],
        submit: confirm.submit,
        unkept: confirm.unkept,
      }}
      sentence={failureSentence}
      clock={services.clock}
      make={(tsa) => prepareSequel(place, prepared.key, said, tsa)}
      sign={(made, cancelled, unkept) => signSequel(place, made, cancelled, unkept)}
      onSigned={onSigned}
      onBack={onBack}
    />
  );
};
