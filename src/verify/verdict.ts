import type { Failure } from '../base/result';
import type { Policy } from '../policy/schema';
import type { Settings } from '../policy/settings';
import type { RecordPayload } from '../record/payload';

/** What is judged, in this order; each is one line of a verdict. Before them all stands `practice`, for practice records only. */
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

export type LineId = (typeof judged)[number] | 'practice';

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

/** A record that was accepted: what it says, proven to be what its pages show. */
export interface ProvenRecord {
  readonly id: string;
  readonly payload: RecordPayload;
  readonly policy: Policy;
  readonly settings: Settings;
}

/** What the verifier found. There is no one mark for all of it: what each line proves is for the reader to weigh. */
export interface Verdict {
  /** Nothing is refused, and everything that needs no list of trust was checked. */
  readonly accepted: boolean;
  /** The record's format or renderer is not final: a later release may not read it. */
  readonly preRelease: boolean;
  readonly lines: readonly VerdictLine[];
  /** Only where the record is accepted. */
  readonly record?: ProvenRecord;
}

const unchecked = (id: LineId): VerdictLine => ({ id, state: 'not-checked', params: {} });

/** The verdict that some lines come to; what no line judges was not checked. */
export const verdictOf = (lines: readonly VerdictLine[], record?: ProvenRecord): Verdict => {
  const all = judged.map((id) => lines.find((line) => line.id === id) ?? unchecked(id));
  const passed = all.every(
    ({ id, state }) => state === 'good' || state === 'note' || (id === 'trust' && state === 'not-checked'),
  );
  const accepted = passed && record !== undefined;
  return {
    accepted,
    preRelease: record !== undefined && (record.payload.format.endsWith('/0') || record.payload.renderer.version === 0),
    lines: [...lines.filter(({ id }) => id === 'practice'), ...all],
    ...(accepted && { record }),
  };
};

/** The verdict on a file that could not be judged at all, such as one that took too long. */
export const stoppedVerdict = (failure: Failure): Verdict =>
  verdictOf([{ id: 'form', state: 'refused', failures: [failure], params: {} }]);
