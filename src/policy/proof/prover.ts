import type { Walk } from '../walk';
import { type Found, holdsOn, type Most, search, searchMost } from './assignment';
import type { Diagram } from './diagram';
import { type Example, exampleOf } from './example';
import { type Count, type Parts, partsOf } from './parts';
import type { Passages } from './passage';

/** Whether some whole passage is in `where`: none is, one was found and walked, or neither could be shown. */
export type Answered =
  | { readonly is: 'none' }
  | { readonly is: 'some'; readonly example: Example; readonly walked: Walk; readonly found: Found }
  | { readonly is: 'not-decided' };

export interface Prover {
  readonly passages: Passages;
  readonly parts: Parts;
  /** Looks for the shortest whole passage in `where` that a real walk confirms. */
  readonly find: (where: Diagram, confirm: (walked: Walk) => boolean) => Answered;
  /** Looks for the shortest passage in `where`, whole or not, that a real walk confirms. */
  readonly findAny: (where: Diagram, confirm: (walked: Walk) => boolean) => Answered;
  /** Looks for any whole passage on which some conditions hold. */
  readonly look: (...where: readonly Diagram[]) => Found | 'none' | 'unknown';
  /** The most of a count's conditions that hold on a passage in `where`. */
  readonly most: (where: Diagram, count: Count) => number;
  /** Looks for a passage in `where` on which more than so many hold: the shortest, if few parts are enough for that. */
  readonly findOver: (where: Diagram, count: Count, most: number, confirm: (walked: Walk) => boolean) => Answered;
  /** A passage through some parts together with one through all others; undefined where amounts cannot go with both. */
  readonly complete: (ways: readonly Found[], parts: readonly number[]) => readonly Found[] | undefined;
}

/** A function that works out each of its results once. */
const remembered = <In, Out>(of: (one: In) => Out): ((one: In) => Out) => {
  const known = new Map<In, Out>();
  return (one) => {
    const result = known.get(one) ?? of(one);
    known.set(one, result);
    return result;
  };
};

/** `length` counts the pages of a passage, `counts` what else may be asked of this prover. */
export const proverOf = (passages: Passages, length: Count, counts: readonly Count[]): Prover => {
  const { space, steps } = passages;
  const fits = steps.flatMap(({ fields }) => fields.map((field) => field.fits));
  const parts = partsOf(space, fits, [length, ...counts]);

  /** The shortest way through each part by itself. */
  const aloneIn = remembered((part: number) =>
    search(space, parts.fits([part]), space.yes, parts.sumIn(length, [part])),
  );
  const complete: Prover['complete'] = (ways, touched) => {
    const rest = parts.all.filter((part) => !touched.includes(part)).map(aloneIn);
    const others = rest.filter((one) => typeof one !== 'string');
    if (others.length < rest.length) return undefined;
    const all = [...ways, ...others];
    const solution = space.comparisons.solver.solveTogether(
      all.map(({ demands }) => demands),
      all.map((one) => one.solution),
    );
    if (solution.status !== 'found') return undefined;
    const entries = others.flatMap(({ assignment }) => [...assignment]);
    return ways.map((way) => ({ ...way, assignment: new Map([...way.assignment, ...entries]), solution }));
  };
  /** What is found in the parts that have to do with it, or in all where amounts tie the parts together. */
  const within = (
    where: Diagram,
    of: (some: readonly number[]) => Found | 'none' | 'unknown',
  ): Found | 'none' | 'unknown' => {
    const touched = parts.touchedBy(where);
    const found = of(touched);
    if (typeof found === 'string' || touched.length === parts.all.length) return found;
    return complete([found], touched)?.[0] ?? of(parts.all);
  };
  const confirmed = (found: Found | 'none' | 'unknown', confirm: (walked: Walk) => boolean): Answered => {
    if (found === 'none') return { is: 'none' };
    if (found === 'unknown') return { is: 'not-decided' };
    const { example, walked } = exampleOf(passages, found);
    return confirm(walked) ? { is: 'some', example, walked, found } : { is: 'not-decided' };
  };
  /** The passages that were found so far, by the parts that were looked at: many a condition holds on one of them. */
  const seenIn = remembered((_parts: string): Found[] => []);
  const look: Prover['look'] = (...where) => {
    const seen = seenIn(parts.touchedBy(...where).join(' '));
    const known = seen.find((found) => where.every((one) => holdsOn(space, one, found)));
    if (known) return known;
    const all = space.and(...where);
    const found = within(all, (some) => search(space, parts.fits(some), all));
    if (typeof found !== 'string') seen.push(found);
    return found;
  };
  const find: Prover['find'] = (where, confirm) =>
    confirmed(
      within(where, (some) => search(space, parts.fits(some), where, parts.sumIn(length, some))),
      confirm,
    );
  const mostIn = mostWithin(passages, parts, complete);
  return {
    passages,
    parts,
    complete,
    look,
    find,
    findAny: (where, confirm) => confirmed(search(space, parts.means, where, parts.sumIn(length, parts.all)), confirm),
    most: (where, count) => Math.max(mostIn(where, count).most, 0),
    findOver: (where, count, most, confirm) => {
      const touched = parts.touchedBy(where);
      const fitting = space.and(parts.fits(touched), where);
      const answered = find(space.sums.atLeast(fitting, parts.sumIn(count, touched), most + 1), confirm);
      return answered.is === 'none' ? confirmed(mostIn(where, count).found ?? 'unknown', confirm) : answered;
    },
  };
};

/** The most that a count comes to, with the passage on which it does. */
const mostWithin = (
  { space }: Passages,
  parts: Parts,
  complete: Prover['complete'],
): ((where: Diagram, count: Count) => Most) => {
  const mostOf = (where: Diagram, count: Count, some: readonly number[]): Most =>
    searchMost(space, space.and(parts.fits(some), where), parts.sumIn(count, some));
  const alone = new Map<string, Most>();
  const aloneIn = (count: Count, part: number): Most => {
    const { base, node } = parts.sumIn(count, [part]);
    const name = `${part} ${base} ${node}`;
    const most = alone.get(name) ?? mostOf(space.yes, count, [part]);
    alone.set(name, most);
    return most;
  };
  return (where, count) => {
    const touched = parts.touchedBy(where);
    const each = [
      mostOf(where, count, touched),
      ...parts.all.filter((part) => !touched.includes(part)).map((part) => aloneIn(count, part)),
    ];
    const most = each.reduce((sum, one) => sum + one.most, 0);
    const ways = each.flatMap(({ found }) => (found ? [found] : []));
    if (ways.length < each.length) return { most, found: undefined };
    const [together] = complete(ways, parts.all) ?? [];
    // where amounts tie the parts together, they are looked at together
    if (!together) return mostOf(where, count, parts.all);
    const entries = each.flatMap(({ found }) => [...(found?.assignment ?? [])]);
    return { most, found: { ...together, assignment: new Map(entries) } };
  };
};
