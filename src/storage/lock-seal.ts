import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { base64, fromBase64 } from '../base/base64';
import { concat, fromUtf8, utf8 } from '../base/bytes';
import { sha256Hex } from '../base/hash';
import type { Randomness } from '../base/ids';
import { packRow, unpackRow } from './lock-pack';
import { fieldsOf } from './rescue-raw';

type Row = Readonly<Record<string, unknown>>;

/** What stays readable of a row of each table, since the browser finds rows by it: ids, and of a record its day and kind. */
const readable: Readonly<Record<string, readonly string[]>> = {
  drafts: ['id'],
  entries: ['id', 'draft'],
  pending: ['draft', 'field', 'tab'],
  pinned: ['sha256'],
  files: ['sha256'],
  keys: ['id'],
  records: ['id', 'draft', 'signedAt', 'kind'],
  meta: ['key'],
};

/** Rows that tell what the others are. */
const plainMeta = new Set<unknown>(['schema', 'lock']);

/** Encrypts rows and opens them again, at once, so that a transaction goes on meanwhile. */
export interface Sealing {
  /** Tells one key from another, and nothing else of it. */
  readonly id: string;
  /** A row as it is kept. A row that no table of this app has is an exception: `Unpackable`. */
  readonly seal: (table: string, row: unknown) => unknown;
  /** The row that was sealed; undefined for one that was not, is damaged, or stood elsewhere. */
  readonly unseal: (table: string, row: unknown) => unknown;
  /** The same, but of a row that cannot be unsealed what is readable of it: whoever reads it finds it damaged. */
  readonly open: (table: string, row: unknown) => unknown;
  /** The file name in an index of records. */
  readonly openName: (id: unknown, sealed: unknown) => string;
}

const nonceBytes = 24;

const isPlain = (table: string, row: Row): boolean => table === 'meta' && plainMeta.has(row['key']);

const shown = (table: string, row: Row): Row => {
  const names = (readable[table] ?? []).filter((name) => Object.hasOwn(row, name));
  const kept = Object.fromEntries(names.map((name) => [name, row[name]]));
  return Object.hasOwn(row, 'privateKey') ? { ...kept, privateKey: row['privateKey'] } : kept; // which cannot be read
};

/** What is authenticated with a row, so that none can be put in place of another. */
const boundTo = (table: string, row: Row): Uint8Array =>
  utf8(JSON.stringify([table, ...(readable[table] ?? []).map((name) => row[name] ?? null)]));

/** Encrypts with XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) under a key of 32 bytes, each time with a nonce of its own. */
export const sealingWith = (key: Uint8Array, random: Randomness): Sealing => {
  const encrypt = (bytes: Uint8Array, bound: Uint8Array): Uint8Array => {
    const nonce = random(nonceBytes);
    return concat(nonce, xchacha20poly1305(key, nonce, bound).encrypt(bytes));
  };
  const decrypt = (bytes: unknown, bound: Uint8Array): Uint8Array | undefined => {
    if (!(bytes instanceof Uint8Array) || bytes.length < nonceBytes) return undefined;
    try {
      return xchacha20poly1305(key, bytes.subarray(0, nonceBytes), bound).decrypt(bytes.subarray(nonceBytes));
    } catch {
      return undefined; // the key is another, or a byte is
    }
  };
  const boundName = (id: unknown): Uint8Array => utf8(JSON.stringify(['fileName', id]));
  const seal: Sealing['seal'] = (table, value) => {
    const row = fieldsOf(value);
    if (isPlain(table, row)) return value;
    const { privateKey: _, ...words } = row;
    const { fileName } = row;
    return {
      ...shown(table, row),
      ...(table === 'records' && {
        fileName: base64(encrypt(utf8(typeof fileName === 'string' ? fileName : ''), boundName(row['id']))),
      }),
      sealed: encrypt(packRow(words), boundTo(table, row)),
    };
  };
  const unseal: Sealing['unseal'] = (table, value) => {
    const row = fieldsOf(value);
    if (value === undefined || isPlain(table, row)) return value;
    const packed = decrypt(row['sealed'], boundTo(table, row));
    return packed && { ...fieldsOf(unpackRow(packed)), ...shown(table, row) };
  };
  return {
    id: sha256Hex(concat(utf8('lock'), key)),
    seal,
    unseal,
    open: (table, value) => unseal(table, value) ?? (value === undefined ? value : shown(table, fieldsOf(value))),
    openName: (id, sealed) => {
      const bytes = typeof sealed === 'string' ? decrypt(fromBase64(sealed), boundName(id)) : undefined;
      return (bytes && fromUtf8(bytes)) ?? '';
    },
  };
};
