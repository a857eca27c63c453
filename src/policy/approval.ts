import { z } from '../base/zod';
import { idSchema, operandSchema } from './expression';
import { wordingSchema } from './text';

const upTo20 = <Item extends z.core.SomeType>(item: Item) => z.array(item).check(z.minLength(1), z.maxLength(20));

/** Who decides on what is assessed, and what must stand by then. */
export const approvalSchema = z.strictObject({
  approver: operandSchema,
  /** Whether whoever signs the record is barred from deciding on it. */
  separation: z.boolean(),
  /** Who may decide, from the lowest level to the highest; those who are called the same are one level. */
  deciders: z.optional(upTo20(wordingSchema)),
  /** Conditions that fall due at these points are met or waived when it is decided. */
  beforeDecision: z.optional(upTo20(idSchema)),
});
