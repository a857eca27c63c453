import { rowLimit } from '../base/limits';
import { z } from '../base/zod';
import { type Condition, conditionSchema, idSchema, operandSchema, type Rows, rowsSchema } from './expression';
import { textSchema, wordingSchema } from './text';

/** One answer to choose, or a whole list: the options of a list in the policy or of a list in the settings. */
export const optionSchema = z.union([
  z.strictObject({
    id: idSchema,
    label: textSchema,
    hint: z.optional(textSchema),
    /** Offered only where this holds; an answer that is not offered counts as not answered. */
    when: z.optional(conditionSchema),
    /** The number that `{ "score": field }` reads. */
    score: z.optional(z.int()),
    /** "I'm not sure" and its like. */
    unsure: z.optional(z.literal(true)),
    /** In a list of ticks: excludes all others. */
    exclusive: z.optional(z.literal(true)),
    /** Never offered again from an earlier record, such as "me". */
    fresh: z.optional(z.literal(true)),
    /** The options that mean the same in fields that `askedOnce` groups with this one, where their ids differ. */
    was: z.optional(z.array(idSchema).check(z.minLength(1), z.maxLength(20))),
  }),
  z.strictObject({ from: z.union([z.strictObject({ list: idSchema }), z.strictObject({ setting: idSchema })]) }),
]);

const shared = {
  id: idSchema,
  label: wordingSchema,
  hint: z.optional(wordingSchema),
  /** Asked only where this holds. */
  when: z.optional(conditionSchema),
  /** True unless said otherwise; a condition says where it must be filled. */
  required: z.optional(z.union([z.boolean(), conditionSchema])),
  /** Folded away below the others, for what few have to add. Only where it need not be filled, and not in rows. */
  aside: z.optional(z.literal(true)),
  /** The role that can answer it. */
  ask: z.optional(idSchema),
  /** An earlier answer or a value that is shown to be confirmed. */
  carry: z.optional(operandSchema),
  /** It says which questions are asked, so it is no reason for anything by itself. */
  fork: z.optional(z.literal(true)),
  /** Asked afresh in each assessment: the answer in an earlier record is not offered. */
  fresh: z.optional(z.literal(true)),
};

const options = z.array(optionSchema).check(z.minLength(1), z.maxLength(100));
const day = z.optional(operandSchema);

const simple = [
  z.strictObject({
    ...shared,
    kind: z.literal('choice'),
    options,
    /** A field of ticks, asked before: of the options only those that are ticked there are offered. */
    among: z.optional(idSchema),
  }),
  z.strictObject({ ...shared, kind: z.literal('choices'), options }),
  z.strictObject({
    ...shared,
    kind: z.literal('text'),
    max: z.int().check(z.positive(), z.lte(4000)),
    lines: z.optional(z.boolean()),
    /** It names a person, or says how to reach one: it is withdrawn from drafts after the council's period for names. */
    person: z.optional(z.literal(true)),
  }),
  z.strictObject({ ...shared, kind: z.literal('money'), min: z.optional(z.int()), max: z.optional(z.int()) }),
  z.strictObject({
    ...shared,
    kind: z.literal('whole'),
    min: z.int(),
    max: z.int(),
    unit: z.optional(textSchema),
    /** What one of them is called. */
    one: z.optional(textSchema),
  }),
  z.strictObject({ ...shared, kind: z.literal('date'), precision: z.enum(['day', 'month']), from: day, to: day }),
  z.strictObject({ ...shared, kind: z.literal('scale'), levels: idSchema }),
  z.strictObject({ ...shared, kind: z.literal('file'), most: z.int().check(z.positive(), z.lte(20)) }),
] as const;

export const simpleFieldSchema = z.discriminatedUnion('kind', simple);

/** Fields repeated for each row: the rows that officers add (`min` to `max` of them), or those of `over`. */
const groupSchema = z.strictObject({
  ...shared,
  kind: z.literal('group'),
  over: z.optional(rowsSchema),
  min: z.optional(z.int()),
  max: z.optional(z.int().check(z.lte(rowLimit))),
  /** What one row is called, as in "Add another partner". */
  one: textSchema,
  /** Drawn as a grid: the fields of each column. Those of one column that a row asks stand one below the other. */
  columns: z.optional(
    z.array(z.array(idSchema).check(z.minLength(1), z.maxLength(6))).check(z.minLength(1), z.maxLength(6)),
  ),
  fields: z.array(simpleFieldSchema).check(z.minLength(1), z.maxLength(20)),
});

export const fieldSchema = z.discriminatedUnion('kind', [...simple, groupSchema]);

export type Option = z.infer<typeof optionSchema>;
export type OwnOption = Exclude<Option, { from: unknown }>;
export type Field = z.infer<typeof fieldSchema>;
export type SimpleField = z.infer<typeof simpleFieldSchema>;
export type Group = z.infer<typeof groupSchema>;
export type { Condition, Rows };
