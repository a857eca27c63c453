import { sha256Hex } from '../base/hash';
import { fail, type Result, succeed } from '../base/result';
import {
  type Entry,
  entrySchema,
  type FieldEntry,
  isNote,
  nextCounter,
  noteKey,
  ordered,
  pinsOf,
  withdrawn,
} from '../assessment/log';
import { parseShape } from '../base/shape';
import { parseJson } from '../base/canonical';
import { modelOf, type Model } from '../policy/model';
import { parsePolicy, parseSettings, type PolicyCode, sealedForm, type SettingsCode } from '../policy/parse';
import type { Policy } from '../policy/schema';
import type { Settings } from '../policy/settings';
import type { Database, DraftRow } from './database';
import { attempt, type StorageCode } from './open';
import { deletePending, type Typed } from './pending';
import { touch } from './touch';

export type DraftCode =
  StorageCode | PolicyCode | SettingsCode | 'draft.row' | 'draft.deleted' | 'draft.entry' | 'draft.pinned';

/** A draft as it lies in the database: its row, its log, and the policy and settings that it pins. */
export interface Draft {
  readonly row: DraftRow;
  readonly log: readonly Entry[];
  readonly model: Model;
}

/** What a draft's row says of its answers. `section` and `outcome` are undefined where they no longer hold. */
export interface Standing {
  readonly title: string;
  readonly section: string | undefined;
  readonly outcome: string | undefined;
}

/** Whether an untouched draft may stand for one that begins now. */
const isSameBeginning = (one: DraftRow, now: DraftRow): boolean =>
  one.untouched !== undefined &&
  (['untouched', 'kind', 'policy', 'settings'] as const).every((part) => one[part] === now[part]) &&
  one.createdAt.slice(0, 10) === now.createdAt.slice(0, 10);

/** Policies that this page has parsed, by their hashes: a copy with the same hash comes to the same. */
const policies = new Map<string, Policy>();

/**
 * Makes a draft with its first entry, and keeps copies of the policy and settings that it pins. One that this tab began
 * like it today and never touched is given back instead, so that beginning again leaves nothing behind.
 */
export const createDraft = (
  database: Database,
  row: Omit<DraftRow, 'policy' | 'settings'>,
  policy: Policy,
  settings: Settings,
  first: (pins: { readonly policy: string; readonly settings: string }) => Entry,
): Promise<Result<DraftRow, StorageCode>> => {
  const [policyForm, settingsForm] = [sealedForm(policy), sealedForm(settings)];
  const pins = { policy: policyForm.sha256, settings: settingsForm.sha256 };
  policies.set(pins.policy, policy);
  const whole = { ...row, ...pins };
  return attempt(async () => {
    return database.transaction('rw', database.drafts, database.entries, database.pinned, async () => {
      const again = await database.drafts.filter((one) => isSameBeginning(one, whole)).first();
      if (again) return again;
      await database.pinned.bulkPut([
        { ...policyForm, kind: 'policy' },
        { ...settingsForm, kind: 'settings' },
      ]);
      await database.drafts.add(whole);
      await database.entries.add(first(pins));
      return whole;
    });
  });
};

/** What a draft has pinned, if its copy is still the one that its hash names, and is what it should be. */
const readPinned = async <Value>(
  database: Database,
  sha256: string,
  parse: (value: unknown) => Result<Value, DraftCode>,
  known?: Map<string, Value>,
): Promise<Result<Value, DraftCode>> => {
  const bytes: unknown = (await database.pinned.get(sha256))?.bytes;
  if (!(bytes instanceof Uint8Array) || sha256Hex(bytes) !== sha256) return fail('draft.pinned', sha256);
  const before = known?.get(sha256);
  if (before) return succeed(before);
  const json = parseJson(bytes, sha256);
  const parsed = json.ok ? parse(json.value) : json;
  if (parsed.ok) known?.set(sha256, parsed.value);
  return parsed;
};

