import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Answer } from '../../src/policy/answer';
import { launchBrowser } from '../support/browser';
import { officer } from '../support/officer';
import { newPerson } from '../support/person';
import { knownPolicy } from '../support/policies';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const today = new Date().toISOString().slice(0, 10);
const grant = new Map<string, Answer>(Object.entries(cases.find((one) => one.id === 'grant-exit')?.answers ?? {}));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const start = async (page: Page): Promise<void> => {
  await page.goto(`${inject('url')}/#/`);
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio').first().waitFor();
};

/** Begins an assessment and stops at its third question. */
const beginOne = async (page: Page): Promise<void> => {
  await start(page);
  await page.getByRole('radio', { name: /Organisations with a shared aim/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: /^A new partnership/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => url.hash.endsWith('/s3'));
  await page.getByText('Saved', { exact: true }).waitFor();
};

/** Opens the list and waits for what is on it: its heading is there before the disk has answered. */
const openList = async (page: Page): Promise<void> => {
  await page.goto(`${inject('url')}/#/`);
  await page.getByRole('link', { name: 'All your assessments and records' }).click();
  await page.locator('main').getByRole('heading', { level: 3 }).first().waitFor();
};

const item = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

const names = (page: Page): Promise<readonly string[]> =>
  page.locator('main ul').first().getByRole('heading', { level: 3 }).allInnerTexts();

const rename = async (page: Page, from: string, to: string): Promise<void> => {
  await item(page, from)
    .first()
    .getByRole('button', { name: /^Rename/ })
    .click();
  await page.getByRole('textbox', { name: 'Name in this list' }).fill(to);
  await page.getByRole('button', { name: 'Save the name' }).click();
};

test('starting and leaving without an answer leaves nothing, however often', async () => {
  const { context, page, faults } = await newPerson(browser);
  for (let times = 0; times < 5; times++) await start(page);
  await page.goto(`${inject('url')}/#/`);
  await page.getByRole('button', { name: 'Start now' }).waitFor();
  expect(await page.getByRole('link', { name: 'All your assessments and records' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: /^Carry on/ }).count()).toBe(0);
  await page.goto(`${inject('url')}/#/drafts`);
  await page.getByText('There are no assessments here.').waitFor();
  await context.close();
  expect(faults).toEqual([]);
});

test('drafts are found, put in order, renamed and copied, and each is carried on where it stopped', async () => {
  const { context, page, faults } = await newPerson(browser);
  await start(page);
  await officer(page, model, grant, today).answerAll();
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
  await page.getByText('Village hall repairs').first().waitFor();
  await beginOne(page);
  await beginOne(page);
  await openList(page);
  await expect.poll(() => names(page)).toEqual(['Not named yet', 'Not named yet', 'Village hall repairs']);

  await rename(page, 'Not named yet', ' Siân’s   cameras ');
  await item(page, 'Siân’s cameras').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Siân’s cameras');
  await page.getByRole('status').filter({ hasText: 'Renamed to “Siân’s cameras”.' }).waitFor();
  await rename(page, 'Not named yet', 'Bad 😀');
  await page.getByText(/Replace these characters, which the record cannot hold: 😀/).waitFor();
  await page.getByRole('textbox', { name: 'Name in this list' }).fill('Allotments');
  await page.getByRole('button', { name: 'Save the name' }).click();
  await item(page, 'Allotments').waitFor();

  const order = page.getByLabel('Sort by');
  await order.selectOption('Name');
  await expect.poll(() => names(page)).toEqual(['Allotments', 'Siân’s cameras', 'Village hall repairs']);
  const search = page.getByRole('searchbox');
  await search.fill('sian');
  await expect.poll(() => names(page)).toEqual(['Siân’s cameras']);
  await page.getByRole('status').filter({ hasText: '1 of 3 assessments' }).waitFor();
  await search.fill('recommendation that is nowhere');
  expect(await page.getByRole('heading', { level: 3 }).count()).toBe(0);
  await search.fill('village');
  await item(page, 'Village hall repairs')
    .getByText(/^Recommendation: /)
    .waitFor();
  await search.fill('');

  await item(page, 'Siân’s cameras')
    .getByRole('button', { name: /^Duplicate/ })
    .click();
  const done = page.getByRole('alert');
  await done.getByText('Duplicated as “Copy of Siân’s cameras”.').waitFor();
  for (const name of ['Siân’s cameras', 'Copy of Siân’s cameras']) {
    await openList(page);
    await page.getByRole('link', { name, exact: true }).click();
    await page.waitForURL((url) => url.hash.endsWith('/s3'));
    await page.getByRole('link', { name: 'Back' }).click();
    await page.waitForURL((url) => url.hash.endsWith('/s1'));
    expect(await page.getByRole('radio', { name: /^A new partnership/ }).isChecked()).toBe(true);
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.goto(page.url().replace(/s1$/, 's3'));
  }
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => url.hash.endsWith('/n1'));
  await page.goto(`${inject('url')}/#/`);
  await page.getByRole('button', { name: 'Carry on with Copy of Siân’s cameras' }).click();
  await page.waitForURL((url) => url.hash.endsWith('/n1'));
  await openList(page);
  await page.getByRole('link', { name: 'Siân’s cameras', exact: true }).click();
  await page.waitForURL((url) => url.hash.endsWith('/s3'));
  await context.close();
  expect(faults).toEqual([]);
});

