import type { CDPSession, Page } from 'playwright';

/** Milliseconds from what a person does to the frame that shows what follows. */
export interface Painting {
  readonly samples: number;
  readonly median: number;
  readonly p95: number;
}

/** The median and the 95th percentile of some times. */
export const summary = (times: readonly number[]): Painting => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { samples: sorted.length, median: at(0.5), p95: at(0.95) };
};

/** How much slower than this machine the officer's is. */
export const slowdown = 4;

/** A page whose paints are timed, driven past Playwright's own scripts: those would run while the page is at work. */
export interface TimedPage {
  /** Presses a button as a mouse does, and waits until what it brings is painted. */
  readonly press: (name: string) => Promise<number>;
  /** Strikes one key in the field that has the focus, and waits until it is painted. */
  readonly strike: (key: string) => Promise<number>;
}

/** Where a page says what it asks, and where one can tell that it is all there. */
export interface Looks {
  readonly heading: string;
  readonly content: string;
}

const ourLooks: Looks = {
  heading: 'h1',
  content: 'main form :is(input, select, textarea, button), main dl, main > p',
};

declare global {
  interface Window {
    notePainted: (ms: number) => Promise<void>;
  }
}

/**
 * Notes for every press of Continue the time until another heading, with something to answer or to read below it, has
 * been painted, and for every key the time until its letter has: in the task after the frame that shows it, counted
 * from the event's own time stamp, so that a busy page has no excuse.
 */
const watchPaints = ({ heading, content }: Looks): void => {
  let pressed: number | undefined;
  let before = '';
  const painted = (since: number): void => {
    requestAnimationFrame(() => setTimeout(() => void window.notePainted(performance.now() - since)));
  };
  const shown = (): string => `${location.hash} ${document.querySelector(heading)?.textContent ?? ''}`;
  const isThere = (): boolean => document.querySelector(heading) !== null && document.querySelector(content) !== null;
  document.addEventListener(
    'click',
    ({ target, timeStamp }) => {
      const pressedOn = target instanceof HTMLInputElement ? target.value : (target as Element).textContent;
      if (!/^(Continue|Next)$/.test(pressedOn)) return;
      pressed = timeStamp;
      before = shown();
    },
    true,
  );
  new MutationObserver(() => {
    if (pressed === undefined || shown() === before || !isThere()) return;
    painted(pressed);
    pressed = undefined;
  }).observe(document, { childList: true, subtree: true, characterData: true });
  let struck = 0;
  document.addEventListener('keydown', ({ timeStamp }) => (struck = timeStamp), true);
  document.addEventListener('input', (event) => event instanceof InputEvent && event.data && painted(struck), true);
};

const mouse = async (session: CDPSession, x: number, y: number): Promise<void> => {
  const at = { x, y, button: 'left', clickCount: 1 } as const;
  await session.send('Input.dispatchMouseEvent', { ...at, type: 'mouseMoved', button: 'none' });
  const down = session.send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed' });
  const up = session.send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' });
  await Promise.all([down, up]);
};

/** Longer than any hand needs from a field to the button, or from one key to the next. In milliseconds. */
const pause = 300;

/** Watches the paints of a page, before it is opened. `slow` sets the processor's speed, for the measuring alone. */
export const timedPage = async (
  page: Page,
  looks = ourLooks,
): Promise<TimedPage & { readonly slow: (rate?: number) => Promise<void> }> => {
  let told: (ms: number) => void = () => undefined;
  await page.exposeFunction('notePainted', (ms: number) => told(ms));
  await page.addInitScript(watchPaints, looks);
  const session = await page.context().newCDPSession(page);
  const timed = async (act: () => Promise<void>): Promise<number> => {
    await page.waitForTimeout(pause);
    const painted = new Promise<number>((resolve) => {
      told = resolve;
    });
    await act();
    return painted;
  };
  return {
    slow: async (rate = slowdown) => {
      await session.send('Emulation.setCPUThrottlingRate', { rate });
    },
    press: async (name) => {
      const button = page.getByRole('button', { name, exact: true });
      await button.scrollIntoViewIfNeeded();
      const box = await button.boundingBox();
      if (!box) throw new Error(`no button ${name}`);
      return timed(() => mouse(session, box.x + box.width / 2, box.y + box.height / 2));
    },
    strike: (key) =>
      timed(async () => {
        const code = `Key${key.toUpperCase()}`;
        await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text: key });
        await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code });
      }),
  };
};
