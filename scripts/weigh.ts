import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { countBytes } from './wire';

/** KiB on the wire, headers included. */
export const limits = { 'Scripts of the start page': 130, 'Scripts to the first question': 185, 'Style sheets': 20 };

export interface Weighed {
  /** KiB on the wire, in the order of the limits. */
  readonly sizes: Readonly<Record<keyof typeof limits, number>>;
  /** The scripts that were fetched until the first question, by their addresses. */
  readonly scripts: readonly string[];
}

/** The start page answers a click once this can be clicked. */
const startNow = 'a:has-text("Start now"), button:has-text("Start now")';

/** The first question can be answered once this is there. */
const firstAnswer = 'input[type=radio]:enabled';

/** What a person with an empty profile waits for at an address, as far as the first question. */
export const weigh = async (browser: Browser, url: string): Promise<Weighed> => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  const bytes = await countBytes(await context.newCDPSession(page));
  const count = (kind: 'Script' | 'Stylesheet'): number => bytes(kind) / 1024;
  await page.goto(url);
  await page.locator(startNow).first().click({ trial: true });
  const start = count('Script');
  await page.locator(startNow).first().click();
  await page.locator(firstAnswer).first().waitFor({ state: 'attached' });
  const sizes = {
    'Scripts of the start page': start,
    'Scripts to the first question': count('Script'),
    'Style sheets': count('Stylesheet'),
  };
  await context.close();
  return { sizes, scripts };
};

/** The files that a built script was made of, by its source map. */
export const sourcesOf = (script: string): readonly string[] =>
  (JSON.parse(readFileSync(`${script}.map`, 'utf8')) as { readonly sources: readonly string[] }).sources;
