import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomAnswers, seeded } from '../support/answers';
import { launchBrowser } from '../support/browser';
import { officer } from '../support/officer';
import { newPerson } from '../support/person';
import { knownPolicy } from '../support/policies';
import { siteWith } from '../support/site';

const { model } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
const today = new Date().toISOString().slice(0, 10);
const year = String(Number(today.slice(0, 4)) + 1);
const labelOf = (field: string): string => {
  const label = model.places.get(field)?.field.label;
  return label && 'en' in label ? label.en : '';
};

let browser: Browser;
let site: Awaited<ReturnType<typeof siteWith>>;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await siteWith({
    'equipment/1.0.0.json': 'tests/fixtures/equipment/1.0.0.json',
    'settings/lending.json': 'tests/fixtures/equipment/settings.json',
  });
});
afterAll(async () => {
  await browser.close();
  site.close();
});

/** The answers that a field has been given so far, by the list of them in another tab. */
const given = async (context: BrowserContext, page: Page, field: string): Promise<readonly string[]> => {
  await page.locator('[data-saving=saved]').waitFor();
  const other = await context.newPage();
  await other.goto(page.url().replace(/\/q\/.*/, '/history'));
  await other.getByRole('table').waitFor();
  const rows = await other
    .getByRole('row')
    .filter({ hasText: labelOf(field) })
    .all();
  const texts = await Promise.all(rows.map(async (row) => row.getByRole('cell').nth(2).innerText()));
  await other.close();
  return texts;
};

test('a whole number, a date or an amount that is whole and fits is an answer once it is left; others wait', async () => {
  const answers = [...Array(300).keys()]
    .map((seed) => randomAnswers(model, seeded(seed), { today, optional: 'filled' }))
    .find((found) => found.has('deposit-amount'));
  if (!answers) throw new Error('no answers come to a deposit');
  const { context, page, faults } = await newPerson(browser);
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start now' }).click();
  const person = officer(page, model, answers, today);
  const reach = async (id: string): Promise<void> => {
    const from = person.expected.path.findIndex((step) => page.url().endsWith(`/q/${step.page.id}`));
    for (const step of person.expected.path.slice(Math.max(0, from))) {
      if (step.page.id === id) break;
      await person.answerPage(step);
    }
    await page.waitForURL((url) => url.hash.endsWith(`/q/${id}`));
    await page.locator('main form').waitFor();
  };

  await reach('event');
  const days = page.getByRole('textbox', { name: labelOf('event-days') });
  const date = page.getByRole('group', { name: labelOf('event-date') });
  const box = (name: RegExp) => date.getByRole('textbox', { name });
  for (const [text, expected] of [
    ['0', []],
    ['3', ['3']],
    ['many', ['3']],
  ] as const) {
    await days.fill(text);
    await days.blur();
    expect((await given(context, page, 'event-days')).map((found) => found.charAt(0))).toEqual(expected);
  }

  await box(/^Day/).fill('5');
  await box(/^Month/).fill('6');
  await days.focus();
  expect(await given(context, page, 'event-date')).toEqual([]);
  await box(/^Year/).fill('2001');
  await days.focus();
  expect(await given(context, page, 'event-date')).toEqual([]);
  await box(/^Year/).fill(year);
  await days.focus();
  expect(await given(context, page, 'event-date')).toEqual([`5 June ${year}`]);
  await box(/^Day/).fill('6');
  await box(/^Month/).focus();
  expect(await given(context, page, 'event-date')).toEqual([`5 June ${year}`]);
  await days.focus();
  expect(await given(context, page, 'event-date')).toEqual([`5 June ${year} (replaced later)`, `6 June ${year}`]);

  await page.reload();
  await page.locator('main form').waitFor();
  expect(await days.inputValue()).toBe('many');
  expect(await box(/^Day/).inputValue()).toBe('6');

  await reach('deposit');
  const amount = page.getByRole('textbox', { name: labelOf('deposit-amount') });
  for (const [text, expected] of [
    ['30k', []],
    ['1,250.50', ['£1,250.50']],
  ] as const) {
    await amount.fill(text);
    await amount.blur();
    expect(await given(context, page, 'deposit-amount')).toEqual(expected);
  }
  await context.close();
  expect(faults).toEqual([]);
});
