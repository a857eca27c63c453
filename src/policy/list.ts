import { z } from '../base/zod';
import { idSchema } from './expression';
import { textSchema } from './text';

/** A list of the policy: what can be chosen, the rows of something repeated, or the levels of a scale. */
export const listSchema = z.strictObject({
  id: idSchema,
  items: z
    .array(
      z.strictObject({
        id: idSchema,
        label: textSchema,
        hint: z.optional(textSchema),
        /** What to think about: shown on a page that is asked for this item. */
        prompt: z.optional(textSchema),
        /** The number of a level in a scale. */
        score: z.optional(z.int()),
        /** How prominent it is on screen and paper. */
        tone: z.optional(z.enum(['good', 'fair', 'poor', 'bad'])),
      }),
    )
    .check(z.minLength(1), z.maxLength(100)),
});
