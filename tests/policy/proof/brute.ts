import { addDays, type IsoDate } from '../../../src/base/calendar';
import { type Answer, type Key, partsOfKey } from '../../../src/policy/answer';
import { holds, read } from '../../../src/policy/evaluate';
import type { Group, SimpleField } from '../../../src/policy/field';
import { type Model, modelOf } from '../../../src/policy/model';
import type { Policy } from '../../../src/policy/schema';
import type { Settings } from '../../../src/policy/settings';
import { isUnsure } from '../../../src/policy/scope';
import { idleIn } from './idle';
import { serviceLists } from './random-policy';
import {
  addressOf,
  type AskedField,
  askedFields,
  flatFields,
  dateBounds,
  offeredOptions,
  type Walk,
  walk,
} from '../../../src/policy/walk';

/** A passage that came to an outcome: all that was asked on it, in order. */
export interface Passage {
  readonly walked: Walk;
  readonly asked: readonly AskedField[];
}

export interface Passages {
  readonly whole: readonly Passage[];
  /** The fields at which a passage cannot go on. */
  readonly stuck: ReadonlySet<string>;
}

export const allAsked = (walked: Walk): readonly AskedField[] =>
  walked.path.flatMap((step) => flatFields(askedFields(walked, step)));

const subsets = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: 2 ** items.length }, (_, number) => items.filter((_item, bit) => ((number >> bit) & 1) === 1));

const between = (low: number, high: number): readonly number[] =>
  Array.from({ length: high - low + 1 }, (_, index) => low + index);

