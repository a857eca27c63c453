import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Answer } from '../../src/policy/answer';
import { launchBrowser } from '../support/browser';
import { runTool } from '../support/commands';
import { officer } from '../support/officer';
import { newPerson, saved, signAndDownload } from '../support/person';
import { knownPolicy } from '../support/policies';
import { outsideTool } from '../support/tools';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const today = new Date().toISOString().slice(0, 10);
const grant = cases.find((one) => one.id === 'grant-exit');
const answers = new Map<string, Answer>(Object.entries(grant?.answers ?? {}));

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'changes-'));
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test('words typed by mistake are withdrawn, are asked for again, and stand nowhere in the record', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await officer(page, model, new Map([...answers, ['x1-purpose', 'Pays Zebedee Quill']]), today).answerAll();
  await page.getByRole('link', { name: 'See every answer given' }).click();
  await page
    .getByRole('row', { name: /Pays Zebedee Quill/ })
    .getByRole('button', { name: /Withdraw the words/ })
    .click();
  await page.getByRole('region', { name: 'Important' }).getByRole('button', { name: 'Withdraw the words' }).click();
  await expect.poll(() => page.getByText('Zebedee').count()).toBe(0);
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await page.getByRole('cell', { name: 'Withdrawn', exact: true }).waitFor();
  expect(await page.getByText('Zebedee').count()).toBe(0);
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Answer the next question' }).click();
  const again = await page.getByRole('textbox').all();
  for (const box of again) if ((await box.inputValue()) === '') await box.fill('Pays a charity to mend a roof');
  await page.getByRole('button', { name: 'Continue' }).click();
  const file = join(folder, 'withdrawn.pdf');
  writeFileSync(file, readFileSync(await signAndDownload(page, 'Sam Example')));
  await context.close();
  expect(runTool('verify', file).status).toBe(0);
  const data = join(folder, 'record.json');
  outsideTool('pdfdetach')?.('-savefile', 'record.json', '-o', data, file);
  if (outsideTool('pdfdetach')) {
    expect(readFileSync(data, 'utf8')).not.toContain('Zebedee');
    expect(readFileSync(data, 'utf8')).toContain('"kind":"withdrawn"');
  }
  expect(faults).toEqual([]);
});

