import { holds as holdsReally } from '../evaluate';
import { claim, type Claim, type Finding, finding } from './claim';
import { conditionsIn, type Placed } from './conditions';
import type { Diagram } from './diagram';
import type { Prover } from './prover';
import { unusedParts } from './unused';

const byPlace = (placed: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> => {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) groups.set(one.place, [...(groups.get(one.place) ?? []), one]);
  return groups;
};

/** Conditions that never hold where they are looked at, or always; and rows that no passage comes to. */
const idleConditions = ({ passages: { space }, look }: Prover, conditions: readonly Placed[]): readonly Finding[] => {
  const isPossible = (...where: readonly Diagram[]): boolean => look(...where) !== 'none';
  return [...byPlace(conditions)].flatMap(([place, all]): readonly Finding[] => {
    const reached = all.filter(({ where }) => isPossible(where));
    if (reached.length === 0) return []; // what it belongs to is never reached, which is said there
    if (!reached.some(({ where, holds }) => isPossible(where, holds)))
      return [finding(all[0]?.never ?? 'lint.never-holds', place)];
    const always = reached.every(
      ({ where, holds, mayAlwaysHold }) => !mayAlwaysHold && !isPossible(where, space.not(holds)),
    );
    return always ? [finding('lint.always-holds', place)] : [];
  });
};

/** Fields whose lists are all empty under the settings. */
const emptyFields = ({ passages: { space } }: Prover): readonly Finding[] =>
  [...space.model.places.values()].flatMap(({ field, path }) => {
    if (space.free || !('options' in field)) return [];
    const items = field.options.flatMap((option) => {
      if (!('from' in option)) return [option.id];
      const from =
        'list' in option.from
          ? space.model.lists.get(option.from.list)?.items
          : space.model.settings.values[option.from.setting];
      return Array.isArray(from) ? from.map(() => '') : [];
    });
    return items.length === 0 ? [finding('lint.no-options', `${path}.options`, { id: field.id })] : [];
  });

/** What no rule of a policy is stopped by, and is a mistake all the same. */
export const lint = (prover: Prover): Claim => {
  // under one council's settings much of what a policy provides for is idle, and rightly so
  const conditions = prover.passages.space.free ? conditionsIn(prover.passages) : [];
  return claim('nothing-is-idle', conditions.length, [
    ...idleConditions(prover, conditions),
    ...emptyFields(prover),
    ...unusedParts(prover.passages.space.model.policy),
  ]);
};

/** The contradictions that some passage accepts, each with the shortest example: listed, since an officer may give them. */
export const acceptedContradictions = ({ passages, find }: Prover): readonly Finding[] =>
  passages.space.model.policy.contradictions.flatMap(({ id, when }, index) => {
    const place = `contradictions[${index}]`;
    const answered = find(passages.rules.holds(passages.end, when), (walked) => holdsReally(walked, when));
    if (answered.is === 'not-decided') return [finding('proof.not-decided', place, { claim: 'contradictions', id })];
    return answered.is === 'some' ? [finding('lint.contradiction', place, { id }, [answered.example])] : [];
  });
