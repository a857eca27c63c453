import { addDays, type IsoDate } from '../../src/base/calendar';
import { utf8 } from '../../src/base/bytes';
import { sha256Hex } from '../../src/base/hash';
import { largestAmount } from '../../src/base/money';
import { canonicalText } from '../../src/base/text';
import { type Answer, type FileAnswer, type Key } from '../../src/policy/answer';
import type { Group, SimpleField } from '../../src/policy/field';
import type { Model } from '../../src/policy/model';
import type { Scope } from '../../src/policy/scope';
import { targetsOf } from '../../src/policy/structure';
import { type AskedField, askedFields, flatFields, dateBounds, offeredOptions, walk } from '../../src/policy/walk';

/** A source of choices: a whole number from 0 up to, and not including, `count`. */
export type Choose = (count: number) => number;

/** Choices that are the same for the same seed (mulberry32). */
export const seeded = (seed: number): Choose => {
  let state = seed | 0;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
};

const one = <Item>(choose: Choose, items: readonly Item[]): Item => {
  const item = items[choose(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** Words as officers write them, with what troubles fonts and layouts: quotes, Welsh, long words, lines, brackets. */
const phrases = [
  'Riverside Youth Project',
  'Tŷ Gwyn – canolfan gymunedol Caerwysg',
  'We don’t know yet; the “lead officer” will ask.',
  'Costs rise by 3½% (about £1,200) — see §4 {sic}',
  'A/B test <b>not markup</b> & 100% \\(literal\\)',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(2),
  'First point\nSecond point\n\nA new paragraph, which is long enough to be broken into several lines on the page.',
  'x',
];

/** The bytes of a file that `randomAnswers` gave: a small text, the same for the same name. */
export const bytesOf = (file: { readonly name: string }): Uint8Array<ArrayBuffer> => utf8(`Evidence: ${file.name}\n`);

const fileNamed = (name: string): FileAnswer => {
  const bytes = bytesOf({ name });
  return { name, type: 'application/pdf', size: bytes.length, sha256: sha256Hex(bytes) };
};

/** Numbers at and around the ends of a range, and at every round amount between. */
const numbersIn = (min: number, max: number): readonly number[] => {
  const round = [1, 2, 5].flatMap((digit) => Array.from({ length: 12 }, (_, zeros) => digit * 10 ** zeros));
  return [min, min + 1, max - 1, max, ...round].filter((number) => number >= min && number <= max);
};

/** An answer that a field accepts now; throws where it offers nothing. */
export const answerTo = (scope: Scope, { field, row }: AskedField, choose: Choose): Answer => {
  switch (field.kind) {
    case 'choice':
      return one(choose, offeredOptions(scope, field, row)).id;
    case 'choices': {
      const offered = offeredOptions(scope, field, row);
      const first = one(choose, offered);
      if (first.exclusive) return [first.id];
      return offered.filter((option) => option === first || (!option.exclusive && choose(3) === 0)).map(({ id }) => id);
    }
    case 'text':
      return canonicalText(one(choose, phrases).slice(0, field.max), field.lines === true);
    case 'money':
      return one(choose, numbersIn(field.min ?? 0, field.max ?? largestAmount));
    case 'whole':
      return one(choose, numbersIn(field.min, field.max));
    case 'date': {
      const { from, to } = dateBounds(scope, field, row);
      const near = [0, 1, 20, 90, 365, 800].map((days) => addDays(from ?? scope.today, days));
      const days = [...near, ...(to ? [addDays(to, 0)] : [])].filter(
        (day) => to === undefined || day <= addDays(to, 0),
      );
      const day = one(choose, days);
      return field.precision === 'month' && choose(2) === 0 ? day.slice(0, 7) : day;
    }
    case 'scale':
      return one(choose, scope.model.lists.get(field.levels)?.items.flatMap((level) => level.score ?? []) ?? []);
    case 'file':
      return ['letter.pdf', 'Llythyr â nodiadau (2).pdf'].slice(0, Math.min(1 + choose(2), field.most)).map(fileNamed);
    case 'group': {
      const least = Math.max(field.min ?? 1, 1);
      const most = Math.min(field.max ?? 50, least + 2);
      return Array.from({ length: least + choose(most - least + 1) }, (_, index) => `row-${index + 1}`);
    }
  }
};

const takesAnswer = (field: SimpleField | Group): boolean => field.kind !== 'group' || field.over === undefined;

export interface RandomOptions {
  readonly today?: IsoDate;
  /** Whether fields that may be left empty are filled; by chance where it is left out. */
  readonly optional?: 'filled' | 'empty';
  /** How often a page is answered anew that cuts the way to come by half or more. For long records. */
  readonly tries?: number;
}

/** Fills the page at which the answers stand; undefined where they have come to an outcome. */
const fillPage = (
  model: Model,
  before: ReadonlyMap<Key, Answer>,
  choose: Choose,
  { today = '2026-11-22', optional }: RandomOptions,
): ReadonlyMap<Key, Answer> | undefined => {
  const answers = new Map(before);
  const passed = new Set<Key>();
  const start = walk(model, answers, today).path.length;
  for (let round = 0; round < 20; round++) {
    const walked = walk(model, answers, today);
    const step = walked.path.at(-1);
    if (walked.outcome !== undefined || walked.path.length > start || !step) return round === 0 ? undefined : answers;
    const open = flatFields(askedFields(walked, step)).filter(
      ({ field, key }) => takesAnswer(field) && !walked.counted.has(key) && !passed.has(key),
    );
    for (const asked of open) {
      const fill = asked.required || (optional === undefined ? choose(2) === 0 : optional === 'filled');
      if (fill) answers.set(asked.key, answerTo(walked, asked, choose));
      else passed.add(asked.key);
    }
  }
  throw new Error(`a page cannot be completed after ${[...before.keys()].at(-1) ?? 'the start'}`);
};

/** The most pages that can come from a page on, itself among them. */
const pagesAhead = (model: Model): ((page: string) => number) => {
  const known = new Map<string, number>();
  const count = (id: string): number => {
    const page = model.pages.get(id);
    if (!page) return 0;
    const found = known.get(id) ?? 1 + Math.max(...targetsOf(model.policy, page).map(count));
    known.set(id, found);
    return found;
  };
  return count;
};

/**
 * Valid answers to a policy, page by page until an outcome is reached; every one of them counts. The same choices give
 * the same answers. Throws where a page cannot be completed, which is a fault of the policy.
 */
export const randomAnswers = (model: Model, choose: Choose, options: RandomOptions = {}): ReadonlyMap<Key, Answer> => {
  const { today = '2026-11-22', tries = 0 } = options;
  const ahead = pagesAhead(model);
  const left = (answers: ReadonlyMap<Key, Answer>): number => {
    const walked = walk(model, answers, today);
    return walked.outcome === undefined ? ahead(walked.path.at(-1)?.page.id ?? '') : 0;
  };
  let answers: ReadonlyMap<Key, Answer> = new Map();
  for (;;) {
    const before = left(answers);
    let next = fillPage(model, answers, choose, options);
    if (!next) return walk(model, answers, today).counted;
    for (let again = 0; again < tries && left(next) < before / 2; again++)
      next = fillPage(model, answers, choose, options) ?? next;
    answers = next;
  }
};

/** Answers to what may be left empty on the path of some answers, and was. */
export const optionalAnswers = (
  model: Model,
  answers: ReadonlyMap<Key, Answer>,
  choose: Choose,
  today: IsoDate,
): ReadonlyMap<Key, Answer> => {
  const walked = walk(model, answers, today);
  const empty = walked.path
    .flatMap((step) => flatFields(askedFields(walked, step)))
    .filter(({ field, key }) => field.kind !== 'group' && !walked.counted.has(key));
  return new Map(empty.map((asked) => [asked.key, answerTo(walked, asked, choose)]));
};
