import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { databaseName } from '../../src/storage/open';
import { launchBrowser, launchProfile } from '../support/browser';
import { downloaded, tabOpened } from '../support/coming';
import { putRows, rowsOf } from '../support/kept';
import { beginOne, newPerson } from '../support/person';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const toRescue = async (page: Page): Promise<void> => {
  await page.goto(`${inject('url')}/#/rescue`);
  await page.reload();
  await page.getByRole('heading', { name: 'If there is no room left' }).waitFor();
};

const download = async (page: Page, name: string): Promise<string> => {
  const file = await downloaded(page, () => page.getByRole('button', { name }).click());
  return file.path();
};

const restore = async (page: Page, file: string): Promise<void> => {
  await page.getByLabel(/^Backup or assessment/).setInputFiles({
    name: 'x.backup',
    mimeType: 'application/octet-stream',
    buffer: readFileSync(file),
  });
  await page.getByRole('button', { name: 'Open the file' }).click();
};

const emptyStore = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Empty the store' }).click();
  await page.getByRole('button', { name: 'Delete everything' }).click();
};

/** Upgrades the database beside the app, as a fault of a program would. */
const upgrade = (page: Page, lost: string): Promise<void> =>
  page.evaluate(
    ([name, store]) =>
      new Promise<void>((done) => {
        const looking = indexedDB.open(name);
        looking.addEventListener('success', () => {
          const { version } = looking.result;
          looking.result.close();
          const opening = indexedDB.open(name, version + 1);
          opening.addEventListener('upgradeneeded', () => opening.result.deleteObjectStore(store));
          opening.addEventListener('success', () => {
            opening.result.close();
            done();
          });
        });
      }),
    [databaseName, lost] as const,
  );

test('of spoiled rows all that is sound is saved, restored, and the rest can be read; nothing is emptied of what is not saved', async () => {
  const { context, page, faults } = await newPerson(browser);
  await beginOne(page, 'Warm rooms');
  await beginOne(page, 'Cold rooms');
  const entries = await rowsOf(page, 'entries');
  const bad = entries.find(({ kind }) => kind === 'answered');
  await putRows(page, 'entries', [{ ...bad, at: 'never' }]);
  await putRows(page, 'drafts', [{ id: 'shapeless', title: 'Tea rooms' }]);
  await page.goto(`${inject('url')}/#/drafts`);
  await page.reload();
  await page.getByText('2 drafts on this device cannot be read.').waitFor();
  await page.getByRole('link', { name: 'Save what can still be read' }).click();
  await page.getByText('Some of what this browser keeps for you is damaged.').waitFor();
  await page.getByText('2 assessments and 0 signed records can be restored').waitFor();
  expect(await page.getByRole('button', { name: 'Empty the store' }).count()).toBe(0);
  await download(page, 'Download the backup');
  expect(await page.getByRole('button', { name: 'Empty the store' }).count()).toBe(0);
  const rest = readFileSync(await download(page, 'Download the other parts'), 'utf8');
  expect(rest).toContain('Tea rooms');
  expect(rest).toContain('"at":"never"');

  await putRows(page, 'drafts', [{ id: 'another', title: 'Saved meanwhile' }]);
  await emptyStore(page);
  await page.getByText(/Something has been saved here since/).waitFor();
  expect(await rowsOf(page, 'entries')).toHaveLength(entries.length);
  await page.getByRole('button', { name: 'Look again' }).click();
  const file = await download(page, 'Download the backup');
  await download(page, 'Download the other parts');

  const holding = await context.newPage();
  await holding.goto(`${inject('url')}/decision-trees/index.json`);
  await holding.evaluate(
    (name) =>
      new Promise((done) => {
        indexedDB.open(name).addEventListener('success', done);
      }),
    databaseName,
  );
  await emptyStore(page);
  await page.getByText(/Another tab or window still has the service open/).waitFor();
  await page.waitForTimeout(500);
  expect(await page.getByText('The store is empty').count()).toBe(0);
  await holding.close();
  await page.getByRole('heading', { name: 'The store is empty' }).waitFor();
  await page.getByRole('button', { name: 'Open the backup' }).click();
  await restore(page, file);
  await page.getByRole('alert').getByText('New from the file: 2 assessments').waitFor();
  const sound = entries.filter(({ id }) => id !== bad?.['id']);
  expect(await rowsOf(page, 'entries')).toEqual(sound);
  for (const name of ['Warm rooms', 'Cold rooms']) {
    await page.goto(`${inject('url')}/#/drafts`);
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForURL((url) => url.hash.includes('/a/'));
  }
  await context.close();
  expect(faults).toEqual([]);
});

