import { sha256Hex } from '../base/hash';
import type { IsoTime } from '../base/calendar';
import type { Randomness } from '../base/ids';
import { type Result, succeed } from '../base/result';
import { replay } from '../assessment/assessment';
import { type Entry, withdrawn } from '../assessment/log';
import { standingOf } from '../assessment/standing';
import { type BackupCode, packBackup, unpackBackup } from './backup-file';
import {
  type BackupContent,
  filedDraft,
  filedKey,
  filedPending,
  filedRecord,
  readContent,
  writeContent,
} from './backup-content';
import type { Database, FileRow, PendingRow } from './database';
import { hashesIn } from './draft-list';
import { damagedEntry, isDraftRow, openDraft } from './drafts';
import { touch } from './touch';
import { attempt, type StorageCode } from './open';

/** What making a backup needs from outside. */
export interface BackupMaking {
  readonly app: string;
  readonly at: IsoTime;
  readonly profile: string;
  readonly random: Randomness;
  readonly subtle: SubtleCrypto | undefined;
  /** Empty for a file that anybody can open. */
  readonly passphrase: string;
}

/** When a backup of everything was last made in this browser; undefined for never. */
export const lastBackup = (database: Database): Promise<Result<string | undefined, StorageCode>> =>
  attempt(async () => {
    const kept = await database.meta.get('backup');
    return typeof kept?.value === 'string' ? kept.value : undefined;
  });

/** Whether a file is the one that its hash names. */
export const isWhole = ({ sha256, bytes }: FileRow): boolean =>
  bytes instanceof Uint8Array && sha256Hex(bytes) === sha256;

/**
 * Everything in the database, or one draft to hand over, as a file. What is damaged is left out, and counted. A draft for
 * somebody else goes without what is being typed in it, records and certificates.
 */
export const makeBackup = async (
  database: Database,
  making: BackupMaking,
  draft?: string,
): Promise<Result<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly leftOut: number }, StorageCode>> => {
  const { app, at: madeAt, profile, random, subtle, passphrase } = making;
  const read = await attempt(async () => {
    const { drafts, entries, pending, pinned, files, records, keys } = database;
    return database.transaction('r', [drafts, entries, pending, pinned, files, records, keys], async () => {
      const found = await (draft === undefined ? drafts.toArray() : drafts.where('id').equals(draft).toArray());
      const rows = found.filter((row) => isDraftRow(row) && row.untouched === undefined);
      const logs = await Promise.all(rows.map(({ id }) => entries.where('draft').equals(id).toArray()));
      const whole = (await pinned.toArray()).filter(isWhole);
      const pins = new Set(whole.map(({ sha256 }) => sha256));
      const sound = rows.flatMap((row, index) => {
        const [filed, log = []] = [filedDraft(row), logs[index]];
        const isSound = pins.has(row.policy) && pins.has(row.settings) && !damagedEntry(log);
        return filed && isSound ? [{ filed, log }] : [];
      });
      const filed = sound.map((one) => one.filed);
      const log = sound.flatMap((one) => one.log);
      const ids = new Set(filed.map(({ id }) => id));
      const typed = (draft === undefined ? await pending.toArray() : [])
        .filter((row) => ids.has(row.draft))
        .flatMap((row) => filedPending(row) ?? []);
      const named = new Set(hashesIn([filed, log, typed]));
      const all = draft === undefined;
      const certificates = (all ? await keys.toArray() : []).flatMap((key) => filedKey(key) ?? []);
      const content: BackupContent = {
        kind: all ? 'backup' : 'draft',
        app,
        madeAt,
        profile,
        drafts: filed,
        entries: log,
        pending: typed,
        pinned: whole.filter(({ sha256 }) => named.has(sha256)),
        files: (
          await files
            .where('sha256')
            .anyOf([...named])
            .toArray()
        ).filter(isWhole),
        records: all ? (await records.toArray()).flatMap((row) => filedRecord(row) ?? []) : [],
        certificates,
      };
      return { content, leftOut: found.filter((row) => row.untouched === undefined).length - sound.length };
    });
  });
  if (!read.ok) return read;
  const locking = passphrase !== '' && subtle ? { subtle, random, passphrase } : undefined;
  const bytes = await packBackup(writeContent(read.value.content), locking);
  if (draft === undefined) {
    const noted = await attempt(() => database.meta.put({ key: 'backup', value: madeAt }));
    if (!noted.ok) return noted;
  }
  return succeed({ bytes, leftOut: read.value.leftOut });
};

/** What a backup has brought that was not there. */
export interface Restored {
  readonly kind: BackupContent['kind'];
  readonly drafts: number;
  readonly entries: number;
  readonly records: number;
}

