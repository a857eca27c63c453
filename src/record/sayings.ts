import { askedOnPath, questionOf } from '../assessment/asked';
import { type FileAnswer, partsOfKey } from '../policy/answer';
import { answerWords } from '../policy/present';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';

/** A question that was asked, and what was answered to it. */
export interface Said {
  /** The question, after the name of its row. */
  readonly name: string;
  /** The answer in words; undefined where it was left empty. */
  readonly text: string | undefined;
  /** Two answers are the same where this is. Of files it is their hashes, not their names. */
  readonly is: string | undefined;
  /** Written freely or enclosed, where no two people answer alike; and not chosen or counted. */
  readonly free: boolean;
}

/**
 * Every question that a walk asks, in its order, by a name that is the same in another assessment. The rows that people add
 * have ids of their own in each, so they are known by what they are called, and those called the same by their order.
 */
export const sayingsOf = (walk: Walk, language: Language): ReadonlyMap<string, Said> => {
  const sayings = new Map<string, Said>();
  for (const [key, place] of askedOnPath(walk)) {
    const { field } = place.asked;
    if (field.kind === 'group') continue;
    const answer = walk.counted.get(key);
    const name = questionOf(walk, place, language);
    const text = answer === undefined ? undefined : answerWords(walk.model, field, answer, language).join('; ');
    const hashes = (): string =>
      (answer as readonly FileAnswer[])
        .map(({ sha256 }) => sha256)
        .toSorted()
        .join(' ');
    const { field: id, row } = partsOfKey(key);
    let known = row === undefined ? id : `${id} ${name}`;
    while (sayings.has(known)) known += '+';
    sayings.set(known, {
      name,
      text,
      is: field.kind === 'file' && answer !== undefined ? hashes() : text,
      free: field.kind === 'text' || field.kind === 'file',
    });
  }
  return sayings;
};
