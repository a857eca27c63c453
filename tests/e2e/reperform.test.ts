import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { askedOnPath, questionOf } from '../../src/assessment/asked';
import type { Entry } from '../../src/assessment/log';
import type { Answer, Key } from '../../src/policy/answer';
import { answerWords, words } from '../../src/policy/present';
import { offeredOptions, type Walk, walk } from '../../src/policy/walk';
import { toPem } from '../../src/signing/pem';
import { randomAnswers, seeded } from '../support/answers';
import { launchBrowser } from '../support/browser';
import { downloaded } from '../support/coming';
import { officer as person } from '../support/officer';
import { newPerson } from '../support/person';
import { logOf, madeRecord, model, officer, recordOf, startedAt } from '../verify/made';

const today = startedAt.slice(0, 10);

/** Answers in whose every text stands whose it is. */
const by = (who: string, answers: ReadonlyMap<Key, Answer>): ReadonlyMap<Key, Answer> => {
  const texts = [...answers.keys()].filter((key) => model.places.get(key.split('/')[0] ?? '')?.field.kind === 'text');
  return new Map([...answers, ...texts.map((key, index): [Key, Answer] => [key, `${who} ${index}`])]);
};

type Change = readonly [Key, Answer];

/** One choice made otherwise, which leads to another outcome at once; undefined where none does. */
const changeIn = (record: Walk): Change | undefined => {
  for (const [key, { asked }] of askedOnPath(record)) {
    if (asked.field.kind !== 'choice') continue;
    for (const { id: value } of offeredOptions(record, asked.field, asked.row)) {
      const { outcome } = walk(model, new Map([...record.counted, [key, value]]), today);
      if (outcome !== undefined && outcome !== record.outcome) return [key, value];
    }
  }
  return undefined;
};

/** Answers that enclose evidence, and come to something else where one of them is another. */
const telling = (): { readonly answers: ReadonlyMap<Key, Answer>; readonly change: Change } => {
  for (let seed = 1; seed < 200; seed++) {
    const answers = by('Officer', randomAnswers(model, seeded(seed), { today, optional: 'filled' }));
    const record = walk(model, answers, today);
    const change = changeIn(record);
    const files = [...record.counted.keys()].some(
      (key) => model.places.get(key.split('/')[0] ?? '')?.field.kind === 'file',
    );
    if (change && files) return { answers, change };
  }
  throw new Error('no such answers');
};

/** Drops files and folders on a page, as from the desktop. */
const drop = async (page: Page, paths: readonly string[]): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 300, data });
};

