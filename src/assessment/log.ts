import { isIsoTime, type IsoDate } from '../base/calendar';
import { idPattern } from '../base/ids';
import { rowLimit } from '../base/limits';
import { isCanonicalText } from '../base/text';
import { z } from '../base/zod';
import type { Answer, Key } from '../policy/answer';

const id = z.string().check(z.regex(idPattern));
const key = z.string().check(z.regex(/^[a-z0-9-]{1,64}(\/[a-z0-9-]{1,64})?$/));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const noteText = z.string().check(
  z.minLength(1),
  z.maxLength(4000),
  z.refine((text) => isCanonicalText(text, true)),
);
const file = z.strictObject({ name: z.string(), type: z.string(), size: z.int(), sha256 });
const answer = z.union([
  noteText,
  z.int(),
  z.array(z.string().check(z.maxLength(64))).check(z.maxLength(rowLimit)),
  z.array(file).check(z.maxLength(20)),
]);

const shared = {
  id,
  draft: id,
  author: id,
  device: id,
  /** Lamport counter: higher than that of every entry the writer had seen. */
  counter: z.int().check(z.positive()),
  at: z.string().check(z.refine(isIsoTime)),
};
/** The entry whose place this one takes, and why, where a reason is asked for. */
const change = { replaces: z.optional(id), reason: z.optional(noteText) };

/** One line of an answer log. Its order is its counter, then its id; never a clock. */
export const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...shared,
    kind: z.literal('started'),
    policy: sha256,
    settings: sha256,
    language: z.enum(['en', 'cy']),
    /** For practice: it decides nothing, and its record says so first. */
    practice: z.optional(z.literal(true)),
    /** The record that this assessment takes up again, by its id. */
    continues: z.optional(sha256),
    /** The record that an auditor answers again, by its id, and when that was begun. Nobody can sign this. */
    reperforms: z.optional(z.strictObject({ record: sha256, at: shared.at })),
  }),
  z.strictObject({ ...shared, kind: z.literal('answered'), field: key, value: answer, ...change }),
  z.strictObject({ ...shared, kind: z.literal('cleared'), field: key, ...change }),
  z.strictObject({
    ...shared,
    kind: z.literal('carried'),
    field: key,
    value: answer,
    from: sha256,
    /** It stood in the way of a decision: it is asked again, and not offered. */
    gap: z.optional(z.literal(true)),
    ...change,
  }),
  z.strictObject({ ...shared, kind: z.literal('noted'), field: key, value: noteText, ...change }),
  z.strictObject({ ...shared, kind: z.literal('unnoted'), field: key, ...change }),
  z.strictObject({ ...shared, kind: z.literal('outcome-shown'), outcome: key }),
  z.strictObject({
    ...shared,
    kind: z.literal('policy-changed'),
    policy: sha256,
    settings: sha256,
    /** What becomes of each answer given before, by its entry. */
    receipts: z.array(z.strictObject({ entry: id, is: z.enum(['kept', 'wording', 'options', 'retired']) })),
  }),
  /** What is left of an answer or a note whose words were withdrawn before signing. */
  z.strictObject({ ...shared, kind: z.literal('withdrawn'), field: key, was: z.enum(['answer', 'note']), ...change }),
]);

export type Entry = z.infer<typeof entrySchema>;
/** An entry that gives or takes away an answer or a note. */
export type FieldEntry = Extract<Entry, { field: string }>;

/** The log's order: later is a higher counter, then a higher id. */
export const compareEntries = (a: Entry, b: Entry): number =>
  a.counter - b.counter || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export const ordered = (log: readonly Entry[]): readonly Entry[] => [...log].sort(compareEntries);

/** Whether an entry is about a page's note rather than a field's answer. */
export const isNote = (entry: FieldEntry): boolean =>
  entry.kind === 'noted' || entry.kind === 'unnoted' || (entry.kind === 'withdrawn' && entry.was === 'note');

/** The name under which a page's note is kept while it is typed: fields and pages may share an id. */
export const noteKey = (address: Key): Key => `note/${address.replaceAll('/', '--')}`;

