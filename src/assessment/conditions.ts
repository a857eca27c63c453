import type { Policy } from '../policy/schema';
import type { Walk } from '../policy/walk';
import type { Answer, Key } from '../policy/answer';
import type { Condition } from '../policy/expression';
import { objectsIn } from '../policy/references';
import { unsureKeys } from '../policy/scope';
import type { OnPath } from './asked';
import { restsOn } from './why';

/**
 * Conditions in the order in which they fall due. Wherever one is told, it is told by its place in this order, counted from
 * 1. Those of a point that the policy does not have come last.
 */
export const inOrder = <Due extends { readonly point: string }>(
  { duePoints }: Policy,
  raised: readonly Due[],
): readonly Due[] => {
  const place = ({ point }: Due): number => {
    const at = duePoints.findIndex(({ id }) => id === point);
    return at < 0 ? duePoints.length : at;
  };
  return raised.toSorted((a, b) => place(a) - place(b));
};

/** The keys of the answers "I'm not sure" that a condition with `names` is about; none for any other condition. */
export const namedBy = (walk: Walk, condition: string): readonly Key[] => {
  const rule = walk.model.conditions.get(condition);
  if (rule?.names !== 'unsure') return [];
  const counts = objectsIn(rule.when).find(({ object }) => object['unsure'] === true)?.object['but'];
  return unsureKeys(walk, Array.isArray(counts) ? (counts as readonly string[]) : []);
};

/** An answer that raises a condition; of several ticks those that it looks for. */
export interface Ground {
  readonly place: OnPath;
  readonly answer: Answer;
}

/** The options of a field that a condition looks for. */
const optionsIn = (condition: Condition, field: string): readonly string[] =>
  objectsIn(condition).flatMap(({ object }) =>
    object['field'] === field && typeof object['includes'] === 'string' ? [object['includes']] : [],
  );

/** As many questions as it is worth to name. */
const mostQuestions = 2;

/**
 * The answers on which a condition rests, to the first two of its questions, in every row; `places` are the fields on the
 * path. None for a condition that names its questions itself.
 */
export const groundsFor = (walk: Walk, places: ReadonlyMap<Key, OnPath>, condition: string): readonly Ground[] => {
  const rule = walk.model.conditions.get(condition);
  if (!rule || rule.names === 'unsure') return [];
  const grounds = restsOn(walk, [rule.when], places).answers.flatMap((place): readonly Ground[] => {
    const { field, key } = place.asked;
    const answer = walk.counted.get(key);
    if (answer === undefined) return [];
    const ticked = optionsIn(rule.when, field.id).filter(
      (id) => Array.isArray(answer) && answer.some((one) => one === id),
    );
    return [{ place, answer: ticked.length > 0 ? ticked : answer }];
  });
  const questions = [...new Set(grounds.map(({ place }) => place.asked.field.id))].slice(0, mostQuestions);
  return grounds.filter(({ place }) => questions.includes(place.asked.field.id));
};
