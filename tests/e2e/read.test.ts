import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { downloaded } from '../support/coming';
import { newPerson } from '../support/person';
import { piecesOfPdf } from '../support/reading';
import { itWith } from '../support/tools';
import { madeRecord } from '../verify/made';

let browser: Browser;
let pdf: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  browser = await launchBrowser();
  pdf = await madeRecord({ seed: 8 });
});
afterAll(() => browser.close());

const check = async (page: Page, bytes: Uint8Array): Promise<void> => {
  await page.goto(`${inject('url')}/#/verify`);
  await page
    .getByLabel('Signed record (PDF)')
    .setInputFiles({ name: 'record.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
  await page.getByRole('button', { name: 'Check the record' }).click();
};

/** From the check of a record to its page. */
const read = async (page: Page): Promise<void> => {
  await check(page, pdf);
  await page.getByRole('button', { name: 'Read it as a web page' }).click();
  await page.getByRole('article').waitFor({ timeout: 30_000 });
};

/** What the page says of the record, a piece for each heading, paragraph, list item and cell. */
const piecesOn = (page: Page): Promise<readonly string[]> =>
  page.getByRole('article').evaluate((article) =>
    [...article.querySelectorAll('h1, h2, h3, p, li, th, td, dt, dd')]
      .filter((element) => !element.closest('aside, [role=img]'))
      .map((element) => {
        const copy = element.cloneNode(true) as Element;
        for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
        return copy.textContent;
      }),
  );

itWith('pdfinfo', 'the page of an accepted record says what its PDF says, and stands a reload', async (pdfinfo) => {
  const { context, page, faults } = await newPerson(browser);
  await read(page);
  const file = join(mkdtempSync(join(tmpdir(), 'read-')), 'record.pdf');
  writeFileSync(file, pdf);
  const pieces = piecesOfPdf(pdfinfo('-struct-text', file).stdout);
  expect(await piecesOn(page)).toEqual(pieces);
  await page.getByText('The PDF is the signed original').waitFor();
  expect(await page.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('#/verify');
  await page.reload();
  await page.getByRole('article').waitFor({ timeout: 30_000 });
  expect(await piecesOn(page)).toEqual(pieces);
  expect(faults).toEqual([]);
  await context.close();
});

test('on paper the page has neither navigation nor buttons, and still says which is the original', async () => {
  const { context, page } = await newPerson(browser);
  await read(page);
  expect(await page.getByRole('button', { name: 'Print this page' }).isVisible()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Back' }).isVisible()).toBe(false);
  expect(await page.getByText('Take a public extract').isVisible()).toBe(false);
  expect(await page.getByText('The PDF is the signed original').isVisible()).toBe(true);
  expect(await page.getByRole('heading', { name: 'Audit trail' }).isVisible()).toBe(true);
  await context.close();
});

test('a public extract is taken as a PDF, which is refused as a record, and as a row for a spreadsheet', async () => {
  const { context, page, faults } = await newPerson(browser);
  await read(page);
  const download = async (name: string): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
    const file = await downloaded(page, () => page.getByRole('button', { name }).click());
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  await page.getByText('Take a public extract').click();
  const row = await download('Download the extract as a row for a spreadsheet');
  expect(row.name).toMatch(/^COPY-E-[0-9A-Z]{5}-[0-9A-Z]{5}-2026-11-22\.csv$/);
  expect(row.bytes.toString('utf8')).toMatch(/^\uFEFF"Mark","Reference",.*\r\n"COPY","E-.*\r\n$/);
  const copy = await download('Download the extract as a PDF');
  expect(copy.name).toMatch(/^COPY-.*\.pdf$/);
  await check(page, new Uint8Array(copy.bytes));
  await page.getByRole('heading', { name: 'This is a copy, not the signed record' }).waitFor();
  await page.getByText(/Ask the council for the signed original, which is the record [0-9a-f]{64}/).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('a record that is not kept here leads to the page that checks records', async () => {
  const { context, page } = await newPerson(browser);
  await page.goto(`${inject('url')}/#/read/${'0'.repeat(64)}`);
  await page.getByRole('heading', { name: 'This record is not kept here' }).waitFor();
  await page.getByRole('link', { name: 'Check a signed record' }).click();
  await page.getByRole('heading', { name: 'Check a signed record' }).waitFor();
  await context.close();
});
