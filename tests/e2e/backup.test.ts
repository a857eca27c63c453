import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { downloaded } from '../support/coming';
import { rowsOf } from '../support/kept';
import { beginOne, newPerson, saved } from '../support/person';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const toBackup = async (page: Page): Promise<void> => {
  await page.goto(`${inject('url')}/#/backup`);
  await page.getByRole('heading', { level: 1, name: 'Keep your work safe' }).waitFor();
};

const download = async (page: Page, button: string): Promise<string> => {
  const file = await downloaded(page, () => page.getByRole('button', { name: button }).click());
  return file.path();
};

const openFile = async (page: Page, file: string | Buffer, name = 'x.backup'): Promise<void> => {
  const buffer = typeof file === 'string' ? readFileSync(file) : file;
  await page.getByLabel(/^Backup or assessment/).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: 'Open the file' }).click();
};

test('a backup with a passphrase brings everything to another browser; a damaged one is refused with a reason', async () => {
  const { context, page, faults } = await newPerson(browser);
  await beginOne(page, 'Warm rooms');
  await toBackup(page);
  await page.getByLabel('Passphrase (optional)').fill('a long passphrase');
  const file = await download(page, 'Download a backup');
  await page.getByRole('alert').getByText('The backup is in your downloads.').waitFor();
  await page.getByText(/You last made a backup on/).waitFor();
  expect(readFileSync(file).includes('Warm rooms')).toBe(false);

  const other = await newPerson(browser);
  await toBackup(other.page);
  const bad = readFileSync(file);
  bad[bad.length - 9] = (bad[bad.length - 9] ?? 0) ^ 1;
  await openFile(other.page, bad);
  await other.page.getByText(/has been changed or damaged since it was made/).waitFor();
  await openFile(other.page, file);
  await other.page.getByText(/This file needs its passphrase/).waitFor();
  await other.page.getByLabel('Passphrase of the file').fill('another one');
  await other.page.getByRole('button', { name: 'Open the file' }).click();
  await other.page.getByText(/The passphrase is not the one/).waitFor();
  await other.page.getByLabel('Passphrase of the file').fill('a long passphrase');
  await other.page.getByRole('button', { name: 'Open the file' }).click();
  await other.page.getByRole('alert').getByText('New from the file: 1 assessment').waitFor();
  expect(await rowsOf(other.page, 'entries')).toEqual(await rowsOf(page, 'entries'));
  await other.page.getByRole('link', { name: 'Go to your assessments and records' }).click();
  await other.page.getByRole('link', { name: 'Warm rooms', exact: true }).waitFor();
  await context.close();
  await other.context.close();
  expect([...faults, ...other.faults]).toEqual([]);
});

test('an assessment goes to a colleague and comes back with their answers marked as theirs', async () => {
  const [me, colleague] = [await newPerson(browser), await newPerson(browser)];
  await beginOne(me.page, 'Warm rooms');
  const question = me.page.url();
  await toBackup(me.page);
  const file = await download(me.page, 'Download the assessment');
  await toBackup(colleague.page);
  await openFile(colleague.page, file);
  await colleague.page.getByRole('alert').getByText('New from the file: 1 assessment').waitFor();
  await colleague.page.goto(question);
  await colleague.page.locator('main form').getByRole('textbox').first().fill('Warm halls');
  await colleague.page.locator('main form').getByRole('textbox').first().blur();
  await saved(colleague.page);
  await toBackup(colleague.page);
  const back = await download(colleague.page, 'Download the assessment');

  await openFile(me.page, back);
  await me.page.getByRole('alert').getByText('1 entry').waitFor();
  await openFile(me.page, back);
  await me.page.getByText('Everything in the file was here already. Nothing has changed.').waitFor();
  await me.page.goto(question.replace(/\/q\/.*/, '/history'));
  const row = (text: string) => me.page.getByRole('row').filter({ hasText: text });
  await row('Warm halls').getByText('given by somebody else').waitFor();
  expect(await row('Warm rooms').getByText('given by somebody else').count()).toBe(0);
  await row('Warm rooms').getByText('replaced later').waitFor();
  await me.context.close();
  await colleague.context.close();
  expect([...me.faults, ...colleague.faults]).toEqual([]);
});