test('where the table of drafts or of entries is gone, that is said on every way in, and what is left is saved', async () => {
  for (const [store, restored] of [
    ['drafts', '1 assessment and 0 signed records can be restored'],
    ['entries', 'Nothing can be restored from a backup.'],
    ['meta', '1 assessment and 0 signed records can be restored'],
  ] as const) {
    const { context, page: first } = await newPerson(browser);
    let page = first;
    await beginOne(page, 'Warm rooms');
    const place = page.url();
    await page.goto(`${inject('url')}/decision-trees/index.json`);
    await upgrade(page, store);
    for (const address of [`${inject('url')}/#/`, `${inject('url')}/#/drafts`, `${inject('url')}/#/backup`, place]) {
      await page.goto(address);
      await page.reload();
      await page.getByText(/The browser’s own store could not be read or written/).waitFor();
    }
    const link = page.getByRole('link', { name: /^See what can be rescued/ });
    page = await tabOpened(context, () => link.click());
    await page.getByText(restored).waitFor();
    if (store !== 'entries') {
      const file = await download(page, 'Download the backup');
      const rest = page.getByRole('button', { name: 'Download the other parts' });
      if ((await rest.count()) > 0) await rest.click();
      await emptyStore(page);
      await page.getByRole('button', { name: 'Open the backup' }).click();
      await restore(page, file);
      await page.getByRole('alert').getByText('New from the file: 1 assessment').waitFor();
      await page.goto(place);
      await page.locator('main form').getByRole('textbox').first().waitFor();
      await expect.poll(() => page.locator('main form').getByRole('textbox').first().inputValue()).toBe('Warm rooms');
    }
    await context.close();
  }
});

const files = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });

test('where the browser has lost the file of one row, all others are saved', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  const first = await launchProfile(profile);
  const before = await first.newPage();
  await beginOne(before, 'Warm rooms');
  const size = 300_000;
  await before.evaluate(
    ([name, long]) =>
      new Promise<void>((done) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('success', () => {
          const work = opening.result.transaction('records', 'readwrite', { durability: 'strict' });
          for (const id of ['r1', 'r2']) {
            const pdf = new Uint8Array(id === 'r1' ? long : 10);
            // What compresses well would not lie in a file of its own.
            for (let at = 0; at < pdf.length; at += 60_000) crypto.getRandomValues(pdf.subarray(at, at + 60_000));
            const row = {
              id,
              draft: 'd',
              kind: 'record',
              signedAt: '2026-01-01T10:00:00+00:00',
              fileName: `${id}.pdf`,
            };
            work.objectStore('records').put({ ...row, pdf });
          }
          work.addEventListener('complete', () => {
            opening.result.close();
            done();
          });
        });
      }),
    [databaseName, size] as const,
  );
  await first.close();
  const blobs = files(join(profile, 'Default/IndexedDB')).filter((path) => /\.blob\//.test(path));
  const lost = blobs.filter((path) => statSync(path).size >= size);
  expect(lost).toHaveLength(1);
  for (const path of lost) rmSync(path);

  const second = await launchProfile(profile);
  const page = await second.newPage();
  await toRescue(page);
  await page.getByText('1 assessment and 1 signed record can be restored').waitFor();
  const rest = readFileSync(await download(page, 'Download the other parts'), 'utf8');
  expect(rest).toContain('"store":"records","key":"r1","why":"unreadable"');
  const file = await download(page, 'Download the backup');
  await emptyStore(page);
  await page.getByRole('button', { name: 'Open the backup' }).click();
  await restore(page, file);
  await page.getByRole('alert').getByText('New from the file: 1 assessment').waitFor();
  expect((await rowsOf(page, 'records')).map(({ id }) => id)).toEqual(['r2']);
  await second.close();
  rmSync(profile, { recursive: true, maxRetries: 5 });
});

test('on a full disk, nothing is said to be saved, and what was given and typed is handed over as a file', async () => {
  const { context, page } = await newPerson(browser);
  await beginOne(page, 'Warm rooms');
  const place = page.url();
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(inject('url'));
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const [name, purpose] = [0, 1].map((index) => page.locator('main form').getByRole('textbox').nth(index));
  // Chromium goes by the room that it found up to half a minute ago.
  const notSaved = page.getByText('Not saved', { exact: true });
  const until = Date.now() + 90_000;
  while ((await notSaved.count()) === 0 && Date.now() < until) {
    await name?.fill(`Warm rooms, ${Date.now()}`);
    await name?.blur();
    await page.waitForTimeout(2000);
  }
  await name?.fill('Warmer rooms');
  await notSaved.waitFor();
  await purpose?.fill('To be warm');
  await page.getByRole('radio', { name: 'Me', exact: true }).check(); // waits for Continue
  const file = await download(page, 'Download this assessment as a file');
  await page.getByText('The file is in your downloads.').waitFor();
  expect(await page.getByText('Saved', { exact: true }).count()).toBe(0);

  const other = await newPerson(browser);
  await other.page.goto(`${inject('url')}/#/backup`);
  await restore(other.page, file);
  await other.page.getByRole('alert').getByText('New from the file: 1 assessment').waitFor();
  await other.page.goto(place);
  const typed = (index: number) => other.page.locator('main form').getByRole('textbox').nth(index).inputValue();
  await expect.poll(() => typed(0)).toBe('Warmer rooms');
  expect(await typed(1)).toBe('To be warm');
  expect(await other.page.getByRole('radio', { name: 'Me', exact: true }).isChecked()).toBe(true);
  await other.context.close();

  const link = page.getByRole('link', { name: /^See what can be rescued/ });
  const rescuing = await tabOpened(context, () => link.click());
  await rescuing.getByText('Nothing is damaged.').waitFor();
  await rescuing.getByText(/^What is kept here takes up \d+ kB/).waitFor();
  expect(await name?.inputValue()).toBe('Warmer rooms');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await context.close();
});
