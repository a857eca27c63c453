import { type Browser, type BrowserContext, type Locator, type Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { faultsOf } from '../support/faults';
import { moodySite } from '../support/moody-site';
import { newPerson } from '../support/person';
import { sizesOf } from '../support/pages';
import { madeRecord } from '../verify/made';

let browser: Browser;
let pdf: Uint8Array<ArrayBuffer>;
let pages: number;
beforeAll(async () => {
  browser = await launchBrowser();
  pdf = await madeRecord({ seed: 8 });
  pages = (await sizesOf(pdf)).length;
});
afterAll(() => browser.close());

const check = async (page: Page, bytes: Uint8Array = pdf, url = inject('url')): Promise<void> => {
  await page.goto(`${url}/#/verify`);
  await page
    .getByLabel('Signed record (PDF)')
    .setInputFiles({ name: 'record.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
  await page.getByRole('button', { name: 'Check the record' }).click();
};

const drawing = (page: Page, number: number): Locator =>
  page.getByRole('img', { name: new RegExp(`^Page ${number} of ${pages}, as it is printed`) });

/** How much of a page is ink: the share of its pixels that are dark. */
const inkOn = async (page: Page, number: number): Promise<number> =>
  drawing(page, number).evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const copy = new OffscreenCanvas(canvas.width || 1, canvas.height || 1);
    const context = copy.getContext('2d');
    if (!context || canvas.width === 0) return 0;
    context.drawImage(canvas, 0, 0);
    const { data } = context.getImageData(0, 0, copy.width, copy.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 255, green = 255, blue = 255, opaque = 0] = data.subarray(at, at + 4);
      if (opaque > 128 && red + green + blue < 300) dark++;
    }
    return dark / (copy.width * copy.height);
  });

const waitForInk = (page: Page, number: number) =>
  expect.poll(() => inkOn(page, number), { timeout: 30_000 }).toBeGreaterThan(0.002);

const status = (page: Page, number: number) =>
  page
    .getByRole('status')
    .filter({ hasText: `Page ${number} of ${pages}` })
    .waitFor();

const at = async (width: number): Promise<{ context: BrowserContext; page: Page; faults: readonly string[] }> => {
  const person = await newPerson(browser);
  await person.page.setViewportSize({ width, height: 900 });
  return person;
};

/** The worker that checked the record waits five seconds for another. */
const idle = { timeout: 20_000 };

