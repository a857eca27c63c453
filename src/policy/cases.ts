import { parseShape, type ShapeCode } from '../base/shape';
import { type Failure, failure, type Result, settle } from '../base/result';
import { z } from '../base/zod';
import { isAnswer, partsOfKey } from './answer';
import { repeated } from './duplicates';
import { idSchema, type Rows } from './expression';
import { type Model, modelOf, optionsOf } from './model';
import { isoDateSchema } from './about';
import type { Policy } from './schema';
import type { Settings } from './settings';

export type CasesCode =
  | ShapeCode
  | 'cases.duplicate-id'
  | 'cases.unknown-settings'
  | 'cases.unknown-field'
  | 'cases.unknown-row'
  | 'cases.unfit-answer'
  | 'cases.unknown-reference';

const address = z.string().check(z.minLength(1), z.maxLength(200));
const file = z.strictObject({ name: z.string(), type: z.string(), size: z.int(), sha256: z.string() });
const answer = z.union([z.string(), z.int(), z.array(z.string()), z.array(file)]);
const sentence = z.string().check(z.minLength(1), z.maxLength(1000));

const caseSchema = z.strictObject({
  id: idSchema,
  title: sentence,
  /** Why a sensible person would agree with what is expected. */
  why: sentence,
  /** The id of the settings that it is worked under. */
  settings: idSchema,
  /** The day on which the assessment begins. */
  today: isoDateSchema,
  answers: z.record(address, answer),
  /** What is left out is not looked at. */
  expect: z.strictObject({
    outcome: idSchema,
    path: z.optional(z.array(address)),
    conditions: z.optional(z.array(idSchema)),
    values: z.optional(z.record(address, answer)),
    /** At most so many, for somebody who knows the answers. */
    minutes: z.optional(z.int()),
  }),
});

/** A worked case: answers, and what they must come to. */
export type WorkedCase = z.infer<typeof caseSchema>;

/** A worked case with the policy and the settings that it is worked under. */
export interface ReadyCase {
  readonly worked: WorkedCase;
  readonly model: Model;
}

type Failures = readonly Failure<CasesCode>[];

/** Whether rows can have one of this id; what an officer adds is called what the case likes. */
const canHaveRow = (model: Model, rows: Rows | undefined, row: string | undefined): boolean => {
  if (rows === undefined || row === undefined) return rows === undefined && row === undefined;
  if ('list' in rows) return model.lists.get(rows.list)?.items.some((item) => item.id === row) ?? false;
  if ('group' in rows) return true;
  const chosen = model.places.get(rows.chosen)?.field;
  return chosen !== undefined && optionsOf(model, chosen).some((option) => option.id === row);
};

/** Answers that no field could take, whatever the others. */
const answerFaults = (model: Model, { answers }: WorkedCase, place: string): Failures =>
  Object.entries(answers).flatMap(([key, given]): Failures => {
    const { field: id, row } = partsOfKey(key);
    const at = `${place}.answers.${key}`;
    const known = model.places.get(id);
    if (!known) return [failure('cases.unknown-field', at, { id })];
    if (!canHaveRow(model, known.field.kind === 'group' ? undefined : known.rows, row))
      return [failure('cases.unknown-row', at, { id, row: row ?? '' })];
    return isAnswer(model, known.field, given)
      ? []
      : [failure('cases.unfit-answer', at, { id, kind: known.field.kind, found: JSON.stringify(given).slice(0, 100) })];
  });

/** Expectations of what the policy does not have. */
const expectationFaults = (model: Model, { expect }: WorkedCase, place: string): Failures => {
  const unknown = (kind: string, id: string, at: string) =>
    failure<CasesCode>('cases.unknown-reference', `${place}.expect.${at}`, { kind, id });
  const pageOf = (step: string): boolean => {
    const { field: page, row } = partsOfKey(step);
    const known = model.pages.get(page);
    return known !== undefined && canHaveRow(model, known.each?.over, row);
  };
  const values = Object.keys(expect.values ?? {});
  return [
    ...(model.outcomes.has(expect.outcome) ? [] : [unknown('outcome', expect.outcome, 'outcome')]),
    ...(expect.path ?? []).flatMap((step, at) => (pageOf(step) ? [] : [unknown('page', step, `path[${at}]`)])),
    ...(expect.conditions ?? []).flatMap((id, at) =>
      model.conditions.has(id) ? [] : [unknown('condition', id, `conditions[${at}]`)],
    ),
    ...values.flatMap((key) => {
      const { field: id, row } = partsOfKey(key);
      const known = model.values.get(id);
      return known && canHaveRow(model, known.each, row) ? [] : [unknown('value', key, `values.${key}`)];
    }),
  ];
};

/**
 * The worked cases of a policy from outside, each with the settings that `settingsOf` finds for the id that it names.
 * An answer may be one that does not count on the path (the run says so), but not one that no field could take.
 */
export const parseCases = (
  policy: Policy,
  settingsOf: (id: string) => Settings | undefined,
  value: unknown,
): Result<readonly ReadyCase[], CasesCode> => {
  const shape = parseShape<readonly WorkedCase[]>(z.array(caseSchema).check(z.maxLength(1000)), value);
  if (!shape.ok) return shape;
  const models = new Map<string, Model | undefined>();
  const modelFor = (id: string): Model | undefined => {
    if (!models.has(id)) {
      const settings = settingsOf(id);
      models.set(id, settings && modelOf(policy, settings));
    }
    return models.get(id);
  };
  const again = new Set(repeated(shape.value));
  const ready: ReadyCase[] = [];
  const failures = shape.value.flatMap((worked, index): Failures => {
    const place = `[${index}]`;
    const model = modelFor(worked.settings);
    if (model) ready.push({ worked, model });
    return [
      ...(again.has(worked) ? [failure<CasesCode>('cases.duplicate-id', `${place}.id`, { id: worked.id })] : []),
      ...(model
        ? [...answerFaults(model, worked, place), ...expectationFaults(model, worked, place)]
        : [failure<CasesCode>('cases.unknown-settings', `${place}.settings`, { id: worked.settings })]),
    ];
  });
  return settle(failures, () => ready);
};
