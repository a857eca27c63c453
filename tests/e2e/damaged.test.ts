import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { damagedDecisions } from '../pdf/damaged-decision';
import { ofDecision, ofRecord, showsRecordAlone } from '../pdf/damages';
import { launchBrowser } from '../support/browser';
import { shownByPdfium } from '../support/built-in-viewer';

const folder = mkdtempSync(join(tmpdir(), 'pdfium-'));
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const shown = (page: Page, bytes: Uint8Array): Promise<string> => {
  const path = join(folder, 'shown.pdf');
  writeFileSync(path, bytes);
  return shownByPdfium(page, path);
};

// Each file takes the viewer a second, in a new process.
test('a damaged decision never shows the record without its decision in PDFium', { timeout: 240_000 }, async () => {
  const { record, decision, damages } = await damagedDecisions();
  const page = await browser.newPage({ serviceWorkers: 'block' });
  expect(showsRecordAlone(await shown(page, record))).toBe(true);
  const whole = await shown(page, decision);
  expect([whole.includes(ofRecord), whole.includes(ofDecision)]).toEqual([true, true]);
  for (const { name, bytes } of damages)
    expect({ name, alone: showsRecordAlone(await shown(page, bytes)) }).toEqual({ name, alone: false });
});
