import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { rowsOf } from '../support/kept';
import { asked, passphrase, setLock, unlock } from '../support/lock';
import { beginOne, newPerson } from '../support/person';

/** A name that the browser takes for another machine, where plain http is not secure. */
const host = 'council.test';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(`--host-resolver-rules=MAP ${host} 127.0.0.1`);
});
afterAll(() => browser.close());

const to = async (page: Page, place: string): Promise<void> => {
  await page.goto(`${inject('url')}/#${place}`);
};

const words = (page: Page) => page.locator('main form').getByRole('textbox').first();

const tables = ['drafts', 'entries', 'pending', 'pinned', 'files', 'records', 'keys', 'meta'];

/** Whether these words stand anywhere in what the browser keeps, in text or in bytes. */
const isReadable = async (page: Page, text: string): Promise<boolean> => {
  const rows = await Promise.all(tables.map((table) => rowsOf(page, table)));
  const bytes = (_: string, value: unknown): unknown =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
  return JSON.stringify(rows, bytes).includes(text);
};

const lockNow = (page: Page) => page.getByRole('contentinfo').getByRole('button', { name: 'Lock now' });

/** Presses the button before any pause in which what is typed is kept, and without leaving the field. */
const pressLockNow = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>('footer button')];
    buttons.find(({ textContent }) => textContent === 'Lock now')?.click();
  });

test('what is lost is told before a lock is set; after it nothing can be read, and the passphrase brings all back', async () => {
  const { context, page, faults } = await newPerson(browser);
  await beginOne(page, 'Warm rooms');
  const question = page.url();
  expect(await isReadable(page, 'Warm rooms')).toBe(true);
  await page.getByRole('link', { name: 'Keep your work safe' }).click();
  await page.getByRole('link', { name: 'Lock your work on this computer' }).click();
  await page.getByText('If you forget the passphrase, you lose everything that is kept here.').waitFor();
  await page.getByText('You have not made a backup in this browser yet.').waitFor();
  expect(await page.getByRole('button', { name: 'Make a backup first' }).getAttribute('href')).toBe('#/backup');
  const set = page.getByRole('button', { name: 'Set the lock' });
  const alert = page.getByRole('alert');
  await page.getByLabel('Passphrase', { exact: true }).fill('eleven char');
  await set.click();
  await alert.getByText('The passphrase must have at least 12 characters').waitFor();
  await alert.getByText('Tick the box to say that you understand').waitFor();
  await page.getByLabel('Passphrase', { exact: true }).fill('aaaaaaaaaaaaaa');
  await set.click();
  await alert.getByText('Choose a passphrase that does not repeat one character').waitFor();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Enter it again').fill('three random word');
  await set.click();
  await alert.getByText('The two passphrases are not the same').waitFor();
  expect(await rowsOf(page, 'meta')).not.toContainEqual(expect.objectContaining({ key: 'lock' }));
  await setLock(page);
  await page.waitForFunction(() => !document.querySelector('input[value*=random]'));
  expect(await isReadable(page, 'Warm rooms')).toBe(false);

  await page.goto(question);
  await expect.poll(() => words(page).inputValue()).toBe('Warm rooms');
  await lockNow(page).waitFor();
  await words(page).press('End');
  await words(page).pressSequentially(' and soup');
  await pressLockNow(page);
  await unlock(page, 'three random word');
  await alert.getByText('This is not the passphrase').waitFor();
  expect(await page.getByText('Warm rooms').count()).toBe(0);
  await unlock(page);
  await expect.poll(() => words(page).inputValue()).toBe('Warm rooms and soup');
  expect(page.url()).toBe(question);
  expect(await isReadable(page, 'Warm rooms')).toBe(false);
  await context.close();
  expect(faults).toEqual([]);
});

