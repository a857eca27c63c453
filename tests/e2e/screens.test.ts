import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { routes } from '../../src/app/routes';
import { draftPlaces } from '../../src/features/assess/addresses';
import { deskPlaces } from '../../src/features/verify/desk-places';
import { launchBrowser } from '../support/browser';
import { allOr } from '../support/everything';
import { findings, lostInForcedColours, lostWhenSpaced, overhang, unsaid } from '../support/wcag';
import { en } from '../../src/strings/en';
import { screens } from './screens';

/** Where pictures of every screen are put, to be looked at; none are taken without it. */
const pictures = process.env['PICTURES'];

const desk = { width: 1280, height: 900 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
});
afterAll(() => browser.close());

/** Names, roles and states of these are reviewed like code: `npx vitest run --project e2e tests/e2e/screens.test.ts -u`. */
const heard = new Set([
  'start, empty',
  'drafts, full, one just deleted',
  'assess , partial',
  'assess q, error, choice',
  'assess q, error, many fields',
  'assess q, full, grid',
  'assess q, empty, card',
  'assess q, dialog, guidance beside it',
  'assess check, partial',
  'assess change, partial, what goes, and why',
  'assess outcome, full, new',
  'sign, error',
  'sign, full, what is signed',
  'verify, full, accepted',
  'verify, full, refused',
  'decide, partial, changed conditions',
]);

const fileNameOf = (name: string): string => name.replaceAll(/[^a-z0-9]+/gi, '-');

/** What a screen reader finds on a page, but for what is another each time: days, times, references and fingerprints. */
const asHeard = async (page: Page): Promise<string> =>
  `${await page.locator('body').ariaSnapshot()}\n`
    .replaceAll(/\b\d{1,2} [A-Z][a-z]+ \d{4}\b/g, 'DAY')
    .replaceAll(
      /\b(January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d\b/g,
      'MONTH',
    )
    .replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, 'DATE')
    .replaceAll(/\b\d{1,2}[:.]\d{2}(:\d{2})?( ?[ap]m)?\b/g, 'TIME')
    .replaceAll(/(?<=[/ “"-])[0-9A-HJKMNP-TV-Z]{26}\b/gi, 'ID')
    .replaceAll(/\b([0-9a-f]{4} ?){3,}[0-9a-f]{4}\b/g, 'DIGITS');

const entries = Object.entries(screens).flatMap(([screen, states]) =>
  states.map(({ state, about, open }, index) => ({
    name: [screen, state, about].filter(Boolean).join(', '),
    isFirst: index === 0,
    open,
  })),
);

const { looked, widths, inForcedColours } = allOr(
  { looked: entries, widths: [1280, 360], inForcedColours: true },
  {
    looked: entries.filter(({ name, isFirst }) => isFirst || heard.has(name)),
    widths: [1280],
    inForcedColours: false,
  },
  `screens in all their ${entries.length} states, at 360 pixels, in forced colours`,
);

test('every address of the app has its entry, and every entry a name of its own', () => {
  const names = [
    ...Object.keys(routes).filter((route) => route !== 'assess' && route !== 'verify'),
    ...deskPlaces.map((place) => (place === '' ? 'verify' : `verify ${place}`)),
    ...draftPlaces.map((place) => `assess ${place}`),
  ];
  expect(Object.keys(screens).toSorted()).toEqual(names.toSorted());
  for (const states of Object.values(screens)) expect(states.length).toBeGreaterThan(0);
  expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
  expect(entries.map(({ name }) => name)).toEqual(expect.arrayContaining([...heard]));
});

/** Pages on which a screen was looked at: the next is opened there, since what a page has fetched and compiled stays. */
const idle: Page[] = [];

const newPage = async (serviceWorkers: 'allow' | 'block'): Promise<Page> =>
  (await browser.newContext({ viewport: desk, serviceWorkers })).newPage();

/** Makes a page one of a new person: as wide as a desk, at no address, with nothing kept. */
const emptied = async (page: Page): Promise<Page> => {
  const { origin } = new URL(page.url());
  await page.goto('about:blank');
  await page.setViewportSize(desk);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage' });
  await devtools.detach();
  return page;
};

/** Waits for what is drawn after the first frame: how many pages are left, and what stood below the first screenful. */
const drawnWhole = async (page: Page): Promise<void> => {
  const after = page.locator('.app-form__after');
  if ((await after.count()) > 0) await after.filter({ hasText: /./ }).waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
};

describe.concurrent('each screen in each state stands in nobody’s way, wide and narrow', () => {
  test.for(looked)('$name', async ({ name, open }, { expect: local }) => {
    const isKept = name.startsWith('thisApp');
    const page = (isKept ? undefined : idle.pop()) ?? (await newPage(isKept ? 'allow' : 'block'));
    await page.goto(inject('url'));
    await page.getByRole('button', { name: 'Start now' }).first().waitFor();
    await open(page);
    await drawnWhole(page);
    await page.waitForTimeout(300);
    if (heard.has(name)) await local(await asHeard(page)).toMatchFileSnapshot(`heard/${fileNameOf(name)}.txt`);
    const found: Record<number, readonly string[]> = {};
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      found[width] = await findings(page);
      if (pictures !== undefined)
        await page.screenshot({
          path: join(pictures, `${fileNameOf(name)}-${width}.png`),
          fullPage: true,
        });
    }
    if (pictures !== undefined) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
      await page.screenshot({ path: join(pictures, `${fileNameOf(name)}-forced.png`), fullPage: true });
      await page.emulateMedia({ forcedColors: null, colorScheme: null });
    }
    const forced = inForcedColours ? await lostInForcedColours(page) : [];
    await page.setViewportSize({ width: 320, height: 256 }); // 1280 by 1024 at 400%
    const lost = {
      unsaid: await unsaid(page, en.service),
      forced,
      narrow: await overhang(page),
      spaced: await lostWhenSpaced(page),
    };
    expect({ found, ...lost }).toEqual({
      found: Object.fromEntries(widths.map((width) => [width, []])),
      unsaid: [],
      forced: [],
      narrow: 0,
      spaced: [],
    });
    if (isKept) await page.context().close();
    else idle.push(await emptied(page));
  });
});
