import type { Browser } from 'playwright';
import { countBytes } from '../../wire';
import type { Site } from './sites';

/** What one first visit costs: bytes on the wire, and milliseconds from the address to what a person sees and can do. */
export interface Visit {
  readonly scripts: number;
  readonly styles: number;
  readonly all: number;
  readonly firstPaint: number;
  /** Until the page takes a click: the first question, or what is pressed before it. */
  readonly ready: number;
  /** Until the first question can be answered, where what comes before it is pressed at once. */
  readonly question: number;
}

declare global {
  interface Window {
    readonly seen: { ready?: number; question?: number };
  }
}

/** Notes when what a person waits for is in the page, and presses what comes before the first question. */
const watchLoading = (start: string): void => {
  const seen: { ready?: number; question?: number } = {};
  Object.assign(window, { seen });
  new MutationObserver(() => {
    const button = [...document.querySelectorAll<HTMLElement>('a, button')].find(
      ({ textContent }) => start !== '' && textContent.trim().startsWith(start),
    );
    const first = document.querySelector('input[type=radio]:enabled');
    if (seen.ready === undefined && (button ?? (start === '' && first))) {
      seen.ready = performance.now();
      button?.click();
    }
    if (first && seen.question === undefined) seen.question = performance.now();
  }).observe(document, { childList: true, subtree: true });
};

/** Opens a site for the first time, at a share of this machine's speed, until its first question can be answered. */
export const visit = async (browser: Browser, { url, start = '' }: Site, slowdown: number): Promise<Visit> => {
  // Both pages beside ours ask for more than our content security policy allows.
  const context = await browser.newContext({ serviceWorkers: 'block', bypassCSP: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const count = await countBytes(session);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(watchLoading, start);
  await page.goto(url);
  await page.waitForFunction(
    () => window.seen.question !== undefined && performance.getEntriesByName('first-contentful-paint').length > 0,
  );
  await page.waitForLoadState('networkidle');
  const { seen, firstPaint } = await page.evaluate(() => ({
    seen: window.seen,
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  }));
  await context.close();
  return {
    scripts: count('Script'),
    styles: count('Stylesheet'),
    all: count(),
    firstPaint,
    ready: seen.ready ?? NaN,
    question: seen.question ?? NaN,
  };
};
