import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { Choose } from '../../tests/support/answers';
import { startBrowser } from './killed-browser';

/** What became of one browser. */
export interface Round {
  /** How many answers the page had shown as saved. */
  readonly acknowledged: number;
  /** Those of them that are not there afterwards. */
  readonly lost: readonly string[];
  /** When it was killed, in milliseconds after the last answer that was waited for. */
  readonly after: number;
}

const words = (page: Page) => page.locator('main form').getByRole('textbox').first();

/** Begins an assessment and goes to its first question in words; the address of that page. */
const reachWords = async (page: Page, url: string): Promise<string> => {
  await page.goto(url);
  await page.getByRole('button', { name: 'Start now' }).click();
  for (const name of [/Organisations with a shared aim/, /^A new partnership/, /^No$/]) {
    await page.getByRole('radio', { name }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  await page.waitForURL((at) => at.hash.endsWith('/n1'));
  await page.locator('[data-saving=saved]').waitFor();
  return page.url();
};

/** Tells of every moment at which the page says "Saved", with what then stands in the field. */
const watchSaved = async (page: Page, told: (text: string) => void): Promise<void> => {
  await page.context().exposeFunction('acknowledged', told);
  await page.evaluate(() => {
    const { acknowledged } = globalThis as unknown as { acknowledged: (text: string) => void };
    const status = document.querySelector('[data-saving]');
    const box = document.querySelector<HTMLInputElement>('main form input[type=text], main form textarea');
    new MutationObserver(() => {
      if (status?.getAttribute('data-saving') === 'saved') acknowledged(box?.value ?? '');
    }).observe(status ?? document, { attributes: true });
  });
};

/** Everything that the app shows of what was answered: the list of all answers, and what is offered in the field. */
const shown = async (page: Page, address: string): Promise<readonly string[]> => {
  await page.goto(address.replace(/\/q\/.*/, '/history'));
  await page.getByRole('table').waitFor();
  const listed = await page.getByRole('table').innerText();
  await page.goto(address);
  await words(page).waitFor();
  return [...listed.matchAll(/answer \d+\b/g)].map(([text]) => text).concat(await words(page).inputValue());
};

/** Answers in a new browser until `least` are shown as saved, kills it a moment later, and looks for them in the next. */
export const playRound = async (url: string, least: number, choose: Choose): Promise<Round> => {
  const profile = mkdtempSync(join(tmpdir(), 'crash-'));
  const said = new Set<string>();
  const after = choose(80);
  try {
    const first = await startBrowser(profile);
    const page = await first.context.newPage();
    const address = await reachWords(page, url);
    let killed: Promise<void> | undefined;
    await watchSaved(page, (text) => {
      if (text !== '') said.add(text);
      if (said.size >= least) killed ??= sleep(after).then(first.kill);
    });
    for (let number = 1; number < 10 * least; number++) {
      try {
        await words(page).fill(`answer ${number}`, { timeout: 5000 });
        await words(page).blur();
        await page.locator('[data-saving=saved]').waitFor({ timeout: 5000 });
        await sleep(choose(40));
      } catch {
        break; // the browser is gone
      }
    }
    await (killed ?? first.kill());
    const second = await startBrowser(profile);
    const there = new Set(await shown(await second.context.newPage(), address));
    await second.kill();
    return { acknowledged: said.size, lost: [...said].filter((text) => !there.has(text)), after };
  } finally {
    rmSync(profile, { recursive: true, maxRetries: 5 });
  }
};
