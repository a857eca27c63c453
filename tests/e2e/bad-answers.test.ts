import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Answer } from '../../src/policy/answer';
import { walk } from '../../src/policy/walk';
import { launchBrowser } from '../support/browser';
import { downloaded } from '../support/coming';
import { newPerson } from '../support/person';
import { knownPolicy } from '../support/policies';
import { seedDraft } from '../support/seed';
import { madeRecord } from '../verify/made';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const today = new Date().toISOString().slice(0, 10);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The worked answers that end soonest. */
const short = cases
  .map(({ answers }) => new Map<string, Answer>(Object.entries(answers)))
  .toSorted((a, b) => walk(model, a, today).path.length - walk(model, b, today).path.length)
  .find((answers) => walk(model, answers, today).outcome !== undefined);
if (!short) throw new Error('no worked case');

/** A seeded draft that has come to its outcome, and whose signing screen is open. */
const openSigning = async (page: Page, startedAt?: string): Promise<string> => {
  page.setDefaultTimeout(10_000);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio').first().waitFor();
  const id = await seedDraft(page, model, short, { title: 'A proposal', ...(startedAt && { startedAt }) });
  await page.goto(`${inject('url')}/#/sign/${id}`);
  await page.getByRole('textbox', { name: 'Your full name' }).waitFor();
  return id;
};

const fillSigner = async (page: Page, name = 'Siân Ó Briain', service?: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Your full name' }).fill(name);
  await page.getByRole('textbox', { name: 'Your job title' }).fill('Officer');
  const asked = page.getByRole('textbox', { name: 'Your service' });
  if (service !== undefined) await asked.fill(service);
  // of an officer who has not signed here before it is the one that the answers name
  else await expect.poll(() => asked.inputValue()).toBe('Communities');
  const declaration = page.getByRole('checkbox', { name: 'I make this declaration' });
  if ((await declaration.count()) > 0) await declaration.check();
  await page.getByRole('button', { name: 'Continue' }).click();
};

/** A record that an approver has opened and approves; all that is left to say is who they are. */
const openDeciding = async (page: Page): Promise<void> => {
  page.setDefaultTimeout(20_000);
  await page.goto(`${inject('url')}/#/decide`);
  await page.getByLabel('Signed document (PDF)').setInputFiles({
    name: 'record.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await madeRecord()),
  });
  await page.getByRole('button', { name: 'Check the file and continue' }).click();
  await page.getByRole('group', { name: 'What do you decide?' }).waitFor();
  await page.getByRole('radio', { name: 'Approve', exact: true }).check();
  for (const met of await page.getByRole('radio', { name: 'Met', exact: true }).all()) await met.check();
  await page.getByRole('radio', { name: 'Head of service' }).check();
};

/** How many rows a table of the app's database has. */
const count = (page: Page, table: string): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('partnership-evaluation');
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.addEventListener('success', () => {
            opening.result.close();
            resolve(counting.result);
          });
        });
      }),
    table,
  );

