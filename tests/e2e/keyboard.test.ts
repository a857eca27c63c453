import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { words } from '../../src/policy/present';
import { launchBrowser } from '../support/browser';
import { downloaded } from '../support/coming';
import { byKeyboard } from '../support/keyboard';
import { officer } from '../support/officer';
import { beyondOwnFiles, watchNetwork } from '../support/network';
import { newPerson, signAndDownload, refuse } from '../support/person';
import { knownPolicy } from '../support/policies';
import { madeRecord } from '../verify/made';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test(
  'a review with its risks is walked, signed and read with the keyboard alone, and nothing of it leaves the device',
  { timeout: 300_000 },
  async () => {
    const worked = cases.find(({ id }) => id === 'existing-high-risk');
    if (!worked) throw new Error('no such case');
    const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1280, height: 900 } });
    const network = watchNetwork(context);
    const seen = await context.newPage();
    await context.clock.setFixedTime(`${worked.today}T10:00:00Z`);
    const page = byKeyboard(seen);
    await page.goto(inject('url'));
    await page.getByRole('button', { name: 'Start now' }).first().click();
    const person = officer(page, model, new Map(Object.entries(worked.answers)), worked.today);
    await person.answerAll();
    const file = await signAndDownload(page, 'Siân Ó Briain');
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByRole('link', { name: /Read/ }).first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const outcome = model.outcomes.get(person.expected.outcome ?? '');
    if (!outcome) throw new Error('the case comes to no outcome');
    await page
      .getByText(words(person.expected, outcome.title, 'en'))
      .first()
      .waitFor();
    expect(beyondOwnFiles(network, inject('url'), 'dist')).toEqual([]);
    expect(new Set(network.map(({ by }) => by))).toEqual(new Set(['page', 'service worker']));
  },
);

test(
  'a record is checked, read beside its pages and decided on with the keyboard alone',
  { timeout: 300_000 },
  async () => {
    const record = { name: 'record.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await madeRecord()) };
    const { context, page: seen } = await newPerson(browser);
    const page = byKeyboard(seen);
    await page.goto(inject('url'));
    await page.getByRole('link', { name: 'Check a record', exact: true }).first().click();
    await page.getByLabel('Signed record (PDF)').setInputFiles(record);
    await page.getByRole('button', { name: 'Check the record' }).click();
    await page.getByRole('heading', { name: 'The record is what was signed' }).waitFor();
    await page.locator('canvas[aria-busy=false]').first().waitFor();
    await page.getByRole('status').filter({ hasText: 'Page 1 of' }).waitFor();
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByRole('status').filter({ hasText: 'Page 2 of' }).waitFor();

    await page.goto(`${inject('url')}/#/decide`);
    await page.getByLabel('Signed document (PDF)').setInputFiles(record);
    await page.getByRole('button', { name: 'Check the file and continue' }).click();
    await refuse(page);
    const download = await downloaded(seen, () => page.getByRole('button', { name: 'Sign and download' }).click());
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await page.getByRole('heading', { name: /signed$/, level: 1 }).waitFor();
    await context.close();
  },
);
