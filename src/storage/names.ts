import type { IsoDate } from '../base/calendar';
import { replay } from '../assessment/assessment';
import { type Entry, type FieldEntry, isNote, withdrawn } from '../assessment/log';
import { standingOf } from '../assessment/standing';
import { type Key, partsOfKey } from '../policy/answer';
import { personFields } from '../policy/persons';
import type { Policy } from '../policy/schema';
import type { Database, PendingRow } from './database';
import { openDraft, pinnedPolicy } from './drafts';

/** Whether a field holds the name of a person. */
export type IsPerson = (field: Key) => boolean;

/**
 * Tells of a log which fields hold the names of people: under any version of its policy that it names, or that the site
 * has now, so that a draft that pins a version without marks is no exception. Reads each version once.
 */
export const personsFinder = (database: Database, site: readonly Policy[]) => {
  const read = new Map<string, Policy | undefined>();
  return async (log: readonly Entry[]): Promise<IsPerson> => {
    const hashes = new Set(log.flatMap((entry) => ('policy' in entry ? [entry.policy] : [])));
    for (const sha256 of hashes) {
      const policy = read.has(sha256) ? undefined : await pinnedPolicy(database, sha256);
      if (policy) read.set(sha256, policy.ok ? policy.value : undefined);
    }
    const pinned = [...hashes].flatMap((sha256) => read.get(sha256) ?? []);
    const now = site.filter(({ id }) => pinned.some((one) => one.id === id));
    const persons = new Set([...pinned, ...now].flatMap(personFields));
    return (field) => persons.has(partsOfKey(field).field);
  };
};

const isName = (entry: Entry, isPerson: IsPerson): entry is FieldEntry =>
  'value' in entry && !isNote(entry) && isPerson(entry.field);

/** Whether a draft holds a name, be it one that was replaced since, or one that is being typed. */
export const holdsNames = (log: readonly Entry[], typed: readonly PendingRow[], isPerson: IsPerson): boolean =>
  log.some((entry) => isName(entry, isPerson)) || typed.some(({ field }) => isPerson(field));

/** Words without capitals and signs, between spaces. */
const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .join(' ')
    .trim()} `;

/** Whether a text says one of these names. */
const saysOne = (text: string, names: readonly unknown[]): boolean =>
  names.some((name) => typeof name === 'string' && name.trim() !== '' && plain(text).includes(plain(name)));

/**
 * Withdraws every name from a draft: from its log, where each answer to such a field becomes one that was withdrawn, and
 * from what is being typed; what the draft is called follows. It is no change by anybody, so the draft's own period goes
 * on. What it is called now is given back. Within a transaction.
 */
export const withdrawNames = async (
  database: Database,
  id: string,
  isPerson: IsPerson,
  today: IsoDate,
): Promise<string> => {
  const { drafts, entries, pending } = database;
  const log = await entries.where('draft').equals(id).toArray();
  const named = log.filter((entry) => isName(entry, isPerson));
  await entries.bulkPut(named.map(withdrawn));
  const typed = pending.where('draft').equals(id);
  const names = [
    ...named.map((entry) => ('value' in entry ? entry.value : '')),
    ...(await typed.toArray()).filter(({ field }) => isPerson(field)).map(({ raw }) => raw),
  ];
  await typed.and(({ field }) => isPerson(field)).delete();
  const row = await drafts.get(id);
  if (!row) return '';
  const { name, ...rest } = row;
  const draft = await openDraft(database, id);
  const assessment = draft.ok ? replay(draft.value.model, draft.value.log) : undefined;
  const now = {
    ...rest,
    title: saysOne(row.title, names) ? '' : row.title,
    ...(assessment && standingOf(assessment)),
    ...(name !== undefined && !saysOne(name, names) && { name }),
    namesWithdrawnOn: today,
  };
  await drafts.put(now);
  return now.name ?? now.title;
};
