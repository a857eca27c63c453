import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Post, serve } from '../../scripts/serve.mjs';
import { modelOf } from '../../src/policy/model';
import type { Model } from '../../src/policy/model';
import type { Answer, Key } from '../../src/policy/answer';
import { launchBrowser } from '../support/browser';
import { downloaded } from '../support/coming';
import { runTool } from '../support/commands';
import { councilCa, type CouncilCa } from '../support/council-ca';
import { chooseKeyFile, newPerson } from '../support/person';
import { knownPolicy } from '../support/policies';
import { seedDraft } from '../support/seed';
import { itWith, outsideTool } from '../support/tools';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const answers: ReadonlyMap<Key, Answer> = new Map(Object.entries(cases[0]?.answers ?? {}));
const haveOpenssl = outsideTool('openssl') !== undefined;

let browser: Browser;
let ca: CouncilCa;
beforeAll(async () => {
  browser = await launchBrowser();
  if (!haveOpenssl) return;
  ca = councilCa();
  ca.keyAndCertificate('officer', 'rsa', 'Siân Ó Briain');
  const pack = (out: string, ...ways: readonly string[]) =>
    ca.run(
      'pkcs12',
      '-export',
      '-inkey',
      'officer.key',
      '-in',
      'officer.pem',
      '-certfile',
      'ca.pem',
      ...ways,
      '-passout',
      'pass:pâssŵord',
      '-out',
      out,
    );
  pack('officer.p12');
  pack('old.p12', '-legacy', '-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1');
}, 60_000);
afterAll(async () => {
  await browser.close();
  if (haveOpenssl) ca.close();
});

const day = 86_400_000;

/** Brings a person with finished answers to the page where they sign. */
const atSigning = async (page: Page, url: string, of: Model = model, now = Date.now()): Promise<void> => {
  await page.goto(url);
  await page.getByRole('button', { name: 'Start now' }).first().click();
  await page.getByRole('radio').first().waitFor();
  const yesterday = new Date(now - day).toISOString().slice(0, 10);
  const startedAt = `${yesterday}T09:00:00+00:00`;
  const id = await seedDraft(page, of, answers, { startedAt, title: 'A draft' });
  await page.goto(page.url().replace(/#.*/, `#/sign/${id}`));
  await page.reload();
  await page.getByRole('heading', { name: 'Declare and sign' }).waitFor();
};

const fill = async (page: Page, details: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, text] of Object.entries(details)) await page.getByRole('textbox', { name: label }).fill(text);
};
const job = { 'Your job title': 'Partnerships officer', 'Your service': 'Communities' };
const whole = { 'Your full name': 'Sam Example', ...job };

