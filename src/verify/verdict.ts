import type { Failure } from '../base/result';
import type { ProvenRecord, ProvenSequel } from '../record/chain';
import type { PrintedId } from './printed-id';

export type { ProvenRecord } from '../record/chain';

/** What is judged of a record, in this order; each is one line of a verdict. Before them all stands `practice`, for practice records only. */
export const judged = [
  'form',
  'unchanged',
  'enclosed',
  'data',
  'text',
  'layout',
  'signer',
  'time',
  'trust',
  'outcome',
] as const;

/** What is judged of a document that comes after a record; one that only names what it follows has no enclosed file. */
const judgedAfter = [
  'form',
  'unchanged',
  'enclosed',
  'data',
  'inside',
  'rules',
  'text',
  'layout',
  'signer',
  'time',
  'trust',
] as const;

/** What a reader must know and no check can refuse, after all that is judged. */
const told = ['published', 'decision', 'decided', 'level', 'people', 'against'] as const;

/** Where the original is of a file that others have touched, after all that refuses it. */
type Whereabouts = 'beginning' | 'copy';

export type LineId =
  (typeof judged)[number] | (typeof judgedAfter)[number] | (typeof told)[number] | Whereabouts | 'practice';

/** `note`: nothing against the record, but the reader must know. `not-checked`: the check was not made, for no list of trust was given, or an earlier refusal leaves nothing to check. */
export type LineState = 'good' | 'note' | 'refused' | 'not-checked';

export interface VerdictLine {
  readonly id: LineId;
  readonly state: LineState;
  /** Why it is refused, or was not checked. */
  readonly failures?: readonly Failure[];
  /** What its sentence names. */
  readonly params: Failure['params'];
}

/** What an accepted file says, proven to be what its pages show. */
export interface Proven {
  /** The record that it is, or that all of it is about; none where the file only names what it follows. */
  readonly record?: ProvenRecord;
  /** What came after the record, the file itself last. */
  readonly sequels: readonly ProvenSequel[];
}

/** What the verifier found. There is no one mark for all of it: what each line proves is for the reader to weigh. */
export interface Verdict {
  /** Nothing is refused, and everything that needs no list of trust was checked. */
  readonly accepted: boolean;
  /** The format or the renderer is not final: a later release may not read it. */
  readonly preRelease: boolean;
  readonly lines: readonly VerdictLine[];
  /** Only where the file is accepted. */
  readonly proven?: Proven;
  /** The record of `proven`. */
  readonly record?: ProvenRecord;
  /** Of a file that is refused as it stands: so many bytes at its beginning are an intact document. */
  readonly beginning?: number;
  /** Of a file that another program made: the id at the foot of its pages, which anybody can print. */
  readonly printed?: PrintedId;
}

const unchecked = (id: LineId): VerdictLine => ({ id, state: 'not-checked', params: {} });

/** Which checks a file needs: those of what it is, as far as its lines tell. */
const needed = (lines: readonly VerdictLine[], proven: Proven | undefined): readonly LineId[] => {
  const after = lines.some(({ id, params }) => id === 'inside' || id === 'rules' || params.of === 'document');
  if (!after && (proven?.sequels ?? []).length === 0) return judged;
  const alone = proven !== undefined && proven.record === undefined;
  return alone ? judgedAfter.filter((id) => id !== 'inside' && id !== 'rules') : judgedAfter;
};

/** A decision by itself is told as what was decided; of several, each has a line, in their order. */
const isTold = ({ id, params }: VerdictLine): boolean =>
  (told as readonly LineId[]).includes(id) && !(id === 'decision' && params.all === 1);

/** The verdict that some lines come to; what no line judges was not checked. */
export const verdictOf = (lines: readonly VerdictLine[], proven?: Proven): Verdict => {
  const all = needed(lines, proven).map((id) => lines.find((line) => line.id === id) ?? unchecked(id));
  const passed = all.every(
    ({ id, state }) => state === 'good' || state === 'note' || (id === 'trust' && state === 'not-checked'),
  );
  const accepted = passed && proven !== undefined;
  const payloads = proven ? [...(proven.record ? [proven.record] : []), ...proven.sequels] : [];
  return {
    accepted,
    preRelease: payloads.some(({ payload }) => payload.format.endsWith('/0') || payload.renderer.version === 0),
    lines: [...lines.filter(({ id }) => id === 'practice'), ...all, ...(accepted ? lines.filter(isTold) : [])],
    ...(accepted && { proven }),
    ...(accepted && proven.record && { record: proven.record }),
  };
};

/** The verdict on a file that could not be judged at all, such as one that took too long. */
export const stoppedVerdict = (...failures: readonly Failure[]): Verdict =>
  verdictOf([{ id: 'form', state: 'refused', failures, params: {} }]);