/** The texts that a policy, or a council's settings, may compare something with. */
const literalsIn = (node: unknown): readonly string[] => {
  if (typeof node === 'string') return [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(literalsIn);
};

const daysBetween = (from: IsoDate, to: IsoDate): readonly IsoDate[] => {
  const days: IsoDate[] = [];
  for (let day = from; day <= to && days.length < 40; day = addDays(day, 1)) days.push(day);
  return days;
};

/** Every answer that could be given to a field now; more are tried than are accepted. */
const answersTo = (walked: Walk, { field, row }: AskedField, texts: readonly string[]): readonly Answer[] => {
  switch (field.kind) {
    case 'choice':
      return offeredOptions(walked, field, row).map(({ id }) => id);
    case 'choices':
      return subsets(offeredOptions(walked, field, row).map(({ id }) => id)).filter((ids) => ids.length > 0);
    case 'text':
      return [...new Set(['Words', ...texts])].filter((text) => text.length <= field.max);
    case 'money':
      if (field.max === undefined) throw new Error(`${field.id} has no bounds`);
      return between(field.min ?? 0, field.max);
    case 'whole':
      return between(field.min, field.max);
    case 'date': {
      const { from, to } = dateBounds(walked, field, row);
      if (from === undefined || to === undefined) throw new Error(`${field.id} has no bounds`);
      const days = daysBetween(addDays(from, -31), addDays(to, 31));
      const months = field.precision === 'month' ? days.map((day) => day.slice(0, 7)) : [];
      return [...new Set([...days, ...months])];
    }
    case 'scale':
      return (walked.model.lists.get(field.levels)?.items ?? []).flatMap(({ score }) => score ?? []);
    case 'file':
      return [[{ name: 'a.pdf', type: 'application/pdf', size: 1, sha256: '0'.repeat(64) }]];
    case 'group':
      return between(1, Math.min(field.max ?? 2, 2)).map((count) => between(1, count).map((number) => `row-${number}`));
  }
};

const isListed = ({ field }: AskedField): boolean => field.kind === 'group' && field.over !== undefined;

/** Thrown where there are more passages than are worth going through. */
export class TooMany extends Error {}

/** Every passage through a policy on one day: each answer in turn to the first question that has none. */
export const passagesOn = (model: Model, today: IsoDate, most: number): Passages => {
  const texts = [...new Set(literalsIn([model.policy, model.settings.values]))].filter((text) =>
    text.startsWith('word-'),
  );
  const whole: Passage[] = [];
  const stuck = new Set<string>();
  const visit = (answers: ReadonlyMap<Key, Answer>, left: ReadonlySet<Key>, walked: Walk): void => {
    const asked = allAsked(walked);
    const open = asked.find((one) => !isListed(one) && !walked.counted.has(one.key) && !left.has(one.key));
    if (!open) {
      if (walked.outcome === undefined) throw new Error('nothing is open, and there is no outcome');
      if (whole.push({ walked, asked }) > most) throw new TooMany();
      return;
    }
    if (!open.required) visit(answers, new Set([...left, open.key]), walked);
    let ways = 0;
    for (const answer of answersTo(walked, open, texts)) {
      const next = new Map([...answers, [open.key, answer]]);
      const further = walk(model, next, today);
      if (!further.counted.has(open.key)) continue;
      const least = open.field.kind === 'group' && Array.isArray(answer) ? answer.length : Infinity;
      if (open.required && open.field.kind === 'group' && least < (open.field.min ?? 1)) continue;
      ways += 1;
      visit(next, left, further);
    }
    if (open.required && ways === 0) stuck.add(open.field.id);
  };
  visit(new Map(), new Set(), walk(model, new Map(), today));
  return { whole, stuck };
};

/** The settings that may stand beside those chosen so far, each in its range; one that has no default may be left out. */
const settingsOf = ({ policy }: Model): readonly Settings['values'][] =>
  policy.settings.reduce<readonly Settings['values'][]>(
    (all, declared) =>
      all.flatMap((values) => {
        const { id } = declared;
        const left = declared.default === undefined ? [values] : [];
        if (declared.kind === 'choice')
          return [...left, ...declared.options.map((one) => ({ ...values, [id]: one.id }))];
        if (declared.kind === 'text')
          return [...left, ...['word-a', 'word-b', 'Words'].map((value) => ({ ...values, [id]: value }))];
        if (declared.kind === 'list') return serviceLists.map((value) => ({ ...values, [id]: value }));
        const least = declared.notBelow === undefined ? undefined : values[declared.notBelow];
        const from = typeof least === 'number' ? Math.max(least, declared.min) : declared.min;
        return [...left, ...between(from, declared.max).map((value) => ({ ...values, [id]: value }))];
      }),
    [{}],
  );

/** Every passage on each day on which the policy is valid, under the settings of the model or under all (`free`). */
export const passagesOf = (model: Model, most: number, free = false): Passages => {
  const { validFrom, validTo } = model.policy.about;
  if (validTo === undefined) throw new Error('these days have no bounds');
  let left = most;
  const found = (free ? settingsOf(model) : [model.settings.values]).flatMap((values) => {
    const under = modelOf(model.policy, { ...model.settings, values });
    return daysBetween(validFrom, validTo).map((day) => {
      const passages = passagesOn(under, day, left);
      left -= passages.whole.length;
      return passages;
    });
  });
  return { whole: found.flatMap((one) => one.whole), stuck: new Set(found.flatMap((one) => [...one.stuck])) };
};

const typedKinds = new Set(['text', 'money', 'whole', 'date']);
const isTyped = (field: SimpleField | Group): boolean => typedKinds.has(field.kind);

/** What a passage costs: its pages, and the answers that must be typed; of rows that officers add, the fullest. */
export const costOf = (walked: Walk, until?: string): { readonly pages: number; readonly typed: number } => {
  const at = walked.path.findIndex((step) => step.page.id === until);
  const steps = at < 0 ? walked.path : walked.path.slice(0, at);
  const typed = (asked: readonly AskedField[]): number =>
    asked
      .filter(({ required }) => required)
      .reduce((sum, { field, rows }) => {
        const inRows = rows.map((row) => typed(row.fields));
        const added = field.kind === 'group' && field.over === undefined;
        const more = added ? Math.max(0, ...inRows) : inRows.reduce((all, one) => all + one, 0);
        return sum + (isTyped(field) ? 1 : 0) + more;
      }, 0);
  return { pages: steps.length, typed: steps.reduce((sum, step) => sum + typed(askedFields(walked, step)), 0) };
};

/** The key of an answer, with one name for all rows that officers add. */
export const generic = (key: Key): Key => key.replace(/\/row-\d+$/, '/*');

const weightOf = (measure: Policy['caution'][number], walked: Walk): number => {
  if (measure.when !== undefined && !holds(walked, measure.when)) return Number.NaN;
  const reading = read(walked, measure.of);
  return measure.order.findIndex((level) => level.some((literal) => literal === reading));
};

/** The answers "I'm not sure" that make something lighter: `key measure`. */
export const lightenedBy = (passages: readonly Passage[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const texts = new Map(
    passages.map((one) => [
      one,
      new Map(one.asked.map(({ key }) => [key, JSON.stringify(one.walked.counted.get(key)) ?? ''])),
    ]),
  );
  const [first] = passages;
  for (const measure of first?.walked.model.policy.caution ?? []) {
    const weights = passages.map(({ walked }) => weightOf(measure, walked));
    passages.forEach((unsure, at) => {
      const { model, counted } = unsure.walked;
      const keys = [...counted.keys()].filter((key) =>
        isUnsure(model, partsOfKey(key).field, counted.get(key) as Answer),
      );
      if (keys.every((key) => found.has(`${generic(key)} ${measure.id}`))) return;
      passages.forEach((definite, other) => {
        if (!((weights[at] as number) < (weights[other] as number))) return;
        if (definite.walked.today !== unsure.walked.today || definite.walked.model !== model) return;
        let changed: Key | undefined;
        for (const [key, answer] of texts.get(definite) ?? []) {
          const now = texts.get(unsure)?.get(key);
          if (now === undefined || now === answer) continue;
          if (changed !== undefined) return;
          changed = key;
        }
        if (changed === undefined || !keys.includes(changed)) return;
        const before = definite.walked.counted.get(changed);
        if (before === undefined || isUnsure(model, partsOfKey(changed).field, before)) return;
        found.add(`${generic(changed)} ${measure.id}`);
      });
    });
  }
  return found;
};

const indexed = <Item>(items: readonly Item[], fails: (item: Item) => boolean): ReadonlySet<number> =>
  new Set(items.flatMap((item, index) => (fails(item) ? [index] : [])));

/** What brute force says of a policy, in the words in which a proof is compared with it. */
export const bruteForce = (passages: Passages) => {
  const { whole, stuck } = passages;
  const walks = whole.map(({ walked }) => walked);
  const policy = walks[0]?.model.policy;
  if (!policy) return undefined;
  const pagesAsked = new Set(walks.flatMap(({ path }) => path.map((step) => step.page.id)));
  const fieldsAsked = new Set(whole.flatMap(({ asked }) => asked.map(({ field }) => field.id)));
  const ends = new Map<string, readonly number[]>();
  for (const { outcome = '', path } of walks) ends.set(outcome, [...(ends.get(outcome) ?? []), path.length]);
  const paths = new Set(walks.map(({ path }) => path.map(addressOf).join(' ')));
  const lengths = walks.map(({ path }) => path.length);
  const allFields = [...(walks[0]?.model.places.values() ?? [])];
  return {
    pagesNotAsked: new Set(policy.questions.map(({ id }) => id).filter((id) => !pagesAsked.has(id))),
    fieldsNotAsked: new Set(
      allFields
        .filter(({ field, page }) => pagesAsked.has(page.id) && !fieldsAsked.has(field.id))
        .map(({ field }) => field.id),
    ),
    outcomesNotReached: new Set(policy.outcomes.map(({ id }) => id).filter((id) => !ends.has(id))),
    stuck,
    missing: indexed(
      policy.register.fields,
      ({ from, requiredFor, when }) =>
        from.length > 0 &&
        walks.some(
          (walked) =>
            requiredFor.includes(walked.outcome ?? '') &&
            (when === undefined || holds(walked, when)) &&
            from.every((operand) => read(walked, operand) === undefined),
        ),
    ),
    askedTwice: indexed(policy.askedOnce, (group) =>
      whole.some(({ asked }) => {
        const ids = new Set(asked.map(({ field }) => field.id));
        return group.filter((id) => ids.has(id)).length > 1;
      }),
    ),
    lightened: lightenedBy(whole),
    limits: policy.limits.map((limit) => {
      const costs = walks
        .filter(
          (walked) =>
            limit.outcomes.includes(walked.outcome ?? '') && (limit.when === undefined || holds(walked, limit.when)),
        )
        .map((walked) => costOf(walked, limit.until));
      return {
        applies: costs.length > 0,
        pages: Math.max(0, ...costs.map(({ pages }) => pages)),
        typed: Math.max(0, ...costs.map(({ typed }) => typed)),
      };
    }),
    idle: idleIn(whole),
    contradictions: indexed(policy.contradictions, ({ when }) => walks.some((walked) => holds(walked, when))),
    paths: { paths: paths.size, shortest: Math.min(...lengths), longest: Math.max(...lengths) },
    outcomes: new Map([...ends].map(([id, some]) => [id, { least: Math.min(...some), most: Math.max(...some) }])),
  };
};
