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
  onIdle: () => Promise<boolean>,
  now: () => number = () => Date.now(),
): (() => void) => {
  let last = now();
  let asking = false;
  const look = async (): Promise<void> => {
    if (asking || now() - last < minutes * 60_000) return;
    asking = true;
    if (await onIdle()) end();
    asking = false;
  };
  const looking = (): void => void look();
  const noticed = (): void => {
    looking();
    last = now();
  };
  const timer = setInterval(looking, often);
  for (const sign of signs) window.addEventListener(sign, noticed, { capture: true, passive: true });
  document.addEventListener('visibilitychange', looking);
  const end = (): void => {
    clearInterval(timer);
    for (const sign of signs) window.removeEventListener(sign, noticed, { capture: true });
    document.removeEventListener('visibilitychange', looking);
  };
  return end;
};
