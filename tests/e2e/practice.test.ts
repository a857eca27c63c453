import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Answer } from '../../src/policy/answer';
import { launchBrowser } from '../support/browser';
import { runTool } from '../support/commands';
import { officer } from '../support/officer';
import { newPerson, signAndDownload } from '../support/person';
import { knownPolicy } from '../support/policies';
import { outsideTool } from '../support/tools';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const today = new Date().toISOString().slice(0, 10);
const answersOf = (id: string): ReadonlyMap<string, Answer> =>
  new Map(Object.entries(cases.find((one) => one.id === id)?.answers ?? {}));

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'practice-'));
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const beginPractice = async (page: Page): Promise<void> => {
  await page.goto(inject('url'));
  await page.getByRole('link', { name: 'Practise with an example' }).click();
  await page.getByText('Everything here is invented').waitFor();
  await page.getByRole('button', { name: 'Begin practice' }).first().click();
  await page.getByRole('radio').first().waitFor();
};

/** The screen says that it is for practice, before its heading and first in the browser's tab. */
const saysPractice = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('region', { name: 'PRACTICE' }).getByText('This decides nothing.').waitFor();
  await expect.poll(() => page.title()).toMatch(/^PRACTICE: /);
};

const keysIn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('partnership-evaluation');
        opening.addEventListener('success', () => {
          const count = opening.result.transaction('keys').objectStore('keys').count();
          count.addEventListener('success', () => {
            opening.result.close();
            resolve(count.result);
          });
        });
      }),
  );

test('practice is kept apart on every screen, on every page of its record, in every verdict, and in the list', async () => {
  const { context, page, faults } = await newPerson(browser);
  await beginPractice(page);
  await officer(page, model, answersOf('grant-exit'), today).answerAll(() => saysPractice(page));
  const at = (place: string): Promise<unknown> => page.goto(page.url().replace(/(#\/a\/[^/]+).*/, `$1${place}`));
  for (const place of ['', '/history', '/guidance', '/outcome', '/check', '/nowhere', '/check']) {
    await at(place);
    await saysPractice(page);
  }
  await page.getByRole('button', { name: 'Continue to the recommendation' }).click();
  await page.getByRole('button', { name: 'Sign the record' }).waitFor();
  await saysPractice(page);
  await at('/check');
  const file = join(folder, 'practice.pdf');
  writeFileSync(file, readFileSync(await signAndDownload(page, 'Siân Ó Briain')));
  await saysPractice(page);
  await page.getByRole('heading', { name: 'What would happen next' }).waitFor();
  expect(await page.getByRole('link', { name: /email/ }).count()).toBe(0);
  expect(await page.getByRole('button', { name: /certificate/ }).count()).toBe(0);
  expect(await keysIn(page)).toBe(0);

  const pdftotext = outsideTool('pdftotext');
  const pages =
    pdftotext?.('-layout', file, '-')
      .stdout.split('\f')
      .filter((one) => one.trim() !== '') ?? [];
  for (const one of pages) expect(one.trimStart()).toMatch(/^PRACTICE, decides nothing/);
  if (pdftotext) expect(pages.join(' ')).toContain('PRACTICE Siân Ó Briain');
  const { status, stdout } = runTool('verify', file);
  expect(status).toBe(0);
  expect(stdout.split('\n')[0]).toContain('PRACTICE, decides nothing');
  expect(stdout.split('\n')[1]).toMatch(/^ +Take note +Practice: PRACTICE/);

  await page.goto(`${inject('url')}/#/verify`);
  await page.getByLabel('Signed record (PDF)').setInputFiles(file);
  await page.getByRole('button', { name: 'Check the record' }).click();
  await page.getByRole('heading', { name: /^(\S+ )?PRACTICE, decides nothing/ }).waitFor();
  expect(await page.locator('dl').first().locator('dt').first().textContent()).toBe('Practice');

  await page.goto(`${inject('url')}/#/`);
  await page.getByRole('button', { name: 'Start now' }).click();
  await officer(page, model, answersOf('forum-shares-information'), today).answerAll();
  expect(await page.getByText('PRACTICE').count()).toBe(0);
  const real = await signAndDownload(page, 'Siân Ó Briain');
  expect(readFileSync(real).includes('PRACTICE')).toBe(false);
  expect(await keysIn(page)).toBe(1);
  await page.goto(`${inject('url')}/#/drafts`);
  await page.getByText('2 assessments').waitFor();
  const items = await page
    .locator('main li')
    .filter({ has: page.getByRole('button') })
    .allInnerTexts();
  expect(items.filter((text) => text.includes('PRACTICE'))).toHaveLength(2);
  expect(items).toHaveLength(4);
  await context.close();
  expect(faults).toEqual([]);
});

test('the example opens beside the question, stays open on the next page, and gives way to a guidance note', async () => {
  const { context, page, faults } = await newPerson(browser);
  await beginPractice(page);
  await page.getByRole('radio', { name: /Organisations with a shared aim/ }).check();
  await page.getByRole('button', { name: 'Read the example' }).click();
  const example = page.getByRole('dialog', { name: /^PRACTICE: / });
  await example.getByText('Thistlemoor').first().waitFor();
  expect(await page.getByRole('radio', { name: /Organisations with a shared aim/ }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => url.hash.endsWith('/s1'));
  expect(await example.isVisible()).toBe(true);
  await page.goto(page.url().replace(/q\/s1$/, 'q/s2'));
  await page.getByText('Why we ask, and guidance').click();
  await page
    .getByRole('button', { name: /^Guidance: / })
    .first()
    .click();
  const note = page.getByRole('dialog').filter({ hasNotText: 'Thistlemoor' });
  await note.getByText('PRACTICE').waitFor();
  await expect.poll(() => example.count()).toBe(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);

  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole('button', { name: 'Read the example' }).click();
  await example.waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await example.getByRole('button', { name: 'Close the example' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Read the example');
  await context.close();
  expect(faults).toEqual([]);
});

/** The invented example as its text tells it: the go-ahead case, but for its names and for interests not yet declared. */
test('the example answers every question of its way, and comes to a recommendation', async () => {
  const answers = new Map([...answersOf('new-go-ahead'), ['n1-name', 'The Lantern Table'] as const]);
  answers.set('a13-interests', 'not-yet');
  const { context, page, faults } = await newPerson(browser);
  await beginPractice(page);
  const person = officer(page, model, answers, today);
  await person.answerAll();
  await page.getByRole('button', { name: 'Continue to the recommendation' }).click();
  await page.getByRole('button', { name: 'Sign the record' }).waitFor();
  await saysPractice(page);
  expect(person.expected.outcome).toBe('o2'); // interests are to be declared before the decision
  await context.close();
  expect(faults).toEqual([]);
});