test('a tab that nobody uses for 15 minutes locks itself; the same question and what was typed come back', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.clock.install();
  await to(page, '/lock');
  await setLock(page);
  await beginOne(page, 'Warm rooms');
  await words(page).fill('Warm rooms and soup');
  await page.locator('[data-saving=saved]').waitFor();
  const question = page.url();
  await page.clock.fastForward('14:50');
  await page.mouse.move(100, 100);
  await page.mouse.move(200, 100);
  await page.clock.fastForward('14:50');
  expect(await words(page).inputValue()).toBe('Warm rooms and soup');
  await page.clock.fastForward('00:20');
  await asked(page);
  expect(await page.getByText('Warm rooms').count()).toBe(0);
  await unlock(page);
  await expect.poll(() => words(page).inputValue()).toBe('Warm rooms and soup');
  expect(page.url()).toBe(question);
  expect(await isReadable(page, 'Warm rooms')).toBe(false);
  await context.close();
  expect(faults).toEqual([]);
});

test('a computer that has slept is locked by the first sign of somebody', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.clock.install();
  await to(page, '/lock');
  await setLock(page);
  await page.clock.setFixedTime(Date.now() + 20 * 60_000); // no timer has run meanwhile
  await page.mouse.move(100, 100);
  await page.mouse.move(200, 100);
  await asked(page);
  await context.close();
  expect(faults).toEqual([]);
});

test('while it is locked, records can be checked and guidance read; whatever shows work asks for the passphrase', async () => {
  const { context, page, faults } = await newPerson(browser);
  await to(page, '/lock');
  await setLock(page);
  await lockNow(page).click();
  await asked(page);
  await page.getByRole('link', { name: 'Check a record without unlocking' }).click();
  for (const [place, heading] of [
    ['/verify', /./],
    ['/guidance', /./],
    ['/accessibility', /./],
    ['/this-app', /./],
  ] as const) {
    await to(page, place);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    expect(await page.getByRole('heading', { name: 'Your work is locked' }).count()).toBe(0);
  }
  for (const place of [
    '/',
    '/drafts',
    '/backup',
    '/keys',
    '/rescue',
    '/lock',
    '/new/partnership',
    '/a/nothing/check',
    '/decide',
  ]) {
    await to(page, place);
    await asked(page);
    await page.reload();
    await asked(page);
  }
  await to(page, '/rescue');
  await unlock(page);
  await page.getByText('Nothing is damaged.').waitFor();
  await context.close();
  expect(faults).toEqual([]);
});

test('another tab stops when a lock is set; each tab asks for itself', async () => {
  const { context, page, faults } = await newPerson(browser);
  await beginOne(page, 'Warm rooms');
  const other = await context.newPage();
  await to(other, '/lock');
  await setLock(other);
  await page.getByRole('heading', { name: 'Another tab has changed how your work is kept' }).waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await unlock(page);
  await expect.poll(() => words(page).inputValue()).toBe('Warm rooms');
  const { length } = await rowsOf(page, 'entries');
  await words(page).fill('Warm halls');
  await words(page).blur();
  await expect.poll(async () => (await rowsOf(page, 'entries')).length).toBe(length + 1);
  await to(other, '/drafts');
  await other.getByRole('link', { name: 'Warm halls', exact: true }).waitFor();
  const third = await context.newPage();
  await to(third, '/drafts');
  await asked(third);
  expect(await isReadable(page, 'Warm halls')).toBe(false);
  await context.close();
  expect(faults).toEqual([]);
});

