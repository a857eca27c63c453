import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { officer } from '../support/officer';
import { newPerson } from '../support/person';
import { knownPolicy } from '../support/policies';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const today = new Date().toISOString().slice(0, 10);
const risks = model.lists.get('risks')?.items.map((item) => item.label.en) ?? [];

/** What the officer chooses for each risk: all low, but for one that is high and one that is medium. */
const levels = (risk: string): readonly [likelihood: string, impact: string] => {
  if (risk === 'Money and fraud') return ['3', '4'];
  return risk === 'Partners and relationships' ? ['2', '3'] : ['1', '2'];
};

let browser: Browser;
let page: Page;

/** An officer who has come as far as the grid. */
beforeAll(async () => {
  browser = await launchBrowser();
  const found = cases.find((one) => one.id === 'existing-very-high-risk');
  ({ page } = await newPerson(browser));
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  const person = officer(page, model, new Map(Object.entries(found?.answers ?? {})), today);
  for (const step of person.expected.path) {
    if (step.page.id === 'r1') break;
    await person.answerPage(step);
  }
  await grid().waitFor();
}, 120_000);
afterAll(() => browser.close());

const grid = (): Locator => page.getByRole('table', { name: 'Risks', exact: true });
const control = (label: string, risk: string): Locator => grid().getByLabel(`${label} (${risk})`, { exact: true });
const rating = (label: string, risk: string): Locator =>
  grid().getByRole('group', { name: `${label} (${risk})`, exact: true });
const applies = (risk: string): Locator =>
  grid().getByRole('checkbox', { name: `Does it apply? (${risk}) Yes`, exact: true });
const chosen = (label: string, risk: string): Locator => rating(label, risk).getByRole('radio', { checked: true });

/** How far the page reaches beyond a narrow screen. */
const overflow = async (): Promise<number> => {
  await page.setViewportSize({ width: 320, height: 900 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - 320);
  await page.setViewportSize({ width: 1280, height: 900 });
  return wide;
};

describe('the grid of risks', () => {
  test('names in the summary what is missing, says it in the cell, and leads there', async () => {
    await page.getByRole('button', { name: 'Continue' }).click();
    const summary = page.getByRole('alert');
    await summary.getByRole('link', { name: /^Money and fraud, Impact: / }).click();
    const impact = rating('Impact', 'Money and fraud');
    const first = impact.getByRole('radio', { name: '1 Insignificant' });
    expect(await first.evaluate((element) => element === document.activeElement)).toBe(true);
    const described = await impact.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).textContent()).toMatch(/^Error: /);
    // nothing is asked in words yet, since no risk has a score
    expect(await grid().getByRole('textbox').count()).toBe(0);
    expect(await summary.getByRole('link', { name: /Does it apply/ }).count()).toBe(0);
    expect(await overflow()).toBe(0);
  });

  test('is filled by keyboard alone, asks for words only from medium up, and says what a row has come to', async () => {
    await rating('Likelihood', risks[0] ?? '')
      .getByRole('radio')
      .first()
      .focus();
    const focused = async (): Promise<string> =>
      (await page.evaluate(() => {
        const at = document.activeElement as HTMLInputElement;
        const legend = at.type === 'radio' ? at.closest('fieldset')?.querySelector('legend') : undefined;
        return (legend ?? at.labels?.[0])?.textContent;
      })) ?? '';
    const spoken = page.locator('[aria-live=polite]').filter({ hasText: /\d, (low|medium|high)/ });
    for (const risk of risks) {
      const [likelihood, impact] = levels(risk);
      expect(await focused()).toBe(`Likelihood (${risk})`);
      await page.keyboard.type(likelihood);
      await page.keyboard.press('Tab');
      expect(await focused()).toBe(`Impact (${risk})`);
      await page.keyboard.press('Space');
      for (let level = 1; level < Number(impact); level++) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe(`Does it apply? (${risk})`);
      await page.keyboard.press('Tab');
      if (risk === 'Money and fraud') await expect.poll(() => spoken.textContent()).toBe('Money and fraud: 12, high');
      if (Number(likelihood) * Number(impact) < 5) continue;
      expect(await focused()).toBe(`The worst that could realistically happen (${risk})`);
      await page.keyboard.type('The money ends a year early');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe(`Owner (optional) (${risk})`);
      await page.keyboard.press('Tab');
    }
    expect(await focused()).toBe('Who took part?');
    await page.keyboard.type('Both partners');
    expect(await grid().getByRole('textbox').count()).toBe(2);
  });

  test('asks why a risk does not apply, and nothing else of it', async () => {
    const [first = ''] = risks;
    await applies(first).press('Space');
    expect(await rating('Likelihood', first).count()).toBe(0);
    await page.keyboard.press('Tab');
    const why = control('Why does it not apply?', first);
    expect(await why.evaluate((element) => element === document.activeElement)).toBe(true);
    await applies(first).press('Space');
    expect(await chosen('Likelihood', first).inputValue()).toBe('1');
    await rating('Likelihood', first).getByRole('radio', { name: /^2/ }).click();
    expect(await chosen('Likelihood', first).inputValue()).toBe('2');
    expect(await rating('Likelihood', first).getByText('Unlikely', { exact: true }).last().isVisible()).toBe(true);
    await rating('Likelihood', first).getByRole('radio', { name: /^1/ }).click();
  });

  test('is drawn as a matrix that can be read by its rows and columns, with the numbers of the risks above', async () => {
    const matrix = page.getByRole('table', { name: 'Risks before action' });
    expect(await matrix.getByRole('columnheader').allTextContents()).toContain('4 Major');
    const row = matrix.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '3 Possible' }) });
    expect(await row.getByRole('cell').nth(3).textContent()).toBe('12 High3 Money and fraud');
    await grid()
      .getByRole('rowheader', { name: /^3\. Money and fraud/ })
      .waitFor();
    // its score stands in the row: no list says it again
    expect(await page.getByRole('listitem').filter({ hasText: 'Money and fraud' }).allTextContents()).toEqual([
      '3 Money and fraud',
    ]);
  });

  test('asks for the words of a risk below it, over the whole width of the grid', async () => {
    const words = control('The worst that could realistically happen', 'Money and fraud');
    const [whole, own] = [await grid().boundingBox(), await words.locator('xpath=ancestor::td').boundingBox()];
    expect(own?.width).toBe(whole?.width);
  });

  test('keeps its head in sight, and what has the focus clear of it', async () => {
    const head = grid().getByRole('columnheader', { name: 'Impact' });
    const before = rating('Likelihood', 'Council staff and capacity').getByRole('radio', { checked: true });
    const after = rating('Impact', 'Council staff and capacity').getByRole('radio', { checked: true });
    await before.evaluate((element) => {
      element.focus();
      window.scrollBy(0, element.getBoundingClientRect().top - 20);
    });
    expect(await head.evaluate((element) => Math.round(element.getBoundingClientRect().top))).toBe(0);
    await page.keyboard.press('Tab');
    expect(await after.evaluate((element) => element === document.activeElement)).toBe(true);
    const [above, below] = [await head.boundingBox(), await after.boundingBox()];
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
  });
});

