import { addDays } from '../../src/base/calendar';
import { type Assessment, replay } from '../../src/assessment/assessment';
import type { Entry } from '../../src/assessment/log';
import { takeUp, type TakeUp } from '../../src/assessment/take-up';
import type { Answer, Key } from '../../src/policy/answer';
import type { Model } from '../../src/policy/model';
import { type Walk, walk } from '../../src/policy/walk';
import { seeded } from './answers';
import { logOf } from './records';

/** The day on which the earlier records of tests stand. */
export const earlierDay = '2026-11-22';
export const yearLater = addDays(earlierDay, 365);

export const earlierWalk = (model: Model, answers: ReadonlyMap<Key, Answer>): Walk => walk(model, answers, earlierDay);

/** A log that offers what is taken up of an earlier record, and then gives some answers. */
export const logOfTakeUp = (
  model: Model,
  { offers }: TakeUp,
  given: readonly (readonly [Key, Answer])[] = [],
  day = earlierDay,
): readonly Entry[] => {
  const [started] = logOf(model, new Map(), seeded(1), { startedAt: `${day}T09:00:00+00:00` });
  if (started?.kind !== 'started') throw new Error('no beginning');
  const from = 'ab'.repeat(32);
  const stamp = (index: number) => ({
    id: String(index).padStart(26, '0'),
    draft: started.draft,
    author: started.author,
    device: started.device,
    counter: index,
    at: started.at,
  });
  return [
    { ...started, continues: from },
    ...offers.map(({ key, value, gap }, index): Entry => ({
      ...stamp(index + 2),
      kind: 'carried',
      field: key,
      value: value as string,
      from,
      ...(gap && { gap }),
    })),
    ...given.map(([field, value], index): Entry => ({
      ...stamp(index + 2 + offers.length),
      kind: 'answered',
      field,
      value: value as string,
    })),
  ];
};

/** An assessment that takes up an earlier one, with some answers given. */
export const takenUp = (
  model: Model,
  earlier: Walk,
  given: readonly (readonly [Key, Answer])[] = [],
  day = earlierDay,
): Assessment => {
  const assessment = replay(model, logOfTakeUp(model, takeUp(earlier, model), given, day));
  if (!assessment) throw new Error('no assessment');
  return assessment;
};
