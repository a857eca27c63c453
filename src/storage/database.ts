import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Entry } from '../assessment/log';
import type { Key } from '../policy/answer';

/** A draft's own row: what stands in the list of drafts. Its answers are its log. */
export interface DraftRow {
  readonly id: string;
  readonly partnership: string;
  readonly kind: 'record' | 'practice';
  readonly policy: string;
  readonly settings: string;
  readonly title: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The address of the page that was last open. */
  readonly lastPage?: string;
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
  readonly signedAt: string;
  readonly fileName: string;
  readonly pdf: Uint8Array<ArrayBuffer>;
}

/** The schema version of the database. It goes up with every change of its tables, and is never reused. */
export const schemaVersion = 1;

export class Database extends Dexie {
  declare readonly drafts: EntityTable<DraftRow, 'id'>;
  declare readonly entries: EntityTable<Entry, 'id'>;
  declare readonly pending: Table<PendingRow, [string, Key, string]>;
  declare readonly pinned: EntityTable<PinnedRow, 'sha256'>;
  declare readonly files: EntityTable<FileRow, 'sha256'>;
  declare readonly keys: EntityTable<KeyRow, 'id'>;
  declare readonly records: EntityTable<RecordRow, 'id'>;
  declare readonly meta: EntityTable<{ readonly key: string; readonly value: unknown }, 'key'>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false });
    this.version(schemaVersion).stores({
      drafts: 'id, updatedAt',
      entries: 'id, draft',
      pending: '[draft+field+tab], draft',
      pinned: 'sha256',
      files: 'sha256',
      keys: 'id',
      records: 'id, draft',
      meta: 'key',
    });
  }
}
