import { secondsOf } from '../base/calendar';
import { canonical, NotCanonical, parseJson } from '../base/canonical';
import { equalBytes, utf8 } from '../base/bytes';
import { sha256Hex } from '../base/hash';
import { referenceOf } from '../base/ids';
import { fail, type Failure, failure, type Result, settle } from '../base/result';
import { parseShape, type ShapeCode } from '../base/shape';
import { compareEntries } from '../assessment/log';
import { recordFormat, recordLimits, type RecordPayload, recordSchema } from './payload';
import { agrees } from './signed-by';

export type RecordCode =
  | ShapeCode
  | 'record.too-large'
  | 'record.format'
  | 'record.not-canonical'
  | 'record.log-order'
  | 'record.log-start'
  | 'record.log-draft'
  | 'record.reference'
  | 'record.time'
  | 'record.signed-by'
  | 'record.attachments';

/** A record read from its bytes: the payload, and its id. */
export interface SealedRecord {
  readonly payload: RecordPayload;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The record's id: SHA-256 of the payload's canonical bytes, in hexadecimal. */
  readonly id: string;
}

const formatOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'format' in value && typeof value.format === 'string'
    ? value.format
    : undefined;

/** What the schema cannot say: the log in its order and of one draft, times in theirs, attachments by name. */
const faults = (payload: RecordPayload): readonly Failure<RecordCode>[] => {
  const [first] = payload.log;
  const { startedAt, signedAt } = payload.time;
  const names = payload.attachments.map((file) => file.name);
  const inOrder = payload.log.every((entry, index) => {
    const before = payload.log[index - 1];
    return before === undefined || compareEntries(before, entry) < 0;
  });
  const fixed =
    ['policy.json', 'settings.json'].every((name) => names.includes(name)) && !names.includes('record.json');
  return [
    ...(inOrder ? [] : [failure<RecordCode>('record.log-order', 'log')]),
    ...(first?.kind === 'started' && first.at === startedAt && first.language === payload.language
      ? []
      : [failure<RecordCode>('record.log-start', 'log[0]')]),
    ...(payload.log.every((entry) => entry.draft === payload.evaluation)
      ? []
      : [failure<RecordCode>('record.log-draft', 'log')]),
    ...(payload.reference === referenceOf(payload.evaluation)
      ? []
      : [failure<RecordCode>('record.reference', 'reference')]),
    ...(secondsOf(startedAt) <= secondsOf(signedAt) ? [] : [failure<RecordCode>('record.time', 'time.signedAt')]),
    ...(agrees(payload.signer, payload.signature, payload.time)
      ? []
      : [failure<RecordCode>('record.signed-by', 'signature.level')]),
    ...(new Set(names).size === names.length && fixed
      ? []
      : [failure<RecordCode>('record.attachments', 'attachments')]),
  ];
};

/** A payload from outside, already decoded: schema and the rules that it cannot say. */
const parsePayload = (value: unknown): Result<RecordPayload, RecordCode> => {
  const format = formatOf(value);
  if (format !== recordFormat) return fail('record.format', 'format', { found: format ?? '', known: recordFormat });
  const shape = parseShape<RecordPayload>(recordSchema, value);
  return shape.ok ? settle(faults(shape.value), () => shape.value) : shape;
};

const canonicalBytes = (payload: RecordPayload): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return utf8(canonical(payload));
  } catch (error) {
    if (error instanceof NotCanonical) return undefined;
    throw error;
  }
};

/**
 * `record.json` from outside. The bytes must be the canonical form of what was read from them: that refuses extra
 * fields, doubled keys, other key orders, odd numbers and lone surrogates at once.
 */
export const parseRecord = (bytes: Uint8Array): Result<SealedRecord, RecordCode> => {
  if (bytes.length > recordLimits.bytes) return fail('record.too-large', '', { limit: recordLimits.bytes });
  const json = parseJson(bytes, '');
  if (!json.ok) return json;
  const parsed = parsePayload(json.value);
  if (!parsed.ok) return parsed;
  const again = canonicalBytes(parsed.value);
  if (!again || !equalBytes(again, bytes)) return fail('record.not-canonical', '');
  return { ok: true, value: { payload: parsed.value, bytes: again, id: sha256Hex(again) } };
};

/** A payload made here as its sealed bytes and id, by the same rules that a reader applies. */
export const sealPayload = (payload: RecordPayload): Result<SealedRecord, RecordCode> => {
  const bytes = canonicalBytes(payload);
  return bytes ? parseRecord(bytes) : fail('record.not-canonical', '');
};
