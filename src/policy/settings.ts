import { z } from '../base/zod';
import { idSchema } from './expression';
import { textSchema } from './text';

/** An item of a setting that is a list. */
export const settingItemSchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  /** Who answers for it, as the head of a service does. */
  contact: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
});
const wholeNumber = z.int();
const words = z.string().check(z.minLength(1), z.maxLength(300));

const shared = { id: idSchema, label: textSchema, hint: z.optional(textSchema) };
const number = {
  ...shared,
  min: wholeNumber,
  max: wholeNumber,
  /** Another setting that this one is never below. */
  notBelow: z.optional(idSchema),
  default: z.optional(wholeNumber),
};

/** A setting that a policy declares: its kind, its range and what holds where a council's file leaves it out. */
export const settingDeclarationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...number, kind: z.literal('money') }),
  z.strictObject({ ...number, kind: z.literal('whole') }),
  z.strictObject({ ...shared, kind: z.literal('text'), default: z.optional(words) }),
  z.strictObject({ ...shared, kind: z.literal('list'), default: z.optional(z.array(settingItemSchema)) }),
  z.strictObject({
    ...shared,
    kind: z.literal('choice'),
    options: z.array(z.strictObject({ id: idSchema, label: textSchema })).check(z.minLength(2)),
    default: z.optional(idSchema),
  }),
]);
export type SettingDeclaration = z.infer<typeof settingDeclarationSchema>;

/** Kinds of file that no PDF reader blocks: no programs, scripts, archives or documents with macros. */
export const evidenceTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'text/plain',
  'text/csv',
  'message/rfc822',
  ...['wordprocessingml.document', 'spreadsheetml.sheet', 'presentationml.presentation'].map(
    (kind) => `application/vnd.openxmlformats-officedocument.${kind}`,
  ),
  ...['text', 'spreadsheet', 'presentation'].map((kind) => `application/vnd.oasis.opendocument.${kind}`),
];

/** The settings of the app itself, the same for every policy. */
const appSchema = z.strictObject({
  council: words,
  /** What the service is called, beside the council's name. */
  service: words,
  /** Where records are sent, for the officer to copy. */
  registerEmail: z.optional(z.string().check(z.regex(/^[^\s@<>"]{1,100}@[^\s@<>"]{1,100}$/))),
  brandColour: z.optional(z.string().check(z.regex(/^#[0-9a-f]{6}$/))),
  /** A path on the app's own origin that passes RFC 3161 requests on to a timestamp authority. */
  timestampPath: z.optional(z.string().check(z.regex(/^(?:\/[A-Za-z0-9_-]{1,60}){1,8}$/))),
  evidence: z.optional(
    z.strictObject({
      types: z.array(z.enum(evidenceTypes)).check(z.maxLength(20)),
      bytesEach: wholeNumber.check(z.positive()),
      bytesAll: wholeNumber.check(z.positive()),
    }),
  ),
  retentionMonths: z.optional(
    z.strictObject({
      drafts: z.optional(wholeNumber.check(z.positive())),
      records: z.optional(wholeNumber.check(z.positive())),
      names: z.optional(wholeNumber.check(z.positive())),
    }),
  ),
});

/** The format of settings files that this code reads. It is 0, and may change, until release 1.0.0. */
export const settingsFormat = 'settings/0';

/** A council's settings: the app's block, and a value for each setting that its policies declare. */
export const settingsSchema = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(settingsFormat),
  id: idSchema,
  /** An invented council, said on every page and in every record. */
  example: z.boolean(),
  app: appSchema,
  values: z.record(idSchema, z.union([wholeNumber, words, z.array(settingItemSchema).check(z.maxLength(200))])),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingItem = z.infer<typeof settingItemSchema>;
