import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { toPem } from '../../src/signing/pem';
import { launchBrowser } from '../support/browser';
import { downloaded } from '../support/coming';
import { runTool } from '../support/commands';
import { newPerson } from '../support/person';
import { madeRecord, officer } from '../verify/made';

const folder = mkdtempSync(join(tmpdir(), 'decide-'));
const record = join(folder, 'record.pdf');
const officerPem = join(folder, 'officer.pem');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  writeFileSync(record, await madeRecord());
  writeFileSync(officerPem, toPem(officer.certificate.der));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** For one wait, which is less than a test has: a wait that fails says for what. */
const patience = { timeout: 60_000 };
const long = { timeout: 240_000 };

/** Opens a file under an address, as far as the form. */
const open = async (page: Page, address: string, file: string, asks: string): Promise<void> => {
  await page.goto(`${inject('url')}/#${address}`);
  await page.getByLabel('Signed document (PDF)').setInputFiles(file);
  await page.getByRole('button', { name: 'Check the file and continue' }).click();
  await page.getByRole('group', { name: asks }).waitFor(patience);
};

const sayWho = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Your full name' }).fill(name);
  await page.getByRole('textbox', { name: 'Your job title' }).fill('Head of communities');
  await page.getByRole('textbox', { name: 'Your service' }).fill('Communities');
};

/** Confirms, signs, and gives the downloaded file and the signer’s certificate. */
const sign = async (page: Page, name: string): Promise<{ readonly pdf: string; readonly pem: string }> => {
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Check what you are about to sign' }).waitFor(patience);
  const download = await downloaded(page, () => page.getByRole('button', { name: 'Sign and download' }).click());
  const pdf = join(folder, `${name}.pdf`);
  await download.saveAs(pdf);
  await page.getByRole('heading', { name: /signed$/, level: 1 }).waitFor(patience);
  const certificate = await downloaded(page, () =>
    page.getByRole('button', { name: /^Download your certificate/ }).click(),
  );
  const pem = join(folder, `${name}.pem`);
  await certificate.saveAs(pem);
  return { pdf, pem };
};

interface Checked {
  readonly accepted: boolean;
  readonly kind: string;
  readonly lines: readonly { readonly id: string; readonly state: string }[];
}

const check = (pdf: string, ...trust: readonly string[]): Checked | undefined => {
  const { stdout } = runTool('verify', pdf, '--json', ...trust.flatMap((pem) => ['--trust', pem]));
  return (JSON.parse(stdout) as { readonly files: readonly Checked[] }).files[0];
};

test('another person approves a record, and a committee’s decision is recorded after that', long, async () => {
  const { context, page, faults } = await newPerson(browser);
  await open(page, '/decide', record, 'What do you decide?');
  await page.getByRole('radio', { name: 'Approve', exact: true }).check();
  for (const met of await page.getByRole('radio', { name: 'Met', exact: true }).all()) await met.check();
  await page.getByRole('textbox', { name: 'Comment (optional)' }).fill('Start small.\nReport back.');
  await page.getByRole('radio', { name: 'Head of service' }).check();
  await sayWho(page, 'Mair Llwyd');

  // nothing is lost when the page is loaded again half-way
  await page.reload();
  await page.getByRole('group', { name: 'What do you decide?' }).waitFor(patience);
  expect(await page.getByRole('textbox', { name: 'Comment (optional)' }).inputValue()).toBe(
    'Start small.\nReport back.',
  );
  expect(await page.getByRole('radio', { name: 'Approve', exact: true }).isChecked()).toBe(true);

  const first = await sign(page, 'decision');
  expect(check(first.pdf, officerPem, first.pem)).toMatchObject({ accepted: true, kind: 'decision' });
  expect(check(first.pdf, first.pem)?.accepted).toBe(false);

  await open(page, '/next', first.pdf, 'What happened?');
  await page.getByText('Approved by Mair Llwyd, Head of communities').waitFor();
  await page.getByRole('radio', { name: 'A body has decided' }).check();
  await page.getByRole('textbox', { name: 'Which body decided?' }).fill('Stores committee');
  for (const [box, value] of [
    ['Day', '22'],
    ['Month', '11'],
    ['Year', '2026'],
  ] as const)
    await page.getByRole('textbox', { name: box }).fill(value);
  await page.getByRole('textbox', { name: 'Minute' }).fill('14 (b)');
  await page.getByRole('radio', { name: 'Approve', exact: true }).check();
  const second = await sign(page, 'committee');
  const found = check(second.pdf, officerPem, second.pem);
  expect(found).toMatchObject({ accepted: true, kind: 'body-decision' });
  expect(found?.lines.find(({ id }) => id === 'decided')?.state).toBe('good');

  // both are kept with the records signed here
  await page.goto(`${inject('url')}/#/drafts`);
  await page.getByText('Follow-up', { exact: true }).waitFor();
  expect(await page.getByText('Decision', { exact: true }).count()).toBe(1);
  expect(faults).toEqual([]);
  expect(readFileSync(second.pdf).subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
  await context.close();
});

test('what goes against the recommendation needs a reason', async () => {
  const { context, page } = await newPerson(browser);
  await open(page, '/decide', record, 'What do you decide?');
  await page.getByRole('radio', { name: 'Refuse' }).check();
  await page.getByRole('radio', { name: 'Head of service' }).check();
  await sayWho(page, 'Mair Llwyd');
  await page.getByRole('button', { name: 'Continue' }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  await summary.getByRole('link', { name: 'Enter why the decision goes against the recommendation' }).click();
  const reason = page.getByRole('textbox', { name: /^Why does it go against/ });
  expect(await reason.evaluate((element) => element === document.activeElement)).toBe(true);
  await reason.fill('The store is closed.');
  const { pdf, pem } = await sign(page, 'refusal');
  const found = check(pdf, officerPem, pem);
  expect(found?.accepted).toBe(true);
  expect(found?.lines.find(({ id }) => id === 'against')?.state).toBe('note');
  await context.close();
});

test('the officer who signed the record cannot decide on it, and nothing is signed', async () => {
  const { context, page } = await newPerson(browser);
  await open(page, '/decide', record, 'What do you decide?');
  await page.getByRole('radio', { name: 'Refuse' }).check();
  await page.getByRole('textbox', { name: /^Why does it go against/ }).fill('The store is closed.');
  await page.getByRole('radio', { name: 'Head of service' }).check();
  await sayWho(page, officer.certificate.commonName);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('The policy does not allow that.').waitFor(patience);
  await context.close();
});

test('a file that was changed is refused, and says why', async () => {
  const { context, page } = await newPerson(browser);
  const changed = readFileSync(record);
  changed[9000] = (changed[9000] ?? 0) ^ 1;
  const file = join(folder, 'changed.pdf');
  writeFileSync(file, changed);
  await page.goto(`${inject('url')}/#/decide`);
  await page.getByLabel('Signed document (PDF)').setInputFiles(file);
  await page.getByRole('button', { name: 'Check the file and continue' }).click();
  await page.getByRole('heading', { name: 'You cannot go on with this file' }).waitFor(patience);
  await page.getByText('The file was changed after it was signed').waitFor();
  expect(await page.getByRole('group', { name: 'What do you decide?' }).count()).toBe(0);
  await context.close();
});
