/** For so many minutes nothing may be pressed, moved or touched before a tab is locked. */
export const idleMinutes = 15;

const signs = ['keydown', 'pointerdown', 'pointermove', 'touchstart', 'wheel'] as const;

/** How often the clock is looked at, in milliseconds. */
const often = 5000;

/**
 * Calls `onIdle` once nobody has used the page for so many minutes by the clock, and again until it says that it is done. A
 * computer that has slept runs no timer: so the first sign of somebody after it comes too late as well. Gives what ends the
 * watch.
 */
export const watchIdle = (
  minutes: number,
  onIdle: () => boolean,
  now: () => number = () => Date.now(),
): (() => void) => {
  let last = now();
  const isOver = (): boolean => now() - last >= minutes * 60_000;
  const look = (): void => {
    if (isOver() && onIdle()) end();
  };
  const noticed = (): void => {
    look();
    last = now();
  };
  const timer = setInterval(look, often);
  for (const sign of signs) window.addEventListener(sign, noticed, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
  const end = (): void => {
    clearInterval(timer);
    for (const sign of signs) window.removeEventListener(sign, noticed, { capture: true });
    document.removeEventListener('visibilitychange', look);
  };
  return end;
};
