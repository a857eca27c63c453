import { parseJson } from '../base/canonical';
import { replay } from '../assessment/assessment';
import { type Entry, ordered, pinsOf } from '../assessment/log';
import { standingOf } from '../assessment/standing';
import { modelOf } from '../policy/model';
import { parsePolicy, parseSettings } from '../policy/parse';
import { type BackupContent, filedDraft, filedEntry, filedKey, filedPending, filedRecord } from './backup-content';
import { isWhole } from './backup';
import type { DraftRow, PinnedRow } from './database';
import { hashesIn } from './draft-list';
import { fieldsOf, type FoundRow } from './rescue-raw';

/** Why a row is not in the backup: the browser cannot read it, it is not sound, or what it belongs to is not there. */
export type LeftWhy = 'unreadable' | 'damaged' | 'alone';

/** A row that no backup holds. */
export interface LeftRow extends FoundRow {
  readonly why: LeftWhy;
}

/** All rows, each in one of the two, but for those that say nothing: keys' own names, and what was only begun. */
export interface SortedOut {
  readonly content: BackupContent;
  readonly left: readonly LeftRow[];
}

type FiledDraft = BackupContent['drafts'][number];

/** What the browser keeps for itself, which no other browser needs. */
const own = new Set<unknown>(['schema', 'lock', 'backup', 'profile', 'retention', 'retention-day']);

const isPinned = (row: PinnedRow): boolean => (row.kind === 'policy' || row.kind === 'settings') && isWhole(row);

const pinnedBytes = (pins: ReadonlyMap<string, PinnedRow>, sha256: string) => {
  const pin = pins.get(sha256);
  return pin ? parseJson(pin.bytes, sha256) : undefined;
};

/** What the list says of a draft, worked out from its answers. */
const standingFor = (log: readonly Entry[], policyHash: string, settingsHash: string, pins: Map<string, PinnedRow>) => {
  const [policyFile, settingsFile] = [pinnedBytes(pins, policyHash), pinnedBytes(pins, settingsHash)];
  const policy = policyFile?.ok ? parsePolicy(policyFile.value) : undefined;
  const settings = settingsFile?.ok ? parseSettings(settingsFile.value) : undefined;
  const assessment = policy?.ok && settings?.ok ? replay(modelOf(policy.value, settings.value), log) : undefined;
  return assessment && standingOf(assessment);
};

/**
 * A draft's row made anew from its log, where its own is damaged or gone: with every part of its own that is sound.
 * Undefined where the log does not say what it stands on.
 */
const mended = (
  row: unknown,
  log: readonly Entry[],
  standing: (pins: { readonly policy: string; readonly settings: string }) => Partial<DraftRow> | undefined,
): FiledDraft | undefined => {
  const [pins, first, last] = [pinsOf(log), log[0], log.at(-1)];
  if (!pins || !first || !last) return undefined;
  const { policy, settings } = pins;
  let made = filedDraft({
    id: first.draft,
    partnership: first.draft,
    kind: log.some((entry) => entry.kind === 'started' && entry.practice === true) ? 'practice' : 'record',
    title: '',
    createdAt: first.at,
    updatedAt: last.at,
    policy,
    settings,
    ...standing({ policy, settings }),
  });
  for (const [name, value] of Object.entries(fieldsOf(row)))
    if (made && !['id', 'policy', 'settings', 'title'].includes(name))
      made = filedDraft({ ...made, [name]: value }) ?? made;
  return made;
};

/**
 * Sorts all that was found of a database into what a backup can hold, so that it restores, and the rest. A draft is
 * restored with every sound entry of its log, where the policy and settings that it stands on are whole.
 */
