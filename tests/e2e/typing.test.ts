import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { rowsOf } from '../support/kept';
import { officer } from '../support/officer';
import { newPerson } from '../support/person';
import { knownPolicy } from '../support/policies';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Begins an assessment and goes as far as its first question that is answered in words. */
const reachWords = async (page: Page): Promise<void> => {
  await page.goto(`${inject('url')}/#/`);
  await page.getByRole('button', { name: 'Start now' }).click();
  for (const name of [/Organisations with a shared aim/, /^A new partnership/, /^No$/]) {
    await page.getByRole('radio', { name }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  await page.waitForURL((url) => url.hash.endsWith('/n1'));
  await page.getByText('Saved', { exact: true }).waitFor();
};

/** What is kept of what is being typed, the longest text. */
const keptText = async (page: Page): Promise<string> => {
  const texts = (await rowsOf(page, 'pending')).map(({ raw }) => String(raw));
  return texts.toSorted((a, b) => a.length - b.length).at(-1) ?? '';
};

test('what is typed is kept within half a second, however long the typing goes on, and not called saved before', async () => {
  const { context, page, faults } = await newPerson(browser);
  const lies: string[] = [];
  await context.exposeFunction('claimed', async (text: string) => {
    if (!(await keptText(page)).startsWith(text)) lies.push(text);
  });
  await reachWords(page);
  await page.evaluate(() => {
    const status = document.querySelector('[data-saving]');
    const box = document.querySelector<HTMLInputElement>('main form input[type=text], main form textarea');
    const { claimed } = globalThis as unknown as { claimed: (text: string) => void };
    new MutationObserver(() => {
      if (status?.getAttribute('data-saving') === 'saved') claimed(box?.value ?? '');
    }).observe(status ?? document, { attributes: true });
  });
  const box = page.locator('main form').getByRole('textbox').first();
  await box.focus();
  const text = 'Words that somebody types without a pause';
  const late: string[] = [];
  for (let at = 1; at <= text.length; at++) {
    await page.keyboard.type(text.charAt(at - 1));
    await page.waitForTimeout(70);
    const behind = text.slice(0, Math.max(0, at - 7));
    if (at % 4 === 0 && !(await keptText(page)).startsWith(behind)) late.push(behind);
  }
  expect(late).toEqual([]);
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await keptText(page)).toBe(text);
  expect(lies).toEqual([]);
  await context.close();
  expect(faults).toEqual([]);
});

test.each(['close', 'reload', 'leave'] as const)('what was typed right before %s is offered on return', async (how) => {
  const { context, page, faults } = await newPerson(browser);
  await reachWords(page);
  const address = page.url();
  const box = (at: Page) => at.locator('main form').getByRole('textbox').first();
  await box(page).focus();
  await page.keyboard.type('Half a tho');
  let back = page;
  if (how === 'close') {
    back = await context.newPage();
    await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
  } else if (how === 'leave') await page.goto('about:blank');
  else await page.reload();
  await back.goto(address);
  await back.getByText(/We kept what you were typing/).waitFor();
  expect(await box(back).inputValue()).toBe('Half a tho');
  await context.close();
  expect(faults).toEqual([]);
});

test('what is typed right after a field was left and entered again is kept, not what it held when it was left', async () => {
  const { context, page, faults } = await newPerson(browser);
  await reachWords(page);
  const box = page.locator('main form').getByRole('textbox').first();
  await box.fill('Warm rooms');
  await box.evaluate((field: HTMLTextAreaElement) => {
    field.blur();
    field.focus();
    field.setRangeText(' and soup', field.value.length, field.value.length); // before a frame has been painted
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await expect.poll(() => keptText(page)).toBe('Warm rooms and soup');
  await page.locator('[data-saving=saved]').waitFor();
  expect(await box.inputValue()).toBe('Warm rooms and soup');
  await page.reload();
  await expect.poll(() => box.inputValue()).toBe('Warm rooms and soup');
  await context.close();
  expect(faults).toEqual([]);
});

test('the button at the end of a page stays under the pointer, whatever is answered', async () => {
  const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
  const worked = cases.find(({ id }) => id === 'join-another');
  if (!worked) throw new Error('no such case');
  const { context, page, faults } = await newPerson(browser);
  await page.clock.setFixedTime(`${worked.today}T10:00:00Z`);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  const person = officer(page, model, new Map(Object.entries(worked.answers)), worked.today);
  /** How far the button stands from the end of the page, once it is known how much is left. */
  const fromEnd = async (): Promise<number> => {
    await page.getByText(/^(After this page|This is the last page)/).waitFor();
    await page.waitForTimeout(300);
    const foot = await page.evaluate(() => document.documentElement.scrollHeight - scrollY);
    const box = await page.getByRole('button', { name: 'Continue' }).boundingBox();
    return Math.round(foot - (box?.y ?? 0));
  };
  const moved: string[] = [];
  for (const step of person.expected.path) {
    await page.getByRole('heading', { level: 1 }).waitFor();
    const before = await fromEnd();
    await person.fillPage(step);
    const after = await fromEnd();
    if (before !== after) moved.push(`${step.page.id}: ${before} to ${after}`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL((url) => !url.hash.endsWith(step.page.id));
  }
  expect({ moved, faults }).toEqual({ moved: [], faults: [] });
  await context.close();
});
