import type { Answer, FileAnswer, Key } from '../src/policy/answer';
import type { Model } from '../src/policy/model';
import { walk } from '../src/policy/walk';
import { bytesOf, optionalAnswers, randomAnswers, seeded } from '../tests/support/answers';
import type { KnownPolicy } from '../tests/support/policies';

/** When samples are begun: a day on which the worked cases hold. */
export const startedAt = '2026-11-22T09:00:00+00:00';

const today = startedAt.slice(0, 10);

const outcomeOf = (model: Model, answers: ReadonlyMap<Key, Answer>): string | undefined =>
  walk(model, answers, today).outcome;

/** Fills what an officer may leave empty, as far as that leads to the same outcome. */
const filled = (model: Model, answers: ReadonlyMap<Key, Answer>, seed: number): ReadonlyMap<Key, Answer> => {
  const outcome = outcomeOf(model, answers);
  const whole = new Map(answers);
  for (const [key, answer] of optionalAnswers(model, answers, seeded(seed), today)) {
    whole.set(key, answer);
    if (outcomeOf(model, whole) !== outcome) whole.delete(key);
  }
  return whole;
};

/** Answers that reach each outcome: those of a worked case, or else the first of some random ones that do. */
export const answersByOutcome = ({ model, cases }: KnownPolicy): ReadonlyMap<string, ReadonlyMap<Key, Answer>> => {
  const found = new Map<string, ReadonlyMap<Key, Answer>>();
  const take = (answers: ReadonlyMap<Key, Answer>, seed: number): void => {
    const outcome = outcomeOf(model, answers);
    if (outcome !== undefined && !found.has(outcome)) found.set(outcome, filled(model, answers, seed));
  };
  cases.forEach((one, index) => take(new Map(Object.entries(one.answers)), index + 1));
  for (let seed = 1; seed <= 2000 && found.size < model.policy.outcomes.length; seed++)
    take(randomAnswers(model, seeded(seed), { today, optional: 'filled' }), seed);
  return found;
};

/** The files that answers name, with the bytes that they were made of. */
export const evidenceOf = (model: Model, answers: ReadonlyMap<Key, Answer>) => {
  const files = [...answers].flatMap(([key, answer]) =>
    model.places.get(key.split('/')[0] ?? key)?.field.kind === 'file' ? (answer as readonly FileAnswer[]) : [],
  );
  return [...new Map(files.map((file) => [file.sha256, file])).values()].map((file, index) => ({
    file: { ...file, name: `evidence-${index + 1}.pdf` },
    bytes: bytesOf(file),
  }));
};
