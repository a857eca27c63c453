import { concat, fromUtf8, hex, utf8 } from '../base/bytes';
import { canonical, type Json } from '../base/canonical';
import { sha256Hex } from '../base/hash';
import { fail, type Result, succeed } from '../base/result';
import { parseJsonShape, parseShape } from '../base/shape';
import { z } from '../base/zod';
import { type Entry, entrySchema } from '../assessment/log';
import type { DraftRow, FileRow, KeyRow, PendingRow, PinnedRow, RecordRow } from './database';
import type { BackupCode } from './backup-file';

const text = z.string();
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const certificate = z.string().check(z.regex(/^([0-9a-f]{2})*$/));
const blob = { sha256, size: z.int().check(z.nonnegative()) };

const draftSchema = z.strictObject({
  id: text,
  partnership: text,
  kind: z.enum(['record', 'practice', 'reperformance']),
  policy: sha256,
  settings: sha256,
  title: text,
  name: z.optional(text),
  section: z.optional(text),
  outcome: z.optional(text),
  createdAt: text,
  updatedAt: text,
  archivedAt: z.optional(text),
  deletedAt: z.optional(text),
  staysFrom: z.optional(text),
  namesWithdrawnOn: z.optional(text),
  lastPage: z.optional(text),
});
const pendingSchema = z.strictObject({ draft: text, field: text, tab: text, raw: z.json(), at: text });

const record = {
  id: text,
  draft: text,
  kind: z.enum(['record', 'practice', 'decision', 'follow-up']),
  signedAt: text,
  fileName: text,
};
const recordSchema = z.strictObject(record);
const certificateSchema = z.strictObject({
  name: text,
  job: text,
  service: text,
  createdAt: text,
  certificate,
  authorities: z.array(certificate),
});

const manifestSchema = z.strictObject({
  kind: z.enum(['backup', 'draft']),
  app: text,
  madeAt: text,
  profile: text,
  drafts: z.array(draftSchema),
  entries: z.array(entrySchema),
  pending: z.array(pendingSchema),
  pinned: z.array(z.strictObject({ kind: z.enum(['policy', 'settings']), ...blob })),
  files: z.array(z.strictObject(blob)),
  records: z.array(z.strictObject({ ...record, ...blob })),
  certificates: z.array(certificateSchema),
});

type Manifest = z.infer<typeof manifestSchema>;

/** What is in a backup, with the bytes of everything that it encloses. */
export interface BackupContent extends Omit<Manifest, 'pinned' | 'files' | 'records'> {
  readonly pinned: readonly PinnedRow[];
  readonly files: readonly FileRow[];
  readonly records: readonly RecordRow[];
}

/** The value if a file can hold it and give it back, or else undefined: one damaged row must not spoil the others. */
const storable = <Value extends Json>(schema: z.ZodMiniType<Value>, value: unknown): Value | undefined => {
  try {
    const parsed = parseShape(schema, value);
    if (!parsed.ok) return undefined;
    canonical(parsed.value);
    return parsed.value;
  } catch {
    return undefined; // a lone half of a character, or a value that holds itself
  }
};

/** A draft's row as a file holds it: whether somebody has touched it is this browser's own matter. */
export const filedDraft = ({ untouched: _untouched, ...row }: DraftRow): Manifest['drafts'][number] | undefined =>
  storable(draftSchema, row);

/** What is being typed, as a file holds it. */
export const filedPending = (row: PendingRow): Manifest['pending'][number] | undefined => storable(pendingSchema, row);

/** The same of rows that may be anything. */
export const filedEntry = (row: unknown): Entry | undefined => storable(entrySchema, row);
export const filedRecord = ({ pdf, ...row }: Partial<RecordRow>): RecordRow | undefined => {
  const filed = storable(recordSchema, row);
  return filed && pdf instanceof Uint8Array ? { ...filed, pdf } : undefined;
};

/** What a file holds of a key: its certificates. */
export const filedKey = (key: Partial<KeyRow>): Manifest['certificates'][number] | undefined => {
  const { name, job, service, createdAt, certificate: own, authorities = [] } = key;
  try {
    const written = { certificate: own && hex(own), authorities: authorities.map(hex) };
    return storable(certificateSchema, { name, job, service, createdAt, ...written });
  } catch {
    return undefined; // what should be bytes cannot be gone through
  }
};

/** The body of a backup: a line of canonical JSON, then all bytes that it lists, in its order. */
export const writeContent = (content: BackupContent): Uint8Array<ArrayBuffer> => {
  const pinned = content.pinned.map(({ bytes, ...row }) => ({ ...row, size: bytes.length }));
  const files = content.files.map(({ bytes, ...row }) => ({ ...row, size: bytes.length }));
  const records = content.records.map(({ pdf, ...row }) => ({ ...row, size: pdf.length, sha256: sha256Hex(pdf) }));
  return concat(
    utf8(`${canonical({ ...content, pinned, files, records })}\n`),
    ...content.pinned.map(({ bytes }) => bytes),
    ...content.files.map(({ bytes }) => bytes),
    ...content.records.map(({ pdf }) => pdf),
  );
};

/** What a body holds, all of it sound: each entry of a draft that is there, each file the one that its hash names. */
export const readContent = (body: Uint8Array<ArrayBuffer>): Result<BackupContent, BackupCode> => {
  const end = body.indexOf(10);
  const wrong = (place: string): Result<never, BackupCode> => fail('backup.content', place);
  if (end < 0 || fromUtf8(body.subarray(0, end)) === undefined) return wrong('body');
  const parsed = parseJsonShape(manifestSchema, body.subarray(0, end));
  if (!parsed.ok) return wrong(parsed.failures[0]?.place ?? 'body');
  const manifest = parsed.value;
  const drafts = new Set(manifest.drafts.map(({ id }) => id));
  const stray = [...manifest.entries, ...manifest.pending].find(({ draft }) => !drafts.has(draft));
  if (stray) return wrong(`draft ${stray.draft}`);
  let [at, damaged] = [end + 1, ''];
  const take = (one: { readonly size: number; readonly sha256: string }): Uint8Array<ArrayBuffer> => {
    const bytes = body.slice(at, at + one.size);
    at += one.size;
    if (bytes.length !== one.size || sha256Hex(bytes) !== one.sha256) damaged = one.sha256;
    return bytes;
  };
  const pinned = manifest.pinned.map((one) => ({ sha256: one.sha256, kind: one.kind, bytes: take(one) }));
  const files = manifest.files.map((one) => ({ sha256: one.sha256, bytes: take(one) }));
  const records = manifest.records.map(({ sha256: hash, size, ...row }) => ({
    ...row,
    pdf: take({ sha256: hash, size }),
  }));
  const isPinned = new Set(pinned.map((one) => one.sha256));
  const bare = manifest.drafts.find((row) => !isPinned.has(row.policy) || !isPinned.has(row.settings));
  if (bare) return wrong(`draft ${bare.id}`);
  if (damaged !== '' || at !== body.length) return wrong(damaged || 'end');
  return succeed({ ...manifest, pinned, files, records });
};
