import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { databaseName } from '../../src/storage/open';
import { launchBrowser } from '../support/browser';
import { rowsOf } from '../support/kept';
import { newPerson } from '../support/person';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Begins an assessment and answers its first question. */
const beginOne = async (page: Page): Promise<void> => {
  await page.goto(`${inject('url')}/#/`);
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio', { name: /Organisations with a shared aim/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: /^A new partnership/ }).waitFor();
  await page.locator('[data-saving=saved]').waitFor();
};

/** Upgrades the database as the app of the next version would; beside it or before it writes the row of its version. */
const upgrade = (page: Page): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((done, failed) => {
        const looking = indexedDB.open(name);
        looking.addEventListener('success', () => {
          const next = (Math.floor(looking.result.version / 10) + 1) * 10;
          looking.result.close();
          const opening = indexedDB.open(name, next);
          opening.addEventListener('upgradeneeded', () => void opening.result.createObjectStore('later'));
          opening.addEventListener('error', () => failed(new Error('not upgraded')));
          opening.addEventListener('success', () => {
            opening.result.close();
            done(next);
          });
        });
      }),
    databaseName,
  );

test('a tab stops writing when another upgrades the database, and says what to do; then the old app opens nothing', async () => {
  const { context, page: old, faults } = await newPerson(browser);
  await beginOne(old);
  const entries = await rowsOf(old, 'entries');
  const later = await context.newPage();
  await later.goto(`${inject('url')}/decision-trees/index.json`);
  const version = await upgrade(later);

  await old.getByRole('heading', { name: 'Another tab has changed how your work is kept' }).waitFor();
  expect(await old.getByRole('radio').count()).toBe(0);
  expect(await rowsOf(later, 'entries')).toEqual(entries);

  const address = old.url();
  await old.getByRole('button', { name: 'Reload the page' }).click();
  await old.getByText(/made with a newer version of this app\. They are safe and unchanged/).waitFor();
  expect(old.url()).toBe(address);
  for (const place of ['/', '/drafts']) {
    await old.goto(`${inject('url')}/#${place}`);
    await old.reload();
    await old.getByText(/made with a newer version of this app/).waitFor();
  }
  await old.goto(`${inject('url')}/#/new/partnership`);
  await old.getByText(/made with a newer version of this app/).waitFor();
  expect(await rowsOf(later, 'entries')).toEqual(entries);
  expect(
    await later.evaluate(
      async (name) => (await indexedDB.databases()).find((one) => one.name === name)?.version,
      databaseName,
    ),
  ).toBe(version);
  await context.close();
  expect(faults).toEqual([]);
});
