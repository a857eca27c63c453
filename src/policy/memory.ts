import type { Scope } from './scope';

/**
 * Remembers what was worked out in a scope, for as long as no further answer counts. Without it a chain of values, each
 * of which reads the one before it twice, takes time that doubles at every link: a hostile policy of 60 values would
 * never come to an end. The number of answers tells the versions of a scope apart, since they are only ever added.
 */
export const memory = <Found>() => {
  const scopes = new WeakMap<Scope, { readonly size: number; readonly found: Map<string, Found> }>();
  return (scope: Scope, key: string, work: () => Found): Found => {
    let known = scopes.get(scope);
    if (known?.size !== scope.counted.size) {
      known = { size: scope.counted.size, found: new Map() };
      scopes.set(scope, known);
    }
    const { found } = known;
    const before = found.get(key);
    if (before !== undefined || found.has(key)) return before as Found;
    const now = work();
    found.set(key, now);
    return now;
  };
};
