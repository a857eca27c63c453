import { expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { newPerson } from '../support/person';
import { madeRecord } from '../verify/made';

test('a worker that accepts its file is given the next one; one that refuses it is ended, and all are at last', async () => {
  const record = await madeRecord();
  const forged = new Uint8Array(record);
  forged[9000] = (forged[9000] ?? 0) ^ 1;
  const browser = await launchBrowser();
  const { page, faults } = await newPerson(browser);
  let made = 0;
  page.on('worker', () => made++);
  /** How many workers ten copies of a file take. */
  const workersFor = async (pdf: Uint8Array, told: string): Promise<number> => {
    made = 0;
    await page.goto(`${inject('url')}/#/verify/folder`);
    await page.reload();
    const files = Array.from({ length: 10 }, (_, number) => ({
      name: `${number}.pdf`,
      mimeType: 'application/pdf',
      buffer: Buffer.from(pdf),
    }));
    await page.getByLabel('Signed records (PDF)').setInputFiles(files);
    await page.getByRole('button', { name: 'Check the records' }).click();
    await page.getByText(told).waitFor({ timeout: 60_000 });
    return made;
  };
  expect(await workersFor(record, '10 accepted, 0 refused')).toBeLessThanOrEqual(4);
  await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(0);
  expect(await workersFor(forged, '0 accepted, 10 refused')).toBe(10);
  expect(page.workers()).toHaveLength(0);
  expect(faults).toEqual([]);
  await browser.close();
});
