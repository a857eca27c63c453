import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Entry } from '../../src/assessment/log';
import { addressOf } from '../../src/policy/walk';
import { launchBrowser } from '../support/browser';
import { putRows, rowsOf } from '../support/kept';
import { versionBefore } from '../support/next-version';
import { officer } from '../support/officer';
import { newPerson, signAndDownload } from '../support/person';
import { knownPolicy } from '../support/policies';
import { seedDraft } from '../support/seed';
import { verify } from '../verify/made';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const worked = cases.find(({ id }) => id === 'new-go-ahead');
if (!worked) throw new Error('no worked case');
const answers = new Map(Object.entries(worked.answers));
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const startedAt = `${yesterday}T09:00:00+00:00`;
const under = versionBefore(model);

test('a draft under an older policy is carried over with a receipt for each answer, asked again, signed and proved', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio').first().waitFor();
  const given = new Map([...answers, ['no-more', 'Nothing'] as const]);
  const id = await seedDraft(page, under, given, { startedAt, title: 'An old draft' });
  await page.goto(`${inject('url')}/#/a/${id}/q/n1`);
  await page.reload();
  const told = page.getByRole('region', { name: 'New version' });
  const other = await context.newPage();
  await other.goto(`${inject('url')}/#/a/${id}/history`);

  await told.getByRole('link', { name: 'See what would change' }).click();
  await page.getByRole('heading', { name: 'Carry over to the new version of the policy' }).waitFor();
  await page
    .getByRole('row')
    .filter({ hasText: 'Asked in other words?' })
    .getByText('The question has other words')
    .waitFor();
  await page.getByRole('row').filter({ hasText: 'No more?' }).getByText('Nothing').waitFor();
  await page.getByRole('button', { name: 'Finish on version 0.9.0' }).click();
  await page.waitForURL((url) => url.hash.endsWith('/outcome'));
  await page.getByRole('button', { name: 'Sign the record' }).waitFor();
  await page.goto(`${inject('url')}/#/a/${id}/new-version`);
  await page.getByText('You have chosen to finish on version 0.9.0').waitFor();
  expect(await told.count()).toBe(0);
  await page.getByRole('button', { name: 'Carry over to version 1.0.0' }).click();
  await page.getByRole('heading', { name: 'The assessment is carried over' }).waitFor();
  await page.getByRole('row').filter({ hasText: 'No more?' }).getByText('Nothing').waitFor();
  await other.getByText('Carried over to another version of the policy').waitFor();
  await other.getByRole('row').filter({ hasText: 'No more?' }).getByText('Nothing').waitFor();

  const log = (await rowsOf(page, 'entries')) as readonly Entry[];
  const change = log.find((entry) => entry.kind === 'policy-changed');
  expect(new Set(change?.receipts.map(({ entry }) => entry)).size).toBe(given.size);
  // What a colleague gave who had not heard of the change, as a file from them brings it.
  const was = log.find((entry) => 'field' in entry && entry.field === 'no-more');
  if (!was || !change) throw new Error('no such entry');
  const colleague = 'c'.repeat(26);
  const late = { ...was, id: colleague, author: colleague, device: colleague, counter: change.counter + 1 };
  await putRows(page, 'entries', [{ ...late, value: 'Something late' }]);
  const { answerPage, expected } = officer(page, model, answers, yesterday);
  for (const address of ['n1', 'a1']) {
    const step = expected.path.find((one) => addressOf(one) === address);
    if (!step) throw new Error('no such page');
    await page.goto(`${inject('url')}/#/a/${id}/q/${address}`);
    await answerPage(step);
    await page.waitForURL((url) => !url.hash.endsWith(address));
    await page.locator('[data-saving=saved]').waitFor();
  }
  await other
    .getByRole('region', { name: 'Changed in another tab' })
    .getByText('No more?: “Something late” counts now')
    .waitFor();
  await page.goto(`${inject('url')}/#/a/${id}/check`);
  const file = await signAndDownload(page, 'Sam Example');
  const verdict = await verify(new Uint8Array(readFileSync(file)), {
    now: new Date(Date.now() + 60_000).toISOString().replace(/\.\d+Z/, '+00:00'),
  });
  expect(verdict.lines.filter(({ state }) => state === 'refused')).toEqual([]);
  expect(verdict.record?.payload.attachments.map(({ name }) => name)).toContain('policy-1.json');
  await context.close();
  expect(faults).toEqual([]);
});
