import { sha256Hex } from '../base/hash';
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

export type DraftCode = StorageCode | PolicyCode | SettingsCode | 'draft.row' | 'draft.entry' | 'draft.pinned';

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

/** What a draft has pinned, if its copy is still the one that its hash names. */
const readPinned = async (database: Database, sha256: string): Promise<Result<unknown, DraftCode>> => {
  const kept = await database.pinned.get(sha256);
  const bytes: unknown = kept?.bytes;
  return bytes instanceof Uint8Array && sha256Hex(bytes) === sha256
    ? parseJson(bytes, sha256)
    : fail('draft.pinned', sha256);
};

/** Whether a row is one that this code wrote: one that is damaged must not keep the others from being listed. */
const isDraftRow = (row: Readonly<Record<keyof DraftRow, unknown>> | DraftRow): row is DraftRow =>
  ([row.id, row.title, row.createdAt, row.updatedAt, row.policy, row.settings] as readonly unknown[]).every(
    (part) => typeof part === 'string',
  );

const damagedEntry = (log: readonly Entry[]): Result<never, DraftCode> | undefined => {
  for (const entry of log) {
    const parsed = parseShape(entrySchema, entry);
    if (!parsed.ok) return fail('draft.entry', entry.id, { reason: parsed.failures[0]?.code ?? '' });
  }
  return undefined;
};

/**
 * Opens a draft: its log is read through the parser, entry by entry, its policy and settings are compared with their
 * hashes, and nothing half-valid is let in. Where one is damaged, nothing is changed.
 */
export const openDraft = async (database: Database, id: string): Promise<Result<Draft, DraftCode>> => {
  const found = await attempt(async () => {
    const row = await database.drafts.get(id);
    if (!row) return undefined;
    if (!isDraftRow(row)) return 'damaged';
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
  if (found.value === 'damaged') return fail('draft.row', id);
  const { row, log, policy, settings } = found.value;
  const damaged = damagedEntry(log);
  if (damaged) return damaged;
  const parsedPolicy = policy.ok ? parsePolicy(policy.value) : policy;
  if (!parsedPolicy.ok) return parsedPolicy;
  const parsedSettings = settings.ok ? parseSettings(settings.value) : settings;
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

/** What stands in the list of drafts. */
export interface DraftListing {
  /** Those that can be read, the latest first. */
  readonly rows: readonly DraftRow[];
  /** Those whose row or log is damaged. They are kept as they are. */
  readonly damaged: readonly Pick<DraftRow, 'id' | 'title'>[];
}

export const listDrafts = (database: Database): Promise<Result<DraftListing, StorageCode>> =>
  attempt(async () => {
    const all = await database.drafts.toArray();
    const entries = await database.entries.toArray();
    const wrong = new Set(entries.filter((entry) => damagedEntry([entry])).map((entry) => entry.draft));
    const isSound = (row: DraftRow): boolean => isDraftRow(row) && !wrong.has(row.id);
    return {
      rows: all.filter(isSound).sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)),
      damaged: all
        .filter((row) => !isSound(row))
        .map(({ id, title }) => ({ id, title: typeof title === 'string' ? title : '' })),
    };
  });

/** Every hash that stands anywhere in a value: of files and pinned copies, whether the value is sound or damaged. */
const hashesIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(hashesIn) : [];
};

/**
 * Deletes a draft with its log, what was being typed, and the evidence and pinned copies that no other draft names.
 * Records signed from it stay: each holds in its PDF all that it needs.
 */
export const deleteDraft = (database: Database, id: string): Promise<Result<void, StorageCode>> => {
  const { drafts, entries, files, pending, pinned } = database;
  return attempt(() =>
    database.transaction('rw', [drafts, entries, files, pending, pinned], async () => {
      await entries.where('draft').equals(id).delete();
      await pending.where('draft').equals(id).delete();
      await drafts.delete(id);
      const left = await Promise.all([drafts.toArray(), entries.toArray(), pending.toArray()]);
      const needed = new Set(hashesIn(left));
      for (const table of [files, pinned]) {
        const kept = await table.toCollection().primaryKeys();
        await table.bulkDelete(kept.filter((sha256) => !needed.has(sha256)));
      }
    }),
  );
};
