import type { Browser } from 'playwright';
import { addressOf } from '../../src/policy/walk';
import { serveBuild } from '../../tests/support/app';
import { launchBrowser } from '../../tests/support/browser';
import { officer } from '../../tests/support/officer';
import { knownPolicy } from '../../tests/support/policies';
import { type Painting, summary, timedPage } from './paints';

interface Times {
  readonly presses: readonly number[];
  readonly keys: readonly number[];
}

/** Typed into the first box of every page that has one, before what the case says. */
const letters = ['w', 'o', 'r', 'd', 's'];

/** The floor: a page of nothing but a heading, a button that changes it, and a box. */
const measureBare = async (browser: Browser, { presses, keys }: Times): Promise<Times> => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const { press, strike, slow } = await timedPage(page);
  await page.goto('data:text/html,<!doctype html><h1>0</h1><main><p></p><button>Next</button><textarea></textarea>');
  await page.evaluate(() => {
    const heading = document.querySelector('h1');
    document.querySelector('button')?.addEventListener('click', () => {
      if (heading) heading.textContent = String(Number(heading.textContent) + 1);
    });
  });
  await slow();
  const found = { presses: [] as number[], keys: [] as number[] };
  for (const _ of presses) found.presses.push(await press('Next'));
  await page.getByRole('textbox').focus();
  for (const [index] of keys.entries()) found.keys.push(await strike(letters[index % letters.length] ?? ''));
  await context.close();
  return found;
};

/** One proposal of the shipped policy from the first question to the check of the answers. */
const measureWalk = async (browser: Browser, url: string): Promise<Times> => {
  const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
  const answers = new Map(Object.entries(cases.find(({ id }) => id === 'new-high-risk')?.answers ?? {}));
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const { press, strike, slow } = await timedPage(page);
  await page.goto(url);
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio').first().waitFor();
  await slow();
  const person = officer(page, model, answers, new Date().toISOString().slice(0, 10));
  const found = { presses: [] as number[], keys: [] as number[] };
  for (const step of person.expected.path) {
    await page.waitForURL((at) => at.hash.endsWith(`/${addressOf(step)}`));
    await person.fillPage(step);
    const box = page.locator('main form').getByRole('textbox').first();
    if ((await box.count()) > 0 && /^(INPUT|TEXTAREA)$/.test(await box.evaluate((one) => one.tagName))) {
      const before = await box.inputValue();
      await box.fill('');
      for (const letter of letters) found.keys.push(await strike(letter));
      await box.fill(before);
    }
    found.presses.push(await press('Continue'));
  }
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
  await context.close();
  return found;
};

interface Paintings {
  readonly press: Painting;
  readonly barePress: Painting;
  readonly key: Painting;
  readonly bareKey: Painting;
}

/**
 * Whole proposals, walked in Chromium at a quarter of this machine's speed: from the press of "Continue" to the next
 * question on the screen, and from a key to its letter; beside the same on a page that does nothing.
 */
export const measureNextQuestion = async (rounds: number): Promise<Paintings> => {
  const server = await serveBuild();
  const browser = await launchBrowser();
  try {
    const walks: Times[] = [];
    const bares: Times[] = [];
    for (let round = 0; round < rounds; round++) {
      const walk = await measureWalk(browser, server.url);
      walks.push(walk);
      bares.push(await measureBare(browser, walk));
    }
    return {
      press: summary(walks.flatMap(({ presses }) => presses)),
      barePress: summary(bares.flatMap(({ presses }) => presses)),
      key: summary(walks.flatMap(({ keys }) => keys)),
      bareKey: summary(bares.flatMap(({ keys }) => keys)),
    };
  } finally {
    await browser.close();
    server.close();
  }
};