/** An entry as both sides have it: what either has withdrawn stays withdrawn, and nothing else changes. */
const joined = (mine: Entry, theirs: Entry): Entry =>
  theirs.kind === 'withdrawn' && mine.kind !== 'withdrawn' && 'field' in mine && mine.draft === theirs.draft
    ? withdrawn(mine)
    : mine;

/** When names were withdrawn from drafts that are there. What was being typed by then had been given, or was withdrawn. */
const namesWithdrawn = async (
  { drafts }: Database,
  { drafts: all }: BackupContent,
): Promise<ReadonlyMap<string, string>> => {
  const mine = await drafts.bulkGet(all.map(({ id }) => id));
  return new Map(mine.flatMap((row) => (row?.namesWithdrawnOn === undefined ? [] : [[row.id, row.namesWithdrawnOn]])));
};

/** What was put in, and the drafts that had been there and have changed. */
type Merged = Omit<Restored, 'kind'> & { readonly touched: readonly string[] };

/** Puts in what is not there, all or nothing; what is there stays as it is. */
const merge = (database: Database, content: BackupContent): Promise<Result<Merged, StorageCode>> =>
  attempt(async () => {
    const { drafts, entries, pending, pinned, files, records, meta } = database;
    return database.transaction('rw', [drafts, entries, pending, pinned, files, records, meta], async () => {
      const touched = new Set<string>();
      const known = new Set(await drafts.toCollection().primaryKeys());
      const withdrawnOn = await namesWithdrawn(database, content);
      // Somebody who has given nothing here yet is who they were where the backup was made.
      const isNew = (await drafts.filter((row) => row.untouched === undefined).count()) === 0;
      if (content.kind === 'backup' && isNew) await meta.put({ key: 'profile', value: content.profile });
      const fresh = content.drafts.filter(({ id }) => !known.has(id));
      await drafts.bulkAdd(fresh);
      const mine = await entries.bulkGet(content.entries.map(({ id }) => id));
      const changed = content.entries.flatMap((theirs, index): readonly Entry[] => {
        const own = mine[index];
        const both = own ? joined(own, theirs) : theirs;
        return both === own ? [] : [both];
      });
      for (const { draft } of changed) if (known.has(draft)) touched.add(draft);
      await entries.bulkPut(changed);
      const typed = await pending.bulkGet(content.pending.map(({ draft, field, tab }) => [draft, field, tab]));
      const isOver = ({ draft, at }: PendingRow): boolean => at.slice(0, 10) <= (withdrawnOn.get(draft) ?? '');
      await pending.bulkAdd(content.pending.filter((row, index) => typed[index] === undefined && !isOver(row)));
      const [pins, kept, signed] = await Promise.all([
        pinned.toCollection().primaryKeys(),
        files.toCollection().primaryKeys(),
        records.toCollection().primaryKeys(),
      ]);
      await pinned.bulkAdd(content.pinned.filter(({ sha256 }) => !pins.includes(sha256)));
      await files.bulkAdd(content.files.filter(({ sha256 }) => !kept.includes(sha256)));
      const unknown = content.records.filter(({ id }) => !signed.includes(id));
      await records.bulkAdd(unknown);
      const entered = mine.filter((own) => own === undefined).length;
      return { drafts: fresh.length, entries: entered, records: unknown.length, touched: [...touched] };
    });
  });

/**
 * Restores a backup, or takes in a draft that somebody has handed over: logs are joined, and nothing that is there is
 * overwritten. The same file twice changes nothing. A file that is damaged in any byte changes nothing either.
 */
export const restoreBackup = async (
  database: Database,
  file: Uint8Array<ArrayBuffer>,
  opening: { readonly subtle: SubtleCrypto | undefined; readonly passphrase: string },
): Promise<Result<Restored, BackupCode | StorageCode>> => {
  const body = await unpackBackup(file, opening);
  if (!body.ok) return body;
  const content = readContent(body.value);
  if (!content.ok) return content;
  const merged = await merge(database, content.value);
  if (!merged.ok) return merged;
  const { touched, ...brought } = merged.value;
  for (const id of touched) await standAnew(database, id);
  return succeed({ kind: content.value.kind, ...brought });
};

/** Notes where the joined answers have led, for the list of drafts. One that has come back is out of the bin. */
const standAnew = (database: Database, id: string): Promise<Result<void, StorageCode>> =>
  attempt(() =>
    database.transaction('rw', database.drafts, database.entries, database.pinned, async () => {
      await touch(database, id);
      const draft = await openDraft(database, id);
      const assessment = draft.ok ? replay(draft.value.model, draft.value.log) : undefined;
      if (!draft.ok || !assessment) return;
      await database.drafts.update(id, standingOf(assessment));
    }),
  );
