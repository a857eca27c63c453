import type { IsoDate } from '../base/calendar';
import type { Answer, Key } from './answer';
import type { Model } from './model';
import { type Walk, walk } from './walk';

type Answers = ReadonlyMap<Key, Answer>;

/** So many walks are remembered of each model: what is in the log, what a form would make of it, and what was before. */
const remembered = 4;

const walks = new WeakMap<Model, { readonly answers: Answers; readonly walked: Walk }[]>();

/** Answers that are texts, numbers or lists of ids; files are compared by what holds them. */
const isSame = (one: Answer, other: Answer | undefined): boolean =>
  one === other ||
  (Array.isArray(one) &&
    Array.isArray(other) &&
    one.length === other.length &&
    one.every((item, index) => item === other[index]));

const areSame = (some: Answers, others: Answers): boolean =>
  some === others || (some.size === others.size && [...some].every(([key, answer]) => isSame(answer, others.get(key))));

/**
 * The walk of some answers, walked once however many ask: the machine, the log's reading and the form of a page all
 * stand on the same answers, and each would else walk the whole policy at every press. What was worked out in a walk is
 * remembered with it. The answers must not be changed afterwards.
 */
export const walkedOnce = (model: Model, answers: Answers, today: IsoDate): Walk => {
  const known = walks.get(model) ?? [];
  const found = known.find((one) => one.walked.today === today && areSame(one.answers, answers));
  if (found) return found.walked;
  const walked = walk(model, answers, today);
  walks.set(model, [{ answers, walked }, ...known.slice(0, remembered - 1)]);
  return walked;
};