const toConfirm = async (page: Page): Promise<void> => {
  await page.getByRole('checkbox', { name: 'I make this declaration' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Check what you are about to sign' }).waitFor();
};

const saved = async (page: Page, button: string): Promise<string> => {
  const download = await downloaded(page, () => page.getByRole('button', { name: button }).click());
  return download.path();
};

const shown = async (page: Page, key: string): Promise<string> =>
  (await page.locator('.govuk-summary-list__row', { hasText: key }).locator('dd').first().textContent()) ?? '';

/** The lines that the command line says of a record. */
const checked = (file: string, ...args: readonly string[]): { readonly status: number; readonly text: string } => {
  const { status, stdout } = runTool('verify', file, ...args);
  return { status: status ?? -1, text: stdout };
};

test('what will be signed is shown before it is signed, and going back keeps what was typed', async () => {
  const { context, page, faults } = await newPerson(browser);
  await atSigning(page, inject('url'));
  await fill(page, whole);
  await toConfirm(page);
  await page.getByRole('button', { name: 'Go back' }).click();
  expect(await page.getByRole('textbox', { name: 'Your full name' }).inputValue()).toBe('Sam Example');
  await toConfirm(page);
  const [reference, digits, print] = [
    await shown(page, 'Reference'),
    (await shown(page, 'Record id begins with')).replaceAll(' ', ''),
    (await shown(page, 'Fingerprint')).replaceAll(' ', ''),
  ];
  expect(await shown(page, 'Name')).toBe('Sam Example');
  expect(await shown(page, 'Recommendation')).not.toBe('');
  expect(await shown(page, 'Role')).toBe('Assessing officer');
  const file = await saved(page, 'Sign and download the record');
  await page.getByRole('heading', { name: 'Record signed' }).waitFor();
  expect(await page.getByText(reference, { exact: true }).count()).toBeGreaterThan(0);
  const { text } = checked(file, '--json');
  expect(text).toContain(digits);
  expect(text).toContain(print);
  await context.close();
  expect(faults).toEqual([]);
});

describe('a key of this browser', () => {
  itWith('openssl', 'gets a certificate from the council, and signs under it', async () => {
    const { context, page, faults } = await newPerson(browser);
    await page.goto(`${inject('url')}/#/keys`);
    await fill(page, whole);
    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByText('Your key has been made.').waitFor();
    const certificate = readFileSync(await saved(page, 'Download the certificate'), 'utf8');
    writeFileSync(join(ca.folder, 'made.pem'), certificate);
    const said = ca.run('x509', '-in', 'made.pem', '-noout', '-fingerprint', '-sha256', '-dates').toString();
    const digits = /Fingerprint=([0-9A-F:]+)/.exec(said)?.[1]?.replaceAll(':', '').toLowerCase();
    expect((await shown(page, 'Fingerprint')).replaceAll(' ', '')).toBe(digits);
    const [from = 0, until = 0] = [...said.matchAll(/not(?:Before|After)=(.*)/g)].map(([, date = '']) =>
      Date.parse(date),
    );
    expect(Math.round((Date.now() - from) / 86_400_000)).toBe(1);
    expect(new Date(until).getUTCFullYear() - new Date(from).getUTCFullYear()).toBe(10);

    await page.getByText('If your council has a certificate authority').click();
    const request = readFileSync(await saved(page, 'Download a certificate request'), 'utf8');
    writeFileSync(join(ca.folder, 'issued.pem'), ca.issue(request));
    const give = (name: string) =>
      page.getByLabel('Certificate from your council').setInputFiles(join(ca.folder, name));
    await give('officer.pem');
    await page.getByRole('button', { name: 'Add the certificate' }).click();
    await page.getByText('This certificate belongs to another key').waitFor();
    await page
      .getByLabel('Certificate from your council')
      .setInputFiles(['issued.pem', 'ca.pem'].map((name) => join(ca.folder, name)));
    await page.getByRole('button', { name: 'Add the certificate' }).click();
    await page.getByText('The certificate that Example Council CA issued has been added').waitFor();
    await page.reload();
    expect(await shown(page, 'Who vouches')).toContain('Example Council CA');

    await atSigning(page, inject('url'));
    await page.getByText('Signing key: the key of Sam Example, which your council has confirmed').waitFor();
    expect(await page.getByRole('textbox', { name: 'Your full name' }).count()).toBe(0);
    await toConfirm(page);
    expect(await shown(page, 'Who vouches')).toContain('Example Council CA');
    const file = await saved(page, 'Sign and download the record');
    const { status, text } = checked(file, '--trust', join(ca.folder, 'ca.pem'));
    expect({ status, text: text.includes('issued by Example Council CA') }).toEqual({ status: 0, text: true });
    await context.close();
    expect(faults).toEqual([]);
  });
});

test('a key is deleted once the person has read what they lose, and what it has signed can still be checked', async () => {
  const { context, page, faults } = await newPerson(browser);
  await atSigning(page, inject('url'));
  await fill(page, whole);
  await toConfirm(page);
  const print = await shown(page, 'Fingerprint');
  const file = await saved(page, 'Sign and download the record');
  await page.getByRole('heading', { name: 'Record signed' }).waitFor();
  await page.goto(`${inject('url')}/#/keys`);
  expect(await shown(page, 'Fingerprint')).toBe(print);
  await page.getByRole('button', { name: /^Delete this key.*Sam Example/ }).click();
  await page.getByRole('heading', { name: 'Are you sure you want to delete this key?' }).waitFor();
  await page.getByText('you cannot sign with it any more').waitFor();
  const pem = await saved(page, 'Download the certificate');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await shown(page, 'Fingerprint')).toBe(print);
  await page.getByRole('button', { name: /^Delete this key.*Sam Example/ }).click();
  await page.getByRole('button', { name: 'Delete the key' }).click();
  await page.getByRole('alert').getByText('The key of Sam Example has been deleted.').waitFor();
  await page.reload();
  await page.getByText('There is no key in this browser yet.').waitFor();
  expect(checked(file, '--trust', pem).status).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});

/** All that the browser keeps for the site, by the table of the database or the storage that it lies in; bytes as hex. */
const everythingKept = async (page: Page): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await page.evaluate(async () => {
      const hex = (bytes: Uint8Array): string =>
        Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
      const text = (rows: unknown): string =>
        JSON.stringify(rows, (_key, value: unknown) => {
          if (value instanceof ArrayBuffer) return hex(new Uint8Array(value));
          return value instanceof Uint8Array ? hex(value) : value;
        });
      const heard = <Value>(request: IDBRequest<Value>): Promise<Value> =>
        new Promise((done, failed) => {
          request.addEventListener('success', () => done(request.result));
          request.addEventListener('error', () => failed(request.error));
        });
      const found: [string, string][] = [localStorage, sessionStorage].map((one, index) => [
        `storage ${index}`,
        text(Object.entries(one)),
      ]);
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await heard(indexedDB.open(name));
        for (const table of database.objectStoreNames)
          found.push([table, text(await heard(database.transaction(table).objectStore(table).getAll()))]);
        database.close();
      }
      return found;
    }),
  );