describe('a clock that cannot be right', () => {
  test.each([
    ['1970-01-01T09:00:00Z', '1 January 1970'],
    ['2040-06-01T09:00:00Z', '1 June 2040'],
  ])('at %s is named before anything is signed or any key made, and signs once it is set', async (time, shown) => {
    const { context, page, faults } = await newPerson(browser);
    await page.clock.setSystemTime(new Date(time));
    await openSigning(page);
    const before = await count(page, 'entries');
    await fillSigner(page);
    await page
      .getByText(new RegExp(`clock shows ${shown}`))
      .first()
      .waitFor();
    expect([await count(page, 'keys'), await count(page, 'entries')]).toEqual([0, before]);
    await page.clock.setSystemTime(new Date());
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Check what you are about to sign' }).waitFor({ timeout: 30_000 });
    await context.close();
    expect(faults).toEqual([]);
  });

  test('of an approver is named before any key is made, and signs once it is set', async () => {
    const { context, page, faults } = await newPerson(browser);
    await openDeciding(page);
    await page.getByRole('textbox', { name: 'Comment (optional)' }).fill('Start small.');
    await page.clock.setSystemTime(new Date('2040-06-01T09:00:00Z'));
    await fillSigner(page, 'Mair Llwyd', 'Communities');
    await page
      .getByText(/clock shows 1 June 2040/)
      .first()
      .waitFor();
    expect([await count(page, 'keys'), await count(page, 'records')]).toEqual([0, 0]);
    expect(await page.getByRole('textbox', { name: 'Comment (optional)' }).inputValue()).toBe('Start small.');
    await page.clock.setSystemTime(new Date());
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Check what you are about to sign' }).waitFor({ timeout: 30_000 });
    await context.close();
    expect(faults).toEqual([]);
  });

  test('that has been turned back since the beginning is told with what to do', async () => {
    const { context, page, faults } = await newPerson(browser);
    await openSigning(page, '2037-11-22T09:00:00+00:00');
    await fillSigner(page);
    await page
      .getByText(/begun when the clock showed 22 November 2037/)
      .first()
      .waitFor();
    await context.close();
    expect(faults).toEqual([]);
  });
});

/** Begins a proposal and stops at its second question, with the note open; its address. */
const beginWithNote = async (page: Page): Promise<string> => {
  page.setDefaultTimeout(20_000);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio', { name: /only give an organisation money/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: /^Keep a record/ }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.locator('details:not([open]) > summary').filter({ hasText: /note/i }).first().click();
  return page.url();
};

