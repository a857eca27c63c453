import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { addMonths } from '../../src/base/calendar';
import { sha256Hex } from '../../src/base/hash';
import type { Answer, Key } from '../../src/policy/answer';
import { optionsOf } from '../../src/policy/model';
import { words } from '../../src/policy/present';
import { addressOf, walk } from '../../src/policy/walk';
import { launchBrowser } from '../support/browser';
import { runTool } from '../support/commands';
import { officer } from '../support/officer';
import { newPerson, signAndDownload } from '../support/person';
import { knownPolicy } from '../support/policies';
import { outsideTool } from '../support/tools';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const today = new Date().toISOString().slice(0, 10);
const lastYear = addMonths(today, -12);

const answersOf = (id: string, changes: Readonly<Record<Key, Answer>> = {}): ReadonlyMap<Key, Answer> => {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return new Map<Key, Answer>([...Object.entries(found.answers), ...Object.entries(changes)]);
};

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'again-'));
const files = {
  first: join(folder, 'first.pdf'),
  second: join(folder, 'second.pdf'),
  notYet: join(folder, 'not-yet.pdf'),
  after: join(folder, 'after.pdf'),
};
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** The payload of a signed record, by an outside program; undefined where there is none. */
const payloadOf = (file: string): Readonly<Record<string, unknown>> | undefined => {
  const out = `${file}.json`;
  if (outsideTool('pdfdetach')?.('-savefile', 'record.json', '-o', out, file).status !== 0) return undefined;
  return JSON.parse(readFileSync(out, 'utf8')) as Readonly<Record<string, unknown>>;
};

const chooseFile = async (page: Page, file: string): Promise<void> => {
  await page.goto(inject('url'));
  await page.getByRole('link', { name: 'Review again from last time’s signed record' }).click();
  await page.getByLabel('Signed record (PDF)').setInputFiles(file);
  await page.getByRole('button', { name: 'Check the record and continue' }).click();
};

/** Ticks everything on the list but some answers, and continues. */
const confirmAllBut = async (page: Page, ...labels: readonly RegExp[]): Promise<void> => {
  await page.getByRole('heading', { name: 'Is this still true?' }).waitFor();
  for (const button of await page.getByRole('button', { name: /^All of this section/ }).all()) await button.click();
  for (const label of labels) await page.getByRole('checkbox', { name: label }).uncheck();
  await page.getByRole('button', { name: 'Continue' }).click();
};

/** Where the app has come to: a list, the check of answers, or the address of a question. */
const place = async (page: Page): Promise<string> => {
  await page.waitForURL((url) => /\/(again\/.+|check|still-true)$/.test(url.hash));
  const list = page.getByRole('heading', { name: 'Is this still true?' });
  const question = page.locator('main form');
  const check = page.getByRole('heading', { name: 'Check your answers' });
  await list.or(question).or(check).first().waitFor();
  if ((await list.count()) > 0) return 'list';
  return (await check.count()) > 0 ? 'check' : (page.url().split('/again/')[1] ?? '');
};

/** Goes through what is left with answers at hand, confirming every list. */
const finish = async (page: Page, answers: ReadonlyMap<Key, Answer>): Promise<readonly string[]> => {
  const { path } = walk(model, answers, today);
  // The partners stand on their page already, confirmed: nobody adds them a second time.
  const known = new Map([...answers].filter(([key]) => !key.startsWith('e1-partner')));
  const opened: string[] = [];
  for (;;) {
    const at = await place(page);
    if (at === 'check') return opened;
    if (at === 'list') await confirmAllBut(page);
    else {
      const step = path.find((one) => addressOf(one) === at);
      if (!step) throw new Error(`${at} was opened, and is not on the path`);
      opened.push(at);
      // What was confirmed on the page is folded away; an officer who wants to can look.
      const folded = page.getByText('What you have confirmed on this page', { exact: true });
      if ((await folded.count()) > 0) {
        opened.push(`folded ${at}`);
        await folded.click();
      }
      await officer(page, model, at === 'e2' ? known : answers, today).answerPage(step);
    }
    await page.waitForURL((url) => !url.hash.endsWith(at === 'list' ? 'still-true' : `/${at}`));
  }
};

