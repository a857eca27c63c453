import { fail, type Result, succeed } from '../base/result';
import { type Entry, pinsOf } from '../assessment/log';
import type { Earlier } from '../assessment/versions';
import { readEarlier } from '../record/earlier';
import { earlierName } from '../record/file-name';
import type { EnclosedFile } from '../record/seal';
import type { Database } from './database';
import { attempt } from './open';

/**
 * The policies and settings that an assessment stood on before it was carried over to those that it has now: a record
 * encloses them, so that what it says became of each answer can be proved.
 */
export const earlierPins = async (
  database: Database,
  log: readonly Entry[],
): Promise<Result<readonly EnclosedFile[]>> => {
  const now = pinsOf(log);
  const enclosed: EnclosedFile[] = [];
  for (const kind of ['policy', 'settings'] as const) {
    const hashes = new Set(log.flatMap((entry) => ('policy' in entry ? [entry[kind]] : [])));
    if (now) hashes.delete(now[kind]);
    for (const [index, sha256] of [...hashes].entries()) {
      const kept = await attempt(() => database.pinned.get(sha256));
      if (!kept.ok) return kept;
      if (!kept.value) return fail('draft.pinned', sha256);
      const { bytes } = kept.value;
      const name = earlierName(kind, index + 1);
      enclosed.push({ file: { name, type: 'application/json', size: bytes.length, sha256 }, bytes });
    }
  }
  return succeed(enclosed);
};

/** The same, read: what names the questions that a draft was asked before. */
export const earlierOf = async (database: Database, log: readonly Entry[]): Promise<Result<Earlier>> => {
  const pins = await earlierPins(database, log);
  return pins.ok ? readEarlier(pins.value.map(({ file, bytes }) => ({ name: file.name, bytes }))) : pins;
};