describe('text that a record cannot hold', () => {
  test.each([
    ['in other scripts', 'Partner: שלום مرحبا Привет 你好', /cannot hold: ש ל ו ם م ر ح ب ا П/],
    ['with pictures', 'Agreed 👍🏽', /cannot hold: 👍/],
  ])('%s is named when it is pasted, and what was typed stays', async (_what, pasted, said) => {
    const { context, page, faults } = await newPerson(browser);
    await beginWithNote(page);
    const note = page.getByRole('textbox', { name: /note/i });
    await note.focus();
    await page.keyboard.insertText(pasted);
    await page.getByRole('radio', { name: /^Keep a record/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').getByText(said).waitFor();
    expect(await note.inputValue()).toBe(pasted);
    await note.fill('Agreed');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await context.close();
    expect(faults).toEqual([]);
  });

  test('of 5 MB is refused with how much to take out, and the draft stays whole', async () => {
    const { context, page, faults } = await newPerson(browser);
    const address = await beginWithNote(page);
    const note = page.getByRole('textbox', { name: /note/i });
    await note.fill('words '.repeat(5_000_000 / 6));
    await page.getByRole('radio', { name: /^Keep a record/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page
      .getByRole('alert')
      .getByText(/must be 4000 characters or fewer/)
      .waitFor();
    await note.fill('Agreed');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.goto(address);
    await page.reload();
    await page.getByRole('link', { name: 'Back' }).click();
    expect(await page.getByRole('radio', { name: /only give an organisation money/ }).isChecked()).toBe(true);
    await context.close();
    expect(faults).toEqual([]);
  });
});

describe('a full disk', () => {
  /** A person whose browser refuses to write as it does on a full disk. CDP’s own quota does not hold in this Chromium. */
  const newPersonWithDisk = async () => {
    const person = await newPerson(browser);
    await person.context.addInitScript(() => {
      for (const name of ['put', 'add'] as const) {
        const write = IDBObjectStore.prototype[name];
        IDBObjectStore.prototype[name] = function (...args) {
          if ('diskIsFull' in window && window.diskIsFull === true)
            throw new DOMException('the disk is full', 'QuotaExceededError');
          return write.apply(this, args);
        };
      }
    });
    return person;
  };
  const fillDisk = (page: Page, full: boolean): Promise<void> =>
    page.evaluate((isFull) => void Object.assign(window, { diskIsFull: isFull }), full);

  test('while answering is told, never called saved, and what was given before is there', async () => {
    const { context, page, faults } = await newPersonWithDisk();
    const address = await beginWithNote(page);
    await fillDisk(page, true);
    await page.getByRole('textbox', { name: /note/i }).fill('A thought '.repeat(300));
    await page.getByRole('radio', { name: /^Keep a record/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page
      .getByText(/space given to this browser is full/)
      .first()
      .waitFor();
    expect(await page.getByText('Saved', { exact: true }).count()).toBe(0);
    await fillDisk(page, false);
    await page.goto(address);
    await page.reload();
    await page.getByRole('radio', { name: /^Keep a record/ }).waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    expect(await page.getByRole('radio', { name: /only give an organisation money/ }).isChecked()).toBe(true);
    await context.close();
    expect(faults).toEqual([]);
  });

  test('while signing is told, and the same record can be signed once there is room', async () => {
    const { context, page, faults } = await newPersonWithDisk();
    await openSigning(page);
    await fillSigner(page);
    await page.getByRole('heading', { name: 'Check what you are about to sign' }).waitFor({ timeout: 30_000 });
    const before = await count(page, 'entries');
    await fillDisk(page, true);
    await page.getByRole('button', { name: 'Sign and download the record' }).click();
    await page
      .getByText(/space given to this browser is full/)
      .first()
      .waitFor();
    expect([await count(page, 'records'), await count(page, 'entries')]).toEqual([0, before]);
    await fillDisk(page, false);
    await downloaded(page, () => page.getByRole('button', { name: 'Sign and download the record' }).click());
    await page.getByRole('heading', { name: 'Record signed' }).waitFor();
    await page.getByRole('link', { name: 'Read it as a web page' }).click();
    await page.getByRole('article').waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Record signed' }).waitFor();
    await context.close();
    expect(faults).toEqual([]);
  });

  test('while signing does not keep the officer from the record: it is taken without a copy here', async () => {
    const { context, page, faults } = await newPersonWithDisk();
    await openSigning(page);
    await fillSigner(page);
    await page.getByRole('heading', { name: 'Check what you are about to sign' }).waitFor({ timeout: 30_000 });
    await fillDisk(page, true);
    await page.getByRole('button', { name: 'Sign and download the record' }).click();
    const download = await downloaded(page, () =>
      page.getByRole('button', { name: 'Sign and download without keeping a copy here' }).click(),
    );
    expect(
      readFileSync(await download.path())
        .subarray(0, 8)
        .toString(),
    ).toBe('%PDF-1.7');
    await page.getByRole('heading', { name: 'Record signed' }).waitFor();
    await page.getByText(/has no room for a copy/).waitFor();
    expect(await page.getByRole('link', { name: 'Read it as a web page' }).count()).toBe(0);
    await page.getByText('It is the only one.', { exact: false }).waitFor();
    expect(await count(page, 'records')).toBe(0);
    await context.close();
    expect(faults).toEqual([]);
  });

  test('while deciding does not keep the approver from the decision: it is taken without a copy here', async () => {
    const { context, page, faults } = await newPersonWithDisk();
    await openDeciding(page);
    await fillSigner(page, 'Mair Llwyd', 'Communities');
    await page.getByRole('heading', { name: 'Check what you are about to sign' }).waitFor();
    await fillDisk(page, true);
    await page.getByRole('button', { name: 'Sign and download' }).click();
    await page.getByText('What you have typed is still here', { exact: false }).waitFor();
    const download = await downloaded(page, () =>
      page.getByRole('button', { name: 'Sign and download without keeping a copy here' }).click(),
    );
    expect(download.suggestedFilename()).toMatch(/decision.*\.pdf$/);
    await page.getByText(/has no room for a copy/).waitFor();
    expect(await count(page, 'records')).toBe(0);
    await context.close();
    expect(faults).toEqual([]);
  });
});
