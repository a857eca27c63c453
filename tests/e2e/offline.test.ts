import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/policy/answer';
import { launchBrowser, launchProfile } from '../support/browser';
import { moodySite } from '../support/moody-site';
import { officer } from '../support/officer';
import { signAndDownload } from '../support/person';
import { knownPolicy } from '../support/policies';
import { rowsOf } from '../support/kept';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const today = new Date().toISOString().slice(0, 10);

/** The shortest way to a record: money that is paid for a contract, and a record of it all the same. */
const answers = (): ReadonlyMap<string, Answer> => {
  const grant = cases.find((one) => one.answers['s2-arrangement'] === 'grant' && one.expect.outcome === 'o9');
  if (!grant) throw new Error('no worked case of a grant');
  return new Map([...Object.entries(grant.answers), ['s2-arrangement', 'contract']]);
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const thisApp = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'This app', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'This app' }).waitFor();
};

/** What the page about this app says in a row. */
const row = (page: Page, key: string) => page.locator('.govuk-summary-list__row', { hasText: key }).locator('dd');

/** Visits a site until the browser has kept all of it. */
const visit = async (context: BrowserContext, url: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(url);
  await thisApp(page);
  await row(page, 'Works without a network').filter({ hasText: 'Yes.' }).waitFor();
  return page;
};

/** Every file of the build that some screen may ask for: not its maps, its worker, or what the page keeps by itself. */
const filesOfTheBuild = (): readonly string[] =>
  readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice('dist/'.length))
    .filter((path) => !/\.map$|^sw\.js$|^decision-trees\//.test(path));

/** Those that the browser cannot give now. */
const missing = (page: Page, paths: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(async (all) => {
    const given = await Promise.all(
      all.map(async (path) => {
        const answer = await fetch(path, { cache: 'no-store' }).catch(() => undefined);
        return answer?.ok === true && (await answer.arrayBuffer()).byteLength > 0;
      }),
    );
    return all.filter((_, index) => given[index] !== true);
  }, paths);

/** The browser has nothing to say against installing it. It installs nothing from a private window. */
const expectInstallable = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  const { errors, url } = await devtools.send('Page.getAppManifest');
  expect([errors, new URL(url).pathname]).toEqual([[], '/app.webmanifest']);
  expect(await devtools.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] });
};

test('after one visit, with the server gone and the browser closed: from the start page to a signed record, checked', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  const site = await moodySite();
  const before = await launchProfile(profile, 'allow');
  await expectInstallable(await visit(before, site.url));
  await before.close();
  site.off();
  await expect(fetch(site.url)).rejects.toThrow();

  const after = await launchProfile(profile, 'allow');
  const page = await after.newPage();
  await page.goto(site.url);
  const files = filesOfTheBuild();
  expect(files.length).toBeGreaterThan(100);
  expect(await missing(page, files)).toEqual([]);
  expect(await missing(page, ['assets/gone-A1b2_-xY.js'])).toHaveLength(1);
  await page.getByRole('link', { name: 'Guidance', exact: true }).first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start now' }).click();
  await officer(page, model, answers(), today).answerAll();
  const record = await signAndDownload(page, 'Siân Ó Briain-Ŵyn');
  await page.getByRole('link', { name: 'Check a record', exact: true }).first().click();
  await page.getByLabel(/Signed record/).setInputFiles(record);
  await page.getByRole('button', { name: 'Check the record' }).click();
  await page.getByRole('heading', { name: /what was signed/ }).waitFor();
  await thisApp(page);
  await row(page, 'Questions in use').filter({ hasText: 'This is the copy kept on' }).waitFor();
  await after.close();
  rmSync(profile, { recursive: true, force: true });
});

test('the network goes in the middle of an assessment, for a reload too, and comes back: every answer is saved, and signed', async () => {
  const site = await moodySite();
  const context = await browser.newContext();
  const page = await visit(context, site.url);
  const network = await context.newCDPSession(page);
  const cut = async (offline: boolean): Promise<void> => {
    const none = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await network.send('Network.emulateNetworkConditions', { offline, ...none });
    if (offline) site.down();
    else await site.up();
    expect(await page.evaluate(() => navigator.onLine)).toBe(!offline);
  };
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start now' }).click();
  const renewal = cases.find(({ id }) => id === 'renewing-absorbed')?.answers ?? {};
  const { answerPage, fillPage, expected } = officer(page, model, new Map(Object.entries(renewal)), today);
  const steps = expected.path;
  const [lost, back] = [Math.floor(steps.length / 3), steps.length - 1];
  expect(back - lost).toBeGreaterThan(2);
  for (const [index, step] of steps.entries()) {
    if (index === lost) {
      await cut(true);
      await expect(fetch(site.url)).rejects.toThrow();
      // What is on the page is typed as the network goes, and is there after a reload without one.
      await fillPage(step);
      await page.getByText('Saved', { exact: true }).waitFor();
      await page.reload();
      await page.getByRole('button', { name: 'Continue' }).click();
      continue;
    }
    if (index === back) {
      await cut(false);
      expect((await fetch(site.url)).status).toBe(200);
    }
    await answerPage(step);
  }
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
  const record = await signAndDownload(page, 'Siân Ó Briain-Ŵyn');
  await page.getByRole('link', { name: 'Check a record', exact: true }).first().click();
  await page.getByLabel(/Signed record/).setInputFiles(record);
  await page.getByRole('button', { name: 'Check the record' }).click();
  await page.getByRole('heading', { name: /what was signed/ }).waitFor();
  const kept = await rowsOf(page, 'entries');
  const given = new Set(kept.flatMap((entry) => ('value' in entry ? [entry.field] : [])));
  expect(given).toEqual(new Set(expected.counted.keys()));
  await context.close();
  site.off();
});

