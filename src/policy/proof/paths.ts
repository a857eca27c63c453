import type { Diagram, Variable } from './diagram';
import type { Passages } from './passage';

/** How many ways through a policy there are: lists of pages that some passage takes, and how long they are. */
export interface PathFigures {
  readonly paths: bigint;
  readonly shortest: number;
  readonly longest: number;
}

interface Ways extends PathFigures {
  readonly where: Diagram;
}

/**
 * Counts the paths without listing them. Passages that have taken the same pages so far are one set; sets that nothing
 * still to come can tell apart are counted together.
 */
export const countPaths = (passages: Passages): PathFigures => {
  const { space, steps, routes } = passages;
  const { diagrams } = space;
  const waiting = new Map<string, Map<Diagram, Ways>>();
  const ended: Ways[] = [];
  const pages = [...new Set(steps.map(({ step }) => step.page))];
  const live = new Map<string, ReadonlySet<Variable>>();
  let later = new Set<Variable>();
  for (const page of pages.toReversed()) {
    live.set(page.id, later);
    const own = [
      ...steps.filter(({ step }) => step.page === page).flatMap(({ asked, fields }) => [asked, ...fields.map(({ fits }) => fits)]),
      ...routes.filter((route) => route.page === page.id).flatMap(({ holds, to }) => [holds, to]),
    ];
    later = new Set([...later, ...diagrams.support(...own)]);
  }
  const forget = (where: Diagram, kept: ReadonlySet<Variable>): Diagram =>
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
  waiting.set(space.model.policy.start, new Map([[space.yes, { where: space.yes, paths: 1n, shortest: 0, longest: 0 }]]));
  for (const page of pages) {
    let states = waiting.get(page.id) ?? new Map<Diagram, Ways>();
    for (const { asked, fields } of steps.filter(({ step }) => step.page === page)) {
      const next = new Map<Diagram, Ways>();
      const fits = space.and(...fields.map((field) => field.fits));
      for (const ways of states.values()) {
        add(next, { ...ways, where: space.and(ways.where, asked, fits), shortest: ways.shortest + 1, longest: ways.longest + 1 });
        if (page.each) add(next, { ...ways, where: space.and(ways.where, space.not(asked)) });
      }
      states = next;
    }
    for (const ways of states.values()) {
      const targets = new Map<string, Diagram>();
      for (const { holds, to, reached } of routes.filter((route) => route.page === page.id))
        for (const target of diagrams.outcomes(to)) {
          if (typeof target !== 'string') continue;
          const here = space.and(ways.where, reached, holds, diagrams.map(to, (term) => space.leaf(term === target)));
          targets.set(target, space.or(targets.get(target) ?? space.no, here));
        }
      for (const [target, where] of targets) {
        if (where === space.no) continue;
        if (space.model.outcomes.has(target)) ended.push({ ...ways, where: space.yes });
        else {
          const there = waiting.get(target) ?? new Map<Diagram, Ways>();
          waiting.set(target, there);
          add(there, { ...ways, where: forget(where, live.get(page.id) ?? new Set()) });
        }
      }
    }
    waiting.delete(page.id);
  }
  return ended.reduce<PathFigures>(together, { paths: 0n, shortest: Infinity, longest: 0 });
};

const together = <One extends PathFigures>(one: One, other: PathFigures): One => ({
  ...one,
  paths: one.paths + other.paths,
  shortest: Math.min(one.shortest, other.shortest),
  longest: Math.max(one.longest, other.longest),
});
