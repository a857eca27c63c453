import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { whatWouldChange } from '../../src/assessment/alternatives';
import { datesOf } from '../../src/assessment/dates';
import { reasonsFor, whyOutcome } from '../../src/assessment/why';
import { answerWords, words } from '../../src/policy/present';
import { raisedConditions } from '../../src/policy/evaluate';
import { walk } from '../../src/policy/walk';
import { launchBrowser } from '../support/browser';
import { calendarEntries } from '../support/calendar';
import { downloaded } from '../support/coming';
import { newPerson, signAndDownload } from '../support/person';
import { knownPolicy } from '../support/policies';
import { seedDraft } from '../support/seed';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Someone who has answered a case, on its day, and looks at the recommendation. */
const atOutcome = async (id: string) => {
  const one = cases.find((candidate) => candidate.id === id);
  if (!one) throw new Error(`no case ${id}`);
  const answers = new Map(Object.entries(one.answers));
  const { context, page, faults } = await newPerson(browser);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.setFixedTime(`${one.today}T10:00:00Z`);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio').first().waitFor();
  const draft = await seedDraft(page, model, answers, { startedAt: `${one.today}T08:00:00+00:00` });
  await page.goto(page.url().replace(/#.*/, `#/a/${draft}/outcome`));
  await page.reload();
  await page.getByRole('heading', { level: 2, name: 'Why this is recommended' }).waitFor();
  return { context, page, faults, answers, walked: walk(model, answers, one.today) };
};

const pasted = `navigator.clipboard.readText()`;

test('it says which rule decided, on which answers, and what another answer would lead to; that answer then does', async () => {
  const { context, page, faults, answers, walked } = await atOutcome('existing-condition-soon');
  const why = whyOutcome(walked, 'en');
  await page.getByText(why?.because.join(' ') ?? 'nothing', { exact: true }).waitFor();
  for (const { asked } of why?.answers ?? [])
    await page
      .getByRole('link', { name: `Change ${words(walked, asked.field.label, 'en', asked.row)}` })
      .first()
      .waitFor();

  await page.getByText('What would change this?').click();
  await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor();
  const change = [...whatWouldChange(walked, answers)]
    .flatMap((step) => step.found ?? [])
    .find(({ asked, others }) => asked.field.kind === 'choice' && others.length > 0);
  const [other] = change?.others ?? [];
  const outcome = model.outcomes.get(other?.outcome ?? '');
  if (!change || !other || !outcome) throw new Error('nothing would change it');
  const title = words(walked, outcome.title, 'en');
  const heading = page.getByRole('heading', { name: new RegExp(`^${title} \\(\\d+ answers?\\)$`) });
  const group = page.locator('section').filter({ has: heading });
  const question = words(walked, change.asked.field.label, 'en', change.asked.row);
  const [instead = ''] = answerWords(model, change.asked.field, other.answer, 'en');
  await group.getByText(instead, { exact: true }).first().waitFor();
  await group.getByRole('link', { name: `Change ${question}` }).click();
  await page.getByRole('group', { name: question }).getByRole('radio', { name: instead, exact: true }).check();
  await page.getByRole('textbox', { name: 'Why are you changing this?' }).fill('It was wrong');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('You need not open anything here.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Continue to the recommendation' }).click();
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  await context.close();
  expect(faults).toEqual([]);
});

test('many conditions are listed without the answers that raise them, until these are asked for', async () => {
  const { context, page, faults, walked } = await atOutcome('new-accountable-body');
  expect(raisedConditions(walked).length).toBeGreaterThan(5);
  const table = page.getByRole('table').filter({ hasText: 'Confirm the full cost' });
  await table.waitFor();
  const ground = page
    .getByRole('table')
    .getByText('Have you worked out the full cost to the council?', { exact: false });
  expect(await ground.count()).toBe(0);
  await page.getByRole('button', { name: 'Show the answers behind the conditions' }).click();
  await ground.first().waitFor();
  await page.getByRole('button', { name: 'Hide the answers behind the conditions' }).click();
  await expect.poll(() => ground.count()).toBe(0);
  await context.close();
  expect(faults).toEqual([]);
});

test('it gives an email to copy, the dates for a calendar, and the name that the signed file then has', async () => {
  const { context, page, faults, walked } = await atOutcome('existing-condition-soon');
  const reference = /E-\w{5}-\w{5}/.exec((await page.getByText(/which will be called/).textContent()) ?? '')?.[0] ?? '';
  await page.getByText('A covering email').click();
  await page.getByRole('button', { name: 'Copy the message' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
  const message = await page.evaluate<string>(pasted);
  for (const part of ['Ageing Well Partnership', reference, 'Continue and improve', `${reference}-2026-11-23.pdf`])
    expect(message).toContain(part);
  const address = await page.getByRole('link', { name: 'Open it in your email program' }).getAttribute('href');
  const mail = new URL(address ?? '');
  expect(mail.protocol).toBe('mailto:');
  expect(mail.searchParams.get('cc')).toBe(model.settings.app.registerEmail);
  expect(mail.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(message);

  const file = await downloaded(page, () =>
    page.getByRole('button', { name: 'Download the dates for your calendar' }).click(),
  );
  expect(file.suggestedFilename()).toBe(`${reference}.ics`);
  const entries = calendarEntries(readFileSync(await file.path(), 'utf8'));
  const draft = /#\/a\/([^/]+)\//.exec(page.url())?.[1] ?? '';
  const dates = datesOf(walked, 'en');
  expect(dates.length).toBeGreaterThan(1);
  expect(entries.map((entry) => [entry.get('UID'), entry.get('DTSTART;VALUE=DATE')])).toEqual(
    dates.map(({ id, date }) => [`${draft}-${id}`, date.replaceAll('-', '')]),
  );
  expect(new Set(entries.map((entry) => entry.get('DTSTAMP')))).toEqual(new Set(['20261123T100000Z']));

  await page.getByRole('link', { name: 'Check or change your answers' }).click();
  await signAndDownload(page, 'Sam Example');
  await page.getByText(`The file ${reference}-2026-11-23.pdf is in your downloads.`).waitFor();
  await context.close();
  expect(faults).toEqual([]);
});

test('why somebody decides is said once, and the email says it too, with the days of the conditions', async () => {
  const { context, page, faults, walked } = await atOutcome('regeneration-framework');
  const [reason = ''] = reasonsFor(walked, model.policy.approval.approver, 'en');
  expect(reason).toContain('£575,000');
  await page
    .getByRole('definition')
    .filter({ hasText: `Why they decide: ${reason}` })
    .waitFor();
  expect(await page.getByRole('definition').filter({ hasText: reason }).count()).toBe(1);

  await page.getByText('A covering email').click();
  await page.getByRole('button', { name: 'Copy the message' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
  const message = await page.evaluate<string>(pasted);
  expect(message).toContain(`Who decides: Corporate management team\nWhy they decide: ${reason}`);
  expect(message).toContain('Within three months (23 February 2027):\n- Set outcome measures');
  expect(message).not.toContain('Proof of each condition');

  await page.getByText('What would change this?').click();
  const group = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Not yet (9 answers)' }) });
  await group.getByText('See 6 more answers').waitFor();
  expect(await group.getByRole('link', { name: /^Change / }).count()).toBe(3);
  await context.close();
  expect(faults).toEqual([]);
});

test('where nothing need be signed it says so, and still says whom to tell, by when and with what', async () => {
  const { context, page, faults } = await atOutcome('join-another');
  await page.getByText('Nothing has to be signed.', { exact: false }).waitFor();
  await page.getByText(/^The record, if you sign one\. It will be called E-\w{5}-\w{5}-2026-11-23\.pdf$/).waitFor();
  await page.getByText('23 December 2026').first().waitFor();
  await context.close();
  expect(faults).toEqual([]);
});
