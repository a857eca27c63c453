import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../../src/policy/answer';
import { addressOf, walk } from '../../src/policy/walk';
import { randomAnswers, seeded } from '../support/answers';
import { launchBrowser } from '../support/browser';
import { downloaded } from '../support/coming';
import { runTool } from '../support/commands';
import { newPerson } from '../support/person';
import { knownPolicy } from '../support/policies';
import { seedDraft } from '../support/seed';
import { siteWith } from '../support/site';

const { model } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
const today = '2026-11-22';

let browser: Browser;
let site: Awaited<ReturnType<typeof siteWith>>;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await siteWith({
    'equipment/1.0.0.json': 'tests/fixtures/equipment/1.0.0.json',
    'settings/lending.json': 'tests/fixtures/equipment/settings.json',
  });
});
afterAll(async () => {
  await browser.close();
  site.close();
});

/** Answers that come to an outcome, of which a file is one; without that file. */
const withoutFile = (): ReadonlyMap<string, Answer> => {
  const found = [...Array(300).keys()]
    .map((seed) => randomAnswers(model, seeded(seed), { today, optional: 'filled' }))
    .find((answers) => answers.has('certificate') && walk(model, answers, today).outcome !== undefined);
  if (!found) throw new Error('no answers with a file');
  return new Map([...found].filter(([key]) => key !== 'certificate'));
};

const pdf = (bytes: number): Buffer => Buffer.alloc(bytes, '%PDF-1.7\n');

test('files that cannot be enclosed are refused with why, and one with a hostile name is enclosed under a plain one', async () => {
  const { context, page, faults } = await newPerson(browser);
  page.setDefaultTimeout(20_000);
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio').first().waitFor();
  const answers = withoutFile();
  const id = await seedDraft(page, model, answers, { title: 'A loan' });
  const step = walk(model, answers, today).path.find(({ page: { fields } }) =>
    fields.some((one) => one.id === 'certificate'),
  );
  if (!step) throw new Error('no page asks for the file');
  await page.goto(`${site.url}/#/a/${id}/q/${addressOf(step)}`);
  const input = page.getByLabel(/Insurance certificate/);
  const refused = async (file: { name: string; mimeType: string; buffer: Buffer }, why: RegExp): Promise<void> => {
    await input.setInputFiles(file);
    await page.getByText(why).waitFor();
    expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  };
  await refused({ name: 'empty.pdf', mimeType: 'application/pdf', buffer: pdf(0) }, /empty\.pdf is empty/);
  await refused(
    { name: 'run.exe', mimeType: 'application/x-msdownload', buffer: pdf(9) },
    /run\.exe is not of a kind.*one of these kinds: PDF, JPEG, PNG$/,
  );
  await refused({ name: 'page.html', mimeType: 'text/html', buffer: pdf(9) }, /page\.html is not of a kind/);
  await refused(
    { name: 'big.pdf', mimeType: 'application/pdf', buffer: pdf(5_000_001) },
    /big\.pdf is larger than 5 MB/,
  );
  await refused(
    { name: '../invoice\u202efdp.exe', mimeType: 'application/x-msdownload', buffer: pdf(9) },
    /^(?:Error: ?)?\s*invoice_fdp\.exe is not of a kind/,
  );
  const name = `..\\CON:\u202e${'a'.repeat(300)}.pdf`;
  await input.setInputFiles({ name, mimeType: 'application/pdf', buffer: pdf(900) });
  const remove = page.getByRole('button', { name: /^Remove/ });
  await remove.waitFor();
  expect(await remove.innerText()).toMatch(/Remove\s+CON__a+\.pdf$/);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();

  await page.goto(`${site.url}/#/sign/${id}`);
  await page.getByRole('textbox', { name: 'Your full name' }).fill('Siân Ó Briain');
  await page.getByRole('textbox', { name: 'Your job title' }).fill('Officer');
  await page.getByRole('textbox', { name: 'Your service' }).fill('Stores');
  await page.getByRole('checkbox', { name: 'I make this declaration' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  const download = await downloaded(page, () =>
    page.getByRole('button', { name: 'Sign and download the record' }).click(),
  );
  const { status, stdout } = runTool('verify', await download.path(), '--json');
  expect(status).toBe(0);
  expect(stdout).toMatch(/"name": "evidence-1-CON__a+\.pdf"/);
  await context.close();
  expect(faults).toEqual([]);
});