describe('a new version', () => {
  test('that cannot be fetched whole leaves the old one; one that can is offered, and taken by one tab alone', async () => {
    const site = await moodySite();
    const context = await browser.newContext();
    const page = await visit(context, site.url);
    const old = await row(page, 'Version in use').innerText();

    site.broken.add('/app.webmanifest');
    await site.publish('0.2.0');
    await page.getByRole('button', { name: 'Look for a new version' }).click();
    await page.getByText('A new version could not be fetched whole').waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'This app' }).waitFor();
    expect(await row(page, 'Version in use').innerText()).toBe(old);

    site.broken.clear();
    await page.getByRole('button', { name: 'Look for a new version' }).click();
    await row(page, 'Version waiting').filter({ hasText: '0.2.0' }).waitFor();
    expect(await row(page, 'Version in use').innerText()).toBe(old);

    const other = await context.newPage();
    await other.goto(site.url);
    await other.getByRole('button', { name: 'Start now' }).click();
    await other.getByRole('radio').first().waitFor();
    await page.getByRole('link', { name: 'Start page', exact: true }).click();
    const offer = page.getByRole('region', { name: 'Important' });
    await offer.getByText('A new version of this app is ready').waitFor();
    await offer.getByRole('button', { name: 'Use the new version' }).click();
    await offer.waitFor({ state: 'detached' });
    await thisApp(page);
    await row(page, 'Version in use').filter({ hasText: '0.2.0' }).waitFor();
    await row(page, 'Version waiting').filter({ hasText: 'None' }).waitFor();

    site.off();
    await officer(other, model, answers(), today).answerAll();
    await other.getByRole('heading', { name: 'Check your answers' }).waitFor();
    await page.reload();
    await row(page, 'Version in use').filter({ hasText: '0.2.0' }).waitFor();
    await context.close();
  });
});

test('where the network passes nothing on at the first visit, the page says that it is still trying', async () => {
  const site = await moodySite();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.clock.install();
  site.silent.add('/licences.txt');
  await page.goto(site.url);
  await thisApp(page);
  await row(page, 'Works without a network').filter({ hasText: 'It is being fetched' }).waitFor();
  await expect.poll(() => context.serviceWorkers().length).toBe(1);
  await page.clock.fastForward('01:01');
  await row(page, 'Works without a network').filter({ hasText: 'It is still being tried' }).waitFor();
  await context.close();
  site.off();
});

test('a network that passes nothing on does not hold anybody up, and a change of the settings is offered', async () => {
  const site = await moodySite();
  const context = await browser.newContext();
  const page = await visit(context, site.url);
  site.silent.add('/decision-trees/index.json');
  await page.goto(site.url);
  await page.reload();
  await page.getByRole('button', { name: 'Start now' }).waitFor();
  await thisApp(page);
  await row(page, 'Questions in use').filter({ hasText: 'This is the copy kept on' }).waitFor();

  site.silent.clear();
  site.rename('Harbour Town Council');
  await page.getByRole('button', { name: 'Look for a new version' }).click();
  await page.getByText('There is no newer version.').waitFor();
  await page.getByRole('link', { name: 'Start page', exact: true }).click();
  await page.getByText('The questions or the council’s settings have changed').waitFor();
  expect(await page.getByRole('link', { name: 'Harbour Town Council' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await page.getByRole('link', { name: 'Harbour Town Council' }).waitFor();

  site.spoilt.add('/decision-trees/partnership/1.0.0.json');
  await page.reload();
  await page.getByText('The questions or the council’s settings on the site have a fault').waitFor();
  await page.getByText('You can go on: this is the copy').waitFor();
  await page.getByRole('button', { name: 'Start now' }).waitFor();
  await context.close();
  site.off();
});
