import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { Choose } from '../../tests/support/answers';
import { setLock, unlock } from '../../tests/support/lock';
import { startBrowser } from './killed-browser';

/** What became of one browser. */
export interface Round {
  /** How many answers the page had shown as saved. */
  readonly acknowledged: number;
  /** Those of them that are not there afterwards. */
  readonly lost: readonly string[];
  /** When it was killed, in milliseconds after the last answer that was waited for. */
  readonly after: number;
  /** Where a lock was set: the files of the profile in which an answer can be read. */
  readonly readable: readonly string[];
}

/** Text as browsers write it: a byte a character, or two, which begin at any byte. */
const textsIn = (bytes: Buffer): readonly string[] => [
  bytes.toString('latin1'),
  bytes.toString('utf16le'),
  bytes.subarray(1).toString('utf16le'),
];

/** The files below a folder that hold an answer. */
const readableIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .filter((path) => textsIn(readFileSync(path)).some((text) => /answer \d/.test(text)));

const words = (page: Page) => page.locator('main form').getByRole('textbox').first();

/** Begins an assessment and goes to its first question in words; the address of that page. */
const reachWords = async (page: Page, url: string, isLocked: boolean): Promise<string> => {
  if (isLocked) {
    await page.goto(`${url}/#/lock`);
    await setLock(page);
    await page.getByRole('link', { name: 'Start page' }).click();
  } else await page.goto(url);
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
const shown = async (page: Page, address: string, isLocked: boolean): Promise<readonly string[]> => {
  await page.goto(address.replace(/\/q\/.*/, '/history'));
  if (isLocked) await unlock(page);
  await page.getByRole('table').waitFor();
  const listed = await page.getByRole('table').innerText();
  await page.goto(address);
  await words(page).waitFor();
  return [...listed.matchAll(/answer \d+\b/g)].map(([text]) => text).concat(await words(page).inputValue());
};

/**
 * Answers in a new browser, with a lock if asked, until `least` are shown as saved, kills it a moment later, and looks for
 * them in the next.
 */
export const playRound = async (url: string, least: number, choose: Choose, isLocked: boolean): Promise<Round> => {
  const profile = mkdtempSync(join(tmpdir(), 'crash-'));
  const said = new Set<string>();
  const after = choose(80);
  try {
    const first = await startBrowser(profile);
    const page = await first.context.newPage();
    const address = await reachWords(page, url, isLocked);
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
    const readable = isLocked ? readableIn(profile) : [];
    const second = await startBrowser(profile);
    const there = new Set(await shown(await second.context.newPage(), address, isLocked));
    await second.kill();
    return { acknowledged: said.size, lost: [...said].filter((text) => !there.has(text)), after, readable };
  } finally {
    rmSync(profile, { recursive: true, maxRetries: 5 });
  }
};
