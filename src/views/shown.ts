import { answerWords } from '../policy/present';
import type { Shown } from '../policy/schema';
import { shownLines } from '../policy/shown';
import type { Language } from '../policy/text';
import type { AskedField, Walk } from '../policy/walk';
import { outcomeStrings } from '../strings/outcome';

export interface ShownRow {
  readonly key: string;
  readonly value: string;
}

/** Lines of the policy that have something to show now: labels and what they come to. */
export const shownRows = (walk: Walk, shown: readonly Shown[], language: Language): readonly ShownRow[] =>
  shownLines(walk, shown, language).map(({ label, texts }) => ({ key: label, value: texts.join('; ') }));

/** An answer that counts, in words. */
export const answeredWords = (walk: Walk, { field, key }: AskedField, language: Language): string => {
  const answer = walk.counted.get(key);
  const texts = answer === undefined ? [] : answerWords(walk.model, field, answer, language);
  return texts.length === 0 ? outcomeStrings.notAnswered : texts.join('; ');
};
