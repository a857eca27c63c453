import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../../src/policy/walk';
import { randomAnswers, seeded } from '../support/answers';
import { launchBrowser } from '../support/browser';
import { edited } from '../support/edit';
import { officer } from '../support/officer';
import { newPerson, signAndDownload } from '../support/person';
import { knownPolicy, readJson } from '../support/policies';
import { siteWith } from '../support/site';

const { model } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
const today = new Date().toISOString().slice(0, 10);
const folder = mkdtempSync(join(tmpdir(), 'settings-'));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** A site that lends equipment, with something else in the app's block of its settings. */
const siteOf = (key: string, value: unknown): ReturnType<typeof siteWith> => {
  const file = join(folder, `${key}.json`);
  writeFileSync(file, JSON.stringify(edited(readJson('tests/fixtures/equipment/settings.json'), `app.${key}`, value)));
  return siteWith({ 'equipment/1.0.0.json': 'tests/fixtures/equipment/1.0.0.json', 'settings/lending.json': file });
};

describe('the council’s colour', () => {
  const headerOf = (page: Page): Promise<string> =>
    page.locator('.govuk-generic-header').evaluate((header) => getComputedStyle(header).backgroundColor);
  test.each([
    ['is the header’s where white text can be read on it', '#5b2166', 'rgb(91, 33, 102)', 0],
    ['is not used where it is too pale, and the start page says so', '#ffdd00', 'rgb(29, 112, 184)', 1],
  ])('%s', async (_what, colour, shown, warnings) => {
    const site = await siteOf('brandColour', colour);
    const { context, page, faults } = await newPerson(browser);
    await page.goto(site.url);
    await page.getByRole('link', { name: 'Harbour Town Council' }).waitFor();
    await page.getByRole('button', { name: 'Start now' }).waitFor();
    expect(await headerOf(page)).toBe(shown);
    expect(await page.getByText(`the council’s colour ${colour}, so it is not used`).count()).toBe(warnings);
    await context.close();
    site.close();
    expect(faults).toEqual([]);
  });
});

const isFile = (key: string): boolean => model.places.get(key.split('/')[0] ?? key)?.field.kind === 'file';

test('all evidence of an assessment is held to the council’s limit, and the record’s address is shown at the end', async () => {
  const site = await siteOf('evidence', { types: ['application/pdf'], bytesEach: 15_000, bytesAll: 20_000 });
  const answers = [...Array(300).keys()]
    .map((seed) => randomAnswers(model, seeded(seed), { today, optional: 'filled' }))
    .find((found) => [...found.keys()].some(isFile));
  if (!answers) throw new Error('no answers hold a file');
  const { context, page, faults } = await newPerson(browser);
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start now' }).click();
  const person = officer(page, model, answers, today);
  const give = async (name: string, size: number): Promise<void> =>
    page.getByLabel(/^Insurance certificate/).setInputFiles({
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.alloc(size, name),
    });
  let tried = 0;
  for (const step of person.expected.path) {
    await page.waitForURL((url) => url.hash.endsWith(`/${addressOf(step)}`));
    await page.locator('main form').waitFor();
    if (step.page.fields.some((field) => field.kind === 'file')) {
      tried++;
      await page.getByRole('radio', { name: 'Yes' }).first().check();
      await give('one.pdf', 12_500);
      await page.getByRole('button', { name: 'Remove one.pdf' }).waitFor();
      await give('huge.pdf', 16_000);
      await page.getByText('huge.pdf is larger than 15 kB.').waitFor();
      await give('two.pdf', 8_000);
      await page.getByText('two.pdf does not fit.').waitFor();
      await page.getByText(/may come to 20 kB together, and 7 kB is left/).waitFor();
      await give('small.pdf', 7_500);
      await page.getByRole('button', { name: 'Remove small.pdf' }).click();
      await page.getByRole('button', { name: 'Remove one.pdf' }).click();
    }
    await person.answerPage(step);
  }
  expect(tried).toBe(1);
  await signAndDownload(page, 'Priya Lender');
  await page.getByText('for a copy: stores@harbour-town.example').waitFor();
  await page.getByText('A covering email').click();
  const email = page.getByRole('link', { name: 'Open it in your email program' });
  expect(await email.getAttribute('href')).toMatch(/^mailto:\?cc=stores%40harbour-town\.example&subject=/);
  await context.close();
  site.close();
  expect(faults).toEqual([]);
});
