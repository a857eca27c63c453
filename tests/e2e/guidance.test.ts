import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { words } from '../../src/policy/present';
import { unanswered } from '../../src/policy/scope';
import { randomAnswers, seeded } from '../support/answers';
import { launchBrowser } from '../support/browser';
import { tabOpened } from '../support/coming';
import { edited } from '../support/edit';
import { officer } from '../support/officer';
import { newPerson } from '../support/person';
import { knownPolicy, readJson } from '../support/policies';
import { siteWith } from '../support/site';

const today = new Date().toISOString().slice(0, 10);
const { model } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
const [noticeNote] = model.policy.guidance;
const { model: shippedModel } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const shipped = shippedModel.policy;
const origin = words(unanswered(shippedModel, today), shipped.about.origin, 'en');

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'guidance-'));
const closers: (() => void)[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  closers.forEach((close) => close());
  rmSync(folder, { recursive: true });
});

/** The equipment policy on a site of its own, with other dates. */
const equipmentSite = async (validFrom: string, validTo: string): Promise<Awaited<ReturnType<typeof siteWith>>> => {
  const file = join(folder, `${validFrom}.json`);
  const policy = readJson('tests/fixtures/equipment/1.0.0.json');
  writeFileSync(file, JSON.stringify(edited(edited(policy, 'about.validFrom', validFrom), 'about.validTo', validTo)));
  const site = await siteWith({
    'equipment/1.0.0.json': file,
    'settings/lending.json': 'tests/fixtures/equipment/settings.json',
  });
  closers.push(site.close);
  return site;
};

const heading = (page: Page, name: string, level = 1) => page.getByRole('heading', { level, name, exact: true });

test('every note is read from the start page without an assessment, and printed with boxes to tick', async () => {
  const { context, page, faults } = await newPerson(browser);
  await context.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', document.title);
  });
  await page.goto(inject('url'));
  expect(origin).toContain('1 January 2026');
  await page.getByText('About these questions').click();
  await page.getByText(origin).waitFor();
  await page.getByRole('link', { name: 'Read the guidance notes' }).click();
  await heading(page, 'Guidance').waitFor();
  await page.getByText(origin).waitFor();
  for (const note of shipped.guidance) {
    await page.getByRole('main').getByRole('link', { name: note.title.en, exact: true }).click();
    await heading(page, note.title.en).waitFor();
    expect(await page.getByRole('main').innerText()).not.toMatch(/[[{][a-z-]+[\]}]/);
    await page.getByRole('link', { name: 'Back' }).click();
  }
  const last = shipped.guidance.at(-1)?.title.en ?? '';
  await page.getByRole('main').getByRole('link', { name: last, exact: true }).click();
  await page.getByRole('button', { name: 'Print this note' }).click();
  expect(await page.locator('body').getAttribute('data-printed')).toContain(last);
  await page.emulateMedia({ media: 'print' });
  await heading(page, 'Sources', 2).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  for (const name of ['Print this note', 'Back', 'Guidance notes', 'Start page'])
    expect(await page.getByText(name, { exact: true }).filter({ visible: true }).count(), name).toBe(0);
  const box = await page
    .locator('.app-checklist > li')
    .first()
    .evaluate((item) => getComputedStyle(item, '::before').borderTopWidth);
  expect(box).toBe('2px');
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  await context.close();
  expect(faults).toEqual([]);
});

test('an address that names no note says so, and leads to those there are', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.goto(`${inject('url')}/#/guidance/partnership/nothing-here`);
  await heading(page, 'There is no such guidance note').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Guidance notes' }).click();
  await heading(page, 'Guidance').waitFor();
  await page.goto(`${inject('url')}/#/guidance/nothing/priorities`);
  await heading(page, 'There is no policy with this guidance').waitFor();
  await page.getByRole('main').getByRole('link', { name: shipped.title.en }).click();
  await heading(page, 'Guidance').waitFor();
  await context.close();
  expect(faults).toEqual([]);
});

