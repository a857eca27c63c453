import type { AfterPaint } from '../services';

/** Where no frame comes, as in a window that others hide, work waits this long at most, in milliseconds. */
const longest = 100;

/** After a frame has been painted; Safari has no word for it. */
const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work);
  else setTimeout(work);
};

/** The queue of a page: once it is hidden or left nothing waits any more, since no frame may come. */
export const createAfterPaint = (): AfterPaint => {
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
