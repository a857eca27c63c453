import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { downloaded } from '../support/coming';
import { newPerson } from '../support/person';
import { overviewFiles, overviewTrust } from './overview-folder';

/** The rows of a table as a person reads them: the texts of its cells, without the bars. */
const rowsIn = (page: Page, name: string): Promise<readonly (readonly string[])[]> =>
  page
    .getByRole('table', { name, exact: true })
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.slice(1).map((row) =>
        [...row.querySelectorAll('th, td:not([aria-hidden])')].map((cell) => {
          const shown = cell.cloneNode(true) as HTMLElement;
          for (const hidden of shown.querySelectorAll('[aria-hidden]')) hidden.remove();
          return (shown.textContent ?? '').trim();
        }),
      ),
    );

/** The text of each page of a PDF. */
const pagesOf = async (pdf: Uint8Array): Promise<readonly string[]> => {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const opened = await getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= opened.numPages; number++) {
    const { items } = await (await opened.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    );
  }
  await opened.destroy();
  return pages;
};

test('a champion draws one page from a folder, for a day of their own, prints and saves it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'overview-'));
  mkdirSync(folder, { recursive: true });
  for (const [name, make] of Object.entries(overviewFiles)) writeFileSync(join(folder, name), await make());
  writeFileSync(join(folder, 'trust.pem'), overviewTrust);
  writeFileSync(join(folder, 'notes.txt'), 'notes');
  const browser = await launchBrowser();
  const { page, faults } = await newPerson(browser);

  await page.goto(`${inject('url')}/#/verify/overview`);
  await page.getByText('There is nothing to draw yet').waitFor();
  await page.getByRole('link', { name: 'Check many records or a folder' }).click();
  await page.getByLabel('Folder').setInputFiles(folder);
  await page.getByLabel('Certificates you trust').setInputFiles(join(folder, 'trust.pem'));
  await page.getByRole('button', { name: 'Check the records' }).click();
  await page.getByText('10 accepted, 1 refused, 2 passed over').waitFor({ timeout: 100_000 });
  await page.getByRole('link', { name: 'Draw an overview of these records' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview of the checked records' }).waitFor();

  // what is left out, and why
  for (const reason of [
    '1 file refused. Do not rely on it',
    '1 file for practice',
    '1 file with a document that another file holds too',
    '1 file about a record of which there is a later one',
    '2 files that are no PDF',
  ])
    await page.getByRole('listitem').filter({ hasText: reason }).waitFor();
  await page.getByText(/^2 files say more about a record that is counted once/).waitFor();
  await page.getByText(/^1 record is about something that was refused/).waitFor();

  // a day of one's own
  await page.getByLabel('Month').fill('13');
  await page.getByRole('button', { name: 'Draw for this day' }).click();
  await page.getByRole('alert').getByText('Enter a real day').waitFor();
  for (const [part, value] of [
    ['Day', '15'],
    ['Month', '3'],
    ['Year', '2027'],
  ] as const)
    await page.getByLabel(part, { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Draw for this day' }).click();
  await page
    .getByText('5 records, each the latest about its subject, drawn from 11 files. As of 15 March 2027.')
    .waitFor();

  expect(await rowsIn(page, 'Next reviews: Chart')).toEqual([
    ['Overdue', '1'],
    ['October to December 2027', '2'],
  ]);
  const reviews = await rowsIn(page, 'Next reviews');
  expect(reviews[0]?.[0]).toMatch(/^Sure Start Partnership.*E-/s);
  expect(reviews.map((cells) => cells[1])).toEqual(['22 December 2026Overdue', '22 November 2027', '22 November 2027']);
  await page.getByText('20 open, 4 of them overdue.').waitFor();
  const conditions = await rowsIn(page, 'Open conditions');
  expect(conditions.filter((cells) => cells[3]?.endsWith('Overdue'))).toHaveLength(4);
  expect(conditions.some(([what]) => what?.includes('ends if it stops'))).toBe(false);
  expect(
    (await rowsIn(page, 'No succession or exit plan')).map(([name, what]) => [name?.split('E-')[0], what]),
  ).toEqual([
    ['Exampleton Vale Regeneration Framework', 'We have agreed an outline, but not written a plan'],
    ['Sure Start Partnership', 'Outline only'],
  ]);
  expect(await rowsIn(page, 'Posts, by the quarter in which their funding ends')).toEqual([
    ['January to March 2027', '9'],
    ['Total', '9'],
  ]);
  expect(await rowsIn(page, 'Council staff days a year, by service')).toEqual([
    ['Communities', '200'],
    ['Economy', '60'],
    ['Total', '260'],
  ]);
  const loans = page.getByRole('heading', { level: 2, name: 'Lending council equipment to community events' });
  await loans.waitFor();
  expect((await rowsIn(page, 'Register tier')).at(-1)).toEqual(['Total', '3']);

  const paper = await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } });
  if (process.env.PICTURES) writeFileSync(join(process.env.PICTURES, 'overview.pdf'), paper);
  const printed = await pagesOf(paper);
  expect(printed[0]).toContain('As of 15 March 2027');
  expect(printed.join(' ')).not.toContain('Draw for this day'); // what is for the screen only
  const everyWord = printed.join('').replaceAll(/\s/g, '');
  for (const [what = ''] of conditions) expect(everyWord).toContain(what.replaceAll(/\s/g, ''));
  // the conditions go on over more than one page, under the same headings
  const withConditions = printed.filter((text) => /within|before signing/i.test(text));
  expect(withConditions.length).toBeGreaterThan(1);
  for (const text of withConditions) expect(text).toContain('By when');

  const download = await downloaded(page, () =>
    page.getByRole('button', { name: 'Save as a spreadsheet (CSV)' }).click(),
  );
  expect(download.suggestedFilename()).toBe('overview.csv');
  const csv = readFileSync(await download.path(), 'utf8');
  expect(csv).toMatch(/^\uFEFF"Policy","Table"/);
  expect(csv.match(/"Open conditions".*"Overdue"/g)).toHaveLength(4);
  expect(csv).toMatch(/"Council staff days a year, by service","","","","Communities","","","200","Days a year"/);
  expect(csv).toMatch(/"Next reviews","Sure Start Partnership","E-[^"]*","","","2026-12-22","Overdue"/);

  // the list is still there, and so is the page after a look at it
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByText('10 accepted, 1 refused, 2 passed over').waitFor();
  expect(faults).toEqual([]);
  await browser.close();
  rmSync(folder, { recursive: true });
});
