import { mayExclude } from './at-most';
import type { Diagram, Variable } from './diagram';
import type { Passages } from './passage';

/** How many ways through a policy there are: lists of pages that some passage takes, and how long they are. */
interface Lengths {
  readonly paths: bigint;
  readonly shortest: number;
  readonly longest: number;
}

export interface PathFigures extends Lengths {
  /** Whether there may be fewer: some that were counted may be ruled out by three amounts together. */
  readonly atMost: boolean;
}

/** Passages that have taken the same pages so far, as the answers that they have in common. */
interface Ways extends Lengths {
  readonly where: Diagram;
}

/** A page, or one row of a page, on the way. */
interface Turning {
  readonly page: string;
  readonly asked: Diagram;
  readonly fits: Diagram;
}

const end = 'end';

/** Where each page leads: to other pages, or to the end. */
const leadsOf = ({ space, routes }: Passages, page: string): ReadonlyMap<string, Diagram> => {
  const leads = new Map<string, Diagram>();
  for (const { reached, holds, to } of routes.filter((route) => route.page === page)) {
    const target = space.diagrams.outcomes(to).find((term) => typeof term === 'string' && space.model.pages.has(term));
    const name = typeof target === 'string' ? target : '';
    leads.set(name, space.or(leads.get(name) ?? space.no, space.and(reached, holds)));
  }
  for (const [name, led] of leads) leads.set(name, space.settle(led));
  return leads;
};

/**
 * Counts the paths without listing them. Passages that have taken the same pages so far are one set of answers; sets that
 * nothing still to come can tell apart are counted together. Amounts are looked at pair by pair only, so that a path that
 * three of them together rule out is counted too. The figures are never too small, and say where they may be too large.
 */
export const countPaths = (passages: Passages): PathFigures => {
  const { space, steps } = passages;
  const { diagrams } = space;
  const pages = [...new Set(steps.map(({ step }) => step.page.id))];
  const turnings: Turning[] = steps.map(({ step, asked, fields }) => ({
    page: step.page.id,
    asked: space.settle(asked),
    fits: space.settle(space.and(...fields.map((field) => field.fits))),
  }));
  const leads = new Map(pages.map((id) => [id, leadsOf(passages, id)]));
  const turningsOf = new Map(pages.map((id) => [id, turnings.filter(({ page }) => page === id)]));

  /** Where each variable is read last: at a turning, by its number, or just after it, where its page leads on. */
  const readLast = new Map<Variable, number>();
  const numberOf = new Map<Turning | typeof end, number>(turnings.map((turning, index) => [turning, index]));
  turnings.forEach((turning, index) => {
    const here = turningsOf.get(turning.page) ?? [];
    for (const variable of diagrams.support(turning.asked, turning.fits)) readLast.set(variable, index);
    if (here.at(-1) === turning)
      for (const variable of diagrams.support(...(leads.get(turning.page)?.values() ?? [])))
        readLast.set(variable, Math.max(readLast.get(variable) ?? 0, index + 0.5));
  });
  /** The answers without what nothing reads from some turning on. */
  const forget = (where: Diagram, from: number): Diagram =>
    diagrams.forget(where, (variable) => (readLast.get(variable) ?? -1) < from);

  /** The turnings that come next, each with the answers that lead to it: what is passed over leaves no trace on a path. */
  const onward = (
    page: string,
    here: readonly Turning[],
    from: Diagram,
    next = new Map<Turning | typeof end, Diagram>(),
  ): ReadonlyMap<Turning | typeof end, Diagram> => {
    const add = (to: Turning | typeof end, where: Diagram): void => {
      next.set(to, space.or(next.get(to) ?? space.no, where));
    };
    let left = from;
    for (const turning of here) {
      add(turning, space.and(left, turning.asked));
      left = forget(space.and(left, space.not(turning.asked)), (numberOf.get(turning) ?? 0) + 0.5);
    }
    for (const [target, where] of leads.get(page) ?? []) {
      const led = space.and(left, where);
      if (led === space.no) continue;
      if (target === '') add(end, led);
      else onward(target, turningsOf.get(target) ?? [], led, next);
    }
    return next;
  };

  const waiting = new Map<Turning | typeof end, Map<Diagram, Ways>>();
  const goOn = (ways: Lengths, ahead: ReadonlyMap<Turning | typeof end, Diagram>): void => {
    for (const [to, led] of ahead) {
      const where = forget(led, numberOf.get(to) ?? Infinity);
      if (where === space.no) continue;
      const states = waiting.get(to) ?? new Map<Diagram, Ways>();
      const known = states.get(where);
      states.set(where, known ? together(known, ways) : { ...ways, where });
      waiting.set(to, states);
    }
  };
  const { start } = space.model.policy;
  goOn({ paths: 1n, shortest: 0, longest: 0 }, onward(start, turningsOf.get(start) ?? [], space.yes));
  for (const turning of turnings) {
    const here = turningsOf.get(turning.page) ?? [];
    const rest = here.slice(here.indexOf(turning) + 1);
    for (const { where, paths, shortest, longest } of waiting.get(turning)?.values() ?? []) {
      const taken = forget(space.and(where, turning.fits), (numberOf.get(turning) ?? 0) + 0.5);
      goOn({ paths, shortest: shortest + 1, longest: longest + 1 }, onward(turning.page, rest, taken));
    }
    waiting.delete(turning);
  }
  const none: Lengths = { paths: 0n, shortest: Infinity, longest: 0 };
  const all = [...(waiting.get(end)?.values() ?? [])].reduce<Lengths>(together, none);
  return { ...all, atMost: mayExclude(space, readLast.keys()) };
};

const together = <One extends Lengths>(one: One, other: Lengths): One => ({
  ...one,
  paths: one.paths + other.paths,
  shortest: Math.min(one.shortest, other.shortest),
  longest: Math.max(one.longest, other.longest),
});
