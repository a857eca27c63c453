import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { newPerson } from '../support/person';
import { siteWith } from '../support/site';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/**
 * Puts rows into a table of the app's database, as damage or another version would, and gives what stood there before.
 * The page is one without the app, which would keep the database open.
 */
const put = async (page: Page, table: string, rows: readonly object[]): Promise<readonly Record<string, unknown>[]> => {
  await page.goto(`${inject('url')}/icon.svg`);
  return page.evaluate(
    ([name, added]) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('partnership-evaluation');
        request.addEventListener('error', () => reject(new Error('not opened')));
        request.addEventListener('success', () => {
          const { result } = request;
          const change = result.transaction(name, 'readwrite', { durability: 'strict' });
          const before = change.objectStore(name).getAll();
          before.addEventListener('success', () => added.forEach((row) => change.objectStore(name).put(row)));
          change.addEventListener('complete', () => {
            result.close();
            resolve(before.result as readonly Record<string, unknown>[]);
          });
        });
      }),
    [table, rows] as const,
  );
};

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
  await page.getByRole('button', { name: /^Carry on with/ }).click();
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

/** Begins a draft and leaves it at its second question; its address. */
const begin = async (page: Page): Promise<string> => {
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio', { name: /only give an organisation money/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: /^Keep a record/ }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  return page.url();
};

test.each([
  ['no-such-page', /no page at this address/],
  ['q/no-such-page', /no page at this address/],
  ['q/n1', /^“.+” is not asked with your present answers/],
  ['change/n1', /^“.+” is not asked with your present answers/],
])(
  'an address within an assessment that leads to no page asked, %s, shows the sections and says so',
  async (to, said) => {
    const { context, page, faults } = await newPerson(browser);
    const draft = await begin(page);
    const sections = page.getByRole('heading', { level: 1, name: 'Your assessment' });
    await page.goto(draft.replace(/q\/.*/, to));
    await page.getByRole('region', { name: 'Important' }).getByText(said).waitFor();
    await sections.waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('radio', { name: /^Keep a record/ }).waitFor();
    await page.getByRole('link', { name: 'All sections' }).click();
    await sections.waitFor();
    expect(await page.getByRole('region', { name: 'Important' }).count()).toBe(0);
    await context.close();
    expect(faults).toEqual([]);
  },
);

test('drafts that are damaged are named with what to do, kept as they are, and the others can be reached', async () => {
  const { context, page, faults } = await newPerson(browser);
  const [row, entry, sound] = [await begin(page), await begin(page), await begin(page)];
  const idOf = (address: string): string => /#\/a\/([^/]+)/.exec(address)?.[1] ?? '';
  const drafts = await put(page, 'drafts', []);
  const log = await put(page, 'entries', []);
  const damagedRow = { ...drafts.find(({ id }) => id === idOf(row)), createdAt: 7 };
  const damagedEntry = { ...log.find(({ draft }) => draft === idOf(entry)), counter: 'first' };
  await put(page, 'drafts', [damagedRow]);
  await page.goto(inject('url'));
  await page.getByText('One draft on this device cannot be read.').waitFor();
  expect(await page.locator('main').innerText()).toContain(idOf(row));
  await put(page, 'entries', [damagedEntry]);
  await page.goto(`${inject('url')}/#/drafts`);
  await page.getByText('2 drafts on this device cannot be read.').waitFor();
  const text = await page.locator('main').innerText();
  expect([text.includes(idOf(row)), text.includes(idOf(entry)), text.includes(idOf(sound))]).toEqual([
    true,
    true,
    false,
  ]);
  await page.goto(row);
  await page.getByText(/A part of this assessment is damaged/).waitFor();
  await page.goto(entry);
  await page.getByText(/One entry of this assessment is damaged/).waitFor();
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  await page.getByRole('button', { name: /^Carry on with/ }).click();
  await page.getByRole('radio', { name: /^Keep a record/ }).waitFor();
  expect((await put(page, 'entries', [])).length).toBe(log.length);
  await context.close();
  expect(faults).toEqual([]);
});

test('a draft whose copy of its policy is not the one that it names is refused with an explanation, and kept', async () => {
  const { context, page, faults } = await newPerson(browser);
  const draft = await begin(page);
  const [row] = await put(page, 'drafts', []);
  await put(page, 'pinned', [{ sha256: row?.policy, kind: 'policy', bytes: [1, 2, 3] }]);
  for (const address of [draft, draft.replace(/#.*/, `#/sign/${String(row?.id)}`)]) {
    await page.goto(address);
    await page.getByText(/damaged or missing, so it was not opened/).waitFor();
  }
  expect(await put(page, 'drafts', [])).toEqual([row]);
  await context.close();
  expect(faults).toEqual([]);
});

test('a database of a later version is left alone, and a page says so', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio').first().waitFor();
  const draft = page.url();
  await put(page, 'meta', [{ key: 'schema', value: 99 }]);
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
