import { fail, type Failure, failure, type Result, settle } from '../base/result';
import { fileSha256 } from '../base/file-hash';
import type { NamedFile } from '../pdf/render';
import { enclosedNames, familyOf, payloadNames } from '../pdf/render-sequel';
import { earlierKind } from '../record/earlier';
import { recordLimits, type RecordPayload } from '../record/payload';
import { sequelLimits, type SequelPayload } from '../record/sequel-payload';
import { inflate, inflateOnce } from './inflate';
import { type PdfObjects } from './reader/objects';
import type { PdfValue } from './reader/value';
import { sizeLimit } from './form';

export type AttachmentCode =
  | 'verify.attachments'
  | 'verify.attachment-name'
  | 'verify.attachment-stream'
  | 'verify.no-record'
  | 'verify.kinds-mixed'
  | 'verify.attachment-missing'
  | 'verify.attachment-unlisted'
  | 'verify.attachment-inflate'
  | 'verify.attachment-differs'
  | 'verify.attachments-size'
  | 'verify.evidence-missing';

/** What a document is, by the name of the file that holds its payload. */
export type Family = keyof typeof payloadNames;

const families: readonly Family[] = ['record', 'decision', 'follow-up'];
const recordName = payloadNames.record;

/** The files inside a PDF as they lie there, by name. */
export type PackedFiles = ReadonlyMap<string, Uint8Array>;

const hexDigit = (byte: number | undefined): number => Number.parseInt(String.fromCharCode(byte ?? 0), 16);

/** The text of a hexadecimal string: UTF-16BE after its byte order mark, or plain letters of one byte each. */
const nameOf = (bytes: Uint8Array, value: PdfValue | undefined): string | undefined => {
  if (value?.kind !== 'hexadecimal' || value.end - value.at > 2 + 4 * 200) return undefined;
  const read = (digits: number): readonly number[] => {
    const units: number[] = [];
    for (let at = value.at + 1; at < value.end - 1; at += digits)
      units.push(
        Array.from({ length: digits }, (_, index) => index).reduce(
          (sum, index) => sum * 16 + hexDigit(bytes[at + index]),
          0,
        ),
      );
    return units;
  };
  const [mark, ...wide] = read(4);
  if (mark === 0xfeff && wide.every(Number.isInteger)) return String.fromCharCode(...wide);
  const plain = read(2);
  return plain.every((unit) => unit >= 0x20 && unit <= 0x7e) ? String.fromCharCode(...plain) : undefined;
};

/** Rule 4: the files that the catalog's name tree lists, each Flate-encoded, no name twice. */
export const packedFiles = (bytes: Uint8Array, objects: PdfObjects): Result<PackedFiles, AttachmentCode> => {
  const tree = objects.dictionary(objects.catalog.entries.get('Names'))?.entries.get('EmbeddedFiles');
  const names = objects.dictionary(tree)?.entries.get('Names');
  const most = recordLimits.attachments + 1;
  if (names?.kind !== 'array' || names.items.length % 2 === 1 || names.items.length > 2 * most)
    return fail('verify.attachments', 'Names', { most });
  const files = new Map<string, Uint8Array>();
  for (let at = 0; at < names.items.length; at += 2) {
    const name = nameOf(bytes, names.items[at]);
    if (name === undefined || files.has(name)) return fail('verify.attachment-name', 'Names', { number: at / 2 + 1 });
    const embedded = objects.dictionary(objects.dictionary(names.items[at + 1])?.entries.get('EF'));
    const stream = objects.stream(embedded?.entries.get('F'));
    const filter = stream?.about.entries.get('Filter');
    if (!stream || filter?.kind !== 'name' || filter.text !== 'FlateDecode')
      return fail('verify.attachment-stream', name, { name });
    files.set(name, stream.data);
  }
  return { ok: true, value: files };
};

