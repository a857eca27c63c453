import { Dexie, type EntityTable, type Table, type Transaction } from 'dexie';
import type { Entry } from '../assessment/log';
import type { Key } from '../policy/answer';
import type { Sealing } from './lock-seal';

/** What a record can be of: an assessment, or practice. */
export type RecordKind = 'record' | 'practice';

/** A draft's own row: what stands in the list of drafts. Its answers are its log. */
export interface DraftRow {
  readonly id: string;
  readonly partnership: string;
  /** What becomes of it. Nothing is signed where an auditor answers a record again. */
  readonly kind: RecordKind | 'reperformance';
  readonly policy: string;
  readonly settings: string;
  /** What is assessed, by the answers given so far. */
  readonly title: string;
  /** What the officer calls it, in place of that. */
  readonly name?: string | undefined;
  /** Where the answers have led, in the policy's words, so that a list need not walk every draft. */
  readonly section?: string | undefined;
  readonly outcome?: string | undefined;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archivedAt?: string | undefined;
  /** Put into the bin, from which it is gone for good some time later. */
  readonly deletedAt?: string | undefined;
  /** The tab that began it, until something is given or typed: till then it is not listed, and its tab uses it again. */
  readonly untouched?: string | undefined;
  /** The newer policy that it is not to be carried over to, by its hash. */
  readonly staysFrom?: string | undefined;
  /** The day on which the names of people were withdrawn, since the council's period for them had ended. */
  readonly namesWithdrawnOn?: string | undefined;
  /** The address of the page that was last open. */
  readonly lastPage?: string | undefined;
}

/** What someone is typing in one field of one tab, as the form holds it. It is never printed. */
export interface PendingRow {
  readonly draft: string;
  readonly field: Key;
  readonly tab: string;
  readonly raw: unknown;
  readonly at: string;
}

/** A policy or a settings file that a draft pins, by its hash. */
export interface PinnedRow {
  readonly sha256: string;
  readonly kind: 'policy' | 'settings';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The bytes of a file given as evidence. */
export interface FileRow {
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A signing key made in this browser, which cannot be taken out of it, and its certificate. */
export interface KeyRow {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly certificate: Uint8Array<ArrayBuffer>;
  /** Those of the authorities above, the issuer's first, where an authority issued the certificate. */
  readonly authorities?: readonly Uint8Array<ArrayBuffer>[] | undefined;
  readonly issued?: boolean | undefined;
  readonly algorithm: 'ES256' | 'RS256';
  readonly name: string;
  readonly job: string;
  readonly service: string;
  readonly createdAt: string;
}

/** A signed record as it was handed over. */
export interface RecordRow {
  readonly id: string;
  readonly draft: string;
  /** What it is. Of a decision or a follow-up, `draft` is its own id: no assessment in this browser need belong to it. */
  readonly kind: RecordKind | 'decision' | 'follow-up';
  readonly signedAt: string;
  readonly fileName: string;
  readonly pdf: Uint8Array<ArrayBuffer>;
}

/** What the browser keeps for itself, by a name of its own. */
interface MetaRow {
  readonly key: string;
  readonly value: unknown;
  /** When somebody last worked on it, where that matters. */
  readonly at?: string;
}

/** The schema version of the database. It goes up with every change of its tables, and is never reused. */
export const schemaVersion = 2;

/** The same tables with their rows encrypted: what knows no lock must not open them. The next version is 4. */
export const lockedVersion = 3;

/** Everything about a record but its pages, in one index: a list of records must not read them all from the disk. */
export const recordIndex = '[signedAt+id+draft+kind+fileName]';

/** From version 1: no record was for practice, and a draft with nothing but its beginning was listed. */
const upgradeToTwo = async (change: Transaction): Promise<void> => {
  await change.table<RecordRow>('records').toCollection().modify({ kind: 'record' });
  const [begun, touched] = [new Set<unknown>(), new Set<unknown>()];
  await change.table<Entry>('entries').each((entry) => {
    (entry.kind === 'started' ? begun : touched).add(entry.draft);
  });
  await change.table<PendingRow>('pending').each((row) => void touched.add(row.draft));
  await change
    .table<DraftRow>('drafts')
    .filter(({ id }) => begun.has(id) && !touched.has(id))
    .modify({ untouched: '' });
};

export class Database extends Dexie {
  declare readonly drafts: EntityTable<DraftRow, 'id'>;
  declare readonly entries: EntityTable<Entry, 'id'>;
  declare readonly pending: Table<PendingRow, [string, Key, string]>;
  declare readonly pinned: EntityTable<PinnedRow, 'sha256'>;
  declare readonly files: EntityTable<FileRow, 'sha256'>;
  declare readonly keys: EntityTable<KeyRow, 'id'>;
  declare readonly records: EntityTable<RecordRow, 'id'>;
  declare readonly meta: EntityTable<MetaRow, 'key'>;
  /** What encrypts the rows, where a lock is set. */
  sealing: Sealing | undefined;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false });
    this.version(1).stores({
      drafts: 'id, updatedAt',
      entries: 'id, draft',
      pending: '[draft+field+tab], draft',
      pinned: 'sha256',
      files: 'sha256',
      keys: 'id',
      records: 'id, draft',
      meta: 'key',
    });
    this.version(schemaVersion)
      .stores({ records: `id, draft, ${recordIndex}` })
      .upgrade(upgradeToTwo);
  }
}
