import { newId } from '../../base/ids';
import type { Failure, Result } from '../../base/result';
import { type Assessment, givenIn, replay } from '../../assessment/assessment';
import {
  type Entry,
  type FieldEntry,
  isNote,
  latestAnswers,
  nextCounter,
  noteKey,
  ordered,
  withdrawn,
} from '../../assessment/log';
import { type AssessmentActor, openActor } from '../../assessment/actor';
import { standingOf } from '../../assessment/standing';
import type { Answer, Key } from '../../policy/answer';
import type { OpenDraft, Services } from '../../services';
import type { Database, PendingRow } from '../../storage/database';
import type { StorageCode } from '../../storage/open';
import { appendEntries, type Draft, withdrawEntry } from '../../storage/drafts';
import { keepAtOnce, keepPending } from '../../storage/pending';
import type { Raw } from './form/raw';

export type Saving = { readonly state: 'saved' | 'saving' } | { readonly state: 'failed'; readonly failure: Failure };

/** What one page gives: answers, cleared fields (undefined) and its note. */
export interface Change {
  readonly field: Key;
  readonly value: Answer | undefined;
  readonly note?: true;
  readonly reason?: string;
}

/** A draft that is open in this tab. */
export interface Session {
  readonly draft: Draft['row'];
  /** Who gives answers here: the id of this browser profile. */
  readonly author: string;
  readonly database: Database;
  readonly actor: AssessmentActor;
  readonly assessment: () => Assessment;
  readonly saving: () => Saving;
  readonly subscribe: (listener: () => void) => () => void;
  /** Puts changes into the log: on screen at once, "Saved" once the disk has them. Resolves then. */
  readonly give: (changes: readonly Change[], typed?: readonly Key[]) => Promise<void>;
  /** What was being typed when the draft was opened, and has not been given since. */
  readonly pending: () => readonly PendingRow[];
  /** What is being typed on this page's screens, kept or not. */
  readonly typed: () => readonly PendingRow[];
  /** Takes the words of an entry out of the log, for good. */
  readonly withdraw: (entry: FieldEntry) => Promise<void>;
  /** Notes that the outcome was shown. */
  readonly shown: (outcome: string) => Promise<void>;
  /** Takes in the log as the disk has it, with what other tabs have given. */
  readonly seeOthers: (log: readonly Entry[]) => void;
  /** What other tabs have given since this one has the draft open. */
  readonly elsewhere: () => readonly FieldEntry[];
  /** Remembers the page that is open, for the next time. */
  readonly visited: (address: string) => void;
  /** Whether something is being typed, of which the last may not be kept yet. */
  readonly typing: (isTyping: boolean) => void;
  /** Keeps what is being typed; at once where the page may be on its way out. */
  readonly keep: (field: Key, raw: Raw, atOnce?: boolean) => Promise<void>;
}

const assess = (draft: Draft, log: readonly Entry[]): Assessment => {
  const assessment = replay(draft.model, log);
  if (!assessment) throw new Error('a draft without entries was opened');
  return assessment;
};

/** Whether an entry is in a log, in the same place and with its words as they are there. */
const isIn = (log: readonly Entry[]): ((entry: Entry) => boolean) => {
  const known = new Map(log.map((entry) => [entry.id, entry] as const));
  return ({ id, counter, kind }) => known.get(id)?.counter === counter && known.get(id)?.kind === kind;
};

