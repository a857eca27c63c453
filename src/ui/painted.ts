import { createElement, type ReactNode, startTransition, useEffect, useState } from 'react';

/**
 * Whether what a component first showed is on the screen: false until then, so that it may leave for later what nobody
 * sees at first. The timer makes the change after the frame, in which it would be part of the wait.
 */
export const usePainted = (): boolean => {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return painted;
};

/** What stands below the first screenful: there in the frame after the first. */
export const NextFrame = ({ children }: { readonly children: ReactNode }): ReactNode =>
  usePainted() ? children : createElement('div', { 'aria-busy': true });