export const sortOut = (found: readonly FoundRow[], making: Pick<BackupContent, 'app' | 'madeAt'>): SortedOut => {
  const left: LeftRow[] = [];
  const leave = (why: LeftWhy, one: FoundRow): void => void left.push({ ...one, why });
  /** The rows of a store that parse; the others are left. */
  const sound = <Value>(store: string, parse: (row: never) => Value | undefined) =>
    found.flatMap((one) => {
      if (one.store !== store || !one.read) return [];
      const value = typeof one.row === 'object' && one.row !== null ? parse(one.row as never) : undefined;
      if (value === undefined) leave('damaged', one);
      return value === undefined ? [] : [{ one, value }];
    });
  for (const one of found) if (!one.read) leave('unreadable', one);

  const pinned = sound('pinned', (row: PinnedRow) => (isPinned(row) ? row : undefined));
  const pins = new Map(pinned.map(({ value }) => [value.sha256, value]));
  const logs = Map.groupBy(sound('entries', filedEntry), ({ value }) => value.draft);
  const rows = new Map(found.filter(({ store, read }) => store === 'drafts' && read).map((one) => [one.key, one]));

  const drafts: FiledDraft[] = [];
  for (const id of new Set([...rows.keys(), ...logs.keys()])) {
    const entries = (typeof id === 'string' ? logs.get(id) : undefined) ?? [];
    const log = ordered(entries.map(({ value }) => value));
    const row = rows.get(id);
    const isBegun = log.length === 1 && log[0]?.kind === 'started';
    const filed = row && filedDraft(fieldsOf(row.row) as never);
    if (isBegun && (!row || fieldsOf(row.row)['untouched'] !== undefined)) continue;
    const draft = filed ?? mended(row?.row, log, ({ policy, settings }) => standingFor(log, policy, settings, pins));
    const needed = [draft, pinsOf(log)].flatMap((of) => (of ? [of.policy, of.settings] : []));
    const isSound = draft && log.length > 0 && needed.every((sha256) => pins.has(sha256));
    if (isSound) drafts.push(draft);
    else for (const { one } of entries) leave('alone', one);
    if (row && !filed) leave('damaged', row);
    else if (row && !isSound) leave('alone', row);
  }

  const ids = new Set(drafts.map(({ id }) => id));
  const entries = [...logs.values()].flat().flatMap(({ value }) => (ids.has(value.draft) ? [value] : []));
  const pending = sound('pending', filedPending).flatMap(({ one, value }) => {
    if (!ids.has(value.draft)) leave('alone', one);
    return ids.has(value.draft) ? [value] : [];
  });
  const named = new Set(hashesIn([drafts, entries, pending]));
  const neededOf = <Row extends { readonly sha256: string }>(all: readonly { one: FoundRow; value: Row }[]) =>
    all.flatMap(({ one, value }) => {
      if (!named.has(value.sha256)) leave('alone', one);
      return named.has(value.sha256) ? [value] : [];
    });
  const records = sound('records', (row: object) => filedRecord({ kind: 'record', ...row })); // version 1 had no kinds
  const profile = fieldsOf(found.find(({ store, key }) => store === 'meta' && key === 'profile')?.row)['value'];
  for (const one of found)
    if (one.read && (one.store === 'meta' ? !own.has(one.key) : !stores.includes(one.store))) leave('alone', one);
  const content: BackupContent = {
    kind: 'backup',
    ...making,
    profile: typeof profile === 'string' ? profile : '',
    drafts,
    entries,
    pending,
    pinned: neededOf(pinned).map(({ sha256, kind, bytes }) => ({ sha256, kind, bytes })),
    files: neededOf(sound('files', (row: PinnedRow) => (isWhole(row) ? row : undefined))).map(({ sha256, bytes }) => ({
      sha256,
      bytes,
    })),
    records: records.map(({ value }) => value),
    certificates: sound('keys', filedKey).map(({ value }) => value),
  };
  return { content, left };
};

/** The stores of a sound database. */
export const stores = ['drafts', 'entries', 'pending', 'pinned', 'files', 'keys', 'records', 'meta'];