/** A payload's bytes, and what the document says by their name that it is. */
export interface PackedPayload {
  readonly family: Family;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The payload's bytes, read before any other file, and never past a payload's limit. Kinds never mix. */
export const payloadIn = (files: PackedFiles): Result<PackedPayload, AttachmentCode> => {
  const found = families.filter((family) => files.has(payloadNames[family]));
  const [family] = found;
  const name = family === undefined ? recordName : payloadNames[family];
  const packed = files.get(name);
  if (family === undefined || !packed) return fail('verify.no-record', recordName);
  if (found.length > 1) return fail('verify.kinds-mixed', name);
  const bytes = inflate(packed, family === 'record' ? recordLimits.bytes : sequelLimits.bytes);
  return bytes ? { ok: true, value: { family, bytes } } : fail('verify.attachment-inflate', name, { name });
};

/**
 * The one file that a decision or a follow-up encloses, or none where it only names what it follows. `limit` is how much
 * it may hold.
 */
export const enclosedDocument = (
  files: PackedFiles,
  payload: SequelPayload,
  limit: number,
): Result<Uint8Array<ArrayBuffer> | undefined, AttachmentCode> => {
  const own = payloadNames[familyOf(payload)];
  const name = 'encloses' in payload ? enclosedNames[payload.encloses.kind] : undefined;
  const unlisted = [...files.keys()].find((one) => one !== own && one !== name);
  if (unlisted !== undefined) return fail('verify.attachment-unlisted', unlisted, { name: unlisted });
  if (name === undefined || !('encloses' in payload)) return { ok: true, value: undefined };
  const packed = files.get(name);
  if (!packed) return fail('verify.attachment-missing', name, { name });
  const bytes = inflate(packed, limit);
  if (!bytes) return fail('verify.attachment-inflate', name, { name });
  return fileSha256(bytes) === payload.encloses.sha256
    ? { ok: true, value: bytes }
    : fail('verify.attachment-differs', name, { name });
};

/** Whether many records have this file in common: it is a policy or settings. */
const isShared = (name: string): boolean =>
  name === 'policy.json' || name === 'settings.json' || earlierKind(name) !== undefined;

const unpack = (
  files: PackedFiles,
  listed: RecordPayload['attachments'][number],
): Result<NamedFile, AttachmentCode> => {
  const { name } = listed;
  const packed = files.get(name);
  if (!packed) return fail('verify.attachment-missing', name, { name });
  const bytes = (isShared(name) ? inflateOnce : inflate)(packed, listed.size);
  if (!bytes) return fail('verify.attachment-inflate', name, { name });
  return bytes.length === listed.size && fileSha256(bytes) === listed.sha256
    ? { ok: true, value: { name, bytes } }
    : fail('verify.attachment-differs', name, { name });
};

/** The files that answers name and the record does not enclose. */
const missingEvidence = (payload: RecordPayload): readonly Failure<AttachmentCode>[] =>
  payload.result.answers.flatMap(({ id, value }) =>
    (Array.isArray(value) ? value : []).flatMap((file: string | RecordPayload['attachments'][number]) =>
      typeof file === 'string' ||
      payload.attachments.some(({ sha256, size }) => sha256 === file.sha256 && size === file.size)
        ? []
        : [failure('verify.evidence-missing', id, { name: file.name })],
    ),
  );

/** Rule 4: exactly the files that the payload lists, each with the size and the hash that it says, and all evidence. */
export const enclosedFiles = (
  files: PackedFiles,
  payload: RecordPayload,
): Result<readonly NamedFile[], AttachmentCode> => {
  const listed = payload.attachments;
  if (listed.reduce((sum, { size }) => sum + size, 0) > sizeLimit)
    return fail('verify.attachments-size', 'attachments', { most: sizeLimit / 1_000_000 });
  const unlisted = [...files.keys()].filter(
    (name) => name !== recordName && !listed.some((file) => file.name === name),
  );
  const unpacked = listed.map((file) => unpack(files, file));
  return settle(
    [
      ...unlisted.map((name) => failure<AttachmentCode>('verify.attachment-unlisted', name, { name })),
      ...unpacked.flatMap((one) => (one.ok ? [] : one.failures)),
      ...missingEvidence(payload),
    ],
    () => unpacked.flatMap((one) => (one.ok ? [one.value] : [])),
  );
};
