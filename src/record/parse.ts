import { secondsOf } from '../base/calendar';
import { referenceOf } from '../base/ids';
import { fail, type Failure, failure, type Result, settle } from '../base/result';
import { parseShape, type ShapeCode } from '../base/shape';
import { compareEntries } from '../assessment/log';
import { recordFormat, recordLimits, type RecordPayload, recordSchema } from './payload';
import { readSealed, type Sealed, type SealedCode, sealWith } from './sealed';
import { agrees } from './signed-by';

export type RecordCode =
  | ShapeCode
  | SealedCode
  | 'record.format'
  | 'record.log-order'
  | 'record.log-start'
  | 'record.log-draft'
  | 'record.reference'
  | 'record.time'
  | 'record.signed-by'
  | 'record.attachments';

/** A record read from its bytes. */
export type SealedRecord = Sealed<RecordPayload>;

/** What a payload says of its format, before any schema has seen it. */
export const formatOf = (value: unknown): string | undefined =>
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
    ...(first?.kind === 'started' && !first.reperforms && first.at === startedAt && first.language === payload.language
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

/**
 * `record.json` from outside. The bytes must be the canonical form of what was read from them: that refuses extra
 * fields, doubled keys, other key orders, odd numbers and lone surrogates at once.
 */
export const parseRecord = (bytes: Uint8Array): Result<SealedRecord, RecordCode> =>
  readSealed(bytes, recordLimits.bytes, parsePayload);

/** A payload made here as its sealed bytes and id, by the same rules that a reader applies. */
export const sealPayload = (payload: RecordPayload): Result<SealedRecord, RecordCode> => sealWith(payload, parseRecord);
