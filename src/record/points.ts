import { secondsOf } from '../base/calendar';
import { type Answer, partsOfKey } from '../policy/answer';
import { deciders } from '../policy/deciding';
import { holds, read } from '../policy/evaluate';
import type { Operand } from '../policy/expression';
import { placesIn } from '../policy/place';
import type { Wording } from '../policy/text';
import type { Walk } from '../policy/walk';
import type { ProvenRecord, ProvenSequel } from './chain';
import { spotsIn } from './matrix';
import { goesAgainst } from './sequel-parse';
import { levelStanding, samePerson, walkOf } from './sequel-rules';

export type PointId =
  | 'changed-after-outcome'
  | 'unsure'
  | 'contradiction'
  | 'look'
  | 'still-poor'
  | 'near-limit'
  | 'all-alike'
  | 'same-words'
  | 'quick'
  | 'same-person'
  | 'below-level'
  | 'against';

/** Something in a record that an auditor looks at first. It is no fault: there may be a good reason for each. */
export interface Point {
  readonly id: PointId;
  /** The answers or worked-out values that it is about, by their keys. */
  readonly keys: readonly string[];
  /** What the policy calls what it is about, where that is no question. */
  readonly texts?: readonly Wording[];
  readonly params: Readonly<Record<string, number>>;
}

/** How near is "just under": within a twentieth. */
const near = 0.95;
/** So many levels on one scale tell something when all are the same. */
const fewestAlike = 5;
/** As many characters as nobody types twice by chance. */
const longText = 40;
/** Nobody reads a question and answers it in less, in seconds, one with another; of fewer answers than this nothing is said. */
const quickest = 3;
const fewestAnswers = 10;

type Pairs = readonly { readonly id: string; readonly value: Answer }[];

const changedAfter = ({ payload: { log } }: ProvenRecord): readonly Point[] => {
  const shown = log.findIndex(({ kind }) => kind === 'outcome-shown');
  const later =
    shown < 0 ? [] : log.slice(shown).filter((entry) => entry.kind === 'answered' || entry.kind === 'cleared');
  const keys = [...new Set(later.map(({ field }) => field))];
  return keys.length > 0 ? [{ id: 'changed-after-outcome', keys, params: { count: later.length } }] : [];
};

interface Limit {
  readonly subject: string;
  readonly limit: Operand;
  /** Whether the limit itself is still within it. */
  readonly inclusive: boolean;
}

/** Every number that the policy compares an answer or a worked-out value with, wherever in it. */
const limitsIn = (part: unknown): readonly Limit[] => {
  if (Array.isArray(part)) return part.flatMap(limitsIn);
  if (typeof part !== 'object' || part === null) return [];
  const { field, value, atLeast, atMost } = part as Readonly<Record<string, unknown>>;
  const subject = typeof field === 'string' ? field : typeof value === 'string' ? value : undefined;
  const limit = (atLeast ?? atMost) as Operand | undefined;
  const own =
    subject !== undefined && limit !== undefined ? [{ subject, limit, inclusive: atLeast === undefined }] : [];
  return [...own, ...Object.values(part).flatMap(limitsIn)];
};

const nearLimits = ({ policy }: ProvenRecord, walk: Walk, numbers: Pairs): readonly Point[] => {
  const found = new Map<string, number>();
  for (const { subject, limit, inclusive } of limitsIn(policy)) {
    const most = read(walk, limit);
    if (typeof most !== 'number') continue;
    for (const { id, value } of numbers)
      if (
        partsOfKey(id).field === subject &&
        typeof value === 'number' &&
        value >= most * near &&
        (inclusive ? value <= most : value < most) &&
        most * (1 - near) >= 1
      )
        found.set(id, most);
  }
  return [...found].map(([key, most]) => ({ id: 'near-limit', keys: [key], params: { most } }));
};

/** Answers of scales on the rows of one question, all the same. */
const alike = (walk: Walk, answers: Pairs): readonly Point[] => {
  const rows = new Map<string, Answer[]>();
  for (const { id, value } of answers) {
    const { field, row } = partsOfKey(id);
    if (row !== undefined && walk.model.places.get(field)?.field.kind === 'scale')
      rows.set(field, [...(rows.get(field) ?? []), value]);
  }
  return [...rows].flatMap(([field, values]): readonly Point[] =>
    values.length >= fewestAlike && new Set(values).size === 1
      ? [{ id: 'all-alike', keys: [field], params: { count: values.length } }]
      : [],
  );
};

