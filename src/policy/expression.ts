import { z } from '../base/zod';

/** Ids of everything that a policy names: lower-case words joined by hyphens. No meaning is ever read from an id. */
export const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
export const idSchema = z.string().check(z.regex(idPattern), z.maxLength(64));

/** What stands for itself. */
export const literalSchema = z.union([z.int(), z.string().check(z.minLength(1), z.maxLength(200))]);
export type Literal = number | string;

/**
 * Something that has a value: an answer, a derived value, a council's setting, the score of a chosen option, the number
 * of conditions raised that fall due at given points, the number of answers "I'm not sure" (`but` those of some fields),
 * the day the assessment began, the outcome, or a literal. `row` picks one row where a field or value is repeated. `else`
 * stands in for "not answered".
 */
export type Operand =
  | Literal
  | { readonly field: string; readonly row?: string | undefined; readonly else?: Literal | undefined }
  | { readonly value: string; readonly row?: string | undefined; readonly else?: Literal | undefined }
  | { readonly setting: string; readonly else?: Literal | undefined }
  | { readonly score: string; readonly row?: string | undefined; readonly else?: Literal | undefined }
  | { readonly contact: string }
  | { readonly raised: readonly string[] }
  | { readonly unsure: true; readonly but?: readonly string[] | undefined }
  | { readonly today: true }
  | { readonly outcome: true };

const subjects = {
  field: { field: idSchema, row: z.optional(idSchema), else: z.optional(literalSchema) },
  value: { value: idSchema, row: z.optional(idSchema), else: z.optional(literalSchema) },
  setting: { setting: idSchema, else: z.optional(literalSchema) },
  score: { score: idSchema, row: z.optional(idSchema), else: z.optional(literalSchema) },
  contact: { contact: idSchema },
  raised: { raised: z.array(idSchema).check(z.minLength(1), z.maxLength(20)) },
  unsure: { unsure: z.literal(true), but: z.optional(z.array(idSchema).check(z.minLength(1), z.maxLength(60))) },
  today: { today: z.literal(true) },
  outcome: { outcome: z.literal(true) },
} as const;

export const operandSchema: z.ZodMiniType<Operand> = z.union([
  literalSchema,
  ...(Object.values(subjects).map((shape) => z.strictObject(shape)) as unknown as z.ZodMiniType<Operand>[]),
]);

/** What compares: equality, membership, order of numbers, order of dates. */
export const comparisons = ['is', 'oneOf', 'includes', 'atLeast', 'atMost', 'before', 'after'] as const;
export type Comparison = (typeof comparisons)[number];

type Subject = Exclude<Operand, Literal>;
type Compared<Name extends Comparison> = {
  readonly [Key in Name]: Name extends 'oneOf' ? readonly Literal[] : Operand;
};

/** A condition: a comparison, whether something is answered, or conditions joined. With "not answered" every comparison is false. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly answered: Subject }
  | (Subject & { [Name in Comparison]: Compared<Name> }[Comparison]);

const joined = z.lazy(() => z.array(conditionSchema).check(z.minLength(1), z.maxLength(60)));

export const conditionSchema: z.ZodMiniType<Condition> = z.lazy(
  () =>
    z.union([
      z.strictObject({ all: joined }),
      z.strictObject({ any: joined }),
      z.strictObject({ not: conditionSchema }),
      z.strictObject({ answered: operandSchema }),
      ...Object.values(subjects).flatMap((shape) =>
        comparisons.map((name) =>
          z.strictObject({
            ...shape,
            [name]: name === 'oneOf' ? z.array(literalSchema).check(z.minLength(1), z.maxLength(60)) : operandSchema,
          }),
        ),
      ),
    ]) as unknown as z.ZodMiniType<Condition>,
);

/** Where the rows of something repeated come from: a list of the policy, an officer's own rows, or the options ticked. */
export const rowsSchema = z.union([
  z.strictObject({ list: idSchema }),
  z.strictObject({ group: idSchema }),
  z.strictObject({ chosen: idSchema }),
]);
export type Rows = z.infer<typeof rowsSchema>;

type Joined = Extract<Condition, { all: unknown } | { any: unknown } | { not: unknown } | { answered: unknown }>;

/** The parts of a condition that compares: what is compared, how, and with what (literals for `oneOf`, else an operand). */
export const comparisonOf = (
  condition: Exclude<Condition, Joined>,
): { readonly subject: Subject; readonly name: Comparison; readonly against: Operand | readonly Literal[] } => {
  for (const name of comparisons)
    if (name in condition) {
      const { [name]: against, ...subject } = condition as Subject & Record<Comparison, Operand | readonly Literal[]>;
      return { subject, name, against };
    }
  throw new Error('a condition that compares nothing');
};
