import { questionOf } from '../../assessment/asked';
import { whyOutcome } from '../../assessment/why';
import type { Block } from '../document';
import { answered, one, pairs, type Sheet, worded } from './context';
import { words } from './words';

/** The rule that decided, the answers that it rests on, and what would decide if these were settled. */
export const why = (sheet: Sheet): readonly Block[] => {
  const { walk, model } = sheet.assessment;
  const found = whyOutcome(walk, sheet.language);
  if (!found) return [];
  const because = one(found.because.join(' '));
  const [next] = found.alsoHold;
  const leadsTo = next && next.outcome !== walk.outcome ? model.outcomes.get(next.outcome) : undefined;
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
    ...(next && leadsTo
      ? [
          {
            kind: 'paragraph',
            text: `${words.alsoHold} ${words.wouldGive(one(next.because), worded(sheet, leadsTo.title))}`,
          } as const,
        ]
      : []),
  ];
};