/** The answers in words that are too long to be the same by chance. */
export const longTexts = ({ policy, payload: { result } }: ProvenRecord): readonly { id: string; value: string }[] => {
  const inWords = new Set(placesIn(policy).flatMap(({ field }) => (field.kind === 'text' ? [field.id] : [])));
  return result.answers.flatMap(({ id, value }) =>
    typeof value === 'string' && value.length >= longText && inWords.has(partsOfKey(id).field) ? [{ id, value }] : [],
  );
};

/** Questions that were answered in the very same words. */
const sameWords = (record: ProvenRecord): readonly Point[] => {
  const said = new Map<string, string[]>();
  for (const { id, value } of longTexts(record)) said.set(value, [...(said.get(value) ?? []), id]);
  return [...said.values()].flatMap((keys): readonly Point[] =>
    keys.length > 1 ? [{ id: 'same-words', keys, params: { count: keys.length } }] : [],
  );
};

/** What the policy itself says deserves a second look, where it holds. */
const looks = (walk: Walk): readonly Point[] => {
  const texts = walk.model.policy.looks.flatMap(({ when, text }) => (holds(walk, when) ? [text] : []));
  return texts.map((text) => ({ id: 'look', keys: [], texts: [text], params: {} }));
};

const contradicted = ({ policy, payload: { result } }: ProvenRecord): readonly Point[] => {
  const found = policy.contradictions.filter(({ id }) => result.contradictions.includes(id));
  return found.length === 0
    ? []
    : [{ id: 'contradiction', keys: [], texts: found.map(({ text }) => text), params: { count: found.length } }];
};

/** What stands, at the end, in a cell of the policy's last matrix that is drawn as poor or bad: it was accepted so. */
const stillPoor = (walk: Walk): readonly Point[] => {
  const last = walk.model.policy.matrices.at(-1);
  if (!last) return [];
  const spots = spotsIn(walk, last).filter(({ band }) => band?.tone === 'poor' || band?.tone === 'bad');
  const items = 'list' in last.over ? (walk.model.lists.get(last.over.list)?.items ?? []) : [];
  const texts = spots.flatMap(({ row }) => items.find(({ id }) => id === row)?.label ?? []);
  return spots.length === 0 ? [] : [{ id: 'still-poor', keys: [], texts, params: { count: spots.length } }];
};

/** Of those who decided: whether one of them is the officer, claims less than is required, or goes against the outcome. */
const decided = (record: ProvenRecord, sequels: readonly ProvenSequel[], walk: Walk): readonly Point[] => {
  const own = sequels.flatMap(({ payload }) => (payload.kind === 'decision' ? [payload] : []));
  const all = sequels.flatMap(({ payload }) => ('decision' in payload ? [payload] : []));
  const levels = deciders(walk, record.payload.language);
  const when = (id: PointId, holdsFor: boolean): readonly Point[] => (holdsFor ? [{ id, keys: [], params: {} }] : []);
  return [
    ...when(
      'same-person',
      own.some(({ signer }) => samePerson(signer, record.payload.signer) !== undefined),
    ),
    ...when(
      'below-level',
      own.some(({ level }) => levelStanding(levels, level) === 'below'),
    ),
    ...when(
      'against',
      all.some(({ decision }) => goesAgainst(decision)),
    ),
  ];
};

const quick = ({ payload: { log, time } }: ProvenRecord): readonly Point[] => {
  const count = log.filter(({ kind }) => kind === 'answered').length;
  const seconds = secondsOf(time.signedAt) - secondsOf(time.startedAt);
  return count >= fewestAnswers && seconds < count * quickest
    ? [{ id: 'quick', keys: [], params: { count, seconds } }]
    : [];
};

/**
 * The points of a proven record that deserve a look: what was changed once the outcome was known, not known or at odds,
 * left poor, just under a limit of the policy, all scored alike, written twice, or done faster than it can be read; what the
 * policy itself looks at; and of those who decided, that one is the officer, lacks the level, or goes against the outcome.
 * What counts as a limit, a scale, poor or an outcome is the policy's.
 */
export const pointsOf = (record: ProvenRecord, sequels: readonly ProvenSequel[] = []): readonly Point[] => {
  const walk = walkOf(record);
  const { answers, values, unsure } = record.payload.result;
  return [
    ...changedAfter(record),
    ...(unsure.length > 0 ? [{ id: 'unsure' as const, keys: unsure, params: { count: unsure.length } }] : []),
    ...contradicted(record),
    ...looks(walk),
    ...stillPoor(walk),
    ...nearLimits(record, walk, [...answers, ...values]),
    ...alike(walk, answers),
    ...sameWords(record),
    ...quick(record),
    ...decided(record, sequels, walk),
  ];
};
