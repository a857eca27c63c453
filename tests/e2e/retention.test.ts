import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { addDays, addMonths, writtenDate } from '../../src/base/calendar';
import type { Answer } from '../../src/policy/answer';
import { launchBrowser } from '../support/browser';
import { rowsOf } from '../support/kept';
import { newPerson } from '../support/person';
import { knownPolicy } from '../support/policies';
import { seedDraft } from '../support/seed';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const answers = new Map<string, Answer>(
  Object.entries(cases.find(({ id }) => id === 'new-high-risk')?.answers ?? {}).slice(0, 8),
);
const { drafts: months = 0, names = 0 } = model.settings.app.retentionMonths ?? {};
const today = '2026-11-22';
/** The last day of a week that begins today. */
const week = addDays(today, 6);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = async (page: Page, address: string, day: string): Promise<void> => {
  await page.clock.setFixedTime(`${day}T10:00:00Z`);
  await page.goto('about:blank'); // the app starts anew
  await page.goto(`${inject('url')}/#${address}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 3, name, exact: true });

test('what is past the council’s period is announced with its last day, and is gone a week later when the app starts', async () => {
  const { context, page, faults } = await newPerson(browser);
  await open(page, '/', today);
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio').first().waitFor();
  const ends = { Past: addDays(today, -3), Near: addDays(today, 20), Far: addDays(today, 90) };
  for (const [index, [title, end]] of Object.entries(ends).entries())
    await seedDraft(page, model, answers, {
      seed: index + 1,
      title,
      row: { updatedAt: `${addMonths(end, -months)}T09:00:00+00:00` },
    });

  await open(page, '/', today);
  await page.getByText(/2 assessments will be deleted from this browser within a month/).waitFor();
  await page.getByRole('link', { name: 'See the list' }).click();
  const item = (name: string) => page.getByRole('listitem').filter({ has: heading(page, name) });
  await item('Past')
    .getByText(`Kept until ${writtenDate(week)}`)
    .waitFor();
  await item('Near')
    .getByText(`Kept until ${writtenDate(ends.Near)}`)
    .waitFor();
  expect(
    await item('Far')
      .getByText(/Kept until/)
      .count(),
  ).toBe(0);
  await page.getByRole('main').getByRole('link', { name: 'Keep your work safe' }).click();
  await page.getByText(`An assessment is deleted from this browser ${months} months after`).waitFor();
  await page.getByText(`Past: kept until ${writtenDate(week)}`).waitFor();
  await page.getByRole('button', { name: 'Download a backup' }).waitFor();

  await open(page, '/', week);
  await page.getByText(/2 assessments will be deleted/).waitFor();
  await open(page, '/', addDays(today, 7));
  await page.getByText('1 assessment past the council’s time limit was deleted from this browser:').waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: 'Past' }).count()).toBe(1);
  await page.getByRole('link', { name: 'All your assessments and records' }).click();
  await heading(page, 'Near').waitFor();
  expect(await page.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(['Far', 'Near']);
  await context.close();
  expect(faults).toEqual([]);
});

test('names past the council’s period are announced, then gone from everywhere, and the assessment asks for them again', async () => {
  const { context, page, faults } = await newPerson(browser);
  await open(page, '/', today);
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio').first().waitFor();
  const lead = new Map<string, Answer>([...answers, ['n1-lead', 'other'], ['n1-lead-name', 'Siân Ó Briain']]);
  const changed = addMonths(addDays(today, -3), -names);
  await seedDraft(page, model, lead, {
    title: 'Riverside',
    startedAt: `${changed}T09:00:00+00:00`,
    row: { updatedAt: `${changed}T09:00:00+00:00`, name: 'Hall of Siân Ó Briain' },
  });
  await open(page, '/', today);
  await page.getByText('The names of people will be removed from 1 assessment within a month').waitFor();
  await page.getByRole('link', { name: 'See the list' }).click();
  await page.getByText(`The names of people in it are kept until ${writtenDate(week)}`).waitFor();

  const gone = addDays(today, 7);
  await open(page, '/', gone);
  await page.getByText('The names of people were removed from 1 assessment, because').waitFor();
  expect(await page.getByText('Siân').count()).toBe(0);
  await open(page, '/drafts', gone);
  await page.getByText(`The names of people were removed on ${writtenDate(gone)}`).waitFor();
  await page.getByRole('heading', { level: 3 }).getByRole('link').click();
  const banner = page.getByRole('region', { name: 'Important' });
  await banner.getByText(`The names of people were removed from this assessment on ${writtenDate(gone)}.`).waitFor();
  for (const table of ['drafts', 'entries', 'pending'])
    expect(JSON.stringify(await rowsOf(page, table))).not.toContain('Briain');

  await page.waitForURL(/\/q\/n1$/);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^Name of the lead officer/ })
    .waitFor();
  await page.getByRole('textbox', { name: 'Name of the lead officer' }).fill('Ann Example');
  await page.getByRole('textbox', { name: 'Job title of the lead officer' }).fill('Head of Parks');
  await page.getByRole('button', { name: 'Continue' }).click();
  await banner.waitFor({ state: 'detached' });
  await context.close();
  expect(faults).toEqual([]);
});