/** A policy that some draft has pinned. */
export const pinnedPolicy = (database: Database, sha256: string): Promise<Result<Policy, DraftCode>> =>
  readPinned(database, sha256, parsePolicy, policies);

/** Whether a row is one that this code wrote: one that is damaged must not keep the others from being listed. */
export const isDraftRow = (row: Partial<Readonly<Record<keyof DraftRow, unknown>>>): row is DraftRow =>
  [row.id, row.title, row.createdAt, row.updatedAt, row.policy, row.settings].every(
    (part) => typeof part === 'string',
  ) &&
  [row.name, row.section, row.outcome, row.archivedAt, row.deletedAt, row.untouched, row.namesWithdrawnOn].every(
    (part) => part === undefined || typeof part === 'string',
  );

/** What is wrong with a log, if anything. One without entries is damaged too: every draft has the one that began it. */
export const damagedEntry = (log: readonly Entry[]): Result<never, DraftCode> | undefined => {
  if (log.length === 0) return fail('draft.row', 'log');
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
    if (row.deletedAt !== undefined) return 'deleted';
    const log = await database.entries.where('draft').equals(id).toArray();
    // Where another browser has changed the policy, its log came without its row.
    const { policy, settings } = pinsOf(log) ?? row;
    return {
      row: { ...row, policy, settings },
      log,
      policy: await readPinned(database, policy, parsePolicy, policies),
      settings: await readPinned(database, settings, parseSettings),
    };
  });
  if (!found.ok) return found;
  if (!found.value) return fail('storage.unknown-draft', id);
  if (found.value === 'damaged') return fail('draft.row', id);
  if (found.value === 'deleted') return fail('draft.deleted', id);
  const { row, log, policy, settings } = found.value;
  const damaged = damagedEntry(log);
  if (damaged) return damaged;
  if (!policy.ok) return policy;
  if (!settings.ok) return settings;
  return succeed({ row, log: ordered(log), model: modelOf(policy.value, settings.value) });
};

/** What the row says from now on, given the log as it stands once the work is done: another tab may have added to it. */
export type Restated = (log: readonly Entry[]) => Partial<Standing> & { readonly updatedAt: string };

/**
 * Adds entries to a draft's log and takes away what was typed to give them, all or nothing. Resolves
 * once the disk has them: only then may a page say "Saved". The log is read first, so that what another tab has given is
 * seen: the new entries come after it, and the whole log is given back.
 */
export const appendEntries = (
  database: Database,
  draft: string,
  entries: readonly Entry[],
  typed: Typed,
  restated: Restated,
): Promise<Result<readonly Entry[], StorageCode>> =>
  attempt(() =>
    database.transaction('rw', database.drafts, database.entries, database.pending, async () => {
      const before = await database.entries.where('draft').equals(draft).toArray();
      const next = nextCounter(before);
      const added = entries.map((entry, index) => ({ ...entry, counter: Math.max(entry.counter, next + index) }));
      await database.entries.bulkAdd(added);
      await deletePending(database, draft, typed);
      const log = ordered([...before, ...added]);
      await touch(database, draft, restated(log));
      return log;
    }),
  );

/**
 * Takes the words out of one entry, as when someone was named by mistake: the one exception to a log that only grows.
 * Its field and time stay; what is still being typed in that field goes as well.
 */
export const withdrawEntry = (
  database: Database,
  entry: FieldEntry,
  restated: Restated,
): Promise<Result<void, StorageCode>> =>
  attempt(() =>
    database.transaction('rw', database.drafts, database.entries, database.pending, async () => {
      // Its place in the log was set when it was written, which this tab may not have heard of yet.
      const kept = await database.entries.get(entry.id);
      if (kept && 'field' in kept) await database.entries.put(withdrawn(kept));
      await deletePending(database, entry.draft, { fields: [isNote(entry) ? noteKey(entry.field) : entry.field] });
      const log = await database.entries.where('draft').equals(entry.draft).toArray();
      await touch(database, entry.draft, restated(ordered(log)));
    }),
  );