describe('after the grid', () => {
  test('a full card is asked for the high risk, says why and what was said, and for no other', async () => {
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(/\/card\/c3$/);
    const heading = page.getByRole('heading', { level: 1 });
    await heading.filter({ hasText: 'Money and fraud' }).waitFor();
    expect(await page.getByText('Card 1 of 1').count()).toBe(1);
    expect(await page.getByText('because this risk scores 12.').count()).toBe(1);
    const said = page.locator('dl').first();
    expect(await said.getByRole('definition').allTextContents()).toEqual([
      '3 – Possible',
      '4 – Major',
      '12',
      'High',
      'The money ends a year early',
    ]);
    expect(await overflow()).toBe(0);
    await page.getByText('You can also add: Cause and consequence').click();
    await page.getByRole('textbox', { name: 'Cause and consequence' }).fill('The grant ends early');
    await page.getByRole('radio', { name: 'The council' }).check();
    await page.getByRole('textbox', { name: 'Controls already in place' }).fill('A reserve');
    await page.getByRole('radio', { name: /treat/ }).check();
    await page.getByRole('textbox', { name: 'Further action' }).fill('Find a second funder');
    const due = page.getByRole('group', { name: 'Date the action is due' });
    await due.getByRole('textbox', { name: 'Month' }).fill('6');
    await due.getByRole('textbox', { name: 'Year' }).fill('2027');
    await page.getByRole('group', { name: 'Likelihood after action' }).getByRole('radio').nth(1).check();
    await page.getByRole('group', { name: 'Impact after action' }).getByRole('radio').nth(2).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
  });

  test('the recommendation shows where the risks were and are after action, and by how much each has moved', async () => {
    await page.getByRole('button', { name: 'Continue to the recommendation' }).click();
    const matrix = page.getByRole('table', { name: 'Risks after action' });
    await matrix.waitFor();
    for (const [row, text] of [
      ['3 Possible', '12 High3'], // where it was, in an outline
      ['2 Unlikely', '6 Medium3 Money and fraud5 Partners and relationships'],
    ] as const) {
      const cells = matrix.getByRole('row').filter({ has: page.getByRole('rowheader', { name: row }) });
      expect(await cells.getByRole('cell').allTextContents()).toContain(text);
    }
    const moved = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '3. Money and fraud' }) });
    expect(await moved.getByRole('cell').allTextContents()).toEqual(['3 × 4 = 12 High ', '2 × 3 = 6 Medium down 6']);
    expect(await overflow()).toBe(0);
  });
});
