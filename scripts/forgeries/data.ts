import { canonical, type Json } from '../../src/base/canonical';
import type { RecordPayload } from '../../src/record/payload';
import { attachmentsOf, loose, loosePayload } from '../../tests/verify/forge';
import { recordOf } from '../../tests/verify/made';
import type { Bytes } from './forgery';
import type { Line } from './line';

/** A payload of which nothing is certain. */
export type Loosely = Record<string, Json>;
export const bytes = async (made: Promise<Uint8Array>): Promise<Bytes> => new Uint8Array(await made);

/** Any JSON whatever as the data, beside honest files and pages that say something else. */
const data = (json: string): Promise<Bytes> => bytes(loosePayload(json));
const text = (): string => canonical(recordOf().payload);
/** The data of a record changed anyhow, beside pages that say nothing. */
export const edited = (change: (payload: Loosely) => void, record = recordOf()): Promise<Bytes> => {
  const payload = structuredClone(record.payload) as unknown as Loosely;
  change(payload);
  return bytes(loosePayload(payload, record));
};

export const notOneForm: readonly Line[] = [
  [
    'keys in another order',
    'data: record.not-canonical',
    () => data(JSON.stringify(Object.fromEntries(Object.entries(recordOf().payload).reverse()))),
  ],
  ['a space between tokens', 'data: record.not-canonical', () => data(text().replace('{"app":', '{ "app":'))],
  [
    'a letter written with an escape',
    'data: record.not-canonical',
    () => data(text().replace('"record/0"', '"record\\/0"')),
  ],
  [
    'a number written otherwise',
    'data: record.not-canonical',
    () => data(text().replace('"revision":1', '"revision":1.0')),
  ],
  ['a doubled key', 'data: json.doubled-key', () => data(text().replace('{"app":', '{"app":"9.9.9","app":'))],
  [
    'a key hidden from JavaScript',
    'data: shape.forbidden-key',
    () => data(text().replace(/}$/, ',"__proto__":{"outcome":"refuse"}}')),
  ],
  ['no JSON', 'data: json.syntax', () => data('{"format":')],
  ['more data behind the data', 'data: json.syntax', () => data(`${text()}{}`)],
  [
    'bytes that are no UTF-8',
    'data: json.not-utf8',
    () => bytes(loose(attachmentsOf(recordOf(), { 'record.json': new Uint8Array([0x7b, 0xff, 0x7d]) }))),
  ],
  ['100,000 levels', 'data: json.too-deep', () => data('['.repeat(100_000) + ']'.repeat(100_000))],
];

export const notOurShape: readonly Line[] = [
  [
    'an outcome that no page prints',
    'data: shape.unknown-key',
    () => edited((payload) => void (payload.outcome = 'refuse')),
  ],
  ['a key that is missing', 'data: shape.missing', () => edited((payload) => void delete payload.declaration)],
  ['the kind of another document', 'data: shape.choice', () => edited((payload) => void (payload.kind = 'decision'))],
  ['a format that is none', 'data: record.format', () => edited((payload) => void (payload.format = 'decision/0'))],
  ['half a character', 'data: shape.format', () => data(text().replace('"job":"', '"job":"\\ud800'))],
  ['a number no one can write', 'data: shape.kind', () => data(text().replace('"revision":1', '"revision":1e-7'))],
  ['a number in place of a text', 'data: shape.kind', () => edited((payload) => void (payload.title = 7))],
  [
    'a day that is none',
    'data: shape.format',
    () => data(text().replace('"signedAt":"2026-11-22', '"signedAt":"2026-02-31')),
  ],
  [
    'markup in the time',
    'data: shape.format',
    () => data(text().replace(/"signedAt":"[^"]*/, '$&</xmp:CreateDate><dc:title>APPROVED')),
  ],
  [
    'objects of a PDF in the time',
    'data: shape.format',
    () => data(text().replace(/"signedAt":"[^"]*/, '$&\\nendstream\\nendobj\\n4 0 obj')),
  ],
  [
    'several answers in place of one',
    'data: shape.form',
    () =>
      edited((payload) => {
        const { answers } = payload.result as unknown as { readonly answers: { value: Json }[] };
        const one = answers.find(({ value }) => typeof value === 'string');
        if (one) one.value = [['Yes', 'No', 'Refused']];
      }),
  ],
  [
    '5,001 answers',
    'data: shape.size',
    () =>
      edited((payload) => {
        const { log } = payload as unknown as RecordPayload;
        const [, entry] = log;
        payload.log = Array.from({ length: 5001 }, () => entry as unknown as Json);
      }),
  ],
  [
    'more data than any record has',
    'enclosed: verify.attachment-inflate',
    () => edited((payload) => void (payload.declaration = 'a '.repeat(4_000_000))),
  ],
];

export const doesNotHold: readonly Line[] = [
  [
    'signed before it began',
    'data: record.time',
    () => edited((payload) => void ((payload.time as Loosely).signedAt = '2026-11-22T08:59:59+00:00')),
  ],
  [
    'a timestamp said and none asked for',
    'data: record.signed-by',
    () => edited((payload) => void ((payload.signature as Loosely).level = 'B-T')),
  ],
  [
    'another reference than the evaluation’s',
    'data: record.reference',
    () => edited((payload) => void (payload.reference = 'E-11111-11111')),
  ],
  [
    'answers in another order',
    'data: record.log-order',
    () => edited((payload) => void (payload.log as Json[]).push((payload.log as Json[]).splice(1, 1)[0] ?? '')),
  ],
  [
    'a beginning at another time',
    'data: record.log-start',
    () => edited((payload) => void ((payload.time as Loosely).startedAt = '2026-11-22T08:00:00+00:00')),
  ],
  [
    'an answer of another assessment',
    'data: record.log-draft',
    () => edited((payload) => void Object.assign((payload.log as Loosely[])[1] ?? {}, { draft: `${'0'.repeat(25)}8` })),
  ],
  [
    'a policy that is not listed',
    'data: record.attachments',
    () => edited((payload) => void (payload.attachments as Json[]).shift()),
  ],
  [
    'a file listed twice',
    'data: record.attachments',
    () => edited((payload) => void (payload.attachments as Json[]).push((payload.attachments as Json[])[0] ?? '')),
  ],
];

export const later: readonly Line[] = [
  ['a later format', '', () => edited((payload) => void (payload.format = 'record/1'))],
  ['a much later format', '', () => edited((payload) => void (payload.format = 'record/9999'))],
  ['a later renderer', '', () => edited((payload) => void (payload.renderer = { version: 1, sha256: '0'.repeat(64) }))],
  ['other fonts', '', () => edited((payload) => void (payload.renderer = { version: 0, sha256: '0'.repeat(64) }))],
];
