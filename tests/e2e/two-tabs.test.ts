import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { rowsOf } from '../support/kept';
import { newPerson } from '../support/person';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const saved = (page: Page): Promise<void> => page.locator('[data-saving=saved]').waitFor();

const choose = async (page: Page, name: RegExp): Promise<void> => {
  await page.getByRole('radio', { name }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
};

const words = (page: Page) => page.locator('main form').getByRole('textbox').first();

/** Two tabs with the same assessment, both at its first question in words. */
const twoTabs = async () => {
  const person = await newPerson(browser);
  const one = person.page;
  await one.goto(`${inject('url')}/#/`);
  await one.getByRole('button', { name: 'Start now' }).click();
  await one.waitForURL((url) => url.hash.includes('/q/'));
  const first = one.url();
  for (const name of [/Organisations with a shared aim/, /^A new partnership/, /^No$/]) await choose(one, name);
  await one.waitForURL((url) => url.hash.endsWith('/n1'));
  await saved(one);
  const two = await person.context.newPage();
  await two.goto(one.url());
  await words(two).waitFor();
  return { ...person, one, two, first };
};

const told = (page: Page) => page.getByRole('region', { name: 'Changed in another tab' });

test('what one tab gives is on the screen of the other, which says what changed and which answer counts', async () => {
  const { context, one, two, faults } = await twoTabs();
  await words(one).fill('Warm rooms');
  await words(one).blur();
  await saved(one);
  await told(two).getByText('“Warm rooms” counts now').waitFor();
  expect(await words(two).inputValue()).toBe('Warm rooms');
  expect(await told(one).count()).toBe(0);

  await words(two).fill('Warm halls');
  await words(two).blur();
  await saved(two);
  await told(one).getByText('“Warm halls” counts now').waitFor();
  await told(two).getByText('“Warm halls” counts, the later answer. The other tab had given “Warm rooms”').waitFor();
  await told(two).getByRole('button', { name: 'Hide this message' }).click();
  expect(await told(two).count()).toBe(0);
  await told(one).getByRole('link', { name: 'All answers given' }).click();
  for (const text of ['Warm rooms', 'Warm halls']) await one.getByRole('table').getByText(text).first().waitFor();
  await context.close();
  expect(faults).toEqual([]);
});

test('an answer taken away in one tab leads the other to what is asked now', async () => {
  const { context, one, two, faults, first } = await twoTabs();
  await two.goto(two.url().replace(/\/q\/.*/, ''));
  await two.getByRole('heading', { level: 1 }).waitFor();
  const before = await two.locator('main').innerText();
  await one.goto(first);
  await choose(one, /only give an organisation money/);
  await saved(one);
  await told(two).waitFor();
  expect(await two.locator('main').innerText()).not.toBe(before);
  await context.close();
  expect(faults).toEqual([]);
});

test('what is being typed in a tab that is open is offered to no other, and nobody takes it away', async () => {
  const { context, one, two, faults } = await twoTabs();
  await words(one).fill('Half a thought');
  await saved(one);
  await two.reload();
  await words(two).waitFor();
  expect(await words(two).inputValue()).toBe('');
  await words(two).fill('Whole');
  await words(two).blur();
  await saved(two);
  await told(one).waitFor();
  expect(await words(one).inputValue()).toBe('Half a thought');
  expect((await rowsOf(one, 'pending')).map(({ raw }) => raw)).toEqual(['Half a thought']);
  const address = one.url();
  await Promise.all([one.waitForEvent('close'), one.close({ runBeforeUnload: true })]);
  await two.goto('about:blank');
  await two.goto(address);
  await two.getByText(/We kept what you were typing/).waitFor();
  expect(await words(two).inputValue()).toBe('Half a thought');
  await context.close();
  expect(faults).toEqual([]);
});
