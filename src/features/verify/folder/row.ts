import { utf8 } from '../../../base/bytes';
import { canonical } from '../../../base/canonical';
import { sha256Hex } from '../../../base/hash';
import type { Answer } from '../../../policy/answer';
import { words } from '../../../policy/present';
import type { Chain } from '../../../record/chain';
import { longTexts } from '../../../record/points';
import { walkOf } from '../../../record/sequel-rules';
import { type Told, toldOf } from '../../../record/told';
import { lineSentences } from '../../../strings/verdict';
import type { PrintedId } from '../../../verify/printed-id';
import type { LineId, LineState, Verdict } from '../../../verify/verdict';

export type Standing = 'accepted' | 'refused' | 'unknown';

/** A line of a verdict as it is kept: its state, and its sentences where it needs a look. */
export interface RowLine {
  readonly id: LineId;
  readonly state: LineState;
  readonly text: string;
}

/** What is proven of an accepted document. */
export interface RowDocument {
  readonly id: string;
  readonly kind: string;
  readonly signedAt: string;
  readonly signer: string;
  readonly decision: string | undefined;
  /** The document that it comes after, by its id. */
  readonly follows: string | undefined;
  /** The record that it is or encloses; a receipt of a register only names one. */
  readonly record:
    | {
        readonly id: string;
        readonly evaluation: string;
        readonly partnership: string;
        readonly revision: number;
        readonly replaces: string | undefined;
        readonly signedAt: string;
        readonly title: string;
        readonly outcome: string;
        readonly outcomeTitle: string;
        readonly policy: string;
        /** The hash of all answers: two records with the same were answered the same. */
        readonly sameAnswers: string;
        /** The hash of each long answer in words, by its key: nobody writes the same twice by chance. */
        readonly texts: Readonly<Record<string, string>>;
        readonly register: Readonly<Record<string, string>>;
        readonly answers: Readonly<Record<string, string>>;
        /** What the overview of all files needs of it. */
        readonly told: Told;
      }
    | undefined;
  readonly reference: string;
}

/** All that is kept of one file of many. The file itself is read again where somebody opens it. */
export interface Row {
  /** Its place among the files chosen. */
  readonly number: number;
  readonly name: string;
  readonly size: number;
  readonly standing: Standing;
  readonly practice: boolean;
  readonly lines: readonly RowLine[];
  readonly document: RowDocument | undefined;
  /** Of a copy that another program made: what its foot says. */
  readonly printed?: PrintedId | undefined;
}

const cellOf = (answer: Answer): string =>
  typeof answer === 'string' || typeof answer === 'number'
    ? String(answer)
    : answer.map((one: string | { readonly name: string }) => (typeof one === 'string' ? one : one.name)).join('; ');

const cells = (pairs: readonly { readonly id: string; readonly value: Answer }[]): Readonly<Record<string, string>> =>
  Object.fromEntries(pairs.map(({ id, value }) => [id, cellOf(value)]));

const recordOf = (chain: Chain): RowDocument['record'] => {
  const { record: proven } = chain;
  const { id, payload, policy } = proven;
  const walk = walkOf(proven);
  const { result } = payload;
  const outcome = policy.outcomes.find((one) => one.id === result.outcome);
  return {
    id,
    evaluation: payload.evaluation,
    partnership: payload.partnership,
    revision: payload.revision,
    replaces: payload.replaces,
    signedAt: payload.time.signedAt,
    title: payload.title,
    outcome: result.outcome,
    outcomeTitle: outcome ? words(walk, outcome.title, payload.language) : result.outcome,
    policy: `${payload.policy.id} ${payload.policy.version}`,
    sameAnswers: sha256Hex(utf8(canonical(result.answers))),
    texts: Object.fromEntries(longTexts(proven).map(({ id: key, value }) => [key, sha256Hex(utf8(value))])),
    register: cells(result.register),
    answers: cells(result.answers),
    told: toldOf(chain, walk),
  };
};

const documentOf = ({ proven }: Verdict): RowDocument | undefined => {
  const last = proven?.sequels.at(-1);
  const document = last ?? proven?.record;
  if (!proven || !document) return undefined;
  const { payload, id } = document;
  const record = proven.record && recordOf({ record: proven.record, sequels: proven.sequels });
  return {
    id,
    kind: payload.kind,
    signedAt: payload.time.signedAt,
    signer: payload.signer.name,
    decision: 'decision' in payload ? payload.decision : undefined,
    follows: 'follows' in payload ? payload.follows : undefined,
    record,
    reference: proven.record?.payload.reference ?? ('reference' in payload ? payload.reference : ''),
  };
};

/** What is kept of a file and its verdict. */
export const rowOf = (file: Pick<Row, 'number' | 'name' | 'size'>, verdict: Verdict): Row => {
  const { accepted, lines } = verdict;
  return {
    ...file,
    standing: accepted ? 'accepted' : lines.some(({ state }) => state === 'refused') ? 'refused' : 'unknown',
    practice: lines.some(({ id }) => id === 'practice'),
    lines: lines.map((line) => ({
      id: line.id,
      state: line.state,
      text: line.state === 'good' ? '' : lineSentences(line).join(' '),
    })),
    document: documentOf(verdict),
    ...(verdict.printed && { printed: verdict.printed }),
  };
};
