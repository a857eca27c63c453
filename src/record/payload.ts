import { isIsoDate } from '../base/calendar';
import { rowLimit } from '../base/limits';
import { z } from '../base/zod';
import { entrySchema } from '../assessment/log';
import { idShape, lineShape, many, nameShape, paragraphShape, sha256Shape } from './shapes';
import { signatureSchema, signerSchema, timeSchema } from './signed-by';

/** The format of records that this code writes. It is 0, and may change, until release 1.0.0. */
export const recordFormat = 'record/0';

/** How much one record may hold. */
export const recordLimits = { entries: 5_000, bytes: 8_000_000, attachments: 40 } as const;

const fileSchema = z.strictObject({
  name: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9 ._()-]{0,119}$/)),
  type: z.string().check(z.regex(/^[a-z]{1,20}\/[a-z0-9.+-]{1,80}$/)),
  size: z.int().check(z.positive()),
  sha256: sha256Shape,
});

/** An answer, or what a derived value or register field comes to. */
const reading = z.union([
  z.string().check(z.maxLength(4000)),
  z.int(),
  many(z.string().check(z.maxLength(200)), rowLimit),
  many(z.strictObject({ name: z.string(), type: z.string(), size: z.int(), sha256: sha256Shape }), 20),
]);
const pair = z.strictObject({ id: nameShape, value: reading });

/**
 * The payload of a record: everything that is printed, and everything that is needed to find it again from the answers.
 * Its canonical JSON is `record.json`; the hash of that is the record's id.
 */
export const recordSchema = z.strictObject({
  format: z.literal(recordFormat),
  kind: z.enum(['record', 'practice']),
  renderer: z.strictObject({ version: z.literal(0), sha256: sha256Shape }),
  app: z.string().check(z.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)),
  partnership: idShape,
  evaluation: idShape,
  revision: z.int().check(z.positive()),
  reference: z.string().check(z.regex(/^E-[0-9A-Z]{5}-[0-9A-Z]{5}$/)),
  replaces: z.optional(sha256Shape),
  language: z.enum(['en', 'cy']),
  title: lineShape,
  policy: z.strictObject({
    id: nameShape,
    version: z.string().check(z.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)),
    sha256: sha256Shape,
  }),
  settings: z.strictObject({ sha256: sha256Shape }),
  signer: signerSchema('officer'),
  signature: signatureSchema,
  time: timeSchema,
  attachments: many(fileSchema, recordLimits.attachments),
  log: many(entrySchema, recordLimits.entries).check(z.minLength(1)),
  result: z.strictObject({
    path: many(nameShape, 500).check(z.minLength(1)),
    outcome: nameShape,
    answers: many(pair, 5000),
    values: many(pair, 5000),
    conditions: many(
      z.strictObject({
        id: nameShape,
        owner: nameShape,
        point: nameShape,
        date: z.optional(z.string().check(z.refine(isIsoDate))),
      }),
      300,
    ),
    unsure: many(nameShape, 500),
    contradictions: many(nameShape, 100),
    register: many(pair, 300),
  }),
  declaration: paragraphShape,
});

export type RecordPayload = z.infer<typeof recordSchema>;
export type RecordFile = z.infer<typeof fileSchema>;