/** Opens a session: the machine is made from the policy, and the log is folded through it. */
export const openSession = (
  services: Services,
  draft: OpenDraft,
  kept: readonly PendingRow[],
  author: string,
): Session => {
  const { database } = draft;
  let pending = kept;
  const tabs = [services.tab, ...kept.map((row) => row.tab)];
  let assessment = assess(draft, draft.log);
  let saving: Saving = { state: 'saved' };
  let unsaved = 0;
  const typing = new Map<Key, PendingRow>();
  let isTyping = false;
  /** What the disk has refused. It goes with what is given next, and until then nothing is said to be saved. */
  let lost: readonly Entry[] = [];
  let refusal: Saving = saving;
  /** What other tabs have given since this one has the draft open. */
  let elsewhere: readonly FieldEntry[] = [];
  /** Words are withdrawn on the screen and still on the disk. */
  let stuck = false;
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  const actor = openActor(draft.model, assessment.walk.today, draft.log);

  const settled = (): void => {
    if (unsaved === 0 && !isTyping && saving.state === 'saving')
      saving = lost.length > 0 || stuck ? refusal : { state: 'saved' };
    tell();
  };

  /** Says "Saving" until the disk has the work, then "Saved", or why not. */
  const saved = async (work: () => Promise<Result<unknown, StorageCode>>): Promise<void> => {
    unsaved++;
    saving = { state: 'saving' };
    tell();
    const result = await services.afterPaint.add(work);
    unsaved--;
    if (!result.ok)
      saving = refusal = {
        state: 'failed',
        failure: result.failures[0] ?? { code: 'storage.damaged', place: '', params: {} },
      };
    settled();
  };

  /** Takes in what another tab has given since, as the disk has it. */
  const seeOthers = (log: readonly Entry[]): void => {
    const known = new Set(assessment.log.map(({ id }) => id));
    const others = log.filter((entry) => !known.has(entry.id));
    if (log.every(isIn(assessment.log))) return;
    const mine = new Map(log.map((entry) => [entry.id, entry] as const));
    assessment = assess(draft, ordered([...assessment.log.map((entry) => mine.get(entry.id) ?? entry), ...others]));
    actor.send({ type: 'answer', given: givenIn(assessment.log) });
    elsewhere = [...elsewhere, ...others.filter((entry) => 'field' in entry)];
    tell();
  };

  /** What the list says of the draft. Only where another tab has given something is the log folded once more for it. */
  const restated = (log: readonly Entry[]) => {
    const isSame = log.length === assessment.log.length && log.every(isIn(assessment.log));
    return { updatedAt: services.clock(), ...standingOf(isSame ? assessment : assess(draft, log)) };
  };

  const append = async (entries: readonly Entry[], typed: readonly Key[] = []): Promise<void> => {
    pending = pending.filter((row) => !typed.includes(row.field));
    for (const field of typed) typing.delete(field);
    if (entries.length === 0 && typed.length === 0) return settled();
    assessment = assess(draft, ordered([...assessment.log, ...entries]));
    actor.send({ type: 'answer', given: givenIn(entries) });
    const unwritten = [...lost, ...entries];
    lost = [];
    await saved(async () => {
      const result = await appendEntries(database, draft.row.id, unwritten, { fields: typed, tabs }, restated);
      if (result.ok) seeOthers(result.value);
      else lost = [...unwritten, ...lost];
      return result;
    });
  };

  const withdraw = async (entry: FieldEntry): Promise<void> => {
    const current = latestAnswers(assessment.log).get(entry.field)?.id === entry.id;
    const without = (log: readonly Entry[]): readonly Entry[] =>
      log.map((one) => (one.id === entry.id ? withdrawn(entry) : one));
    assessment = assess(draft, without(assessment.log));
    lost = without(lost);
    if (current) actor.send({ type: 'answer', given: [{ field: entry.field }] });
    pending = pending.filter((row) => row.field !== (isNote(entry) ? noteKey(entry.field) : entry.field));
    await saved(async () => {
      const result = await withdrawEntry(database, entry, restated);
      stuck ||= !result.ok;
      return result;
    });
  };

  const stamped = (counter: number) => ({
    id: newId(services.random),
    draft: draft.row.id,
    author,
    device: author,
    counter,
    at: services.clock(),
  });

  const entriesOf = (changes: readonly Change[]): readonly Entry[] => {
    const first = nextCounter(assessment.log);
    const latest = latestAnswers(assessment.log);
    return changes.map(({ field, value, note, reason }, index): Entry => {
      const stamp = stamped(first + index);
      if (note)
        return typeof value === 'string'
          ? { ...stamp, kind: 'noted', field, value }
          : { ...stamp, kind: 'unnoted', field };
      const before = latest.get(field);
      const change = {
        ...(before && { replaces: before.id }),
        ...(reason !== undefined && { reason }),
      };
      return value === undefined
        ? { ...stamp, kind: 'cleared', field, ...change }
        : { ...stamp, kind: 'answered', field, value: value as string, ...change };
    });
  };

  return {
    draft: draft.row,
    author,
    database,
    actor,
    assessment: () => assessment,
    saving: () => saving,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pending: () => pending,
    typed: () => [...typing.values()],
    give: (changes, typed) => append(entriesOf(changes), typed),
    withdraw,
    shown: (outcome) =>
      assessment.log.some((entry) => entry.kind === 'outcome-shown' && entry.outcome === outcome)
        ? Promise.resolve()
        : append([{ ...stamped(nextCounter(assessment.log)), kind: 'outcome-shown', outcome }]),
    seeOthers,
    elsewhere: () => elsewhere,
    visited: (address) => {
      void services.afterPaint
        .add(() => database.drafts.update(draft.row.id, { lastPage: address }))
        .catch(() => undefined);
    },
    typing: (now) => {
      isTyping = now;
      if (now && saving.state === 'saved') saving = { state: 'saving' };
      settled();
    },
    keep: (field, raw, atOnce = false) => {
      const row = { draft: draft.row.id, field, tab: services.tab, raw, at: services.clock() };
      typing.set(field, row);
      if (atOnce) keepAtOnce(database, row);
      return saved(() => keepPending(database, row));
    },
  };
};
