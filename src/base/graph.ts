/** Directed graphs, as a function from a node to those that it leads to. */
export type Following = (node: string) => readonly string[];

/** The first cycle found from any of the nodes, as the nodes on it, the first again at the end. */
export const cycleIn = (nodes: Iterable<string>, following: Following): readonly string[] | undefined => {
  const done = new Set<string>();
  const trail: string[] = [];
  const search = (node: string): readonly string[] | undefined => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return undefined;
    trail.push(node);
    for (const next of following(node)) {
      const cycle = search(next);
      if (cycle) return cycle;
    }
    trail.pop();
    done.add(node);
    return undefined;
  };
  for (const node of nodes) {
    const cycle = search(node);
    if (cycle) return cycle;
  }
  return undefined;
};

/** Every node that some nodes lead to in one step or more. */
export const reachable = (from: readonly string[], following: Following): ReadonlySet<string> => {
  const found = new Set<string>();
  const left = from.flatMap(following);
  for (let node = left.pop(); node !== undefined; node = left.pop())
    if (!found.has(node)) {
      found.add(node);
      for (const next of following(node)) left.push(next);
    }
  return found;
};
