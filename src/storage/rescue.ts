import { concat, fromUtf8, hex, utf8 } from '../base/bytes';
import { sha256Hex } from '../base/hash';
import type { IsoTime } from '../base/calendar';
import { fail, type Result, succeed } from '../base/result';
import { packBackup } from './backup-file';
import { writeContent } from './backup-content';
import { schemaVersion } from './database';
import type { Sealing } from './lock-seal';
import type { StorageCode } from './open';
import { type LeftRow, sortOut, stores } from './rescue-content';
import { readRaw } from './rescue-raw';

/** What can be rescued of a database, as files. */
export interface Rescue {
  /** Whether anything is damaged or missing. */
  readonly isDamaged: boolean;
  /** A backup, which this app restores; undefined where there is nothing to put in. */
  readonly backup: Uint8Array<ArrayBuffer> | undefined;
  /** Whatever no backup can hold, to be read; undefined where there is nothing. */
  readonly rest: Uint8Array<ArrayBuffer> | undefined;
  /** How many of each are in the backup, and how many rows in the rest. */
  readonly counts: { readonly drafts: number; readonly records: number; readonly left: number };
  /** Whether an answer may be missing from a draft that is in the backup. */
  readonly isIncomplete: boolean;
  /** Another as soon as anything in the database is. */
  readonly sha256: string;
}

/** What JSON has no word for, in one that people can read. */
const written = (_: string, value: unknown): unknown => {
  if (value instanceof Uint8Array)
    return { text: fromUtf8(value), hex: fromUtf8(value) === undefined ? hex(value) : undefined };
  return typeof value === 'bigint' ? String(value) : value;
};

const asText = (value: unknown): string => {
  try {
    return JSON.stringify(value, written);
  } catch (error) {
    return JSON.stringify({ notWritten: String(error) }); // it holds itself
  }
};

/** A row in words that a person can read: one line. */
const line = ({ store, key, why, row }: LeftRow): Uint8Array<ArrayBuffer> =>
  utf8(`${asText({ store, key, why, row })}\n`);

const isPart = ({ store, why }: LeftRow): boolean => why !== 'alone' || store === 'drafts' || store === 'entries';

interface Rescuing {
  readonly app: string;
  readonly at: IsoTime;
  /** Stands above what no backup can hold. */
  readonly lead: string;
  /** Makes rows readable, where a lock is set. */
  readonly open?: Sealing['open'] | undefined;
}

/**
 * Reads all that can still be read of a database, tolerantly and without a change, and gives it as files. Undefined where
 * there is no database. A database of a newer schema is `storage.too-new`: it is no damage, and that app reads it. One with
 * a lock is `storage.locked` without what opens its rows.
 */
export const rescue = async (
  name: string,
  { app, at, lead, open }: Rescuing,
): Promise<Result<Rescue | undefined, StorageCode>> => {
  const found = await readRaw(name);
  if (!found.ok) return found;
  if (!found.value) return succeed(undefined);
  const { version, rows: kept } = found.value;
  if (Math.floor(version / 10) > schemaVersion) return fail('storage.too-new', '');
  const isLocked = kept.some(({ store, key }) => store === 'meta' && key === 'lock');
  if (isLocked && !open) return fail('storage.locked', '');
  const rows = isLocked && open ? kept.map((one) => ({ ...one, row: open(one.store, one.row) })) : kept;
  const { content, left } = sortOut(rows, { app, madeAt: at });
  const { drafts, records, certificates } = content;
  const body = writeContent({ ...content, madeAt: '' });
  const lines = concat(...left.map(line));
  return succeed({
    isDamaged: version % 10 !== 0 || stores.some((one) => !found.value?.stores.includes(one)) || left.some(isPart),
    backup:
      drafts.length + records.length + certificates.length > 0 ? await packBackup(writeContent(content)) : undefined,
    rest: left.length > 0 ? concat(utf8(`${lead}\n\n`), lines) : undefined,
    counts: { drafts: drafts.length, records: records.length, left: left.length },
    isIncomplete: left.some(({ store }) => store === 'entries' || store === 'drafts'),
    sha256: sha256Hex(concat(body, lines)),
  });
};