test.each([1280, 360])('a note opens beside a question of %i pixels: nothing is lost, nothing moves', async (width) => {
  const site = await equipmentSite('2026-04-01', '2031-03-31');
  const { context, page, faults } = await newPerson(browser);
  await page.setViewportSize({ width, height: 900 });
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start now' }).click();
  const person = officer(page, model, randomAnswers(model, seeded(3), { today, optional: 'filled' }), today);
  for (const step of person.expected.path) {
    if (step.page.id === 'event') break;
    await person.answerPage(step);
  }
  const name = page.getByRole('textbox', { name: 'Name of the event' });
  await name.fill('Summer fair, half ty');
  // what follows from it, and what comes after the paint, is there before anything is measured
  await page.locator('[data-saving=saved]').waitFor();
  await page.getByText(/^After this page/).waitFor();
  await page
    .locator('summary')
    .getByText(/guidance$/i)
    .click();
  const open = page.getByRole('button', { name: `Guidance: ${noticeNote?.title.en}` });
  await open.focus();
  const place = await open.boundingBox();
  const address = page.url();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: noticeNote?.title.en ?? '', exact: true });
  await panel.getByText('The store needs 10 working days').waitFor();
  expect(await heading(page, noticeNote?.title.en ?? '', 2).evaluate((one) => one === document.activeElement)).toBe(
    true,
  );
  expect(await open.boundingBox()).toEqual(place);
  if (width === 1280) {
    // There is room for both, so the page stays in use.
    await name.press('End');
    await name.pressSequentially('ped');
    expect(await panel.isVisible()).toBe(true);
    await open.click();
  }
  await page.keyboard.press('Escape');
  await expect.poll(() => panel.count()).toBe(0);
  expect(await open.evaluate((one) => one === document.activeElement)).toBe(true);
  await open.click();
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => panel.count()).toBe(0);
  expect(await open.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await name.inputValue()).toBe(width === 1280 ? 'Summer fair, half typed' : 'Summer fair, half ty');
  expect(page.url()).toBe(address);
  expect(await open.boundingBox()).toEqual(place);

  await open.click();
  const link = panel.getByRole('link', { name: /as a page of its own/ });
  const tab = await tabOpened(context, () => link.click());
  await heading(tab, noticeNote?.title.en ?? '').waitFor();
  expect(tab.url()).toContain('/#/a/');
  expect(await tab.locator('body').innerText()).not.toMatch(/partnership/i);
  await tab.getByRole('link', { name: 'Guidance notes' }).click();
  await tab.getByRole('link', { name: 'Looking after equipment' }).click();
  const source = tab.getByRole('link', {
    name: 'Health and Safety Executive, running events safely (opens in new tab)',
  });
  expect(await source.getAttribute('href')).toBe('https://www.hse.gov.uk/event-safety/');
  expect(await tab.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await context.close();
  expect(faults).toEqual([]);
});

test.each([
  ['2020-04-01', '2021-03-31', /This policy was valid until 31 March 2021\./],
  ['2150-04-01', '2151-03-31', /This policy is valid from 1 April 2150\./],
])('a policy valid from %s to %s is warned about on the way, and stops nobody', async (from, to, warning) => {
  const site = await equipmentSite(from, to);
  const { context, page, faults } = await newPerson(browser);
  const warned = () => page.getByText(warning).waitFor();
  await page.goto(site.url);
  await warned();
  await page.getByRole('button', { name: 'Start now' }).click();
  const found = [...Array(100).keys()]
    .map((seed) => randomAnswers(model, seeded(seed), { today }))
    .sort((a, b) => a.size - b.size)[0];
  const person = officer(page, model, found ?? new Map(), today);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await warned();
  await person.answerAll();
  await page.getByRole('button', { name: 'Continue to the recommendation' }).click();
  await page.getByText('This is a recommendation.').first().waitFor();
  await warned();
  await context.close();
  expect(faults).toEqual([]);
});

test('a policy that is valid today brings no warning', async () => {
  const { context, page } = await newPerson(browser);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).waitFor();
  expect(await page.getByText(/This policy (was|is) valid/).count()).toBe(0);
  await context.close();
});
