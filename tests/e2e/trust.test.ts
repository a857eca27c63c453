import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { toPem } from '../../src/signing/pem';
import { launchBrowser } from '../support/browser';
import { downloaded } from '../support/coming';
import { newPerson } from '../support/person';
import { madeRecord, officer, recordOf } from '../verify/made';

test('an auditor writes whom they trust, saves it as one file, goes on with it, and checks a record with it', async () => {
  const browser = await launchBrowser();
  const { page, faults } = await newPerson(browser);
  const { payload } = recordOf();
  await page.goto(`${inject('url')}/#/verify`);
  await page.getByRole('link', { name: 'Write your list of trust' }).click();
  const files = page.getByLabel('Certificates and lists');
  const pem = { name: 'officer.pem', mimeType: 'text/plain', buffer: Buffer.from(toPem(officer.certificate.der)) };
  await files.setInputFiles(pem);
  await page.getByRole('button', { name: 'Add to the list' }).click();
  await page.getByText('1 certificate on the list').waitFor();
  await page.getByText(officer.certificate.sha256).waitFor();

  await page.getByRole('textbox', { name: 'Trusted until' }).fill('next year');
  await page.getByRole('button', { name: 'Save the list' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Write the day like 2026-11-27' }).click();
  await page.getByRole('textbox', { name: 'Trusted until' }).fill('2027-12-31');
  await page.getByRole('textbox', { name: 'Whose key it is' }).fill(payload.signer.name);
  await page.getByRole('checkbox', { name: 'Records' }).check();
  await page.getByRole('textbox', { name: 'Hashes of the policies' }).fill(payload.policy.sha256);
  await page.getByRole('textbox', { name: 'Receipts of the register' }).fill(`${'a'.repeat(64)} 2026-11-27`);
  const saved = await downloaded(page, () => page.getByRole('button', { name: 'Save the list' }).click());
  await page.getByText('The list is saved.').waitFor();
  expect(saved.suggestedFilename()).toBe('trust.json');
  const list = readFileSync(await saved.path());
  expect(JSON.parse(list.toString())).toMatchObject({
    format: 'trust/0',
    entries: [{ person: payload.signer.name, roles: ['officer'], until: '2027-12-31' }],
    received: [{ id: 'a'.repeat(64), on: '2026-11-27' }],
    policies: [payload.policy.sha256],
  });

  // The app keeps no list. The file brings all of it back.
  await page.reload();
  await page.getByText('0 certificates on the list').waitFor();
  const file = { name: 'trust.json', mimeType: 'application/json', buffer: list };
  await files.setInputFiles(file);
  await page.getByRole('button', { name: 'Add to the list' }).click();
  await page.getByText('1 certificate on the list').waitFor();
  expect(await page.getByRole('textbox', { name: 'Trusted until' }).inputValue()).toBe('2027-12-31');
  const again = await downloaded(page, () => page.getByRole('button', { name: 'Save the list' }).click());
  expect(readFileSync(await again.path()).equals(list)).toBe(true);

  await page.goto(page.url().replace(/#.*/, '#/verify'));
  await page.getByLabel('Signed record (PDF)').setInputFiles({
    name: 'record.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await madeRecord()),
  });
  await page.getByLabel('Certificates you trust').setInputFiles(file);
  await page.getByRole('button', { name: 'Check the record' }).click();
  await page.getByText(`Your list says that it is the key of ${payload.signer.name}`).waitFor({ timeout: 30_000 });
  expect(faults).toEqual([]);
  await browser.close();
});
