import { isIsoDate } from '../base/calendar';
import { z } from '../base/zod';
import { textSchema } from './text';

/** A day of the calendar, as `2026-11-22`. */
export const isoDateSchema = z.string().check(z.refine(isIsoDate));

/** Where a policy comes from, who answers for it, and how long it is valid. */
export const aboutSchema = z.strictObject({
  adoptedBy: z.optional(textSchema),
  adoptedOn: z.optional(isoDateSchema),
  minute: z.optional(textSchema),
  validFrom: isoDateSchema,
  validTo: z.optional(isoDateSchema),
  owner: textSchema,
  checkedBy: z.optional(textSchema),
  checkedOn: z.optional(isoDateSchema),
  /** What the equality impact assessment of the policy itself found, or that there is none yet, and its day. */
  equality: z.optional(z.strictObject({ text: textSchema, on: z.optional(isoDateSchema) })),
  /** What the questions are and are not, said on the first page and in the record. */
  origin: textSchema,
});
