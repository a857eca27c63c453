import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { toPem } from '../../src/signing/pem';
import { launchBrowser } from '../support/browser';
import { downloaded } from '../support/coming';
import { newPerson } from '../support/person';
import { madeRecord, officer, recordOf } from '../verify/made';
import { madeAfter } from '../verify/made-sequel';

test('a folder of good, forged and foreign files is checked, read, sampled and saved', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const put = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(folder, name), bytes);
  mkdirSync(join(folder, 'older'));
  const record = await madeRecord();
  const forged = new Uint8Array(record);
  forged[9000] = (forged[9000] ?? 0) ^ 1;
  put('good.pdf', record);
  put('older/same.pdf', record);
  put('decision.pdf', await madeAfter(record));
  put('forged.pdf', forged);
  put('foreign.pdf', '%PDF-1.4\n%%EOF');
  put('touched.pdf', Buffer.concat([record, Buffer.from('\n')]));
  put('notes.txt', 'notes');
  const trust = join(folder, 'trust.pem');
  put('trust.pem', toPem(officer.certificate.der));

  const browser = await launchBrowser();
  // Another program prints the record to PDF: of its pages, the foot is what counts.
  const printer = await browser.newPage();
  const { id, payload } = recordOf();
  await printer.setContent(`<p>What the record says.</p><footer>${payload.reference} ${id.slice(0, 16)} Page 1 of 1`);
  put('printed.pdf', await printer.pdf());
  await printer.close();
  const { page, faults } = await newPerson(browser);
  await page.goto(`${inject('url')}/#/verify`);
  await page.getByRole('link', { name: 'Check many records or a folder' }).click();
  await page.getByRole('heading', { level: 1, name: 'Check many signed records' }).waitFor();
  await page.getByLabel('Folder').setInputFiles(folder);
  await page.getByLabel('Certificates you trust').setInputFiles(trust);
  await page.getByRole('button', { name: 'Check the records' }).click();

  // The approver’s certificate is not on the list, so that the decision is refused with the forged and the foreign files.
  await page.getByText('2 accepted, 5 refused, 2 passed over').waitFor({ timeout: 60_000 });
  await page.getByText('The same document is in another file').waitFor();
  await page.getByText(/^The original is here: .*good\.pdf$/).waitFor();
  await page.getByLabel('Show').selectOption('refused');
  await page.getByText('5 of 7 files shown').waitFor();
  await page.getByText('The file was changed after it was signed').waitFor();
  await page.getByLabel(/^Search/).fill('foreign');
  await page.getByText('1 of 7 files shown').waitFor();
  await page.getByLabel(/^Search/).fill('');
  await page.getByLabel('Show').selectOption('all');

  const download = await downloaded(page, () =>
    page.getByRole('button', { name: 'Save as a spreadsheet (CSV)' }).click(),
  );
  const csv = readFileSync(await download.path(), 'utf8');
  expect(csv.split('\r\n')).toHaveLength(9);
  expect(csv).toMatch(/^\uFEFF"File"/);
  expect(csv).toMatch(/forged\.pdf","\d+","Refused"/);

  await page.getByRole('button', { name: 'Draw' }).click();
  await page.getByText(/: 1 of 1$/).waitFor();
  await page.getByRole('button', { name: /^Read the verdict on .*good\.pdf$/ }).click();
  await page.getByRole('heading', { name: 'The record is what was signed' }).waitFor();
  await page.getByText('What the record says').waitFor();
  await page
    .getByLabel('Compare with')
    .selectOption({ label: `${folder.split('/').at(-1)}/older/same.pdf (same partnership)` });
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByText('Every question was answered the same.').waitFor();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await page.getByText('2 accepted, 5 refused, 2 passed over').waitFor();

  await page.getByRole('button', { name: /^Read the verdict on .*touched\.pdf$/ }).click();
  await page.getByText('1 byte follows, which nobody signed').waitFor();
  const original = await downloaded(page, () => page.getByRole('button', { name: 'Download the original' }).click());
  expect(original.suggestedFilename()).toBe('ORIGINAL-touched.pdf');
  expect(readFileSync(await original.path()).equals(record)).toBe(true);
  await page.getByRole('button', { name: 'Check the original' }).click();
  await page.getByRole('heading', { name: 'The record is what was signed' }).waitFor();
  expect(faults).toEqual([]);
  await browser.close();
  rmSync(folder, { recursive: true });
});
