import { useEffect, useState } from 'react';
import type { Assessment } from '../../../assessment/assessment';
import { type Alternative, whatWouldChange } from '../../../assessment/alternatives';

/** How far the search is, and what it has found. */
export interface Search {
  readonly done: number;
  readonly of: number;
  readonly found: readonly Alternative[];
  readonly isOver: boolean;
}

const nothing: Search = { done: 0, of: 1, found: [], isOver: false };

/** Milliseconds at a stretch: enough to get on with it, and a click is still answered at once. */
const stretch = 12;

/**
 * Tries other answers, a little at a time, once it is wanted. Leaving the screen ends it; so does another answer, after
 * which it begins again.
 */
export const useAlternatives = ({ walk, answers }: Assessment, wanted: boolean): Search => {
  const [state, setState] = useState<{ readonly about: typeof walk; readonly search: Search }>();
  useEffect(() => {
    if (!wanted) return undefined;
    const trying = whatWouldChange(walk, answers);
    const found: Alternative[] = [];
    let [done, of, isOver] = [0, 1, false];
    const goOn = (): void => {
      const until = performance.now() + stretch;
      while (!isOver && performance.now() < until) {
        const next = trying.next();
        if (next.done === true) isOver = true;
        else {
          ({ done, of } = next.value);
          if (next.value.found) found.push(next.value.found);
        }
      }
      setState({ about: walk, search: { done, of, found: [...found], isOver } });
      if (!isOver) timer = setTimeout(goOn, 0);
    };
    let timer = setTimeout(goOn, 0);
    return () => clearTimeout(timer);
  }, [walk, answers, wanted]);
  return state?.about === walk ? state.search : nothing;
};
