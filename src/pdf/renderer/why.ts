import { questionOf } from '../../assessment/asked';
import { whatElse, whyOutcome } from '../../assessment/why';
import type { Block } from '../document';
import { answered, one, pairs, type Sheet, worded } from './context';
import { words } from './words';

/** The rule that decided, the answers that it rests on, and what holds besides. */
export const why = (sheet: Sheet): readonly Block[] => {
  const { walk, model } = sheet.assessment;
  const found = whyOutcome(walk, sheet.language);
  if (!found) return [];
  const because = one(found.because.join(' '));
  const others = whatElse(walk, found.alsoHold).map((rule) => {
    const outcome = model.outcomes.get(rule.outcome);
    return outcome && rule.outcome !== walk.outcome
      ? words.wouldGive(one(rule.because), worded(sheet, outcome.title))
      : one(rule.because);
  });
  return [
    { kind: 'heading', level: 2, text: words.why },
    ...(because === '' ? [] : [{ kind: 'paragraph', text: because } as const]),
    ...(found.answers.length === 0
      ? [{ kind: 'paragraph', text: words.whyLast } as const]
      : [
          { kind: 'paragraph', text: words.whyAnswers(found.answers.length) } as const,
          ...pairs(
            found.answers.map((place) => ({
              label: one(questionOf(walk, place, sheet.language)),
              value: answered(sheet, place.asked),
            })),
          ),
        ]),
    ...(others.length === 0
      ? []
      : [
          { kind: 'paragraph', text: words.alsoHold } as const,
          { kind: 'list', style: 'bullet', items: others } as const,
        ]),
  ];
};
