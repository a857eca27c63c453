import { type Answer, type Key, partsOfKey } from '../../../src/policy/answer';
import { holds, read } from '../../../src/policy/evaluate';
import { type Model, optionsOf } from '../../../src/policy/model';
import type { Policy } from '../../../src/policy/schema';
import { isUnsure } from '../../../src/policy/scope';
import { type AskedField, type Walk, walk } from '../../../src/policy/walk';
import { answerTo, type Choose } from '../../support/answers';
import { allAsked, costOf, generic } from './brute';

type Answers = ReadonlyMap<Key, Answer>;

/** A passage that came to an outcome, or the field at which it could not go on. */
export type Ended = { readonly walked: Walk; readonly answers: Answers } | { readonly stuck: string };

const isListed = ({ field }: AskedField): boolean => field.kind === 'group' && field.over !== undefined;

const tried = (walked: Walk, asked: AskedField, choose: Choose): Answer | undefined => {
  try {
    return answerTo(walked, asked, choose);
  } catch {
    return undefined;
  }
};

/** Goes on from some answers to an outcome: what must be filled is, and by chance what may be. */
export const goOn = (model: Model, from: Answers, today: string, choose: Choose, fill = 0): Ended => {
  const answers = new Map(from);
  const left = new Set<Key>();
  for (let turns = 0; turns < 400; turns += 1) {
    const walked = walk(model, answers, today);
    if (walked.outcome !== undefined) return { walked, answers };
    const asked = allAsked({ ...walked, path: walked.path.slice(-1) });
    const open = asked.filter((one) => !isListed(one) && !walked.counted.has(one.key) && !left.has(one.key));
    for (const one of open) {
      if (!one.required && choose(100) >= fill) {
        left.add(one.key);
        continue;
      }
      const answer = tried(walked, one, choose);
      if (answer === undefined) {
        if (one.required) return { stuck: one.field.id };
        left.add(one.key);
      } else answers.set(one.key, answer);
    }
    if (open.length === 0) return { stuck: asked.find((one) => one.required)?.field.id ?? '' };
  }
  return { stuck: '' };
};

const weightOf = (measure: Policy['caution'][number], walked: Walk): number => {
  if (measure.when !== undefined && !holds(walked, measure.when)) return Number.NaN;
  const reading = read(walked, measure.of);
  return measure.order.findIndex((level) => level.some((literal) => literal === reading));
};

/** The keys that two walks both ask and that are answered differently. */
export const apart = (one: Walk, other: Walk): readonly Key[] => {
  const asked = new Set(allAsked(other).map(({ key }) => key));
  const text = (walked: Walk, key: Key): string => JSON.stringify(walked.counted.get(key)) ?? '';
  return allAsked(one)
    .map(({ key }) => key)
    .filter((key) => asked.has(key) && text(one, key) !== text(other, key));
};

/** What is lighter in the second of two passages that differ in one answer, "I'm not sure" in the second. */
export const lighterIn = (definite: Walk, unsure: Walk): readonly string[] => {
  const [key, ...others] = apart(definite, unsure);
  if (key === undefined || others.length > 0) return [];
  const { model } = definite;
  const says = (walked: Walk): boolean | undefined => {
    const answer = walked.counted.get(key);
    return answer === undefined ? undefined : isUnsure(model, partsOfKey(key).field, answer);
  };
  if (says(definite) !== false || says(unsure) !== true) return [];
  return model.policy.caution
    .filter((measure) => weightOf(measure, unsure) < weightOf(measure, definite))
    .map((measure) => `unsure ${generic(key)} ${measure.id}`);
};

/** What is at fault in one passage to an outcome, in the words in which a proof's findings are told here. */
export const faultsOf = (walked: Walk): readonly string[] => {
  const { policy } = walked.model;
  const ids = new Set(allAsked(walked).map(({ field }) => field.id));
  const { outcome = '' } = walked;
  return [
    ...policy.register.fields.flatMap(({ id, from, requiredFor, when }) =>
      requiredFor.includes(outcome) &&
      from.length > 0 &&
      (when === undefined || holds(walked, when)) &&
      from.every((operand) => read(walked, operand) === undefined)
        ? [`missing ${id}`]
        : [],
    ),
    ...policy.askedOnce.flatMap((group, index) =>
      group.filter((id) => ids.has(id)).length > 1 ? [`twice ${index}`] : [],
    ),
    ...policy.limits.flatMap((limit) => {
      if (!limit.outcomes.includes(outcome) || (limit.when !== undefined && !holds(walked, limit.when))) return [];
      const cost = costOf(walked, limit.until);
      return (['pages', 'typed'] as const).flatMap((what) =>
        cost[what] > (limit[what] ?? Infinity) ? [`${what} ${limit.id}`] : [],
      );
    }),
    ...policy.contradictions.flatMap(({ id, when }) => (holds(walked, when) ? [`contradiction ${id}`] : [])),
  ];
};

/** What a sample shows: its faults, and all that it came by. */
export interface Sample {
  readonly faults: ReadonlySet<string>;
  readonly seen: ReadonlySet<string>;
  readonly passages: number;
}

/** Walks a policy with each of some answers, goes on where they no longer suffice, and puts answers as "I'm not sure". */
export const sampleOf = (model: Model, pool: readonly Answers[], today: string, choose: Choose): Sample => {
  const faults = new Set<string>();
  const seen = new Set<string>();
  let passages = 0;
  const look = (ended: Ended): Walk | undefined => {
    passages += 1;
    if ('stuck' in ended) {
      faults.add(`stuck ${ended.stuck}`);
      return undefined;
    }
    const { walked } = ended;
    for (const fault of faultsOf(walked)) faults.add(fault);
    seen.add(`outcome ${walked.outcome ?? ''}`);
    for (const { page } of walked.path) seen.add(`page ${page.id}`);
    for (const { field } of allAsked(walked)) seen.add(`field ${field.id}`);
    return walked;
  };
  for (const from of pool) {
    const ended = goOn(model, from, today, choose);
    const definite = look(ended);
    if (!definite || 'stuck' in ended) continue;
    const keys = [...definite.counted].flatMap(([key, answer]) => {
      const { field } = partsOfKey(key);
      const place = model.places.get(field);
      const unsure = place && optionsOf(model, place.field).find((option) => option.unsure === true);
      if (!place || !unsure || isUnsure(model, field, answer)) return [];
      return [[key, place.field.kind === 'choices' ? [unsure.id] : unsure.id] as const];
    });
    for (let count = 0; count < 3 && keys.length > 0; count += 1) {
      const [one] = keys.splice(choose(keys.length), 1);
      if (!one) continue;
      const other = look(goOn(model, new Map([...ended.answers, one]), today, choose));
      if (other) for (const fault of lighterIn(definite, other)) faults.add(fault);
    }
  }
  return { faults, seen, passages };
};
