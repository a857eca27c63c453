import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { launchProfile } from '../support/browser';

let profile: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'profile-'));
});
afterEach(() => rmSync(profile, { recursive: true, maxRetries: 5 }));

const files = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });

const begin = async (page: Page): Promise<void> => {
  await page.goto(`${inject('url')}/#/`);
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('radio', { name: /Organisations with a shared aim/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: /^A new partnership/ }).waitFor();
  await page.locator('[data-saving=saved]').waitFor();
};

test('where the browser’s files are damaged, the app says that work is lost and does not pretend to be new', async () => {
  const before = await launchProfile(profile);
  await begin(await before.newPage());
  const again = await before.newPage();
  await again.goto(`${inject('url')}/#/`);
  await again.getByRole('button', { name: /^Carry on/ }).waitFor();
  await before.close();
  const manifests = files(join(profile, 'Default/IndexedDB')).filter((path) => /MANIFEST/.test(path));
  expect(manifests.length).toBeGreaterThan(0);
  for (const path of manifests) writeFileSync(path, Buffer.alloc(100, 65));

  const after = await launchProfile(profile);
  const page = await after.newPage();
  await page.goto(`${inject('url')}/#/`);
  await page.getByText(/has lost the assessments and records that were kept here/).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Start now' }).waitFor();
  expect(await page.getByText(/has lost/).count()).toBe(0);
  await begin(page);
  await after.close();
});

test('where the browser refuses to keep anything, the app says so and what to do', async () => {
  mkdirSync(join(profile, 'Default'));
  const refusing = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(refusing));
  const context = await launchProfile(profile);
  const page = await context.newPage();
  for (const place of ['/new/partnership', '/drafts', '/backup', '/rescue']) {
    await page.goto(`${inject('url')}/#${place}`);
    await page.reload();
    await page.getByText(/does not let the app keep anything/).waitFor();
  }
  await context.close();
});
