import type { AfterPaint } from '../services';

/** After a frame has been painted; Safari has no word for it. */
const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work);
  else setTimeout(work);
};

/**
 * The queue of a page: once it is hidden or left nothing waits any more, since no frame may come. Where none comes for
 * another reason, as in a window that others hide, work waits `longest` milliseconds.
 */
export const createAfterPaint = (longest = 100): AfterPaint => {
  let waiting: readonly (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLeft = false;
  /** What some work leaves behind in turn is begun with it. */
  let isNow = false;
  const now = (): void => {
    clearTimeout(timer);
    isNow = true;
    setTimeout(() => {
      isNow = false;
    });
    const works = waiting;
    waiting = [];
    works.forEach((work) => work());
  };
  document.addEventListener('visibilitychange', now);
  window.addEventListener('pagehide', () => {
    isLeft = true;
    now();
  });
  window.addEventListener('pageshow', () => {
    isLeft = false;
  });
  const add = (work: () => void): void => {
    waiting = [...waiting, work];
    if (isNow || isLeft || document.visibilityState === 'hidden') now();
    else if (waiting.length === 1) {
      timer = setTimeout(now, longest);
      requestAnimationFrame(() => whenIdle(now));
    }
  };
  return {
    now,
    add: async (work) => {
      await new Promise<void>((resolve) => add(resolve));
      return work();
    },
  };
};