test('the passphrase can be changed, and the lock removed', async () => {
  const { context, page, faults } = await newPerson(browser);
  await beginOne(page, 'Warm rooms');
  await to(page, '/lock');
  await setLock(page);
  await page.getByLabel('Passphrase that you have now').fill('not the passphrase');
  await page.getByLabel('New passphrase', { exact: true }).fill('another set of words');
  await page.getByLabel('Enter the new passphrase again').fill('another set of words');
  await page.getByRole('button', { name: 'Change the passphrase' }).click();
  await page.getByRole('alert').getByText('This is not the passphrase').waitFor();
  await page.getByLabel('Passphrase that you have now').fill(passphrase);
  await page.getByRole('button', { name: 'Change the passphrase' }).click();
  await page.getByRole('alert').getByText('The passphrase is changed').waitFor();
  await lockNow(page).click();
  await unlock(page);
  await page.getByRole('alert').getByText('This is not the passphrase').waitFor();
  await unlock(page, 'another set of words');
  await page.getByLabel('Your passphrase').fill('another set of words');
  await page.getByRole('button', { name: 'Remove the lock' }).click();
  await page.getByRole('alert').getByText('The lock is removed').waitFor();
  await page.getByRole('button', { name: 'Set the lock' }).waitFor();
  expect(await isReadable(page, 'Warm rooms')).toBe(true);
  await to(page, '/drafts');
  await page.reload();
  await page.getByRole('link', { name: 'Warm rooms', exact: true }).waitFor();
  await context.close();
  expect(faults).toEqual([]);
});

test('whoever has forgotten the passphrase can delete everything and begin again', async () => {
  const { context, page, faults } = await newPerson(browser);
  await beginOne(page, 'Warm rooms');
  await to(page, '/lock');
  await setLock(page);
  await lockNow(page).click();
  await asked(page);
  await page.getByText('I have forgotten the passphrase').click();
  await page.getByText('Nobody can open what is kept here without the passphrase.').waitFor();
  const remove = page.getByRole('button', { name: 'Delete everything and begin again' });
  await remove.click();
  await page.getByRole('alert').getByText('Tick the box to say that you are sure').waitFor();
  expect(await rowsOf(page, 'drafts')).toHaveLength(1);
  await page.getByRole('checkbox', { name: /Delete everything for good/ }).check();
  await remove.click();
  await page.getByRole('button', { name: 'Start now' }).waitFor();
  expect(new URL(page.url()).hash).toBe('#/');
  await beginOne(page, 'Cold rooms');
  expect((await rowsOf(page, 'drafts')).length).toBe(1);
  await context.close();
  expect(faults).toEqual([]);
});

test('on plain http there is no lock, and the page says why', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.goto(`${inject('url').replace('localhost', host)}/#/lock`);
  await page.getByText(/A lock needs a secure address/).waitFor();
  expect(await page.getByRole('button', { name: 'Set the lock' }).count()).toBe(0);
  await context.close();
  expect(faults).toEqual([]);
});

test('a page that holds what is not saved is not locked, by nobody’s absence or by hand, until it is saved', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.clock.install();
  await to(page, '/lock');
  await setLock(page);
  await beginOne(page, 'Warm rooms');
  await page.evaluate(() => {
    const kept = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put');
    Object.assign(window, { kept });
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
  });
  await words(page).fill('Warm rooms and soup');
  await page.locator('[data-saving=failed]').waitFor();
  await page.clock.fastForward('15:30');
  await lockNow(page).click();
  await page.getByText(/^Not locked: /).waitFor();
  expect(await words(page).inputValue()).toBe('Warm rooms and soup');
  await words(page).press('End');
  await words(page).pressSequentially(' and tea');
  await pressLockNow(page); // what is typed has not been refused yet
  await page.locator('[data-saving=failed]').waitFor();
  await page.getByText(/^Not locked: /).waitFor();
  expect(await words(page).inputValue()).toBe('Warm rooms and soup and tea');
  await page.evaluate(() => {
    const { kept } = window as unknown as { readonly kept: PropertyDescriptor };
    Object.defineProperty(IDBObjectStore.prototype, 'put', kept);
  });
  await words(page).fill('Warm rooms and soups');
  const { length } = await rowsOf(page, 'entries');
  await words(page).blur(); // which gives it, and with it what was refused before
  await expect.poll(async () => (await rowsOf(page, 'entries')).length).toBeGreaterThan(length);
  await page.locator('[data-saving=saved]').waitFor();
  await page.clock.fastForward('15:30');
  await asked(page);
  await unlock(page);
  await expect.poll(() => words(page).inputValue()).toBe('Warm rooms and soups');
  await context.close();
  expect(faults).toEqual([]);
});
