import { fail, type Result } from '../base/result';
import {
  type Entry,
  entrySchema,
  type FieldEntry,
  isNote,
  nextCounter,
  noteKey,
  ordered,
  withdrawn,
} from '../assessment/log';
import { parseShape } from '../base/shape';
import { parseJson } from '../base/canonical';
import type { Key } from '../policy/answer';
import { modelOf, type Model } from '../policy/model';
import { parsePolicy, parseSettings, type PolicyCode, sealedForm, type SettingsCode } from '../policy/parse';
import type { Policy } from '../policy/schema';
import type { Settings } from '../policy/settings';
import type { Database, DraftRow, PendingRow } from './database';
import { attempt, type StorageCode } from './open';

export type DraftCode = StorageCode | PolicyCode | SettingsCode | 'draft.entry';

/** A draft as it lies in the database: its row, its log, and the policy and settings that it pins. */
export interface Draft {
  readonly row: DraftRow;
  readonly log: readonly Entry[];
  readonly model: Model;
}

/** Makes a draft with its first entry, and keeps copies of the policy and settings that it pins. */
export const createDraft = (
  database: Database,
  row: Omit<DraftRow, 'policy' | 'settings'>,
  policy: Policy,
  settings: Settings,
  first: (pins: { readonly policy: string; readonly settings: string }) => Entry,
): Promise<Result<DraftRow, StorageCode>> => {
  const [policyForm, settingsForm] = [sealedForm(policy), sealedForm(settings)];
  const pins = { policy: policyForm.sha256, settings: settingsForm.sha256 };
  const whole = { ...row, ...pins };
  return attempt(async () => {
    await database.transaction('rw', database.drafts, database.entries, database.pinned, async () => {
      await database.pinned.bulkPut([
        { sha256: policyForm.sha256, kind: 'policy', bytes: policyForm.bytes },
        { sha256: settingsForm.sha256, kind: 'settings', bytes: settingsForm.bytes },
      ]);
      await database.drafts.add(whole);
      await database.entries.add(first(pins));
    });
    return whole;
  });
};

const readPinned = async (database: Database, sha256: string): Promise<unknown> => {
  const pinned = await database.pinned.get(sha256);
  const json = pinned && parseJson(pinned.bytes, sha256);
  return json?.ok ? json.value : undefined;
};

/** Opens a draft: its log is read through the parser, entry by entry, and nothing half-valid is let in. */
export const openDraft = async (database: Database, id: string): Promise<Result<Draft, DraftCode>> => {
  const found = await attempt(async () => {
    const row = await database.drafts.get(id);
    if (!row) return undefined;
    const log = await database.entries.where('draft').equals(id).toArray();
    return {
      row,
      log,
      policy: await readPinned(database, row.policy),
      settings: await readPinned(database, row.settings),
    };
  });
  if (!found.ok) return found;
  if (!found.value) return fail('storage.unknown-draft', id);
  const { row, log, policy, settings } = found.value;
  for (const entry of log) {
    const parsed = parseShape(entrySchema, entry);
    if (!parsed.ok) return fail('draft.entry', entry.id, { reason: parsed.failures[0]?.code ?? '' });
  }
  const parsedPolicy = parsePolicy(policy);
  if (!parsedPolicy.ok) return parsedPolicy;
  const parsedSettings = parseSettings(settings);
  if (!parsedSettings.ok) return parsedSettings;
  return { ok: true, value: { row, log: ordered(log), model: modelOf(parsedPolicy.value, parsedSettings.value) } };
};

/** Forgets what was being typed in these fields. Within a transaction. */
const deletePending = (database: Database, draft: string, fields: readonly Key[]): Promise<number> =>
  database.pending
    .where('draft')
    .equals(draft)
    .and((row) => fields.includes(row.field))
    .delete();

/**
 * Adds entries to a draft's log and takes away what was being typed in these fields, in whatever tab, all or nothing. Resolves
 * once the disk has them: only then may a page say "Saved". The log is read first, so that what another tab has given is
 * seen: the new entries come after it, and the whole log is given back.
 */
export const appendEntries = (
  database: Database,
  draft: string,
  entries: readonly Entry[],
  typed: readonly Key[],
  changes: Partial<Pick<DraftRow, 'title' | 'lastPage'>> & { readonly updatedAt: string },
): Promise<Result<readonly Entry[], StorageCode>> =>
  attempt(() =>
    database.transaction('rw', database.drafts, database.entries, database.pending, async () => {
      const before = await database.entries.where('draft').equals(draft).toArray();
      const next = nextCounter(before);
      const added = entries.map((entry, index) => ({ ...entry, counter: Math.max(entry.counter, next + index) }));
      await database.entries.bulkAdd(added);
      await deletePending(database, draft, typed);
      await database.drafts.update(draft, changes);
      return ordered([...before, ...added]);
    }),
  );

/**
 * Takes the words out of one entry, as when someone was named by mistake: the one exception to a log that only grows.
 * Its field and time stay; what is still being typed in that field goes as well.
 */
export const withdrawEntry = (
  database: Database,
  entry: FieldEntry,
  changes: Pick<DraftRow, 'title' | 'updatedAt'>,
): Promise<Result<void, StorageCode>> =>
  attempt(() =>
    database.transaction('rw', database.drafts, database.entries, database.pending, async () => {
      await database.entries.put(withdrawn(entry));
      await deletePending(database, entry.draft, [isNote(entry) ? noteKey(entry.field) : entry.field]);
      await database.drafts.update(entry.draft, changes);
    }),
  );

/** Keeps what is being typed, in place of what was kept for the same field and tab. */
export const keepPending = (database: Database, row: PendingRow): Promise<Result<void, StorageCode>> =>
  attempt(async () => {
    await database.pending.put(row);
  });

/** What was being typed when tabs were closed, latest last. */
export const pendingOf = (database: Database, draft: string): Promise<Result<readonly PendingRow[], StorageCode>> =>
  attempt(async () => {
    const rows = await database.pending.where('draft').equals(draft).toArray();
    return rows.sort((a, b) => (a.at < b.at ? -1 : 1));
  });

/** Whether a row is one that this code wrote: one that is damaged must not keep the others from being listed. */
const isDraftRow = (row: Readonly<Record<keyof DraftRow, unknown>> | DraftRow): row is DraftRow =>
  ([row.id, row.title, row.createdAt, row.updatedAt, row.policy, row.settings] as readonly unknown[]).every(
    (part) => typeof part === 'string',
  );

/** All drafts that can be read, the latest first. */
export const listDrafts = (database: Database): Promise<Result<readonly DraftRow[], StorageCode>> =>
  attempt(async () => {
    const rows = await database.drafts.orderBy('updatedAt').reverse().toArray();
    return rows.filter(isDraftRow);
  });

/** Deletes a draft with its log and what was being typed. Records signed from it stay. */
export const deleteDraft = (database: Database, id: string): Promise<Result<void, StorageCode>> =>
  attempt(() =>
    database.transaction('rw', database.drafts, database.entries, database.pending, async () => {
      await database.entries.where('draft').equals(id).delete();
      await database.pending.where('draft').equals(id).delete();
      await database.drafts.delete(id);
    }),
  );
