import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { words } from '../../src/policy/present';
import { walk } from '../../src/policy/walk';
import { launchBrowser } from '../support/browser';
import { officer } from '../support/officer';
import { newPerson } from '../support/person';
import { knownPolicy } from '../support/policies';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const improve = cases.find(({ id }) => id === 'existing-improve');
if (!improve) throw new Error('no such case');
const answers = new Map([
  ...Object.entries(improve.answers),
  ['e1-lead', 'other'],
  ['e1-lead-name', 'Alex Example'],
  ['e1-lead-job', 'Partnerships officer'],
] as const);
const walked = walk(model, answers, improve.today);
const label = (field: string): string => {
  const place = model.places.get(field);
  return place ? words(walked, place.field.label, 'en') : '';
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('what is not known is copied for whoever knows it, answered from the list, and is then off the list', async () => {
  const { context, page, faults } = await newPerson(browser);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.setFixedTime(`${improve.today}T10:00:00Z`);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await officer(page, model, answers, improve.today).answerAll();
  await page.getByRole('button', { name: 'Continue to the recommendation' }).click();
  await page.getByRole('heading', { level: 2, name: 'Why this is recommended' }).waitFor();
  await page.getByRole('link', { name: 'Who to ask for what is missing' }).click();
  await page.getByText('1 answer is left to find out, and 5 other conditions are open.').waitFor();

  const question = label('b8-heard');
  await page.getByText('Email for: Lead officer', { exact: true }).click();
  await page.getByRole('button', { name: 'Copy the message' }).first().click();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
  const message = await page.evaluate<string>(`navigator.clipboard.readText()`);
  for (const part of [
    `1. ${question}`,
    'Answer so far: I’m not sure',
    'Needed: Within three months (23 February 2027)',
  ])
    expect(message).toContain(part);
  expect(message).toContain(
    'Ask the partners and communities for their views, tell them what came of it, and act on it',
  );

  await page.getByRole('link', { name: `Enter the answer ${question}` }).click();
  await page.getByRole('group', { name: question }).getByRole('radio', { name: 'Partly', exact: true }).check();
  // The recommendation has been seen: the record must say how it is known now, and nobody says it for the officer.
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('alert').getByText('Say how you know it now').waitFor();
  await page.getByRole('textbox', { name: 'How do you know it now?' }).fill('The survey of the autumn');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { level: 1, name: 'Who to ask for what is missing' }).waitFor();
  await page.getByText(/^No answers are left to find out, and \d conditions are open\.$/).waitFor();
  expect(await page.getByRole('link', { name: /^Enter the answer/ }).count()).toBe(0);

  await page.getByRole('button', { name: 'See the recommendation' }).click();
  await page.getByRole('heading', { level: 2, name: 'Why this is recommended' }).waitFor();
  await context.close();
  expect(faults).toEqual([]);
});

test('before the end the list has what is not known so far, and a page that is not asked says so', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio', { name: /^I’m not sure/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => url.hash.endsWith('/s1'));
  await page.getByRole('link', { name: 'All sections' }).click();
  await page.getByRole('link', { name: 'Who to ask for what is missing' }).click();
  await page.getByText('1 answer is left to find out.', { exact: true }).waitFor();
  await page.getByRole('link', { name: /^Enter the answer/ }).click();
  await page.getByRole('radio', { name: /Organisations with a shared aim/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Nothing is left to ask so far.', { exact: false }).waitFor();
  await page.goto(page.url().replace(/ask$/, 'reply/a1'));
  await page.getByRole('heading', { name: 'Your assessment' }).waitFor();
  await page.getByText(/is not asked with your present answers/).waitFor();
  await context.close();
  expect(faults).toEqual([]);
});
