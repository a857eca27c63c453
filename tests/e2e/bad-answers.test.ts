import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Answer } from '../../src/policy/answer';
import { walk } from '../../src/policy/walk';
import { launchBrowser } from '../support/browser';
import { newPerson } from '../support/person';
import { knownPolicy } from '../support/policies';
import { seedDraft } from '../support/seed';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const today = new Date().toISOString().slice(0, 10);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The worked answers that end soonest. */
const short = cases
  .map(({ answers }) => new Map<string, Answer>(Object.entries(answers)))
  .toSorted((a, b) => walk(model, a, today).path.length - walk(model, b, today).path.length)
  .find((answers) => walk(model, answers, today).outcome !== undefined);
if (!short) throw new Error('no worked case');

/** A seeded draft that has come to its outcome, and whose signing screen is open. */
const openSigning = async (page: Page, startedAt?: string): Promise<string> => {
  page.setDefaultTimeout(10_000);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio').first().waitFor();
  const id = await seedDraft(page, model, short, { title: 'A proposal', ...(startedAt && { startedAt }) });
  await page.goto(`${inject('url')}/#/sign/${id}`);
  await page.getByRole('textbox', { name: 'Your full name' }).waitFor();
  return id;
};

const fillSigner = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: 'Your full name' }).fill('Siân Ó Briain');
  await page.getByRole('textbox', { name: 'Your job title' }).fill('Officer');
  await page.getByRole('textbox', { name: 'Your service' }).fill('Communities');
  await page.getByRole('checkbox', { name: 'I make this declaration' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
};

/** How many rows a table of the app's database has. */
const count = (page: Page, table: string): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('partnership-evaluation');
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.addEventListener('success', () => {
            opening.result.close();
            resolve(counting.result);
          });
        });
      }),
    table,
  );

describe('a clock that cannot be right', () => {
  test.each([
    ['1970-01-01T09:00:00Z', '1 January 1970'],
    ['2040-06-01T09:00:00Z', '1 June 2040'],
  ])('at %s is named before anything is signed or any key made, and signs once it is set', async (time, shown) => {
    const { context, page, faults } = await newPerson(browser);
    await page.clock.setSystemTime(new Date(time));
    await openSigning(page);
    const before = await count(page, 'entries');
    await fillSigner(page);
    await page
      .getByText(new RegExp(`clock shows ${shown}`))
      .first()
      .waitFor();
    expect([await count(page, 'keys'), await count(page, 'entries')]).toEqual([0, before]);
    await page.clock.setSystemTime(new Date());
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Check what you are about to sign' }).waitFor({ timeout: 30_000 });
    await context.close();
    expect(faults).toEqual([]);
  });

  test('that has been turned back since the beginning is told with what to do, and a copy can be signed', async () => {
    const { context, page, faults } = await newPerson(browser);
    await openSigning(page, '2037-11-22T09:00:00+00:00');
    await fillSigner(page);
    await page
      .getByText(/begun when the clock showed 22 November 2037/)
      .first()
      .waitFor();
    await context.close();
    expect(faults).toEqual([]);
  });
});
