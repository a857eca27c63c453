import type { Failure } from '../../../base/result';
import { failure, succeed } from '../../../base/result';
import type { Assessment } from '../../../assessment/assessment';
import { type Answer, isAnswer, type Key, partsOfKey } from '../../../policy/answer';
import { read } from '../../../policy/evaluate';
import type { Model } from '../../../policy/model';
import { type AskedField, addressOf, askedFields, flatFields, type Step, type Walk } from '../../../policy/walk';
import { walkedOnce } from '../../../policy/walked';
import { type FieldCode, isEmpty, parseRaw, type Raw, rawOf } from './raw';

/** What a form holds, by the key of each field. A field that nobody has touched is not in it. */
export type RawValues = ReadonlyMap<Key, Raw>;

/** The answers as they would be with what the form holds now, as far as that can be read. */
const withRaw = (model: Model, answers: ReadonlyMap<Key, Answer>, raws: RawValues): ReadonlyMap<Key, Answer> => {
  const together = new Map(answers);
  for (const [key, raw] of raws) {
    const field = model.places.get(key.split('/')[0] ?? key)?.field;
    const parsed = field && parseRaw(field, raw, key);
    if (!field || !parsed?.ok) together.delete(key);
    else if (parsed.value === undefined) together.delete(key);
    else if (isAnswer(model, field, parsed.value)) together.set(key, parsed.value);
  }
  return together;
};

/** The page as it asks with what the form holds now: fields come and go as others are filled in. */
export interface LivePage {
  readonly walk: Walk;
  readonly asked: readonly AskedField[];
}

/** A way of walking: as far as the answers lead, or further. */
export type WalkOn = typeof walkedOnce;

export const livePage = (
  before: Walk,
  answers: ReadonlyMap<Key, Answer>,
  step: Step,
  raws: RawValues,
  walkOn: WalkOn = walkedOnce,
): LivePage => {
  const walked = walkOn(before.model, withRaw(before.model, answers, raws), before.today);
  return { walk: walked, asked: askedFields(walked, step) };
};

/** A field that a page asks, read from the form. */
export interface Reading {
  readonly asked: AskedField;
  readonly value: Answer | undefined;
}

/** What a field takes over from an earlier answer, to be confirmed by continuing. */
export const carried = (walked: Walk, { field, row }: AskedField): Answer | undefined => {
  const reading = field.carry === undefined ? undefined : read(walked, field.carry, row);
  return reading !== undefined && isAnswer(walked.model, field, reading) ? reading : undefined;
};

/** The answers of an earlier record that wait on a page, as its form shows them. */
export const offeredRaws = ({ model, carried: waiting }: Assessment, isHere: (key: Key) => boolean): RawValues =>
  new Map(
    [...waiting].flatMap(([key, value]) => {
      const field = isHere(key) ? model.places.get(partsOfKey(key).field)?.field : undefined;
      return field ? [[key, rawOf(field, value)] as const] : [];
    }),
  );

/** The rows of their own that an officer added and left blank, as far as a group can do without them: the last first. */
const blankRows = (
  { field, required, rows }: AskedField,
  isBlank: (asked: AskedField) => boolean,
): readonly string[] => {
  if (field.kind !== 'group' || field.over !== undefined) return [];
  const spare = rows.length - (required ? (field.min ?? 1) : 0);
  const blank = rows.filter((row) => row.fields.every(isBlank)).map(({ id }) => id);
  return spare <= 0 ? [] : blank.slice(-spare);
};

/** The rows of a group but for some; not answered where none is left. Any other answer as it is. */
const withoutRows = (answer: Answer, some: readonly string[] = []): Answer | undefined => {
  if (some.length === 0) return answer;
  const rows = (answer as readonly string[]).filter((id) => !some.includes(id));
  return rows.length === 0 ? undefined : rows;
};

/** Reads a whole page: the answers of every field that it asks, or what is wrong with each. */
export const readPage = (
  page: LivePage,
  raws: RawValues,
): { readonly readings: readonly Reading[]; readonly failures: readonly Failure<FieldCode>[] } => {
  const readings: Reading[] = [];
  const failures: Failure<FieldCode>[] = [];
  const isBlank = (asked: AskedField): boolean => {
    const raw = raws.get(asked.key);
    return raw === undefined
      ? !page.walk.counted.has(asked.key) && carried(page.walk, asked) === undefined
      : isEmpty(raw);
  };
  const all = flatFields(page.asked);
  const left = new Map(all.map((asked) => [asked.field.id, blankRows(asked, isBlank)]));
  for (const asked of all) {
    const { field, key, required, row } = asked;
    const group = page.walk.model.places.get(field.id)?.group;
    if (row !== undefined && group && left.get(group.id)?.includes(row)) continue;
    if (field.kind === 'group' && field.over !== undefined) continue;
    const raw = raws.get(key);
    const parsed =
      raw === undefined ? succeed(page.walk.counted.get(key) ?? carried(page.walk, asked)) : parseRaw(field, raw, key);
    if (!parsed.ok) failures.push(...parsed.failures);
    else if (parsed.value !== undefined && raw !== undefined && !page.walk.counted.has(key))
      failures.push(failure(field.kind === 'date' ? 'field.date-range' : 'field.not-offered', key));
    else if (parsed.value !== undefined) readings.push({ asked, value: withoutRows(parsed.value, left.get(field.id)) });
    else if (field.kind === 'group' && required)
      failures.push(failure('field.too-few', key, { least: field.min ?? 1 }));
    else if (required) failures.push(failure('field.empty', key, { kind: field.kind }));
    else readings.push({ asked, value: undefined });
  }
  return { readings, failures };
};

/** Where a page leads: the next address, or undefined at the outcome or where the answers stop. */
export const addressAfter = (walked: Walk, address: string): string | undefined => {
  const at = walked.path.findIndex((step) => addressOf(step) === address);
  const next = at < 0 ? undefined : walked.path[at + 1];
  return next && addressOf(next);
};