describe('a year after a proposal went ahead', () => {
  const proposal = answersOf('new-go-ahead', {
    'a14-date': addMonths(lastYear, -1).slice(0, 7).concat('-01'),
    'a16-start': addMonths(lastYear, 1).slice(0, 7),
    'b8-when': addMonths(lastYear, -2).slice(0, 7),
  });

  test('its record is signed', async () => {
    const { context, page, faults } = await newPerson(browser);
    await page.clock.setFixedTime(new Date(`${lastYear}T10:00:00Z`));
    await page.goto(inject('url'));
    await page.getByRole('button', { name: 'Start now' }).click();
    await officer(page, model, proposal, lastYear).answerAll();
    writeFileSync(files.first, readFileSync(await signAndDownload(page, 'Sam Example')));
    await context.close();
    expect(faults).toEqual([]);
  });

  test('another officer reviews it from the file: most is confirmed, one thing changes, and the rest is asked', async () => {
    const review = answersOf('existing-continue');
    const now = new Map<Key, Answer>([
      ...review,
      ...[...proposal].filter(([key]) => /^(b\d|r1|card|s3)/.test(key)),
      ['b7-measures', 'partly'],
      ['e1-name', proposal.get('n1-name') ?? ''],
    ]);
    const { context, page, faults } = await newPerson(browser);
    await chooseFile(page, files.first);
    await page.getByRole('heading', { name: 'Check that this is the right record' }).waitFor();
    await page.getByText('Social Prescribing Link').first().waitFor();
    await page.getByText(/answers are not taken over/).click();
    await page.getByRole('cell', { name: 'Asked anew each time' }).first().waitFor();
    await page.getByRole('button', { name: 'Start the review' }).click();

    // What decides the way is asked first, with what was said.
    expect(await place(page)).toBe('s2');
    await page.getByText('This was the answer in the earlier record').waitFor();
    expect(await page.getByRole('radio', { name: /Organisations with a shared aim/ }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL((url) => url.hash.endsWith('/s1'));
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.getByRole('radio', { name: /^An existing partnership/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();

    await page.getByRole('heading', { name: 'Is this still true?' }).waitFor();
    for (const id of ['e1-name', 'e1-purpose', 'e1-body', 'b1-aims', 'b9-money']) {
      const field = model.places.get(id)?.field;
      const label = field ? words(walk(model, now, today), field.label, 'en') : '';
      await page.getByRole('checkbox', { name: `Still true ${label}`, exact: true }).waitFor();
    }
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    // Ticks are kept when the page is left, and a page is opened from the list and leads back to it.
    await page.getByRole('checkbox', { name: 'Still true Name of the partnership' }).check();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await expect
      .poll(() => page.getByRole('checkbox', { name: 'Still true Name of the partnership' }).isChecked())
      .toBe(true);
    await page.getByRole('link', { name: /^Change .*measures that show/ }).click();
    await page.waitForURL((url) => url.hash.endsWith('/again/b5'));
    const measures = page.getByRole('group', { name: /measures that show/ });
    await measures.getByRole('radio', { name: 'Partly', exact: true }).check();
    await page.getByRole('radio', { name: 'Yes, all or nearly all' }).check();
    // a proposal is not asked how it ends
    await page
      .getByRole('group', { name: /plan for how/ })
      .getByRole('radio', { name: 'Yes' })
      .check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Is this still true?' }).waitFor();
    expect(await page.getByRole('checkbox', { name: /measures that show/ }).count()).toBe(0);
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(1);
    await confirmAllBut(page, /^Still true Purpose/);

    const opened = await finish(page, now);
    expect(opened).toContain('e1');
    expect(opened).toContain('folded e1');
    expect(opened).toContain('a13');
    // what a proposal was not asked opens its page, and what was confirmed is folded away there
    expect(opened).toContain('folded b1');
    for (const confirmed of ['s3', 'b5']) expect(opened).not.toContain(confirmed);
    expect(await page.getByText('Confirmed from the earlier record').count()).toBeGreaterThan(20);
    writeFileSync(files.second, readFileSync(await signAndDownload(page, 'Alex Example')));
    await context.close();
    expect(faults).toEqual([]);
  });

  test('both records verify, and the second says that it replaces the first, of the same partnership', () => {
    for (const file of [files.first, files.second]) {
      const { status, stdout } = runTool('verify', file);
      expect({ status, stdout }).toMatchObject({ status: 0 });
    }
    const [first, second] = [payloadOf(files.first), payloadOf(files.second)];
    if (!first || !second) return;
    expect(second['partnership']).toBe(first['partnership']);
    expect(second['evaluation']).not.toBe(first['evaluation']);
    expect(second['replaces']).toBe(sha256Hex(readFileSync(`${files.first}.json`)));
  });
});

test('a record that was changed is refused in words, and cannot be taken up', async () => {
  const bytes = readFileSync(files.first);
  const at = Math.floor(bytes.length / 3);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const forged = join(folder, 'forged.pdf');
  writeFileSync(forged, bytes);
  const { context, page, faults } = await newPerson(browser);
  await chooseFile(page, forged);
  await page.getByRole('heading', { name: 'This record cannot be taken up' }).waitFor();
  await page
    .getByText(/changed after it was signed|has been changed/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: /Start the review/ }).count()).toBe(0);
  await context.close();
  expect(faults).toEqual([]);
});

test('a record that says “not yet” is reopened with only what stood in the way, and comes to something else', async () => {
  const proposal = answersOf('options-not-compared');
  const { context, page, faults } = await newPerson(browser);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  await officer(page, model, proposal, today).answerAll();
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
  const draft = page.url();
  writeFileSync(files.notYet, readFileSync(await signAndDownload(page, 'Sam Example')));

  // While the draft is here, the recommendation leads to what stands in the way.
  await page.goto(draft.replace(/\/check$/, '/outcome'));
  await page.getByRole('link', { name: /See what stands in the way/ }).click();
  await page.getByRole('heading', { name: 'What stands in the way' }).waitFor();
  expect(await page.getByRole('link', { name: /^Change/ }).count()).toBe(1);
  await page.getByRole('link', { name: /^Change Could the same result/ }).waitFor();

  // From the list of records, as from the file.
  await page.goto(`${inject('url')}/#/drafts`);
  await page.getByRole('link', { name: /^Review again E-/ }).click();
  await page.getByRole('button', { name: 'Answer what stood in the way' }).click();
  expect(await place(page)).toBe('a4');
  const simpler = model.places.get('a4-simpler')?.field;
  const buy = simpler && optionsOf(model, simpler).find(({ id }) => id === 'buy')?.label.en;
  await page.getByRole('radio', { name: buy ?? 'nothing', exact: true }).check();
  const why = page.getByRole('textbox', { name: /Why\?/ });
  if ((await why.count()) > 0) await why.fill('A grant does it.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Is this still true?' }).waitFor();
  await page.getByRole('button', { name: 'Everything else is still true' }).click();
  expect(await place(page)).toBe('check');
  await page.getByRole('button', { name: 'Continue to the recommendation' }).click();
  await page.getByRole('heading', { name: /Do not partner/ }).waitFor();
  await page.getByRole('link', { name: 'Check or change your answers' }).click();
  writeFileSync(files.after, readFileSync(await signAndDownload(page, 'Sam Example')));
  await context.close();
  expect(faults).toEqual([]);
  expect(runTool('verify', files.after).status).toBe(0);
  const payload = payloadOf(files.after);
  if (payload) expect(payload['replaces']).toMatch(/^[0-9a-f]{64}$/);
});
