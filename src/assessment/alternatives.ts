import type { Answer, Key } from '../policy/answer';
import { contradictionsIn } from '../policy/evaluate';
import { type Walk, walk } from '../policy/walk';
import { askedOnPath, type OnPath } from './asked';
import { type Line, lineOf, otherChoices } from './trials';

/** What one answer, changed alone, would lead to. */
export interface Alternative extends OnPath {
  /** Other answers that lead to another outcome at once. */
  readonly others: readonly { readonly answer: Answer; readonly outcome: string }[];
  /** Other answers after which there are questions still to be answered. */
  readonly opens: readonly Answer[];
}

/** The outcome of one answer tried in place of another; nothing where it could not be given, or contradicts the others. */
type Try = (answer: Answer) => { readonly outcome: string | undefined } | undefined;

/** The point nearest to the present one that still comes to the same as `far`, on the way there. */
const nearest = (line: Line, far: number, outcome: string | undefined, tryOut: Try): number => {
  const isSame = (point: number): boolean => {
    const found = tryOut(line.answerAt(point));
    return found !== undefined && found.outcome === outcome;
  };
  let [near, reached] = [line.present, far];
  while (Math.abs(reached - near) > 1) {
    const middle = Math.trunc((near + reached) / 2);
    if (isSame(middle)) reached = middle;
    else near = middle;
  }
  const round = line.rounded(reached);
  return round !== line.present && isSame(round) ? round : reached;
};

/** On each side of the present answer, the nearest one for each outcome that is found at the points. */
const onLine = (line: Line, present: string | undefined, tryOut: Try): readonly Answer[] => {
  const known = new Map<string, number>();
  for (const point of line.points) {
    const found = tryOut(line.answerAt(point));
    if (!found || found.outcome === present) continue;
    const side = `${point < line.present ? '-' : '+'}${found.outcome ?? ''}`;
    const before = known.get(side);
    if (before === undefined || Math.abs(point - line.present) < Math.abs(before - line.present))
      known.set(side, point);
  }
  return [...new Set([...known].map(([side, point]) => nearest(line, point, side.slice(1) || undefined, tryOut)))].map(
    line.answerAt,
  );
};

/** What an answer on the path would lead to if it alone were another; undefined where that makes no difference. */
export const alternativeOf = (
  walked: Walk,
  answers: ReadonlyMap<Key, Answer>,
  place: OnPath,
): Alternative | undefined => {
  const { key } = place.asked;
  const before = new Set(contradictionsIn(walked));
  const tryOut: Try = (answer) => {
    const tried = walk(walked.model, new Map(answers).set(key, answer), walked.today);
    if (tried.counted.get(key) !== answer || contradictionsIn(tried).some((id) => !before.has(id))) return undefined;
    return { outcome: tried.outcome };
  };
  const line = lineOf(walked, place.asked);
  const trials = line ? onLine(line, walked.outcome, tryOut) : otherChoices(walked, place.asked);
  const results = trials.flatMap((answer) => {
    const found = tryOut(answer);
    return found && found.outcome !== walked.outcome ? [{ answer, outcome: found.outcome }] : [];
  });
  if (results.length === 0) return undefined;
  return {
    ...place,
    others: results.flatMap(({ answer, outcome }) => (outcome === undefined ? [] : [{ answer, outcome }])),
    opens: results.flatMap(({ answer, outcome }) => (outcome === undefined ? [answer] : [])),
  };
};

/**
 * Every single answer on the path that would lead elsewhere if it alone were another: of each choice, every option and
 * every tick; of each scale, every level; of amounts, numbers and dates, the nearest at which the outcome turns. One
 * answer is tried at each step, so that a screen can pause between them: a long record takes seconds in all.
 */
export function* whatWouldChange(
  walked: Walk,
  answers: ReadonlyMap<Key, Answer>,
): Generator<{ readonly done: number; readonly of: number; readonly found?: Alternative }, void, undefined> {
  const places = [...askedOnPath(walked).values()];
  for (const [index, place] of places.entries()) {
    const found = alternativeOf(walked, answers, place);
    yield { done: index + 1, of: places.length, ...(found && { found }) };
  }
}
