import type { Walk } from '../walk';
import { demandsOf, type Found, search } from './assignment';
import type { Diagram } from './diagram';
import { type Example, exampleOf } from './example';
import { type Count, type Parts, partsOf } from './parts';
import type { Passages } from './passage';
import { solve, solveTogether } from './solve';

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
  /** Looks for any whole passage in `where`. */
  readonly look: (where: Diagram, mostTries?: number) => Found | 'none' | 'unknown';
  /** Whether a whole passage may be in `where`: yes unless it was seen that none is. */
  readonly mayBe: (where: Diagram) => boolean;
  /** The most of a count's conditions that hold on a passage in `where`. */
  readonly most: (where: Diagram, count: Count) => number;
  /** A passage through some parts together with one through all others; undefined where amounts cannot go with both. */
  readonly complete: (ways: readonly Found[], parts: readonly number[]) => readonly Found[] | undefined;
}

/** How many tries "may be" is worth. */
const fewTries = 5;

/** `length` counts the pages of a passage, `counts` what else may be asked of this prover. */
export const proverOf = (passages: Passages, length: Count, counts: readonly Count[]): Prover => {
  const { space, steps } = passages;
  const fits = steps.flatMap(({ fields }) => fields.map((field) => field.fits));
  const parts = partsOf(space, fits, [length, ...counts]);

  /** The shortest way through each part by itself. */
  const alone = new Map<number, Found | 'none' | 'unknown'>();
  const aloneIn = (part: number): Found | 'none' | 'unknown' => {
    const known = alone.get(part) ?? search(space, parts.fits([part]), parts.sumIn(length, [part]));
    alone.set(part, known);
    return known;
  };
  const complete: Prover['complete'] = (ways, touched) => {
    const rest = parts.all.filter((part) => !touched.includes(part)).map(aloneIn);
    const others = rest.filter((one) => typeof one !== 'string');
    if (others.length < rest.length) return undefined;
    const all = [...ways, ...others];
    const solution = solveTogether(
      all.map(({ assignment }) => demandsOf(space, assignment)),
      all.map((one) => one.solution),
    );
    if (solution.status !== 'found') return undefined;
    const entries = others.flatMap(({ assignment }) => [...assignment]);
    return ways.map(({ assignment }) => ({ assignment: new Map([...assignment, ...entries]), solution }));
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
  const look: Prover['look'] = (where, mostTries) =>
    within(where, (some) => {
      const assignment = space.meet(parts.fits(some), where);
      if (!assignment) return 'none';
      const solution = solve(demandsOf(space, assignment));
      if (solution.status === 'found') return { assignment, solution };
      return search(space, space.and(parts.fits(some), where), undefined, mostTries);
    });
  return {
    passages,
    parts,
    complete,
    look,
    find: (where, confirm) =>
      confirmed(
        within(where, (some) =>
          space.meet(parts.fits(some), where)
            ? search(space, space.and(parts.fits(some), where), parts.sumIn(length, some))
            : 'none',
        ),
        confirm,
      ),
    findAny: (where, confirm) => confirmed(search(space, where, parts.sumIn(length, parts.all)), confirm),
    mayBe: (where) => look(where, fewTries) !== 'none',
    most: mostIn(passages, parts, complete),
  };
};

interface Most {
  readonly most: number;
  readonly found: Found | undefined;
}

const mostIn = (
  { space }: Passages,
  parts: Parts,
  complete: Prover['complete'],
): ((where: Diagram, count: Count) => number) => {
  const { sums } = space;
  /** The most in some parts, on a way that amounts can follow. */
  const mostOf = (where: Diagram, count: Count, some: readonly number[]): Most => {
    const sum = parts.sumIn(count, some);
    let left = space.and(parts.fits(some), where);
    for (;;) {
      const most = sums.mostWithin(left, sum);
      if (most === -Infinity) return { most, found: undefined };
      const here = space.and(left, sums.between(sum, most, most));
      const found = search(space, here, undefined, fewTries);
      if (found !== 'none') return { most, found: found === 'unknown' ? undefined : found };
      left = space.and(left, space.not(here));
    }
  };
  const alone = new Map<Count, Map<number, Most>>();
  const aloneIn = (count: Count, part: number): Most => {
    const known = alone.get(count) ?? new Map<number, Most>();
    alone.set(count, known);
    const most = known.get(part) ?? mostOf(space.yes, count, [part]);
    known.set(part, most);
    return most;
  };
  return (where, count) => {
    const touched = parts.touchedBy(where);
    const each = [
      mostOf(where, count, touched),
      ...parts.all.filter((part) => !touched.includes(part)).map((part) => aloneIn(count, part)),
    ];
    const ways = each.flatMap(({ found }) => (found ? [found] : []));
    // where amounts tie the parts together, they are looked at together
    const isApart = each.length === 1 || ways.length < each.length || complete(ways, parts.all) !== undefined;
    const most = isApart ? each.reduce((sum, one) => sum + one.most, 0) : mostOf(where, count, parts.all).most;
    return Math.max(most, 0);
  };
};
