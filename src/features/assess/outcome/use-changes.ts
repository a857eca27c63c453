import { useEffect, useState } from 'react';
import type { Assessment } from '../../../assessment/assessment';
import { type Change, whatWouldChange } from '../../../assessment/changes';

/** How far the search is, and what it has found. */
export interface Search {
  readonly done: number;
  readonly of: number;
  readonly changes: readonly Change[];
  readonly isOver: boolean;
}

const nothing: Search = { done: 0, of: 0, changes: [], isOver: false };

/** Long enough to get on with it, short enough that a click is answered at once. */
const slice = 12;

/**
 * Tries other answers, a little at a time, once it is wanted. Leaving the screen ends it; so does another answer, after
 * which it begins again.
 */
export const useChanges = ({ walk, answers }: Assessment, wanted: boolean): Search => {
  const [found, setFound] = useState<{ readonly walk: typeof walk; readonly search: Search }>();
  useEffect(() => {
    if (!wanted) return undefined;
    const trying = whatWouldChange(walk, answers);
    const changes: Change[] = [];
    let timer = setTimeout(goOn, 0);
    function goOn(): void {
      const until = performance.now() + slice;
      for (;;) {
        const next = trying.next();
        if (next.done === true) {
          setFound((before) => ({
            walk,
            search: { ...(before?.search ?? nothing), changes: [...changes], isOver: true },
          }));
          return;
        }
        if (next.value.change) changes.push(next.value.change);
        if (performance.now() < until) continue;
        setFound({ walk, search: { done: next.value.done, of: next.value.of, changes: [...changes], isOver: false } });
        timer = setTimeout(goOn, 0);
        return;
      }
    }
    return () => clearTimeout(timer);
  }, [walk, answers, wanted]);
  return found?.walk === walk ? found.search : nothing;
};
