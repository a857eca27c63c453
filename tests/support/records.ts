import { type IsoTime, secondsOf, timeOf } from '../../src/base/calendar';
import { newId, type Randomness } from '../../src/base/ids';
import type { Entry } from '../../src/assessment/log';
import type { Answer, Key } from '../../src/policy/answer';
import type { Model } from '../../src/policy/model';
import { sealedForm } from '../../src/policy/parse';
import { addressOf, walk } from '../../src/policy/walk';
import { type Choose } from './answers';

/** Randomness from a source of choices, so that a seed gives the same ids. */
export const randomnessOf =
  (choose: Choose): Randomness =>
  (length) =>
    Uint8Array.from({ length }, () => choose(256));

export interface LogOptions {
  readonly startedAt?: IsoTime;
  /** Notes on every page. */
  readonly notes?: boolean;
  /** How many answers are given first as something else, then changed. */
  readonly changed?: number;
}

/** Another answer to the same field, for an officer who changes their mind; undefined where none is at hand. */
const otherAnswer = (model: Model, key: Key, answer: Answer): Answer | undefined => {
  const field = model.places.get(key.split('/')[0] ?? key)?.field;
  if (field?.kind === 'text' && typeof answer === 'string') return 'A first thought';
  if (field?.kind === 'money' && typeof answer === 'number') return answer === 100 ? 200 : 100;
  if (field?.kind === 'scale' && typeof answer === 'number') return answer === 1 ? 2 : 1;
  return undefined;
};

/** A log that gives some answers in the order of their pages, a minute apart, as an officer would. */
export const logOf = (
  model: Model,
  answers: ReadonlyMap<Key, Answer>,
  choose: Choose,
  { startedAt = '2026-11-22T09:00:00+00:00', notes = false, changed = 0 }: LogOptions = {},
): readonly Entry[] => {
  const random = randomnessOf(choose);
  const [draft, author] = [newId(random), newId(random)];
  const log: Entry[] = [];
  const stamp = () => ({
    id: newId(random),
    draft,
    author,
    device: author,
    counter: log.length + 1,
    at: timeOf(secondsOf(startedAt) + log.length * 60),
  });
  const pins = { policy: sealedForm(model.policy).sha256, settings: sealedForm(model.settings).sha256 };
  log.push({ ...stamp(), at: startedAt, kind: 'started', language: 'en', ...pins });
  const walked = walk(model, answers, startedAt.slice(0, 10));
  let toChange = changed;
  for (const [field, value] of answers) {
    const other = toChange > 0 ? otherAnswer(model, field, value) : undefined;
    if (other === undefined) log.push({ ...stamp(), kind: 'answered', field, value: value as string });
    else {
      toChange--;
      const first: Entry = { ...stamp(), kind: 'answered', field, value: other as string };
      log.push(first);
      log.push({ ...stamp(), kind: 'answered', field, value: value as string, replaces: first.id });
    }
  }
  if (notes)
    for (const step of walked.path)
      log.push({
        ...stamp(),
        kind: 'noted',
        field: addressOf(step),
        value: 'Checked with Finance.\nThe figures are those of the March report – “draft 2”.',
      });
  if (walked.outcome !== undefined) log.push({ ...stamp(), kind: 'outcome-shown', outcome: walked.outcome });
  return log;
};
