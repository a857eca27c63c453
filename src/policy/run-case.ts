import { type Failure, failure } from '../base/result';
import { type Key, partsOfKey } from './answer';
import type { ReadyCase } from './cases';
import { raisedConditions, read } from './evaluate';
import type { Policy } from './schema';
import type { Reading } from './scope';
import { minutesOf } from './effort';
import { addressOf, setAside, walk } from './walk';

export type CaseCode =
  | 'cases.outcome'
  | 'cases.path'
  | 'cases.conditions'
  | 'cases.value'
  | 'cases.set-aside'
  | 'cases.unfinished'
  | 'cases.minutes';

/** What a worked case comes to: what was found, by id, and where that is not what was expected. */
export interface CaseResult {
  readonly id: string;
  readonly title: string;
  /** Undefined where the answers do not lead to an outcome. */
  readonly outcome: string | undefined;
  readonly path: readonly string[];
  readonly conditions: readonly string[];
  /** The minutes that it takes somebody who knows the answers. */
  readonly minutes: number;
  /** The values that the case expects, as they were found. */
  readonly values: Readonly<Record<Key, Reading>>;
  /** Each with what was expected and what was found; none where the case holds. */
  readonly differences: readonly Failure<CaseCode>[];
}

const shown = (reading: Reading): string => (reading === undefined ? '' : JSON.stringify(reading));

const without = (ids: readonly string[], others: readonly string[]): string =>
  ids.filter((id) => !others.includes(id)).join(', ');

/** The first step where two paths part; undefined where they are the same. */
const parting = (expected: readonly string[], found: readonly string[]): number | undefined => {
  const at = Array.from({ length: Math.max(expected.length, found.length) }, (_, index) => index);
  return at.find((index) => expected[index] !== found[index]);
};

/** Works a case: the one evaluator walks its answers, and what comes of them is held against what was expected. */
export const runCase = ({ worked, model }: ReadyCase): CaseResult => {
  const { id, title, expect, today } = worked;
  const answers = new Map(Object.entries(worked.answers));
  const walked = walk(model, answers, today);
  const { outcome } = walked;
  const path = walked.path.map(addressOf);
  const conditions = raisedConditions(walked).map((one) => one.id);
  const readings = Object.keys(expect.values ?? {}).map((key): readonly [Key, Reading] => {
    const { field: value, row } = partsOfKey(key);
    return [key, read(walked, { value }, row)];
  });
  const differences: Failure<CaseCode>[] = [];
  const differs = (code: CaseCode, place: string, params: Failure['params']) =>
    void differences.push(failure(code, place, params));
  const minutes = Math.round(minutesOf(walked) * 10) / 10;
  const result = { id, title, outcome, path, conditions, minutes, values: Object.fromEntries(readings), differences };
  if (outcome === undefined) {
    // all else follows from it
    differs('cases.unfinished', 'outcome', { expected: expect.outcome, page: path.at(-1) ?? '' });
    return result;
  }
  if (outcome !== expect.outcome) differs('cases.outcome', 'outcome', { expected: expect.outcome, found: outcome });
  const at = expect.path && parting(expect.path, path);
  if (at !== undefined)
    differs('cases.path', 'path', { step: at + 1, expected: expect.path?.[at] ?? '', found: path[at] ?? '' });
  const expected = expect.conditions ?? conditions;
  if (expected.join(' ') !== conditions.join(' '))
    differs('cases.conditions', 'conditions', {
      missing: without(expected, conditions),
      unexpected: without(conditions, expected),
      found: conditions.join(', '),
    });
  for (const [key, reading] of readings)
    if (shown(reading) !== shown(expect.values?.[key]))
      differs('cases.value', `values.${key}`, {
        id: key,
        expected: shown(expect.values?.[key]),
        found: shown(reading),
      });
  if (minutes > (expect.minutes ?? minutes))
    differs('cases.minutes', 'minutes', { expected: expect.minutes ?? 0, found: minutes });
  for (const key of setAside(walked, answers)) differs('cases.set-aside', `answers.${key}`, { id: key });
  return result;
};

/** How many cases come to each outcome of a policy, in its order. */
export const shownOutcomes = (
  policy: Policy,
  results: readonly CaseResult[],
): readonly { readonly id: string; readonly cases: number }[] =>
  policy.outcomes.map(({ id }) => ({ id, cases: results.filter((one) => one.outcome === id).length }));
