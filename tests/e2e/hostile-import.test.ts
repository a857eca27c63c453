import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { canonicalText } from '../../src/base/text';
import { type Answer, type Key, plainText } from '../../src/policy/answer';
import { flatFields, askedFields, walk } from '../../src/policy/walk';
import { launchBrowser } from '../support/browser';
import { downloaded } from '../support/coming';
import { runTool } from '../support/commands';
import { hostile, hostileAllowed, loose } from '../support/hostile';
import { newPerson, signAndDownload } from '../support/person';
import { knownPolicy } from '../support/policies';
import { seedDraft } from '../support/seed';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const honest = new Map<Key, Answer>(Object.entries(cases.find(({ id }) => id === 'existing-high-risk')?.answers ?? {}));

/** The answers of a case, with attacks in place of all that is written in words. */
const attacked = (attacks: readonly string[], shaped: (text: string, lines: boolean) => string) => {
  const walked = walk(model, honest, today);
  const written = walked.path
    .flatMap((step) => flatFields(askedFields(walked, step)))
    .flatMap(({ field, key }, index): readonly (readonly [Key, string])[] =>
      field.kind === 'text' && honest.has(key)
        ? [[key, shaped((attacks[(17 * index) % attacks.length] ?? '').slice(0, field.max), field.lines === true)]]
        : [],
    );
  expect(written.length).toBeGreaterThan(2);
  return { answers: new Map([...honest, ...written]), texts: written.map(([, text]) => text) };
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const someone = async () => {
  const person = await newPerson(browser);
  person.page.on('dialog', () => expect.unreachable('a dialog'));
  await person.page.goto(`${inject('url')}/#/backup`);
  await person.page.getByRole('heading', { level: 1, name: 'Keep your work safe' }).waitFor();
  return person;
};

/** A file that holds a draft, as the app of someone with bad intentions writes it, and the draft's id. */
const fileWith = async (button: string, answers: ReadonlyMap<Key, Answer>, title: string) => {
  const { page, context } = await someone();
  const id = await seedDraft(page, model, answers, { startedAt: `${today}T09:00:00+00:00`, title });
  await page.reload();
  const file = await downloaded(page, () => page.getByRole('button', { name: button }).click());
  const bytes = readFileSync(await file.path());
  await context.close();
  return { bytes, id };
};

const openFile = async (page: Page, buffer: Buffer): Promise<void> => {
  const file = { name: 'x.backup', mimeType: 'application/octet-stream', buffer };
  await page.getByLabel(/^Backup or assessment/).setInputFiles(file);
  await page.getByRole('button', { name: 'Open the file' }).click();
};

/** Nothing got loose: no script ran, and no text became markup. */
const expectTame = async (page: Page): Promise<void> => {
  expect(await page.evaluate((name) => name in globalThis, loose)).toBe(false);
  expect(await page.locator('main :is(script, img, iframe, style, base, object)').count()).toBe(0);
};

test.for(['Download a backup', 'Download the assessment'])(
  'a file full of attacks is opened, shown, signed and read as the texts that they are: %s',
  async (button) => {
    const { answers, texts } = attacked(hostileAllowed, canonicalText);
    const { bytes, id } = await fileWith(button, answers, hostileAllowed[0] ?? '');
    const { page, context, faults } = await someone();
    await openFile(page, bytes);
    await page.getByRole('alert').getByText('New from the file: 1 assessment').waitFor();
    await page.goto(`${inject('url')}/#/drafts`);
    await page
      .getByText(hostileAllowed[0] ?? '')
      .first()
      .waitFor();
    await expectTame(page);
    await page.goto(`${inject('url')}/#/a/${id}/history`);
    await page.getByRole('row').nth(5).waitFor();
    await expectTame(page);
    await page.goto(`${inject('url')}/#/a/${id}/check`);
    const record = await signAndDownload(page, 'Siân Ó Briain');
    await page.getByRole('link', { name: 'Read it as a web page' }).click();
    const article = page.getByRole('article');
    await article.waitFor({ timeout: 30_000 });
    const shown = await article.innerText();
    for (const text of texts) expect(shown).toContain(plainText(text).split('\n')[0]);
    await expectTame(page);
    expect(runTool('verify', record).stdout).toContain('The record is what was signed');
    expect(faults).toEqual([]);
    await context.close();
  },
);

test('attacks with characters that no answer may have are refused or shown, and nothing gets loose', async () => {
  const { answers } = attacked(hostile, (text) => text);
  const { bytes, id } = await fileWith('Download a backup', answers, hostile.join(' '));
  const { page, context, faults } = await someone();
  await openFile(page, bytes);
  await page
    .getByRole('alert')
    .or(page.getByText(/^Error:/))
    .first()
    .waitFor();
  for (const place of ['drafts', `a/${id}/check`, `a/${id}/history`]) {
    await page.goto(`${inject('url')}/#/${place}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectTame(page);
  }
  expect(faults).toEqual([]);
  await context.close();
});
