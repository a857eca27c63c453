import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { newPerson } from '../support/person';
import { siteWith } from '../support/site';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What the start page says after a site's file was changed. */
const startPageAfter = async (path: string, change: (text: string) => string, sentence: RegExp): Promise<string> => {
  const site = await siteWith({}, false);
  const file = join(site.folder, 'decision-trees', path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  const { context, page, faults } = await newPerson(browser);
  await page.goto(site.url);
  await page.getByText(sentence).first().waitFor();
  const text = await page.locator('main').innerText();
  await context.close();
  site.close();
  expect(faults).toEqual([]);
  return text;
};

describe('a site whose files are wrong says which, and where', () => {
  const policy = 'partnership/1.0.0.json';
  test.each([
    ['a policy that is no JSON', policy, (text: string) => text.slice(1), /not valid JSON/, policy],
    [
      'a policy of a later language',
      policy,
      (text: string) => text.replace('"language": 0', '"language": 7'),
      /language version 7/,
      policy,
    ],
    [
      'a policy that the index does not name',
      policy,
      (text: string) => text.replace('"version": "1.0.0"', '"version": "1.0.1"'),
      /list names/,
      policy,
    ],
    [
      'a policy with an unknown key',
      policy,
      (text: string) => text.replace('"language": 0', '"language": 0, "colour": 1'),
      /“colour” is not known/,
      'colour',
    ],
    [
      'settings of another format',
      'settings/example-council.json',
      (text: string) => text.replace('settings/0', 'settings/9'),
      /settings\/9/,
      'example-council.json',
    ],
  ])('%s', async (_what, path, change, sentence, place) => {
    const text = await startPageAfter(path, change, sentence);
    expect(text).toMatch(sentence);
    expect(text).toContain(place);
  });

  test('an index that is damaged', async () => {
    expect(await startPageAfter('index.json', () => '{', /not valid JSON/)).toContain('index.json');
  });
});

test('a draft stays reachable, under its own policy, when the site’s files are broken', async () => {
  const site = await siteWith({}, false);
  const { context, page, faults } = await newPerson(browser);
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio', { name: /only give an organisation money/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: /^Keep a record/ }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  writeFileSync(join(site.folder, 'decision-trees/index.json'), '{');
  await page.goto(site.url);
  await page.reload();
  await page.getByText(/not valid JSON/).waitFor();
  await page.getByRole('link', { name: /Continue assessment of/ }).click();
  await page.getByRole('radio', { name: /^Keep a record/ }).waitFor();
  await page.getByRole('link', { name: 'Back' }).click();
  expect(await page.getByRole('radio', { name: /only give an organisation money/ }).isChecked()).toBe(true);
  await context.close();
  site.close();
  expect(faults).toEqual([]);
});

test('an address that leads nowhere says so, and the start page is one step away', async () => {
  const { context, page, faults } = await newPerson(browser);
  for (const address of ['/nowhere', '/a/0000/q/s2', '/new/unknown']) {
    await page.goto(`${inject('url')}/#${address}`);
    await page
      .getByRole('heading', { level: 1, name: /problem|no such page/i })
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Go to the start page' }).click();
    await page.getByRole('button', { name: 'Start now' }).waitFor();
  }
  await context.close();
  expect(faults).toEqual([]);
});

test('a database of a later version is left alone, and a page says so', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio').first().waitFor();
  const draft = page.url();
  await page.goto(`${inject('url')}/icon.svg`);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('partnership-evaluation');
        request.addEventListener('success', () => {
          const { result } = request;
          const change = result.transaction('meta', 'readwrite');
          change.objectStore('meta').put({ key: 'schema', value: 99 });
          change.addEventListener('complete', () => {
            result.close();
            resolve();
          });
        });
        request.addEventListener('error', () => reject(new Error('not opened')));
      }),
  );
  await page.goto(inject('url'));
  await page.getByText(/made with a newer version of this app/).waitFor();
  await page.goto(draft);
  await page
    .getByText(/made with a newer version of this app/)
    .first()
    .waitFor();
  await context.close();
  expect(faults).toEqual([]);
});

test('on plain http nothing can be signed, the page says what to do, and answers can still be given', async () => {
  const { context, page, faults } = await newPerson(browser);
  // A browser treats localhost as secure: what plain http elsewhere lacks is taken away.
  await page.addInitScript(() => {
    Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });
  });
  await page.goto(inject('url'));
  await page.getByText(/not served securely/).waitFor();
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio', { name: /only pay an organisation/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: /Do not keep/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Continue to the recommendation' }).click();
  await page.getByRole('button', { name: 'Sign the record' }).click();
  await page.getByText(/Signing needs a secure address/).waitFor();
  expect(await page.getByRole('button', { name: 'Sign and download the record' }).isDisabled()).toBe(true);
  await context.close();
  expect(faults).toEqual([]);
});
