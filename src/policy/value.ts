import { z } from '../base/zod';
import { conditionSchema, idSchema, operandSchema, rowsSchema } from './expression';
import { textSchema } from './text';

const shared = {
  id: idSchema,
  label: z.optional(textSchema),
  /** How it is written: an amount, a date, a number, or the label of an item of `list`. */
  as: z.optional(z.enum(['money', 'date', 'number'])),
  list: z.optional(idSchema),
  /** The value is worked out once for each row. */
  each: z.optional(rowsSchema),
};
const operands = z.array(operandSchema).check(z.minLength(1), z.maxLength(60));
const aggregate = { of: operands, over: z.optional(rowsSchema) };
const period = z.strictObject({
  days: z.optional(operandSchema),
  workingDays: z.optional(operandSchema),
  months: z.optional(operandSchema),
  years: z.optional(operandSchema),
});

/**
 * A derived value. A sum or product with a part that is not answered is itself not answered; the maximum and the
 * earliest leave such parts out. A table's first row whose condition holds gives the value. A band is the one with
 * the highest `from` that the number reaches. A count counts rows, or conditions of a list, that hold.
 */
export const valueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...shared, kind: z.literal('sum'), ...aggregate }),
  z.strictObject({ ...shared, kind: z.literal('product'), ...aggregate }),
  z.strictObject({ ...shared, kind: z.literal('maximum'), ...aggregate }),
  z.strictObject({ ...shared, kind: z.literal('earliest'), ...aggregate }),
  z.strictObject({
    ...shared,
    kind: z.literal('count'),
    over: z.optional(rowsSchema),
    where: z.array(conditionSchema).check(z.minLength(1), z.maxLength(60)),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('band'),
    of: operandSchema,
    bands: z.array(z.strictObject({ from: operandSchema, then: idSchema })).check(z.minLength(1), z.maxLength(20)),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('table'),
    rows: z
      .array(
        z.strictObject({
          when: z.optional(conditionSchema),
          then: operandSchema,
          because: z.optional(textSchema),
        }),
      )
      .check(z.minLength(1), z.maxLength(60)),
  }),
  z.strictObject({ ...shared, kind: z.literal('date'), from: operandSchema, plus: period }),
]);
export type DerivedValue = z.infer<typeof valueSchema>;
