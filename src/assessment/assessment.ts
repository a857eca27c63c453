import type { Answer, Key } from '../policy/answer';
import type { Model } from '../policy/model';
import { setAside, type Walk } from '../policy/walk';
import { walkedOnce } from '../policy/walked';
import { answersOf, carriedOf, type Entry, latestAnswers, leftBehind, notesOf, ordered, startedOn } from './log';
import type { Given } from './machine';

/** One person's passage through one policy, as its log tells it. */
export interface Assessment {
  readonly model: Model;
  readonly log: readonly Entry[];
  readonly answers: ReadonlyMap<Key, Answer>;
  /** Answers of an earlier record that nobody has confirmed yet. They do not count. */
  readonly carried: ReadonlyMap<Key, Answer>;
  readonly notes: ReadonlyMap<Key, string>;
  readonly walk: Walk;
  /** Answers that do not count on this path, kept in case they do again. */
  readonly setAside: readonly Key[];
}

/** What a log comes to under a policy and settings. An empty log has no day to stand on, and no assessment. */
export const replay = (model: Model, log: readonly Entry[]): Assessment | undefined => {
  const today = startedOn(log);
  if (today === undefined) return undefined;
  const answers = answersOf(log);
  const walked = walkedOnce(model, answers, today);
  return {
    model,
    log: ordered(log),
    answers,
    carried: carriedOf(log),
    notes: notesOf(log),
    walk: walked,
    setAside: setAside(walked, answers),
  };
};

/** The answers as they would be if all that an earlier record offers were confirmed. */
export const asIfConfirmed = ({ answers, carried }: Assessment): ReadonlyMap<Key, Answer> =>
  carried.size === 0 ? answers : new Map([...carried, ...answers]);

/** What a log gives the machine, in the log's order. */
export const givenIn = (log: readonly Entry[]): readonly Given[] =>
  ordered(log).flatMap((entry, index, all): readonly Given[] => {
    switch (entry.kind) {
      case 'answered':
        return [{ field: entry.field, value: entry.value }];
      case 'cleared':
        return [{ field: entry.field }];
      case 'withdrawn':
        return entry.was === 'answer' ? [{ field: entry.field }] : [];
      case 'started':
      case 'carried':
      case 'noted':
      case 'unnoted':
      case 'outcome-shown':
        return [];
      case 'policy-changed':
        return leftBehind(latestAnswers(all.slice(0, index)), entry).map(([field]) => ({ field }));
    }
  });
