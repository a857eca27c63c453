import { z } from '../base/zod';
import { type Condition, conditionSchema } from './expression';

/** Languages that a policy's texts can be in, as ISO 639-1 codes. English is always there. */
export const languages = ['en', 'cy'] as const;
export type Language = (typeof languages)[number];

const sentence = z.string().check(z.minLength(1), z.maxLength(4000));

/** A text for people, one for each language of the policy. `{id}` stands for a setting, a field or a derived value. */
export const textSchema = z.strictObject({ en: sentence, cy: z.optional(sentence) });
export type Text = z.infer<typeof textSchema>;

/** A text, or a first-match table of texts: the first row whose condition holds, the last row without one. */
export const wordingSchema = z.union([
  textSchema,
  z
    .array(z.strictObject({ when: z.optional(conditionSchema), text: textSchema }))
    .check(z.minLength(1), z.maxLength(40)),
]);
export type Wording = Text | readonly { readonly when?: Condition | undefined; readonly text: Text }[];

const items = z.array(textSchema).check(z.minLength(1), z.maxLength(60));

/** A longer text in blocks: never HTML, never Markdown. */
export const blocksSchema = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('paragraph'), text: textSchema }),
      z.strictObject({ kind: z.literal('heading'), text: textSchema }),
      z.strictObject({ kind: z.literal('list'), items }),
      z.strictObject({ kind: z.literal('steps'), items }),
      /** Things to tick off on paper; the app keeps no ticks. */
      z.strictObject({ kind: z.literal('checklist'), items }),
      z.strictObject({
        kind: z.literal('link'),
        text: textSchema,
        href: z.string().check(z.regex(/^https:\/\/[^\s"'<>]{1,500}$/)),
      }),
    ]),
  )
  .check(z.minLength(1), z.maxLength(60));
export type Blocks = z.infer<typeof blocksSchema>;