test('beside what the record says stand its pages, as many as the PDF has, with ink on them; leaving gives them back', async () => {
  const { context, page, faults } = await at(1280);
  await check(page);
  await page.getByText('What the record says').waitFor();
  await status(page, 1);
  await waitForInk(page, 1);
  const [reading, drawn] = await Promise.all([
    page.getByRole('heading', { name: 'Your answers' }).or(page.getByText('Record id')).first().boundingBox(),
    drawing(page, 1).boundingBox(),
  ]);
  expect(drawn?.x).toBeGreaterThan((reading?.x ?? 0) + 300); // a column of its own, on the right
  expect(await page.getByRole('button', { name: 'Previous page' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Next page' }).click();
  await status(page, 2);
  await waitForInk(page, 2);
  for (let number = 3; number <= pages; number++) {
    await page.getByRole('button', { name: 'Next page' }).click();
    await status(page, number);
  }
  expect(await page.getByRole('button', { name: 'Next page' }).isDisabled()).toBe(true);
  await waitForInk(page, pages);
  expect(await drawing(page, 1).count()).toBe(0); // what is out of sight is not kept
  await page.getByRole('button', { name: 'Previous page' }).click();
  await status(page, pages - 1);
  // Chromium lists the workers of a page: the one that draws is ended with the screen.
  await expect.poll(() => page.workers().length, idle).toBe(1);
  await page.getByRole('link', { name: 'Check many records or a folder' }).click();
  await expect.poll(() => page.workers().length).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});

test('a page is made larger, drawn as finely, and scrolled with the keyboard', async () => {
  const { context, page } = await at(1280);
  await check(page);
  await waitForInk(page, 1);
  const wide = async () => drawing(page, 1).evaluate((element) => (element as HTMLCanvasElement).width);
  const before = await wide();
  await page.getByLabel('Zoom').selectOption('150%');
  await expect.poll(wide).toBeGreaterThan(1100); // 210 mm at 150%, at least one pixel for each of the screen's
  expect(before).toBeLessThan(700);
  await page.getByLabel('Zoom').selectOption('Fit width');
  await page.getByRole('region', { name: 'Pages of the signed PDF' }).focus();
  await page.keyboard.press('End');
  await status(page, pages);
  await context.close();
});

test('on a narrow screen they are folded away below, and fetched when they are asked for', async () => {
  const { context, page, faults } = await at(360);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await check(page);
  await page.getByText('What the record says').waitFor();
  expect(await page.getByRole('img', { name: /as it is printed/ }).count()).toBe(0);
  await expect.poll(() => page.workers().length, idle).toBe(0);
  await page.getByRole('button', { name: 'Go to the original pages' }).click();
  await waitForInk(page, 1);
  await expect
    .poll(() =>
      page.getByRole('heading', { name: 'The original pages' }).evaluate((one) => one === document.activeElement),
    )
    .toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.getByText('Show the original pages').click();
  await expect.poll(() => page.workers().length).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});

test('from a section of the page that reads it, one comes to where it begins on the pages', async () => {
  const { context, page, faults } = await at(1280);
  await check(page);
  await page.getByRole('button', { name: 'Read it as a web page' }).click();
  await page.getByRole('article').waitFor({ timeout: 30_000 });
  await waitForInk(page, 1);
  const button = page.getByRole('button', { name: /of the original: Audit trail$/ });
  const [, number] = /^Page (\d+)/.exec((await button.textContent()) ?? '') ?? [];
  expect(Number(number)).toBeGreaterThan(1);
  await button.click();
  await status(page, Number(number));
  await waitForInk(page, Number(number));
  expect(faults).toEqual([]);
  await context.close();
});

test('a refused file is not drawn; its intact original is, on request', async () => {
  const { context, page } = await at(1280);
  const forged = Uint8Array.from(pdf);
  forged[9000] = (forged[9000] ?? 0) ^ 1;
  await check(page, forged);
  await page.getByText('The file was changed after it was signed').waitFor();
  expect(await page.getByText('Show the original pages').count()).toBe(0);
  await check(page, Buffer.concat([pdf, Buffer.from('\n% scanned by the mail gateway\n')]));
  await page.getByRole('heading', { name: 'Get the original out' }).waitFor({ timeout: 30_000 });
  expect(page.workers()).toHaveLength(0);
  await page.getByText('Show the original pages').click();
  await waitForInk(page, 1);
  await context.close();
});

test('a page that cannot be drawn says so, and the others are there', async () => {
  const { context, page } = await at(1280);
  // The worker is asked for a page that there is not, as if pdf.js gave that one up
  await page.addInitScript(() => {
    const asked = class extends Worker {
      override postMessage(message: { readonly ask?: string; readonly page?: number }): void {
        super.postMessage(message.ask === 'draw' && message.page === 1 ? { ...message, page: 99 } : message, []);
      }
    };
    Object.assign(globalThis, { Worker: asked });
  });
  await check(page);
  await waitForInk(page, 1);
  await page.getByText('Page 2 could not be drawn').waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByRole('button', { name: 'Next page' }).click();
  await waitForInk(page, 3);
  await context.close();
});

test('the pages are drawn without a network', async () => {
  const site = await moodySite();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const faults = faultsOf(context);
  const page = await context.newPage();
  await page.goto(site.url);
  await page.getByRole('link', { name: 'This app', exact: true }).click();
  await page
    .getByText('Yes. Everything is kept')
    .or(page.locator('dd', { hasText: /^Yes\./ }))
    .first()
    .waitFor({ timeout: 60_000 });
  site.off();
  await check(page, pdf, site.url);
  await status(page, 1);
  await waitForInk(page, 1);
  expect(faults).toEqual([]);
  await context.close();
});