test('an earlier answer is changed from the list: what it sets aside is kept, and comes back', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await officer(page, model, answers, today).answerAll();
  const change = async (): Promise<void> => {
    await page
      .getByText(/^See and change/)
      .first()
      .click();
    await page.getByRole('link', { name: /^Change Which of these/ }).click();
  };
  await change();
  await page.getByRole('radio', { name: /Organisations with a shared aim/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => url.hash.endsWith('/s1'));
  await page.getByRole('link', { name: 'All sections' }).click();
  await page.getByText('In progress').waitFor();
  await page.goto(page.url().replace(/#.*/, (hash) => `${hash}/check`));
  await page.getByRole('heading', { name: /do not count/ }).waitFor();
  await page.getByText('Village hall repairs').waitFor();
  await change();
  await page.getByRole('radio', { name: /only give an organisation money/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
  expect(await page.getByRole('heading', { name: /do not count/ }).count()).toBe(0);
  await page.getByText('Village hall repairs').first().waitFor();
  await context.close();
  expect(faults).toEqual([]);
});

test('what is being typed is kept when the page is left, offered on return, and never printed before', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio', { name: /only give an organisation money/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: /^Keep a record/ }).check();
  const box = page.getByRole('textbox').first();
  await box.pressSequentially('Half a na');
  await saved(page);
  await page.reload();
  await page.getByText(/We kept what you were typing/).waitFor();
  expect(await page.getByRole('textbox').first().inputValue()).toBe('Half a na');
  expect(await page.getByRole('radio', { name: /^Keep a record/ }).isChecked()).toBe(true);
  await page.getByRole('link', { name: 'All sections' }).click();
  await page.goto(page.url().replace(/#.*/, (hash) => `${hash}/history`));
  await page.getByRole('heading', { name: 'Every answer given' }).waitFor();
  expect(await page.getByText('Half a na').count()).toBe(0);
  await context.close();
  expect(faults).toEqual([]);
});

test('an earlier answer is seen among all answers, and put back', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  const choose = async (name: RegExp, next: string): Promise<void> => {
    await page.getByRole('radio', { name }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL((url) => url.hash.endsWith(next));
    await page.locator('[data-saving=saved]').waitFor();
  };
  await choose(/Organisations with a shared aim/, '/s1');
  await choose(/^A new partnership/, '/s3');
  const s3 = page.url();
  await choose(/^No$/, '/n1');
  await page.goto(s3);
  await choose(/^I’m not sure/, '/n1');
  await page.goto(s3.replace(/q\/s3$/, 'history'));
  await page.getByRole('cell', { name: 'No (replaced later)' }).waitFor();
  await page.getByRole('button', { name: /^Put this answer back/ }).click();
  await page.getByRole('region', { name: 'Important' }).getByRole('button', { name: 'Put this answer back' }).click();
  await page.getByRole('cell', { name: /not sure \(replaced later\)/ }).waitFor();
  await page.goto(s3);
  await expect.poll(() => page.getByRole('radio', { name: /^No$/ }).isChecked()).toBe(true);
  await context.close();
  expect(faults).toEqual([]);
});

test('two tabs of one draft: the later answer counts, and nothing is lost', async () => {
  const { context, page: first, faults } = await newPerson(browser);
  await first.goto(inject('url'));
  await first.getByRole('button', { name: 'Start now' }).click();
  await first.getByRole('radio', { name: /Organisations with a shared aim/ }).check();
  await first.getByRole('button', { name: 'Continue' }).click();
  await first.waitForURL((url) => url.hash.endsWith('/s1'));
  await first.getByText('Saved', { exact: true }).waitFor();
  const second = await context.newPage();
  await second.goto(first.url());
  const answer = async (page: typeof first, name: RegExp, next: string): Promise<void> => {
    await page.getByRole('radio', { name }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL((url) => url.hash.endsWith(next));
    await page.getByText('Saved', { exact: true }).waitFor();
  };
  await answer(second, /^A new partnership/, '/s3');
  await answer(second, /^No$/, '/n1');
  await answer(first, /^A new partnership/, '/s3');
  await answer(first, /^I’m not sure/, '/n1');
  await first.goto(first.url().replace('/q/n1', '/history'));
  await first.reload();
  await first.getByRole('cell', { name: 'No (replaced later)' }).waitFor();
  await first.goto(first.url().replace('/history', '/q/s3'));
  await expect.poll(() => first.getByRole('radio', { name: /^I’m not sure/ }).isChecked()).toBe(true);
  await context.close();
  expect(faults).toEqual([]);
});

test('what was typed before gives way to what was answered since, and withdrawn notes are gone', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio', { name: /A forum or network/ }).check();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await page.getByText(/We kept what you were typing/).waitFor();
  await page.getByRole('radio', { name: /only give an organisation money/ }).check();
  await page.getByText('Add a note or evidence').click();
  await page.getByRole('textbox', { name: 'Evidence or notes' }).fill('Ask Zebedee Quill');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: /^Keep a record/ }).waitFor();
  const money = page.getByRole('radio', { name: /only give an organisation money/ });
  await page.goBack();
  await expect.poll(() => money.isChecked()).toBe(true);
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await expect.poll(() => money.isChecked()).toBe(true);
  expect(await page.getByText(/We kept what you were typing/).count()).toBe(0);
  await page.goto(page.url().replace(/q\/s2$/, 'history'));
  await page
    .getByRole('row', { name: /Zebedee/ })
    .getByRole('button', { name: /Withdraw the words/ })
    .click();
  await page.getByRole('region', { name: 'Important' }).getByRole('button', { name: 'Withdraw the words' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.goto(page.url().replace(/history$/, 'q/s2'));
  await page.reload();
  await money.waitFor();
  expect(await page.locator('body').textContent()).not.toContain('Zebedee');
  await context.close();
  expect(faults).toEqual([]);
});

test('an early answer is changed: what goes is said before, the reason is asked for and printed, all of it comes back', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByText(/^After this page: (up to \d+|\d+ to \d+) more/).waitFor();
  await officer(page, model, answers, today).answerAll();
  const change = async (name: RegExp): Promise<void> => {
    await page.goto(page.url().replace(/#\/a\/(\w+)\/.*/, '#/a/$1/change/s2'));
    await page.getByRole('radio', { name }).check();
  };
  // Before the recommendation was seen nobody is asked why.
  await change(/Organisations with a shared aim/);
  const notice = page.getByRole('status').filter({ hasText: 'will no longer count' });
  await notice.getByText('What is it called?', { exact: true }).or(notice.getByRole('listitem').first()).waitFor();
  const named = await notice.getByRole('listitem').allTextContents();
  const counted = [...answers.keys()].filter((key) => key.startsWith('x1'));
  expect(named).toHaveLength(counted.length);
  expect(await page.getByRole('textbox', { name: 'Why are you changing this?' }).count()).toBe(0);
  await page.getByRole('radio', { name: /only give an organisation money/ }).check();
  await expect.poll(() => notice.count()).toBe(0);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Continue to the recommendation' }).click();
  await page
    .getByRole('button', { name: 'Sign the record' })
    .or(page.getByText('Nothing has to be signed'))
    .first()
    .waitFor();

  await change(/Organisations with a shared aim/);
  const why = page.getByRole('textbox', { name: 'Why are you changing this?' });
  await why.waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: 'Say why you are changing this' }).click();
  expect(await why.evaluate((box) => box === document.activeElement)).toBe(true);
  await why.fill('The grant became a partnership');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => url.hash.endsWith('/s1'));
  await page.getByRole('link', { name: 'All sections' }).click();
  await page.getByText(/Left to do: (up to \d+|\d+ to \d+),/).waitFor();
  await page.goto(`${page.url()}/check`);
  await page.getByRole('heading', { name: /do not count/ }).waitFor();
  await change(/only give an organisation money/);
  await why.fill('It stays a grant after all');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
  expect(await page.getByRole('heading', { name: /do not count/ }).count()).toBe(0);
  await page.getByRole('link', { name: 'See every answer given' }).click();
  await page.getByRole('cell', { name: /Reason for the change: The grant became a partnership/ }).waitFor();
  await page.goto(page.url().replace(/history$/, 'check'));
  const file = join(folder, 'reasons.pdf');
  writeFileSync(file, readFileSync(await signAndDownload(page, 'Sam Example')));
  await context.close();
  expect(runTool('verify', file).status).toBe(0);
  const text = outsideTool('pdftotext')?.(file, '-').stdout.replaceAll(/\s+/g, ' ');
  if (text !== undefined) {
    expect(text).toContain('Reason: The grant became a partnership');
    expect(text).toContain('It stays a grant after all');
  }
  expect(faults).toEqual([]);
});
