import { z } from '../base/zod';
import { conditionSchema, idSchema, operandSchema } from './expression';
import { textSchema } from './text';

/** The first of these that has a value. */
const readings = z.array(operandSchema).check(z.minLength(1), z.maxLength(8));
const shared = { id: idSchema, title: textSchema, when: z.optional(conditionSchema) };
const columns = z.optional(z.array(z.strictObject({ label: textSchema, from: readings })).check(z.maxLength(4)));

/** What many records are seen by together: a day of each, those of which something holds, or sums by something. */
export const overviewSchema = z.strictObject({
  /** Where it holds, a decision that refuses the recommendation takes nothing out: it goes on all the same. */
  evenRefused: z.optional(conditionSchema),
  figures: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ ...shared, kind: z.literal('due'), day: readings, columns }),
        z.strictObject({ ...shared, kind: z.literal('list'), columns }),
        z.strictObject({
          ...shared,
          kind: z.literal('sum'),
          /** What is added up; each record counts as one where this is left out. */
          of: z.optional(readings),
          unit: z.optional(textSchema),
          by: readings,
          /** `by` is a day: it is put together by these. */
          step: z.optional(z.enum(['month', 'quarter'])),
        }),
      ]),
    )
    .check(z.minLength(1), z.maxLength(30)),
});

export type OverviewRule = z.infer<typeof overviewSchema>;
export type FigureRule = OverviewRule['figures'][number];
