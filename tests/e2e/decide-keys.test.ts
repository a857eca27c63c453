import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { sealedForm } from '../../src/policy/parse';
import { toPem } from '../../src/signing/pem';
import { launchBrowser } from '../support/browser';
import { downloaded } from '../support/coming';
import { runTool } from '../support/commands';
import { councilCa, type CouncilCa } from '../support/council-ca';
import { chooseKeyFile, newPerson } from '../support/person';
import { knownPolicy } from '../support/policies';
import { itWith, outsideTool } from '../support/tools';
import { madeRecord, officer } from '../verify/made';

const folder = mkdtempSync(join(tmpdir(), 'decide-keys-'));
const haveOpenssl = outsideTool('openssl') !== undefined;
const { model } = knownPolicy('decision-trees/partnership', '1.0.0.json');

let browser: Browser;
let ca: CouncilCa;
beforeAll(async () => {
  browser = await launchBrowser();
  writeFileSync(join(folder, 'record.pdf'), await madeRecord());
  writeFileSync(join(folder, 'officer.pem'), toPem(officer.certificate.der));
  if (!haveOpenssl) return;
  ca = councilCa();
  ca.keyAndCertificate('head', 'rsa', 'Mair Llŵyd');
  const files = ['-inkey', 'head.key', '-in', 'head.pem', '-certfile', 'ca.pem', '-out', 'head.p12'];
  ca.run('pkcs12', '-export', ...files, '-passout', 'pass:pâss');
}, 60_000);
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
  if (haveOpenssl) ca.close();
});

/** Gives the site a timestamp authority: its own settings name one, and its index knows the settings. */
const withAuthority = async (page: Page): Promise<void> => {
  const settings = { ...model.settings, app: { ...model.settings.app, timestampPath: '/timestamp' } };
  const { bytes, sha256 } = sealedForm(settings);
  const index = JSON.parse(readFileSync('decision-trees/index.json', 'utf8')) as {
    readonly settings: readonly { readonly path: string }[];
  };
  const [entry] = index.settings;
  await page.route(`**/decision-trees/${entry?.path}`, (route) =>
    route.fulfill({ contentType: 'application/json', body: Buffer.from(bytes) }),
  );
  await page.route('**/decision-trees/index.json', (route) =>
    route.fulfill({ json: { ...index, settings: [{ ...entry, sha256 }] } }),
  );
};

/** Opens the record, and says all of a refusal but who signs it. */
const refuse = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/#/decide`);
  await page.getByLabel('Signed document (PDF)').setInputFiles(join(folder, 'record.pdf'));
  await page.getByRole('button', { name: 'Check the file and continue' }).click();
  await page.getByRole('group', { name: 'What do you decide?' }).waitFor({ timeout: 60_000 });
  await page.getByRole('radio', { name: 'Refuse' }).check();
  await page.getByRole('textbox', { name: /^Why does it go against/ }).fill('The store is closed.');
  await page.getByRole('radio', { name: 'Head of service' }).check();
};

const shown = async (page: Page, key: string): Promise<string> =>
  (await page.locator('.govuk-summary-list__row', { hasText: key }).locator('dd').first().textContent()) ?? '';

const giveKey = async (page: Page, password: string): Promise<void> => {
  await page.getByLabel('Password of the key file').fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
};

itWith('openssl', 'an approver signs with a key file, and an authority confirms the time', async () => {
  let down = true;
  const site = await serve('dist', 0, {
    '/timestamp': async (query) =>
      down
        ? { status: 502, type: 'text/plain', body: Buffer.from('down') }
        : { status: 200, type: 'application/timestamp-reply', body: ca.stamp(query) },
  });
  const { context, page, faults } = await newPerson(browser);
  await withAuthority(page);
  await refuse(page, site.url);
  await chooseKeyFile(page);
  expect(await page.getByRole('textbox', { name: 'Your full name' }).count()).toBe(0);
  await page.getByLabel('Key file', { exact: true }).setInputFiles(join(ca.folder, 'head.p12'));
  await page.getByRole('textbox', { name: 'Your job title' }).fill('Head of communities');
  await page.getByRole('textbox', { name: 'Your service' }).fill('Communities');
  await giveKey(page, 'wrong');
  await page.getByText('The password does not open this key file').first().waitFor();
  await giveKey(page, 'pâss');

  // what will be signed: under the certificate's name, on whose word, with whose time
  await page.getByRole('heading', { name: 'Check what you are about to sign' }).waitFor({ timeout: 60_000 });
  expect(await shown(page, 'Name')).toBe('Mair Llŵyd');
  expect(await shown(page, 'Role')).toBe('Approver');
  expect(await shown(page, 'Who vouches')).toContain('Example Council CA');
  expect(await shown(page, 'Whose clock')).toContain('timestamp authority');
  const digits = (await shown(page, 'Document id begins with')).replaceAll(' ', '');

  // an authority that does not answer is said, and nothing is signed; once it answers, the same document is
  await page.getByRole('button', { name: 'Sign and download' }).click();
  await page.getByText('The timestamp authority could not be reached').waitFor({ timeout: 60_000 });
  expect(await page.getByRole('button', { name: 'Sign without a timestamp' }).count()).toBe(1);
  down = false;
  const download = await downloaded(page, () => page.getByRole('button', { name: 'Sign and download' }).click());
  const pdf = join(folder, 'decision.pdf');
  await download.saveAs(pdf);
  await page.getByRole('heading', { name: /signed$/, level: 1 }).waitFor({ timeout: 60_000 });

  const trust = [join(ca.folder, 'ca.pem'), join(folder, 'officer.pem')].flatMap((pem) => ['--trust', pem]);
  const { status, stdout } = runTool('verify', pdf, ...trust);
  expect({ status, said: stdout.includes('Example Timestamp Authority states') }).toEqual({ status: 0, said: true });
  expect(runTool('verify', pdf, '--json').stdout).toContain(digits);
  await context.close();
  site.close();
  expect(faults).toEqual([]);
});
