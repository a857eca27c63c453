import type { Browser, Page } from 'playwright';
import { addressOf, type Walk } from '../../../src/policy/walk';
import { officer } from '../../../tests/support/officer';
import { slowdown, timedPage } from '../paints';
import type { Site } from './sites';

export interface Passage {
  /** Milliseconds from each press of "Continue" to the next question painted, at a quarter of this machine's speed. */
  readonly presses: readonly number[];
  /** Bytes that the page's scripts hold at the end, once what nobody needs is thrown away. */
  readonly memory: number;
}

/** Answers each page in turn. */
const fillers = (page: Page, walked: Walk, today: string): ((at: number) => Promise<void>) => {
  const person = officer(page, walked.model, walked.counted, today);
  return async (at) => {
    const step = person.expected.path[at];
    if (!step) return;
    await page.waitForURL((url) => url.hash.endsWith(`/${addressOf(step)}`));
    await person.fillPage(step);
  };
};

/** All pages of some answers but the last, which leads to no question. */
export const passage = async (browser: Browser, site: Site, walked: Walk, today: string): Promise<Passage> => {
  const context = await browser.newContext({ serviceWorkers: 'block', bypassCSP: true });
  const page = await context.newPage();
  const { press, slow } = await timedPage(page, site.looks);
  await page.goto(site.url);
  if (site.start !== undefined) await page.getByRole('button', { name: site.start }).click();
  await page.getByRole('radio').first().waitFor();
  const fill = site.start === undefined ? () => page.evaluate(() => window.fillPage()) : fillers(page, walked, today);
  const presses: number[] = [];
  for (let at = 0; at < walked.path.length - 1; at++) {
    await fill(at);
    await slow(slowdown);
    presses.push(await press('Continue'));
    await slow(1);
  }
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await context.close();
  return { presses, memory: usedSize };
};
