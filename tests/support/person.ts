import type { Browser, BrowserContext, Page } from 'playwright';
import { inject } from 'vitest';
import { downloaded } from './coming';
import { type Faults, faultsOf } from './faults';

/** A person at a browser of their own: an empty profile, in another time zone and language than the tests'. */
export const newPerson = async (browser: Browser): Promise<{ context: BrowserContext; page: Page; faults: Faults }> => {
  const context = await browser.newContext({
    acceptDownloads: true,
    locale: 'cy-GB',
    timezoneId: 'Asia/Kolkata',
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block', // keeping the app is its own test; here it would only take the machine's time
  });
  return { context, page: await context.newPage(), faults: faultsOf(context) };
};

/** Declares, signs, and gives the file that was downloaded. */
export const signAndDownload = async (page: Page, name: string): Promise<string> => {
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
  await page.getByRole('button', { name: 'Continue to the recommendation' }).click();
  await page.getByRole('button', { name: 'Sign the record' }).click();
  await page.getByRole('textbox', { name: 'Your full name' }).fill(name);
  await page.getByRole('textbox', { name: 'Your job title' }).fill('Partnerships officer');
  await page.getByRole('textbox', { name: 'Your service' }).fill('Communities');
  await page.getByRole('checkbox', { name: 'I make this declaration' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Check what you are about to sign' }).waitFor({ timeout: 30_000 });
  const download = await downloaded(page, () =>
    page.getByRole('button', { name: 'Sign and download the record' }).click(),
  );
  const file = await download.path();
  await page.getByRole('heading', { name: 'Record signed' }).waitFor();
  return file;
};

/** Chooses to sign with a key file: which key signs is folded away, until it is a file. */
export const chooseKeyFile = async (page: Page): Promise<void> => {
  const radio = page.getByRole('radio', { name: 'A key file from your council' });
  if (!(await radio.isVisible())) await page.getByText(/^Signing key:/).click();
  await radio.check();
};

/** Resolves once the page says that all is saved. */
export const saved = (page: Page): Promise<void> => page.locator('[data-saving=saved]').waitFor();

/** Begins an assessment, answers as far as its first question in words, and that too. */
export const beginOne = async (page: Page, words: string): Promise<void> => {
  await page.goto(`${inject('url')}/#/`);
  await page.getByRole('button', { name: 'Start now' }).click();
  for (const name of [/Organisations with a shared aim/, /^A new partnership/, /^No$/]) {
    await page.getByRole('radio', { name }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  await page.waitForURL((url) => url.hash.endsWith('/n1'));
  await page.locator('main form').getByRole('textbox').first().fill(words);
  await page.locator('main form').getByRole('textbox').first().blur();
  await saved(page);
};

/** Fills in a refusal, as far as the question whether to sign it. */
export const refuse = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: 'Refuse' }).check();
  await page.getByRole('textbox', { name: /^Why does it go against/ }).fill('The store is closed.');
  await page.getByRole('radio', { name: 'Head of service' }).check();
  await page.getByRole('textbox', { name: 'Your full name' }).fill('Mair Llwyd');
  await page.getByRole('textbox', { name: 'Your job title' }).fill('Head of communities');
  await page.getByRole('textbox', { name: 'Your service' }).fill('Communities');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Check what you are about to sign' }).waitFor();
};
