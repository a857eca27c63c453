import { isIsoDate, isIsoTime } from '../base/calendar';
import { idPattern } from '../base/ids';
import { isCanonicalText } from '../base/text';
import { z } from '../base/zod';
import { entrySchema } from '../assessment/log';

/** The format of records that this code writes. It is 0, and may change, until release 1.0.0. */
export const recordFormat = 'record/0';

/** How much one record may hold. */
export const recordLimits = { entries: 5_000, bytes: 8_000_000, attachments: 40 } as const;

const id = z.string().check(z.regex(idPattern));
export const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** An id of a policy, or an address made of them. */
export const name = z.string().check(z.regex(/^[a-z0-9][a-z0-9/-]{0,129}$/));
const time = z.string().check(z.refine(isIsoTime));
/** A text of one line, in canonical form. */
export const line = z.string().check(
  z.minLength(1),
  z.maxLength(200),
  z.refine((text) => isCanonicalText(text, false)),
);
export const paragraph = z.string().check(
  z.minLength(1),
  z.maxLength(4000),
  z.refine((text) => isCanonicalText(text, false)),
);
/** A list of so many at most. */
export const many = <Item extends z.core.SomeType>(item: Item, most: number) => z.array(item).check(z.maxLength(most));

const fileSchema = z.strictObject({
  name: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9 ._()-]{0,119}$/)),
  type: z.string().check(z.regex(/^[a-z]{1,20}\/[a-z0-9.+-]{1,80}$/)),
  size: z.int().check(z.positive()),
  sha256,
});

/** An answer, or what a derived value or register field comes to. */
const reading = z.union([
  z.string().check(z.maxLength(4000)),
  z.int(),
  many(z.string().check(z.maxLength(200)), 200),
  many(z.strictObject({ name: z.string(), type: z.string(), size: z.int(), sha256 }), 20),
]);
const pair = z.strictObject({ id: name, value: reading });

/**
 * The payload of a record: everything that is printed, and everything that is needed to find it again from the answers.
 * Its canonical JSON is `record.json`; the hash of that is the record's id.
 */
export const recordSchema = z.strictObject({
  format: z.literal(recordFormat),
  kind: z.enum(['record', 'practice']),
  renderer: z.strictObject({ version: z.literal(0), sha256 }),
  app: z.string().check(z.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)),
  partnership: id,
  evaluation: id,
  revision: z.int().check(z.positive()),
  reference: z.string().check(z.regex(/^E-[0-9A-Z]{5}-[0-9A-Z]{5}$/)),
  replaces: z.optional(sha256),
  language: z.enum(['en', 'cy']),
  title: line,
  policy: z.strictObject({ id: name, version: z.string().check(z.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)), sha256 }),
  settings: z.strictObject({ sha256 }),
  signer: z.strictObject({
    name: line,
    job: line,
    service: line,
    role: z.literal('officer'),
    certificateSha256: sha256,
    keyOrigin: z.enum(['browser', 'pkcs12']),
    identity: z.enum(['self-asserted', 'council-ca']),
  }),
  signature: z.strictObject({ level: z.literal('B-B'), algorithm: z.enum(['ES256', 'RS256']) }),
  time: z.strictObject({ startedAt: time, signedAt: time, clock: z.literal('device') }),
  attachments: many(fileSchema, recordLimits.attachments),
  log: many(entrySchema, recordLimits.entries).check(z.minLength(1)),
  result: z.strictObject({
    path: many(name, 500).check(z.minLength(1)),
    outcome: name,
    answers: many(pair, 5000),
    values: many(pair, 5000),
    conditions: many(
      z.strictObject({ id: name, owner: name, point: name, date: z.optional(z.string().check(z.refine(isIsoDate))) }),
      300,
    ),
    unsure: many(name, 500),
    contradictions: many(name, 100),
    register: many(pair, 300),
  }),
  declaration: paragraph,
});

export type RecordPayload = z.infer<typeof recordSchema>;
export type RecordFile = z.infer<typeof fileSchema>;
