import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { confirmStrings, signStrings } from '../../src/strings/sign';
import { verifyStrings } from '../../src/strings/verify';
import { walkStrings } from '../../src/strings/walk';
import { launchBrowser } from '../support/browser';
import { downloaded } from '../support/coming';
import { listening } from '../support/heard';
import { newPerson, saved } from '../support/person';
import { madeRecord } from '../verify/made';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return `${activeElement?.tagName} ${activeElement?.textContent?.trim()}`;
  });

const goOn = (page: Page, name: RegExp | string) => page.getByRole('button', { name }).click();

test('what is saved, made, signed and checked is said as it happens, and each screen takes the focus to its heading', async () => {
  const { context, page } = await newPerson(browser);
  const heard = await listening(page);
  await page.goto(inject('url'));
  expect(await focused(page)).toMatch(/^BODY /); // the browser itself reads a page that it opens

  await goOn(page, 'Start now');
  const heading = page.getByRole('heading', { level: 1 });
  for (const name of [/only pay an organisation/, /Do not keep/]) {
    await page.getByRole('radio', { name }).waitFor();
    expect(await focused(page)).toBe(`H1 ${await heading.innerText()}`);
    await goOn(page, 'Continue');
    await page.getByRole('alert').waitFor();
    expect(await focused(page)).toMatch(/^DIV There is a problem/);
    await page.getByRole('alert').getByRole('link').click();
    expect(await focused(page)).toBe('INPUT ');
    await page.getByRole('radio', { name }).check();
    await saved(page);
    await expect.poll(heard).toContain(walkStrings.saved);
    await goOn(page, 'Continue');
  }
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
  await expect.poll(() => focused(page)).toBe('H1 Check your answers');
  await goOn(page, 'Continue to the recommendation');
  await goOn(page, 'Sign the record');
  for (const name of ['Your full name', 'Your job title', 'Your service'])
    await page.getByRole('textbox', { name }).fill('Sam Example');
  await page.getByRole('checkbox', { name: 'I make this declaration' }).check();
  await goOn(page, 'Continue');
  await page.getByRole('heading', { name: 'Check what you are about to sign' }).waitFor();
  expect(await heard()).toContain(signStrings.working);
  const download = await downloaded(page, () => goOn(page, 'Sign and download the record'));
  await download.path();
  await page.getByRole('heading', { name: 'Record signed' }).waitFor();
  expect(await heard()).toContain(confirmStrings.working);
  await expect.poll(() => focused(page)).toBe('H1 Record signed');

  await page.getByRole('link', { name: 'Check a record', exact: true }).first().click();
  await page
    .getByLabel('Signed record (PDF)')
    .setInputFiles({ name: 'record.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await madeRecord()) });
  await goOn(page, 'Check the record');
  await page.getByRole('heading', { name: 'The record is what was signed' }).waitFor();
  expect(await heard()).toContain(verifyStrings.working);
  expect(await focused(page)).toMatch(/^H2 The record is what was signed/);
  await context.close();
});
