import { type Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { toPem } from '../../src/signing/pem';
import { launchBrowser } from '../support/browser';
import { madeRecord, officer } from '../verify/made';

let browser: Browser;
let pdf: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  browser = await launchBrowser();
  pdf = await madeRecord();
});
afterAll(() => browser.close());

const file = (name: string, bytes: Uint8Array | string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

/** A page where this file was given to be checked; what the page's policy forbade and its errors are in `seen`. */
const check = async (bytes: Uint8Array, pem?: string) => {
  const page = await browser.newPage({ serviceWorkers: 'block', viewport: { width: 360, height: 800 } });
  const seen: string[] = [];
  page.on('pageerror', (error) => seen.push(error.message));
  page.on('console', (message) => void (message.type() === 'error' && seen.push(message.text())));
  await page.goto(`${inject('url')}/#/verify`);
  await page.getByLabel('Signed record (PDF)').setInputFiles(file('record.pdf', bytes));
  if (pem !== undefined) await page.getByLabel('Certificates you trust').setInputFiles(file('trust.pem', pem));
  await page.getByRole('button', { name: 'Check the record' }).click();
  return { page, seen };
};

test('a record is checked off the page’s own thread, and can be read', async () => {
  const { page, seen } = await check(pdf, toPem(officer.certificate.der));
  const verdict = page.getByRole('heading', { name: 'The record is what was signed' });
  await verdict.waitFor();
  expect(await verdict.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.getByText('is on your list').waitFor();
  await page.getByText('Reference', { exact: true }).waitFor();
  // The site publishes another policy than the one of this record, and other settings.
  await page.getByText('This site publishes no policy of this kind').waitFor();
  await page.getByText('Differences in the settings').click();
  const council = page.getByRole('row', { name: /^Council/ });
  await council.getByText('Exampleton Vale District Council').waitFor();
  expect(await council.getByRole('cell').count()).toBe(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(seen).toEqual([]);
  await page.close();
});

test('a changed record is refused, with the reason and nothing to read', async () => {
  const changed = new Uint8Array(pdf);
  changed[9000] = (changed[9000] ?? 0) ^ 1;
  const { page, seen } = await check(changed);
  await page.getByRole('heading', { name: 'The record cannot be relied on as it stands' }).waitFor();
  await page.getByText('The file was changed after it was signed').waitFor();
  expect(await page.getByText('What the record says').count()).toBe(0);
  expect(seen).toEqual([]);
  await page.close();
});

test('a wrong choice is said at its field, and a check can be stopped', async () => {
  const { page } = await check(pdf, 'no certificate');
  await page.getByRole('link', { name: /trust\.pem: This file holds no certificate/ }).waitFor();
  await page.getByLabel('Certificates you trust').setInputFiles([]);
  await page.getByRole('button', { name: 'Check the record' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await page.getByRole('button', { name: 'Check the record' }).isEnabled()).toBe(true);
  expect(await page.getByText('What each check found').count()).toBe(0);
  await page.close();
});
