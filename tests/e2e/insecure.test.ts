import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { newPerson } from '../support/person';

/** A name that the browser takes for this machine, and for one that is not: only localhost is secure over plain http. */
const host = 'council.test';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(`--host-resolver-rules=MAP ${host} 127.0.0.1`);
});
afterAll(() => browser.close());

test('on plain http the page says what the deployer must do, answers are kept, and signing explains', async () => {
  const { context, page, faults } = await newPerson(browser);
  const url = inject('url').replace('localhost', host);
  await page.goto(url);
  expect(await page.evaluate(() => [isSecureContext, 'subtle' in crypto])).toEqual([false, false]);
  await page.getByText(/Whoever runs this site must serve it over https/).waitFor();
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio', { name: /only pay an organisation/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: /Do not keep/ }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();

  await page.goto('about:blank');
  await page.goto(url);
  await page.getByRole('button', { name: /^Carry on with/ }).click();
  await page.getByRole('radio', { name: /Do not keep/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Continue to the recommendation' }).click();
  await page.getByRole('button', { name: 'Sign the record' }).click();
  await page.getByText(/Signing needs a secure address/).waitFor();
  expect(await page.getByRole('button', { name: 'Continue' }).isDisabled()).toBe(true);

  await page.goto(`${url}/#/verify`);
  await page.getByText(/Records cannot be checked here/).waitFor();
  await context.close();
  expect(faults).toEqual([]);
});