test('drafts are archived and deleted, each taken back with one click, and nothing is gone before it is said', async () => {
  const { context, page, faults } = await newPerson(browser);
  await beginOne(page);
  await openList(page);
  await rename(page, 'Not named yet', 'Cameras');
  await item(page, 'Cameras').waitFor();
  const done = page.getByRole('alert');
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

  await item(page, 'Cameras')
    .getByRole('button', { name: /^Archive/ })
    .click();
  await done.getByText('Archived “Cameras”.').waitFor();
  await page.getByText('Archived (1)').click();
  await item(page, 'Cameras')
    .getByRole('button', { name: /^Take out of the archive/ })
    .click();
  await done.getByText('“Cameras” is out of the archive.').waitFor();
  expect(await page.getByText(/^Archived \(/).count()).toBe(0);

  await item(page, 'Cameras')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await done.getByText('Deleted “Cameras”.').waitFor();
  expect(await focused()).toContain('Deleted “Cameras”.');
  await page.getByText('There are no assessments here.').waitFor();
  await done.getByRole('button', { name: 'Undo' }).click();
  await done.getByText('“Cameras” is back.').waitFor();
  await page.getByRole('link', { name: 'Cameras', exact: true }).click();
  await page.waitForURL((url) => url.hash.endsWith('/s3'));
  const draft = page.url();

  await openList(page);
  await item(page, 'Cameras')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await done.getByText('Deleted “Cameras”.').waitFor();
  await page.goto(draft);
  await page.getByText(/You have deleted this assessment/).waitFor();
  await page.goto(`${inject('url')}/#/drafts`);
  await page.getByText('Deleted (1)').click();
  await item(page, 'Cameras')
    .getByRole('button', { name: /^Put back/ })
    .click();
  await item(page, 'Cameras')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await page.getByText('Deleted (1)').click();
  await item(page, 'Cameras')
    .getByRole('button', { name: /^Delete for good/ })
    .click();
  const ask = page.getByRole('region', { name: 'Important' });
  await ask.getByRole('button', { name: 'Keep it' }).click();
  expect(await focused()).toMatch(/^Delete for good/);
  await item(page, 'Cameras')
    .getByRole('button', { name: /^Delete for good/ })
    .click();
  await ask.getByRole('button', { name: 'Delete for good' }).click();
  await done.getByText('Deleted “Cameras” for good.').waitFor();
  expect(await page.getByText('Cameras', { exact: true }).count()).toBe(0);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await context.close();
  expect(faults).toEqual([]);
});

test('a tab never says that it saved what went into a draft that another tab deleted for good; in the bin it comes back', async () => {
  const { context, page: first, faults } = await newPerson(browser);
  await beginOne(first);
  const second = await context.newPage();
  await openList(second);
  await second.getByRole('button', { name: /^Delete/ }).click();
  await second.getByRole('alert').getByText('Deleted “Not named yet”.').waitFor();
  await first.getByRole('radio', { name: 'No', exact: true }).check();
  await first.getByRole('button', { name: 'Continue' }).click();
  await first.waitForURL((url) => url.hash.endsWith('/n1'));
  await first.getByText('Saved', { exact: true }).waitFor();
  await openList(second);
  await second.getByRole('button', { name: /^Delete/ }).click();
  await second.getByText('Deleted (1)').click();
  await second.getByRole('button', { name: /^Delete for good/ }).click();
  await second.getByRole('region', { name: 'Important' }).getByRole('button', { name: 'Delete for good' }).click();
  await second
    .getByRole('alert')
    .getByText(/for good/)
    .waitFor();
  await first.getByRole('textbox').first().fill('A name');
  await first.getByText('Not saved', { exact: true }).waitFor();
  await first.waitForTimeout(600);
  expect(await first.getByText('Saved', { exact: true }).count()).toBe(0);
  await context.close();
  expect(faults).toEqual([]);
});
