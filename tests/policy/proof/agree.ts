import { type Model, modelOf } from '../../../src/policy/model';
import type { Claim, Finding } from '../../../src/policy/proof/claim';
import type { Proof } from '../../../src/policy/proof/prove';
import { walk } from '../../../src/policy/walk';
import { type bruteForce, generic } from './brute';

type Brute = NonNullable<ReturnType<typeof bruteForce>>;

/** How many claims were compared, and how many of them were not decided. */
export interface Tally {
  claims: number;
  notDecided: number;
  /** Policies of which more paths were counted than amounts can follow. */
  pathsOver: number;
}

const sorted = (some: Iterable<number | string>): string => [...some].map(String).sort().join(', ');

const indexIn = (place: string): number => Number(/\[(\d+)\]/.exec(place)?.[1]);

/** Whether the answers of an example, walked for real, come to what it says. */
const isReal = (model: Model, { examples }: Finding, free: boolean): boolean =>
  examples.every(({ answers, today, outcome, settings }) => {
    // where settings are free, an example names those that differ from the defaults, whatever the council's are
    const values = free ? settings : model.settings.values;
    const under = modelOf(model.policy, { ...model.settings, values });
    return walk(under, new Map(answers), today).outcome === outcome;
  });

/** Where a proof and brute force disagree, one line each; none where they say the same. */
export const disagreements = (
  model: Model,
  proof: Proof,
  brute: Brute,
  tally: Tally,
  free = false,
): readonly string[] => {
  const found: string[] = [];
  const findings = (id: string): readonly Finding[] => {
    const claim = proof.claims.find((one) => one.id === id) as Claim;
    tally.claims += 1;
    const undecided = claim.findings.filter(({ code }) => code === 'proof.not-decided');
    if (undecided.length > 0) tally.notDecided += 1;
    for (const one of claim.findings) if (!isReal(model, one, free)) found.push(`${one.code} ${one.place}: not real`);
    return claim.findings;
  };
  const compare = (
    what: string,
    said: Iterable<number | string>,
    shown: Iterable<number | string>,
    undecided: Iterable<number | string> = [],
  ): void => {
    const skip = new Set([...undecided].map(String));
    const [left, right] = [said, shown].map((some) => sorted([...some].filter((one) => !skip.has(String(one)))));
    if (left !== right) found.push(`${what}: proof says ${left || 'none'}, brute force ${right || 'none'}`);
  };
  const params = (some: readonly Finding[], code: string, name: string): readonly string[] =>
    some.flatMap((one) => (one.code === code ? [String(one.params[name])] : []));
  const places = (some: readonly Finding[], code: string): ReadonlySet<number> =>
    new Set(some.flatMap((one) => (one.code === code ? [indexIn(one.place)] : [])));
  const idAt = (place: string): string => {
    const field = [...model.places.values()].find(({ path }) => path === place)?.field.id;
    const index = indexIn(place);
    return field ?? (place.startsWith('outcomes') ? model.policy.outcomes : model.policy.questions)[index]?.id ?? '';
  };
  const undecided = (some: readonly Finding[]): readonly string[] =>
    some.flatMap(({ code, place }) => (code === 'proof.not-decided' ? [idAt(place)] : []));

  const asked = findings('every-question-is-asked');
  compare('pages not asked', params(asked, 'proof.page-not-reached', 'id'), brute.pagesNotAsked, undecided(asked));
  compare('fields not asked', params(asked, 'proof.field-not-asked', 'id'), brute.fieldsNotAsked, undecided(asked));
  const reached = findings('every-outcome-is-reached');
  compare(
    'outcomes not reached',
    params(reached, 'proof.outcome-not-reached', 'id'),
    brute.outcomesNotReached,
    undecided(reached),
  );
  const ends = findings('every-passage-ends');
  compare('stuck', new Set(params(ends, 'proof.no-way-on', 'id')), brute.stuck, undecided(ends));
  const register = findings('register-is-filled');
  compare(
    'register',
    places(register, 'proof.missing-in-register'),
    brute.missing,
    places(register, 'proof.not-decided'),
  );
  const twice = findings('nothing-is-asked-twice');
  compare('asked twice', places(twice, 'proof.asked-twice'), brute.askedTwice, places(twice, 'proof.not-decided'));
  const unsure = findings('unsure-never-lightens');
  const keys = (code: string): readonly string[] =>
    unsure.flatMap((one) => (one.code === code ? [`${generic(String(one.params['id']))} ${one.params['what']}`] : []));
  const openKeys = new Set(
    unsure.flatMap((one) =>
      one.code === 'proof.not-decided'
        ? [`${generic(String(one.params['id']))} ${model.policy.caution[indexIn(one.place)]?.id ?? ''}`]
        : [],
    ),
  );
  compare('lightened', new Set(keys('proof.unsure-lightens')), brute.lightened, openKeys);
  const limits = findings('limits-are-kept');
  model.policy.limits.forEach((limit, index) => {
    const shown = brute.limits[index];
    if (!shown) return;
    const mine = limits.filter(({ place }) => indexIn(place) === index);
    if (mine.some(({ code }) => code === 'proof.not-decided')) return;
    const expected = !shown.applies
      ? ['proof.limit-never-applies']
      : [
          ...(limit.pages !== undefined && shown.pages > limit.pages ? ['proof.too-many-pages'] : []),
          ...(limit.typed !== undefined && shown.typed > limit.typed ? ['proof.too-many-typed'] : []),
        ];
    compare(
      `limit ${limit.id}`,
      mine.map(({ code }) => code),
      expected,
    );
    const figure = proof.limits.find(({ id }) => id === limit.id);
    if (shown.applies)
      compare(`figures of ${limit.id}`, [`${figure?.pages} ${figure?.typed}`], [`${shown.pages} ${shown.typed}`]);
  });
  const idle = findings('nothing-is-idle').filter(({ code }) => code !== 'lint.unused' && code !== 'lint.no-options');
  // under one council's settings nothing is said to be idle
  if (free)
    compare(
      'idle',
      idle.map(({ code, place }) => `${code} ${place}`),
      brute.idle,
    );
  const listed = (isOpen: boolean): readonly number[] =>
    proof.contradictions.flatMap(({ code, place }) =>
      (code === 'proof.not-decided') === isOpen ? [indexIn(place)] : [],
    );
  compare('contradictions', listed(false), brute.contradictions, listed(true));
  const [counted, real] = [proof.paths, brute.paths];
  const isEqual =
    counted.paths === BigInt(real.paths) && counted.shortest === real.shortest && counted.longest === real.longest;
  if (!isEqual) tally.pathsOver += 1;
  if (!isEqual && !counted.atMost) found.push(`paths: proof says exactly ${counted.paths}, brute force ${real.paths}`);
  if (counted.paths < real.paths || counted.shortest > real.shortest || counted.longest < real.longest)
    found.push(`paths: proof says ${counted.paths}, brute force ${real.paths}`);
  compare(
    'ways to outcomes',
    proof.outcomes.map(({ id, pages, mostPages }) => `${id} ${pages} to ${mostPages}`),
    [...brute.outcomes].flatMap(([id, { least, most }]) =>
      undecided(reached).includes(id) ? [] : [`${id} ${least} to ${most}`],
    ),
  );
  return found;
};
