import { type IsoTime, secondsOf } from '../base/calendar';
import type { Told, ToldCondition } from './told';

/** What of a record says whether another takes its place. */
export interface Version {
  readonly id: string;
  readonly evaluation: string;
  readonly replaces: string | undefined;
  readonly signedAt: IsoTime;
}

const later = <Item extends Pick<Version, 'id' | 'signedAt'>>(a: Item, b: Item): Item => {
  const by = secondsOf(b.signedAt) - secondsOf(a.signedAt);
  return by > 0 || (by === 0 && b.id > a.id) ? b : a;
};

/** The latest of those that have something in common; which of two of one moment it is does not hang on their order. */
const latestBy = <Item extends Pick<Version, 'id' | 'signedAt'>>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, Item> => {
  const latest = new Map<string, Item>();
  for (const item of items) latest.set(keyOf(item), later(latest.get(keyOf(item)) ?? item, item));
  return latest;
};

/**
 * The ids of records of which a later one is among them: it names them, or is of the same assessment and signed later. What
 * is named is not the latest, whatever its clock said.
 */
export const supersededIds = (records: readonly Version[]): ReadonlySet<string> => {
  const named = new Set(records.flatMap(({ replaces }) => replaces ?? []));
  const latest = latestBy(
    records.filter(({ id }) => !named.has(id)),
    ({ evaluation }) => evaluation,
  );
  const others = records.filter(({ id, evaluation }) => latest.get(evaluation)?.id !== id);
  return new Set([...named, ...others.map(({ id }) => id)]);
};

/** A record as a file holds it, with what the overview needs. */
export interface SeenRecord extends Version {
  readonly partnership: string;
  readonly title: string;
  readonly told: Told;
}

/** A file that was checked. */
export interface Seen {
  readonly standing: 'accepted' | 'refused' | 'unknown';
  readonly practice: boolean;
  readonly document:
    | {
        readonly id: string;
        readonly signedAt: IsoTime;
        readonly reference: string;
        readonly record: SeenRecord | undefined;
      }
    | undefined;
}

/** Why a file is not counted. */
export const leftOutReasons = [
  'refused',
  'unknown',
  'practice',
  'nothing',
  'duplicate',
  'superseded',
  'earlier',
] as const;
export type LeftOut = (typeof leftOutReasons)[number];

/** A record that is counted, as all accepted documents about it leave it. */
export interface Counted extends SeenRecord {
  readonly reference: string;
  readonly open: readonly ToldCondition[];
}

export interface Selection {
  readonly records: readonly Counted[];
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  /** Files that say more about a record which is counted once. */
  readonly joined: number;
}

type Document = NonNullable<Seen['document']> & { readonly record: SeenRecord };

/** One record out of its documents: the latest words, and every condition kept that any of them says is. */
const joinedUp = (documents: readonly Document[]): Counted[] => {
  const [first] = documents;
  if (!first) return [];
  const { record, reference } = documents.reduce(later, first);
  const kept = new Set(
    documents.flatMap(({ record: { told } }) => told.conditions.filter(({ open }) => !open).map(({ id }) => id)),
  );
  const decision = documents
    .flatMap(({ record: { told } }) => told.decision ?? [])
    .toSorted((a, b) => secondsOf(a.at) - secondsOf(b.at) || (a.what < b.what ? -1 : 1))
    .at(-1);
  const told = { ...record.told, decision };
  return [{ ...record, told, reference, open: told.conditions.filter(({ id }) => !kept.has(id)) }];
};

/**
 * The records that can be relied on, each partnership once: by the latest record of its latest assessment. What is refused,
 * not checked in full, practice, without a record, a copy, or of a time before is counted by why it is left out.
 */
export const countedOf = (files: readonly Seen[]): Selection => {
  const leftOut = { refused: 0, unknown: 0, practice: 0, nothing: 0, duplicate: 0, superseded: 0, earlier: 0 };
  const documents = new Map<string, Document>();
  for (const { standing, practice, document } of files) {
    if (standing !== 'accepted') leftOut[standing] += 1;
    else if (practice) leftOut.practice += 1;
    else if (!document?.record) leftOut.nothing += 1;
    else if (documents.has(document.id)) leftOut.duplicate += 1;
    else documents.set(document.id, { ...document, record: document.record });
  }
  const records = new Map([...documents.values()].map(({ record }) => [record.id, record]));
  const superseded = supersededIds([...records.values()]);
  const standing = [...records.values()].filter(({ id }) => !superseded.has(id));
  const latest = new Set([...latestBy(standing, ({ partnership }) => partnership).values()].map(({ id }) => id));
  const ofRecord = new Map<string, Document[]>();
  for (const document of documents.values()) {
    const { id } = document.record;
    if (superseded.has(id)) leftOut.superseded += 1;
    else if (!latest.has(id)) leftOut.earlier += 1;
    else ofRecord.set(id, [...(ofRecord.get(id) ?? []), document]);
  }
  const counted = [...ofRecord.values()].flatMap(joinedUp);
  return {
    records: counted.toSorted((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1)),
    leftOut,
    joined: [...ofRecord.values()].reduce((sum, all) => sum + all.length - 1, 0),
  };
};
