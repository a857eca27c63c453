import type { Diagram, Variable } from './diagram';
import type { AskedField, Passages } from './passage';

/** How many ways through a policy there are: lists of pages that some passage takes, and how long they are. */
export interface PathFigures {
  readonly paths: bigint;
  readonly shortest: number;
  readonly longest: number;
}

/** Passages that have taken the same pages so far, as the answers that they have in common. */
interface Ways extends PathFigures {
  readonly where: Diagram;
}

/** A turning on the way: a page that is asked or passed over, or one of several that follow. */
interface Turning {
  readonly page: string;
  readonly asked: Diagram;
  readonly fields: readonly AskedField[];
  readonly isOptional: boolean;
}

const end = '';

/** Where each page leads: to other pages, or to the end. */
const leadsOf = ({ space, routes }: Passages, page: string): ReadonlyMap<string, Diagram> => {
  const leads = new Map<string, Diagram>();
  for (const { reached, holds, to } of routes.filter((route) => route.page === page)) {
    const target = space.diagrams.outcomes(to).find((term) => typeof term === 'string' && space.model.pages.has(term));
    const name = typeof target === 'string' ? target : end;
    leads.set(name, space.or(leads.get(name) ?? space.no, space.and(reached, holds)));
  }
  return leads;
};

/**
 * Counts the paths without listing them. Passages that have taken the same pages so far are one set of answers; sets that
 * nothing still to come can tell apart are counted together.
 */
export const countPaths = (passages: Passages): PathFigures => {
  const { space, steps } = passages;
  const { diagrams } = space;
  const pages = [...new Set(steps.map(({ step }) => step.page))];
  const turnings: Turning[] = steps.map(({ step, asked, fields }) => ({
    page: step.page.id,
    asked,
    fields,
    isOptional: step.page.each !== undefined,
  }));
  const leads = new Map(pages.map(({ id }) => [id, leadsOf(passages, id)]));

  /** What is still to be told apart after each turning, and after each page. */
  const after = new Map<Turning | string, ReadonlySet<Variable>>();
  let later: ReadonlySet<Variable> = new Set();
  for (const { id } of pages.toReversed()) {
    after.set(id, later);
    later = new Set([...later, ...diagrams.support(...(leads.get(id)?.values() ?? []))]);
    for (const turning of turnings.filter(({ page }) => page === id).toReversed()) {
      after.set(turning, later);
      later = new Set([...later, ...diagrams.support(turning.asked, ...turning.fields.map(({ fits }) => fits))]);
    }
  }
  const forget = (where: Diagram, kept: ReadonlySet<Variable> = new Set()): Diagram =>
    diagrams.rebuild(
      where,
      (node) => node,
      (variable, children) => (kept.has(variable) ? space.ask(variable, children) : space.or(...children)),
    );
  const add = (to: Map<Diagram, Ways>, ways: Ways): void => {
    if (ways.where === space.no) return;
    const known = to.get(ways.where);
    to.set(ways.where, known ? together(known, ways) : ways);
  };

  const waiting = new Map<string, Map<Diagram, Ways>>();
  const setOf = (name: string): Map<Diagram, Ways> => {
    const known = waiting.get(name) ?? new Map<Diagram, Ways>();
    waiting.set(name, known);
    return known;
  };
  add(setOf(space.model.policy.start), { where: space.yes, paths: 1n, shortest: 0, longest: 0 });
  for (const { id } of pages) {
    let states = setOf(id);
    for (const turning of turnings.filter(({ page }) => page === id)) {
      const { asked, fields, isOptional } = turning;
      const next = new Map<Diagram, Ways>();
      const kept = after.get(turning);
      const fits = space.and(...fields.map((field) => field.fits));
      for (const ways of states.values()) {
        const taken = forget(space.and(ways.where, asked, fits), kept);
        add(next, { ...ways, where: taken, shortest: ways.shortest + 1, longest: ways.longest + 1 });
        if (isOptional) add(next, { ...ways, where: forget(space.and(ways.where, space.not(asked)), kept) });
      }
      states = next;
    }
    for (const ways of states.values())
      for (const [target, where] of leads.get(id) ?? [])
        add(setOf(target), { ...ways, where: forget(space.and(ways.where, where), after.get(id)) });
    waiting.delete(id);
  }
  return [...setOf(end).values()].reduce<PathFigures>(together, { paths: 0n, shortest: Infinity, longest: 0 });
};

const together = <One extends PathFigures>(one: One, other: PathFigures): One => ({
  ...one,
  paths: one.paths + other.paths,
  shortest: Math.min(one.shortest, other.shortest),
  longest: Math.max(one.longest, other.longest),
});
