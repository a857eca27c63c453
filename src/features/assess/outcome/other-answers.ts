import type { OnPath } from '../../../assessment/asked';
import type { Answer } from '../../../policy/answer';
import { answerWords } from '../../../policy/present';
import type { Walk } from '../../../policy/walk';
import { alternativeStrings } from '../../../strings/outcome';

const language = 'en';

/** Other ticks in words: which one is there besides, which is gone, or the one that alone is left. */
const otherTicks = (walk: Walk, { asked }: OnPath, ticks: readonly string[]): string => {
  const present = walk.counted.get(asked.key);
  const before = Array.isArray(present) ? (present as readonly string[]) : [];
  const named = (ids: readonly string[]): string => answerWords(walk.model, asked.field, ids, language).join('; ');
  const added = ticks.filter((id) => !before.includes(id));
  const gone = before.filter((id) => !ticks.includes(id));
  if (added.length > 0)
    return gone.length > 0 || before.length === 0
      ? alternativeStrings.only(named(ticks))
      : alternativeStrings.with(named(added));
  return alternativeStrings.without(named(gone));
};

/** Other answers to a question, each in words. */
export const otherAnswers = (walk: Walk, place: OnPath, answers: readonly Answer[]): readonly string[] =>
  answers.map((answer) =>
    place.asked.field.kind === 'choices'
      ? otherTicks(walk, place, answer as readonly string[])
      : answerWords(walk.model, place.asked.field, answer, language).join('; '),
  );