/** The name under which the reason for a change of a page is kept while it is typed. */
export const reasonKey = (address: Key): Key => `reason/${address.replaceAll('/', '--')}`;

/** An entry by which an assessment goes on under another version of its policy. */
export type PolicyChange = Extract<Entry, { kind: 'policy-changed' }>;
export type Receipt = PolicyChange['receipts'][number];

/** Of the latest entries, those that a change of policy does not keep, or had not seen. */
export const leftBehind = (found: ReadonlyMap<Key, FieldEntry>, { receipts }: PolicyChange) => {
  const kept = new Set(receipts.filter(({ is }) => is === 'kept').map(({ entry }) => entry));
  return [...found].filter(([, entry]) => !kept.has(entry.id));
};

/** The latest entry about each field, or about each page's note. A change of policy leaves the answers behind that it does not keep. */
const latest = (log: readonly Entry[], notes: boolean): ReadonlyMap<Key, FieldEntry> => {
  const found = new Map<Key, FieldEntry>();
  for (const entry of ordered(log))
    if ('receipts' in entry && !notes) leftBehind(found, entry).forEach(([field]) => found.delete(field));
    else if ('field' in entry && isNote(entry) === notes) found.set(entry.field, entry);
  return found;
};

export const latestAnswers = (log: readonly Entry[]): ReadonlyMap<Key, FieldEntry> => latest(log, false);

export const latestNotes = (log: readonly Entry[]): ReadonlyMap<Key, FieldEntry> => latest(log, true);

/** The answers that a log comes to, whether they count or not. */
export const answersOf = (log: readonly Entry[]): ReadonlyMap<Key, Answer> => {
  const answers = new Map<Key, Answer>();
  for (const [field, entry] of latest(log, false)) if (entry.kind === 'answered') answers.set(field, entry.value);
  return answers;
};

/** Answers of an earlier record that wait to be confirmed or changed: none of them counts until it is given again. */
export const carriedOf = (log: readonly Entry[]): ReadonlyMap<Key, Answer> => {
  const carried = new Map<Key, Answer>();
  for (const [field, entry] of latest(log, false)) if (entry.kind === 'carried') carried.set(field, entry.value);
  return carried;
};

/** The notes that a log comes to, by the address of their page. */
export const notesOf = (log: readonly Entry[]): ReadonlyMap<Key, string> => {
  const notes = new Map<Key, string>();
  for (const [field, entry] of latest(log, true)) if (entry.kind === 'noted') notes.set(field, entry.value);
  return notes;
};

/** How a log begins; undefined for an empty one. */
export const begun = (log: readonly Entry[]) => log.find((entry) => entry.kind === 'started');

/** The policy and the settings that a log has come to stand on, by their hashes. An empty log has none. */
export const pinsOf = (log: readonly Entry[]) => ordered(log).findLast((entry) => 'policy' in entry);

/** The day the assessment began, which conditions call "today": of what answers a record again, the record's. */
export const startedOn = (log: readonly Entry[]): IsoDate | undefined =>
  (begun(log)?.reperforms ?? ordered(log)[0])?.at.slice(0, 10);

/** Whether the officer has seen what an answer to this came to. What is first answered after that is no change of it. */
export const wasSeen = ({ log }: { readonly log: readonly Entry[] }, field: Key): boolean => {
  const last = log.findLastIndex((entry) => entry.kind === 'outcome-shown');
  return latestAnswers(log.slice(0, last + 1)).has(field);
};

/** The counter for the next entry. */
export const nextCounter = (log: readonly Entry[]): number =>
  log.reduce((most, entry) => Math.max(most, entry.counter), 0) + 1;

/** The entry with its words taken out: its field, its time and "withdrawn" remain. */
export const withdrawn = (entry: FieldEntry): FieldEntry => {
  const { id: own, draft, author, device, counter, at, field, replaces } = entry;
  return {
    kind: 'withdrawn',
    was: isNote(entry) ? 'note' : 'answer',
    id: own,
    draft,
    author,
    device,
    counter,
    at,
    field,
    ...(replaces !== undefined && { replaces }),
  };
};
