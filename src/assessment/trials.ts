import { addDays, dayNumber, firstDay, type IsoDate } from '../base/calendar';
import { largestAmount } from '../base/money';
import type { Answer } from '../policy/answer';
import { isDate } from '../policy/arithmetic';
import { read } from '../policy/evaluate';
import { comparisons, type Operand } from '../policy/expression';
import type { OwnOption, SimpleField } from '../policy/field';
import { objectsIn } from '../policy/references';
import type { Policy } from '../policy/schema';
import type { Reading } from '../policy/scope';
import { type AskedField, dateBounds, offeredOptions, type Walk } from '../policy/walk';

/** Ticks with one changed: taken away where it was there, else added; one that excludes others stands alone. */
const toggled = (offered: readonly OwnOption[], ticked: readonly string[], option: OwnOption): readonly string[] => {
  if (ticked.includes(option.id)) return ticked.filter((id) => id !== option.id);
  if (option.exclusive) return [option.id];
  return offered
    .filter(({ id, exclusive }) => id === option.id || (ticked.includes(id) && exclusive !== true))
    .map(({ id }) => id);
};

/** The answers besides the present one that are worth trying where they can be listed: options, ticks, levels. */
export const otherChoices = (walk: Walk, { field, key, row }: AskedField): readonly Answer[] => {
  const present = walk.counted.get(key);
  switch (field.kind) {
    case 'choice':
      return offeredOptions(walk, field, row).flatMap(({ id }) => (id === present ? [] : [id]));
    case 'choices': {
      const ticked = Array.isArray(present) ? (present as readonly string[]) : [];
      const offered = offeredOptions(walk, field, row);
      return offered.map((option) => toggled(offered, ticked, option)).filter((ticks) => ticks.length > 0);
    }
    case 'scale':
      return (walk.model.lists.get(field.levels)?.items ?? []).flatMap(({ score }) =>
        score === undefined || score === present ? [] : [score],
      );
    default:
      return [];
  }
};

/** An amount, a number or a day on a line of whole numbers, to be tried between two ends. */
export interface Line {
  readonly present: number;
  /** Where it is worth trying: the ends, and both sides of what conditions compare it with. */
  readonly points: readonly number[];
  readonly answerAt: (position: number) => Answer;
  /** A round position not nearer to the present one. */
  readonly rounded: (position: number) => number;
}

const compared = new WeakMap<Policy, ReadonlyMap<string, readonly Operand[]>>();

/** What a policy compares its fields with, by field: found once, since the whole file is searched for it. */
const comparisonsIn = (policy: Policy): ReadonlyMap<string, readonly Operand[]> => {
  const known = compared.get(policy);
  if (known) return known;
  const found = new Map<string, Operand[]>();
  for (const { object } of objectsIn(policy)) {
    const { field } = object;
    if (typeof field !== 'string') continue;
    const against = comparisons.flatMap((name) => (name in object ? ([object[name]].flat() as Operand[]) : []));
    found.set(field, [...(found.get(field) ?? []), ...against]);
  }
  compared.set(policy, found);
  return found;
};

/** What the policy compares a field with, as the answers stand. */
const comparedWith = (walk: Walk, field: string, row: string | undefined): readonly Reading[] =>
  (comparisonsIn(walk.model.policy).get(field) ?? []).map((against) => read(walk, against, row));

const line = (
  present: number,
  [low, high]: readonly [number, number],
  cuts: readonly number[],
  answerAt: Line['answerAt'],
  coarse = 1,
): Line => ({
  present,
  points: [...new Set([low, high, ...cuts.flatMap((cut) => [cut - 1, cut, cut + 1])])].filter(
    (point) => point >= low && point <= high && point !== present,
  ),
  answerAt,
  rounded: (position) =>
    Math.min(
      high,
      Math.max(low, (position > present ? Math.ceil(position / coarse) : Math.floor(position / coarse)) * coarse),
    ),
});

/** Dates are tried ten years each way where nothing bounds them. */
const reach = 3653;

const dateLine = (walk: Walk, field: Extract<SimpleField, { kind: 'date' }>, date: IsoDate, row?: string): Line => {
  const origin = dayNumber(firstDay(date));
  const { from, to } = dateBounds(walk, field, row);
  const ends = [
    from === undefined ? origin - reach : dayNumber(firstDay(from)),
    to === undefined ? origin + reach : dayNumber(firstDay(to)),
  ] as const;
  const cuts = comparedWith(walk, field.id, row).flatMap((one) => (isDate(one) ? [dayNumber(firstDay(one))] : []));
  return line(origin, ends, cuts, (position) => addDays(firstDay(date), position - origin));
};

/** The line on which a field's answer lies; undefined for one that is no number or date, or has no answer. */
export const lineOf = (walk: Walk, { field, key, row }: AskedField): Line | undefined => {
  const present = walk.counted.get(key);
  if (field.kind === 'date' && typeof present === 'string') return dateLine(walk, field, present, row);
  if ((field.kind !== 'money' && field.kind !== 'whole') || typeof present !== 'number') return undefined;
  const cuts = comparedWith(walk, field.id, row).flatMap((one) => (typeof one === 'number' ? [one] : []));
  const ends = [field.min ?? 0, field.max ?? largestAmount] as const;
  return line(present, ends, cuts, (position) => position, field.kind === 'money' ? 100 : 1);
};