describe('a key file from the council', () => {
  const choose = async (page: Page, name: string, password: string): Promise<void> => {
    await chooseKeyFile(page);
    await page.getByLabel('Key file', { exact: true }).setInputFiles(join(ca.folder, name));
    await page.getByLabel('Password of the key file').fill(password);
  };

  itWith('openssl', 'signs once, under its own name, and is kept nowhere', async () => {
    const { context, page, faults } = await newPerson(browser);
    await atSigning(page, inject('url'));
    await fill(page, job);
    await choose(page, 'old.p12', 'pâssŵord');
    await page.getByRole('checkbox', { name: 'I make this declaration' }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').getByText('export it again with AES-256').waitFor();
    await choose(page, 'officer.p12', 'wrong');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').getByText('The password does not open this key file').waitFor();
    expect(await page.getByLabel('Password of the key file').inputValue()).toBe('');
    await choose(page, 'officer.p12', 'pâssŵord');
    await toConfirm(page);
    expect(await shown(page, 'Name')).toBe('Siân Ó Briain');
    const file = await saved(page, 'Sign and download the record');
    await page.getByRole('heading', { name: 'Record signed' }).waitFor();
    expect(checked(file, '--trust', join(ca.folder, 'ca.pem')).status).toBe(0);
    const kept = await everythingKept(page);
    expect(kept.get('keys')).toBe('[]');
    expect(kept.get('records')?.includes(Buffer.from('%PDF-').toString('hex'))).toBe(true);
    const inside = readFileSync(join(ca.folder, 'officer.p12')).subarray(0, 32).toString('hex');
    for (const [place, text] of kept)
      for (const secret of ['pâssŵord', inside])
        expect({ place, has: text.includes(secret) }).toMatchObject({ has: false });
    await context.close();
    expect(faults).toEqual([]);
  });

  itWith('openssl', 'whose certificate is not valid yet, or no longer, signs nothing until it is', async () => {
    const { context, page, faults } = await newPerson(browser);
    const early = Date.now() - 300 * day;
    await page.clock.setSystemTime(early);
    await atSigning(page, inject('url'), model, early);
    await fill(page, job);
    await page.getByRole('checkbox', { name: 'I make this declaration' }).check();
    const refused = async (at: number, sentence: RegExp): Promise<void> => {
      await page.clock.setSystemTime(at);
      await choose(page, 'officer.p12', 'pâssŵord');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('alert').getByText(sentence).waitFor();
      expect(await page.getByRole('textbox', { name: 'Your job title' }).inputValue()).toBe('Partnerships officer');
    };
    await refused(early, /valid only from .* Check this computer’s clock/);
    await refused(Date.now() + 800 * day, /certificate of this key expired on .* Ask whoever issued it for a new one/);
    await page.clock.setSystemTime(Date.now());
    await choose(page, 'officer.p12', 'pâssŵord');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Check what you are about to sign' }).waitFor();
    await context.close();
    expect(faults).toEqual([]);
  });
});

describe('a council with a timestamp authority', () => {
  const settings = { ...model.settings, app: { ...model.settings.app, timestampPath: '/timestamp' } };
  const stamping = modelOf(model.policy, settings);
  const withAuthority = (post: Post) => serve('dist', 0, { '/timestamp': post });

  itWith('openssl', 'has records with its time in them', async () => {
    const site = await withAuthority(async (query) => ({
      status: 200,
      type: 'application/timestamp-reply',
      body: ca.stamp(query),
    }));
    const { context, page, faults } = await newPerson(browser);
    await atSigning(page, site.url, stamping);
    await fill(page, whole);
    await toConfirm(page);
    expect(await shown(page, 'Whose clock')).toContain('timestamp authority');
    const file = await saved(page, 'Sign and download the record');
    await page.getByText('Your signing key and the time of signing').click();
    await page.getByText('A timestamp authority has confirmed a time besides').waitFor();
    const { status, text } = checked(file);
    expect({ status, said: text.includes('Example Timestamp Authority states') }).toEqual({ status: 0, said: true });
    await context.close();
    site.close();
    expect(faults).toEqual([]);
  });

  itWith('openssl', 'whose authority fails lets the officer sign without, and says whose clock it is', async () => {
    const site = await withAuthority(async () => ({ status: 502, type: 'text/plain', body: Buffer.from('down') }));
    const { context, page } = await newPerson(browser);
    await atSigning(page, site.url, stamping);
    await fill(page, whole);
    await toConfirm(page);
    const before = await shown(page, 'Record id begins with');
    await page.getByRole('button', { name: 'Sign and download the record' }).click();
    await page.getByText('The timestamp authority could not be reached').waitFor();
    await page.getByRole('button', { name: 'Sign without a timestamp' }).click();
    await page.getByText('It was made again').waitFor();
    expect(await shown(page, 'Record id begins with')).not.toBe(before);
    expect(await shown(page, 'Whose clock')).toContain('Nobody else confirms it');
    const file = await saved(page, 'Sign and download the record');
    await page.getByText('Your signing key and the time of signing').click();
    await page.getByText('The time in the record is this computer’s own. Nobody else').waitFor();
    const { status, text } = checked(file);
    expect({ status, said: text.includes('Nobody else has confirmed this time') }).toEqual({ status: 0, said: true });
    await context.close();
    site.close();
  });
});
