import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Answer } from '../../src/policy/answer';
import { addressOf, walk } from '../../src/policy/walk';
import { launchBrowser, launchProfile } from '../support/browser';
import { runTool } from '../support/commands';
import { officer } from '../support/officer';
import { newPerson, signAndDownload } from '../support/person';
import { knownPolicy } from '../support/policies';
import { itWith } from '../support/tools';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const today = new Date().toISOString().slice(0, 10);
const name = 'Siân Ó Briain-Ŵyn';

/** The first worked case whose route has an answer. */
const answersWith = (field: string, value: string, outcome: string): ReadonlyMap<string, Answer> => {
  const found = cases.find((one) => one.answers[field] === value && one.expect.outcome === outcome);
  if (!found) throw new Error(`no worked case where ${field} is ${value}`);
  return new Map(Object.entries(found.answers));
};

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'records-'));
const files = {
  contract: join(folder, 'contract.pdf'),
  proposal: join(folder, 'new.pdf'),
  existing: join(folder, 'existing.pdf'),
};
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Walks, signs and keeps the file; the screens must lead where the evaluator leads. */
const record = async (answers: ReadonlyMap<string, Answer>, file: string): Promise<void> => {
  const { context, page, faults } = await newPerson(browser);
  await page.goto(inject('url'));
  await page.getByRole('button', { name: 'Start now' }).click();
  const person = officer(page, model, answers, today);
  await person.answerAll();
  writeFileSync(file, readFileSync(await signAndDownload(page, name)));
  await context.close();
  expect(faults).toEqual([]);
};

describe('an officer', () => {
  test('learns that a contract is not a partnership, and keeps a record of it', async () => {
    const { context, page, faults } = await newPerson(browser);
    await page.goto(inject('url'));
    await page.getByRole('button', { name: 'Start now' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').getByRole('link').click();
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByRole('radio', { name: /only pay an organisation/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { level: 1, name: /kept|record/i }).waitFor();
    await page.goBack();
    await expect.poll(() => page.getByRole('radio', { name: /only pay an organisation/ }).isChecked()).toBe(true);
    await context.close();
    expect(faults).toEqual([]);
    const grant = answersWith('s2-arrangement', 'grant', 'o9');
    await record(new Map([...grant, ['s2-arrangement', 'contract']]), files.contract);
  });

  test('takes a new partnership from the start page to a signed record', async () => {
    await record(answersWith('s1-kind', 'new', 'o1'), files.proposal);
  });

  test('closes the browser half-way through an existing one, carries on at the same page, and signs', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'profile-'));
    const answers = answersWith('s1-kind', 'existing', 'o11');
    const { path } = walk(model, answers, today);
    const half = path.slice(0, Math.floor(path.length / 2));
    const first = await launchProfile(profile);
    const page = await first.newPage();
    await page.goto(inject('url'));
    await page.getByRole('button', { name: 'Start now' }).click();
    const before = officer(page, model, answers, today);
    for (const step of half) await before.answerPage(step);
    const next = path[half.length];
    const address = next ? addressOf(next) : '';
    await page.waitForURL((url) => url.hash.endsWith(`/${address}`));
    await page.getByText('Saved', { exact: true }).waitFor();
    await first.close();

    const second = await launchProfile(profile);
    const again = await second.newPage();
    await again.goto(inject('url'));
    await again.getByRole('button', { name: /^Carry on with/ }).click();
    await again.waitForURL((url) => url.hash.endsWith(`/${address}`));
    const after = officer(again, model, answers, today);
    for (const step of path.slice(half.length)) await after.answerPage(step);
    writeFileSync(files.existing, readFileSync(await signAndDownload(again, name)));
    await second.close();
    rmSync(profile, { recursive: true, force: true });
  });
});

describe.each(Object.entries(files))('the signed record of the %s', (kind, file) => {
  test('verifies: rendered again in another engine, time zone and language, and replayed', () => {
    const { status, stdout } = runTool('verify', file);
    expect({ status, stdout }).toMatchObject({ status: 0 });
  });

  test('is refused with one byte changed', () => {
    const bytes = readFileSync(file);
    const at = Math.floor(bytes.length / 3);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const changed = join(folder, `${kind}-changed.pdf`);
    writeFileSync(changed, bytes);
    expect(runTool('verify', changed).status).toBe(1);
  });

  itWith('pdfsig', 'is valid and wholly signed to pdfsig', (pdfsig) => {
    const { stdout } = pdfsig('-nocert', file);
    expect(stdout).toContain('Signature is Valid.');
    expect(stdout).toContain('Total document signed');
  });

  itWith('qpdf', 'is clean to qpdf', (qpdf) => {
    expect(qpdf('--check', file).status).toBe(0);
  });

  itWith('pdfdetach', 'gives its data back to pdfdetach', (pdfdetach) => {
    const out = join(folder, `${kind}.json`);
    expect(pdfdetach('-savefile', 'record.json', '-o', out, file).status).toBe(0);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ format: 'record/0', signer: { name } });
  });
});

itWith('verapdf', 'veraPDF finds every signed record to be PDF/A-3a and PDF/UA-1', (verapdf) => {
  for (const flavour of ['3a', 'ua1']) {
    const { stdout } = verapdf('-f', flavour, '--format', 'text', ...Object.values(files));
    expect(stdout.match(/^PASS/gm)).toHaveLength(3);
  }
});

test('an auditor checks a record on the page, and one that was changed', async () => {
  const { context, page, faults } = await newPerson(browser);
  await page.goto(`${inject('url')}/#/verify`);
  const check = async (path: string): Promise<string> => {
    await page.getByLabel(/Signed record/).setInputFiles(path);
    await page.getByRole('button', { name: 'Check the record' }).click();
    const verdict = page.getByRole('heading', { name: /what was signed|cannot be relied on/ });
    await verdict.waitFor({ timeout: 30_000 });
    return verdict.innerText();
  };
  expect(await check(files.proposal)).toMatch(/what was signed/);
  await page.reload();
  expect(await check(join(folder, 'proposal-changed.pdf'))).toMatch(/cannot be relied on/);
  await context.close();
  expect(faults).toEqual([]);
});