test('an auditor drops a folder, reads the verdicts, saves them, and answers one record again, blind', async () => {
  const { answers, change } = telling();
  const [first] = logOf(1);
  if (!first) throw new Error('no beginning');
  const idOf = (number: number): string => `${number}`.padStart(26, '0');
  const { id: _, counter: __, kind: ___, ...rest } = first as Extract<Entry, { kind: 'started' }>;
  const { draft, author, device, at } = rest;
  const shared = { draft, author, device, at };
  const log: readonly Entry[] = [
    first,
    ...[...answers].map(([field, value], index): Entry => ({
      ...shared,
      kind: 'answered',
      id: idOf(200 + index),
      counter: 2 + index,
      field,
      value: structuredClone(value) as never,
    })),
    {
      ...shared,
      kind: 'noted',
      id: idOf(900),
      counter: 900,
      field: walk(model, answers, today).path[0]?.page.id ?? '',
      value: 'Officer noted',
    },
  ];
  const record = walk(model, answers, today);
  const [key, value] = change;
  const own = by('Auditor', new Map([...answers, [key, value]]));
  const good = await madeRecord({ log });
  const forged = new Uint8Array(good);
  forged[9000] = (forged[9000] ?? 0) ^ 1;

  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const put = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(folder, name), bytes);
  put('good.pdf', good);
  put('forged.pdf', forged);
  put('foreign.pdf', '%PDF-1.4\n%%EOF');
  const trust = join(mkdtempSync(join(tmpdir(), 'trust-')), 'trust.pem');
  writeFileSync(trust, toPem(officer.certificate.der));

  const browser = await launchBrowser();
  const { page, faults } = await newPerson(browser);
  await page.goto(`${inject('url')}/#/verify/folder`);
  await page.getByRole('heading', { level: 1, name: 'Check many signed records' }).waitFor();
  await drop(page, [folder]);
  await page.getByText('3 files dropped on this page').waitFor();
  await page.getByLabel('Certificates you trust').setInputFiles(trust);
  await page.getByRole('button', { name: 'Check the records' }).click();
  await page.getByText('1 accepted, 2 refused').waitFor({ timeout: 60_000 });
  await page.getByText('The file was changed after it was signed').waitFor();
  const saved = await downloaded(page, () => page.getByRole('button', { name: 'Save as a spreadsheet (CSV)' }).click());
  const csv = readFileSync(await saved.path(), 'utf8');
  expect(csv).toMatch(/good\.pdf","\d+","Accepted"/);
  expect(csv).toMatch(/forged\.pdf","\d+","Refused"/);
  expect(csv).toMatch(/foreign\.pdf","\d+","Refused"/);
  expect(await page.getByRole('button', { name: /^Answer it again, blind/ }).count()).toBe(1);
  await page.getByRole('button', { name: /^Answer it again, blind.*good\.pdf/ }).click();

  await page.getByRole('heading', { name: 'Your own answers to a record' }).waitFor({ timeout: 30_000 });
  const { payload, id } = recordOf({ log });
  await page.getByText(payload.reference).waitFor();
  await page.getByText(id, { exact: true }).waitFor();
  const outcomeTitle = words(record, model.outcomes.get(record.outcome ?? '')?.title ?? { en: '' }, 'en');
  const subject = payload.title;
  /** What the officer answered, noted or came to; the name of what it is about is how the record is known. */
  const leaks = async (): Promise<readonly string[]> => {
    const text = await page.evaluate(() =>
      [
        document.title,
        document.body.innerText,
        ...[...document.querySelectorAll('input, textarea, select')].map((one) => (one as HTMLInputElement).value),
      ].join('\n'),
    );
    return ['Officer', outcomeTitle].filter((one) => text.replaceAll(subject, '').includes(one));
  };
  expect(await leaks()).toEqual([]);
  const evidence = payload.attachments.filter(({ name }) => !name.endsWith('.json'));
  const enclosed = page.getByRole('table', { name: 'Evidence in the record' });
  expect(await enclosed.getByRole('button').count()).toBe(evidence.length);
  expect(evidence.length).toBeGreaterThan(0);
  for (const { sha256 } of evidence) await page.getByText(sha256).waitFor();
  const taken = await downloaded(page, () =>
    enclosed.getByRole('button', { name: `Download ${evidence[0]?.name}` }).click(),
  );
  expect(taken.suggestedFilename()).toBe(evidence[0]?.name);

  await page.getByRole('button', { name: 'Start answering' }).click();
  const auditor = person(page, model, own, today);
  for (const step of auditor.expected.path) {
    await auditor.fillPage(step);
    expect(await leaks()).toEqual([]);
    await page.getByText('None of its answers are shown').waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
  expect(await leaks()).toEqual([]);
  await page.getByRole('button', { name: 'Continue to the recommendation' }).click();
  await page.getByText('What your answers come to').waitFor();
  expect(await leaks()).toEqual([]);
  expect(await page.getByRole('button', { name: /^Sign/ }).count()).toBe(0);

  // It cannot be signed by its address either, and stands in the list as what it is.
  const again = /#\/a\/([^/]+)/.exec(page.url())?.[1] ?? '';
  await page.goto(page.url().replace(/#.*/, `#/sign/${again}`));
  await page.getByText('It cannot be signed, and is no record of its own').waitFor();
  await page.goto(page.url().replace(/#.*/, '#/drafts'));
  await page.getByText('REPERFORMANCE').waitFor();
  await page.getByRole('link', { name: `${payload.reference}, answered again` }).waitFor();
  expect(await page.getByRole('button', { name: /^Duplicate/ }).count()).toBe(0);
  await page.reload();
  await page.getByRole('link', { name: `${payload.reference}, answered again` }).click();
  await page.getByRole('button', { name: 'Go on to the comparison' }).click();
  await page.getByRole('heading', { name: 'You have answered every question' }).waitFor({ timeout: 30_000 });
  expect(await leaks()).toEqual([]);
  await page.getByRole('button', { name: 'Compare with the record' }).click();

  await page.getByRole('heading', { name: 'Your answers beside the record’s' }).waitFor({ timeout: 30_000 });
  await page.getByText('You come to another recommendation').waitFor();
  const place = askedOnPath(record).get(key);
  if (!place) throw new Error('not asked');
  const table = page.getByRole('table', { name: 'Answered otherwise (1)' });
  const row = table.getByRole('row').filter({ hasText: questionOf(record, place, 'en') });
  const said = (one: Answer): string => answerWords(model, place.asked.field, one, 'en').join('; ');
  expect(await row.innerText()).toContain(said(answers.get(key) ?? ''));
  expect(await row.innerText()).toContain(said(value));
  await page.getByText(outcomeTitle).first().waitFor();
  const compared = await downloaded(page, () =>
    page.getByRole('button', { name: 'Save as a spreadsheet (CSV)' }).click(),
  );
  expect(readFileSync(await compared.path(), 'utf8').match(/"Answered otherwise"/g)).toHaveLength(1);

  // What is changed once the record was seen does not count.
  await page.goto(page.url().replace(/#.*/, `#/a/${again}/change/${place.address}`));
  await person(page, model, answers, today).fillPage(place.step);
  const why = page.getByRole('textbox', { name: 'Why are you changing this?' });
  await why.fill('The record says otherwise.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(({ hash }) => !hash.includes('/change/'));
  await page.goto(page.url().replace(/#.*/, `#/verify/reperform/${again}`));
  await page.getByText('You come to another recommendation').waitFor({ timeout: 30_000 });
  await page.getByText(/changed after that, and do(es)? not count here/).waitFor();
  expect(await table.count()).toBe(1);
  expect(faults).toEqual([]);
  await browser.close();
  rmSync(folder, { recursive: true });
});
