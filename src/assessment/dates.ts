import { compareDates, firstDay, type IsoDate, type IsoMonth, writtenDate } from '../base/calendar';
import { isDate } from '../policy/arithmetic';
import { firstMatch, holds, type Raised, raisedConditions, read } from '../policy/evaluate';
import type { Operand } from '../policy/expression';
import { inLanguage, roleName, words } from '../policy/present';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';

/** Something that falls on a day, or within a month of which no day is known. */
export interface Dated {
  /** The same for the same thing of an assessment, whatever its date or words. */
  readonly id: string;
  readonly date: IsoDate | IsoMonth;
  readonly what: string;
  /** Whose it is, where the policy says. */
  readonly who?: string;
}

/** The day by which those whom the outcome names are told; undefined where the policy fixes none. */
export const tellBy = (walk: Walk): IsoDate | undefined => {
  const outcome = walk.outcome === undefined ? undefined : walk.model.outcomes.get(walk.outcome);
  const row = outcome?.by && firstMatch(walk, outcome.by);
  const date = row && read(walk, row.date);
  return isDate(date) ? firstDay(date) : undefined;
};

const isDay = (walk: Walk, operand: Operand): boolean =>
  typeof operand === 'object' &&
  (('value' in operand && walk.model.values.get(operand.value)?.as === 'date') ||
    ('field' in operand && walk.model.places.get(operand.field)?.field.kind === 'date'));

/** Every date that goes with an outcome, the earliest first: of conditions, of the lines beside it, of telling others. */
export const datesOf = (walk: Walk, language: Language): readonly Dated[] => {
  const { model, outcome: id } = walk;
  const outcome = id === undefined ? undefined : model.outcomes.get(id);
  if (!outcome) return [];
  const told = tellBy(walk);
  const dates = [
    ...(told === undefined ? [] : [{ id: 'tell', date: told, what: words(walk, outcome.tell, language) }]),
    ...model.policy.headlines.flatMap((line): readonly Dated[] => {
      const date = isDay(walk, line.from) && (!line.when || holds(walk, line.when)) ? read(walk, line.from) : undefined;
      return isDate(date) ? [{ id: `line-${line.id}`, date, what: inLanguage(line.label, language) }] : [];
    }),
    ...raisedConditions(walk).flatMap(({ id: rule, date, owner }): readonly Dated[] => {
      const text = model.conditions.get(rule)?.text;
      if (date === undefined || text === undefined) return [];
      return [
        { id: `condition-${rule}`, date, what: words(walk, text, language), who: roleName(walk, owner, language) },
      ];
    }),
  ];
  return dates.toSorted((a, b) => compareDates(a.date, b.date));
};

/** When a condition falls due: its point, and the date where one is known. */
export const dueWords = (walk: Walk, raised: Raised, language: Language): string => {
  const point = walk.model.policy.duePoints.find((one) => one.id === raised.point);
  const label = point ? inLanguage(point.label, language) : raised.point;
  return raised.date === undefined ? label : `${label} (${writtenDate(raised.date)})`;
};
