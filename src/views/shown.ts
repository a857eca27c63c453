import { holds } from '../policy/evaluate';
import { answerWords, inLanguage, present } from '../policy/present';
import type { Shown } from '../policy/schema';
import type { Language } from '../policy/text';
import type { AskedField, Walk } from '../policy/walk';
import { outcomeStrings } from '../strings/outcome';

export interface ShownRow {
  readonly key: string;
  readonly value: string;
}

/** Lines of the policy that have something to show now: labels and what they come to. */
export const shownRows = (walk: Walk, shown: readonly Shown[], language: Language): readonly ShownRow[] =>
  shown.flatMap((one) => {
    if (one.when !== undefined && !holds(walk, one.when)) return [];
    const texts = present(walk, one.from, language);
    return texts.length === 0 ? [] : [{ key: inLanguage(one.label, language), value: texts.join('; ') }];
  });

/** An answer that counts, in words; of several choices only those that `of` names, if it names any. */
export const answeredWords = (
  walk: Walk,
  { field, key }: AskedField,
  language: Language,
  of: readonly string[] = [],
): string => {
  const given = walk.counted.get(key);
  const named = field.kind === 'choices' && Array.isArray(given) ? of.filter((id) => given.includes(id)) : [];
  const answer = named.length > 0 ? named : given;
  const texts = answer === undefined ? [] : answerWords(walk.model, field, answer, language);
  return texts.length === 0 ? outcomeStrings.notAnswered : texts.join('; ');
};
