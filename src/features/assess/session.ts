import { newId } from '../../base/ids';
import type { Failure, Result } from '../../base/result';
import { type Assessment, eventsOf, replay } from '../../assessment/assessment';
import { type Entry, type FieldEntry, latestAnswers, nextCounter, ordered, withdrawn } from '../../assessment/log';
import { type AssessmentActor, openActor } from '../../assessment/actor';
import type { Answer, Key } from '../../policy/answer';
import { subjectOf } from '../../policy/present';
import type { Services } from '../../services';
import type { Database } from '../../storage/database';
import type { StorageCode } from '../../storage/open';
import { appendEntries, type Draft, keepPending, withdrawEntry } from '../../storage/drafts';
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
  readonly database: Database;
  readonly actor: AssessmentActor;
  readonly assessment: () => Assessment;
  readonly saving: () => Saving;
  readonly subscribe: (listener: () => void) => () => void;
  /** Puts changes into the log: on screen at once, "Saved" once the disk has them. Resolves then. */
  readonly give: (changes: readonly Change[]) => Promise<void>;
  /** Takes the words of an entry out of the log, for good. */
  readonly withdraw: (entry: FieldEntry) => Promise<void>;
  /** Notes that the outcome was shown. */
  readonly shown: (outcome: string) => Promise<void>;
  /** Remembers the page that is open, for the next time. */
  readonly visited: (address: string) => void;
  /** Keeps what is being typed. */
  readonly keep: (field: Key, raw: Raw) => Promise<void>;
}

const assess = (draft: Draft, log: readonly Entry[]): Assessment => {
  const assessment = replay(draft.model, log);
  if (!assessment) throw new Error('a draft without entries was opened');
  return assessment;
};

/** Opens a session: the machine is made from the policy, and the log is folded through it. */
export const openSession = (services: Services, database: Database, draft: Draft, author: string): Session => {
  let assessment = assess(draft, draft.log);
  let saving: Saving = { state: 'saved' };
  let unsaved = 0;
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  const actor = openActor(draft.model, assessment.walk.today, draft.log);

  /** Says "Saving" until the disk has the work, then "Saved", or why not. */
  const saved = async (work: () => Promise<Result<void, StorageCode>>): Promise<void> => {
    unsaved++;
    saving = { state: 'saving' };
    tell();
    const result = await work();
    unsaved--;
    if (!result.ok)
      saving = { state: 'failed', failure: result.failures[0] ?? { code: 'storage.damaged', place: '', params: {} } };
    else if (unsaved === 0 && saving.state === 'saving') saving = { state: 'saved' };
    tell();
  };

  const append = async (entries: readonly Entry[]): Promise<void> => {
    if (entries.length === 0) return;
    assessment = assess(draft, ordered([...assessment.log, ...entries]));
    eventsOf(entries).forEach((event) => actor.send(event));
    const title = subjectOf(assessment.walk);
    await saved(() =>
      appendEntries(database, draft.row.id, entries, services.tab, {
        updatedAt: services.clock(),
        ...(title !== undefined && { title }),
      }),
    );
  };

  const withdraw = async (entry: FieldEntry): Promise<void> => {
    const current = latestAnswers(assessment.log).get(entry.field)?.id === entry.id;
    assessment = assess(
      draft,
      assessment.log.map((one) => (one.id === entry.id ? withdrawn(entry) : one)),
    );
    if (current) actor.send({ type: 'answer', field: entry.field });
    await saved(() => withdrawEntry(database, entry, services.clock()));
  };

  const stamped = (count: number) => ({
    id: newId(services.random),
    draft: draft.row.id,
    author,
    device: author,
    counter: nextCounter(assessment.log) + count,
    at: services.clock(),
  });

  const entryOf = ({ field, value, note, reason }: Change, index: number): Entry => {
    const before = note ? undefined : latestAnswers(assessment.log).get(field);
    const change = {
      ...(before && { replaces: before.id }),
      ...(reason !== undefined && { reason }),
    };
    if (note) {
      return typeof value === 'string'
        ? { ...stamped(index), kind: 'noted', field, value }
        : { ...stamped(index), kind: 'unnoted', field };
    }
    return value === undefined
      ? { ...stamped(index), kind: 'cleared', field, ...change }
      : { ...stamped(index), kind: 'answered', field, value: value as string, ...change };
  };

  return {
    draft: draft.row,
    database,
    actor,
    assessment: () => assessment,
    saving: () => saving,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    give: (changes) => append(changes.map(entryOf)),
    withdraw,
    shown: (outcome) =>
      assessment.log.some((entry) => entry.kind === 'outcome-shown' && entry.outcome === outcome)
        ? Promise.resolve()
        : append([{ ...stamped(0), kind: 'outcome-shown', outcome }]),
    visited: (address) => {
      void database.drafts.update(draft.row.id, { lastPage: address }).catch(() => undefined);
    },
    keep: async (field, raw) => {
      const result = await keepPending(database, {
        draft: draft.row.id,
        field,
        tab: services.tab,
        raw,
        at: services.clock(),
      });
      if (!result.ok) {
        saving = { state: 'failed', failure: result.failures[0] ?? { code: 'storage.damaged', place: '', params: {} } };
        tell();
      }
    },
  };
};
