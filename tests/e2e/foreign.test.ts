import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../../src/policy/walk';
import { randomAnswers, seeded } from '../support/answers';
import { launchBrowser } from '../support/browser';
import { runTool } from '../support/commands';
import { officer } from '../support/officer';
import { newPerson, signAndDownload } from '../support/person';
import { knownPolicy } from '../support/policies';
import { siteWith } from '../support/site';

const { model, cases } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
const today = new Date().toISOString().slice(0, 10);

let browser: Browser;
let site: Awaited<ReturnType<typeof siteWith>>;
const folder = mkdtempSync(join(tmpdir(), 'foreign-'));
beforeAll(async () => {
  browser = await launchBrowser();
  site = await siteWith({
    'equipment/1.0.0.json': 'tests/fixtures/equipment/1.0.0.json',
    'settings/lending.json': 'tests/fixtures/equipment/settings.json',
  });
});
afterAll(async () => {
  await browser.close();
  site.close();
  rmSync(folder, { recursive: true });
});

describe('a policy of another domain, with no change of code', () => {
  test('passes the check', () => {
    const checked = runTool(
      'policy',
      'check',
      'tests/fixtures/equipment/1.0.0.json',
      '--settings',
      'tests/fixtures/equipment/settings.json',
      '--json',
    );
    expect(checked.status).toBe(0);
    expect(JSON.parse(checked.stdout)).toMatchObject([{ ok: true }, { ok: true }]);
  });

  test('is walked, signed and verified', async () => {
    const found = [...Array(300).keys()]
      .map((seed) => randomAnswers(model, seeded(seed), { today, optional: 'filled' }))
      .find((answers) =>
        [...answers.keys()].some((key) => model.places.get(key.split('/')[0] ?? key)?.field.kind === 'file'),
      );
    expect(found).toBeDefined();
    if (!found) return;
    const { context, page, faults } = await newPerson(browser);
    await page.goto(site.url);
    await page.getByRole('heading', { level: 1, name: model.policy.welcome.title.en }).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/partnership/i);
    await page.getByRole('button', { name: 'Start now' }).click();
    const person = officer(page, model, found, today);
    let confirmed = 0;
    for (const step of person.expected.path) {
      await page.waitForURL((url) => url.hash.endsWith(`/${addressOf(step)}`));
      await page.locator('main form').waitFor();
      if (step.page.fields.some((field) => field.carry !== undefined)) {
        await page.getByRole('radio').first().check();
        await page.getByText(/This comes from an earlier answer/).waitFor();
        confirmed++;
      }
      await person.answerPage(step);
      expect(await page.locator('main').innerText()).not.toMatch(/partnership/i);
    }
    expect(confirmed).toBeGreaterThan(0);
    const file = join(folder, 'lent.pdf');
    writeFileSync(file, readFileSync(await signAndDownload(page, 'Priya Lender')));
    await context.close();
    expect(runTool('verify', file).stdout).toContain('The record is what was signed');
    expect(faults).toEqual([]);
  });

  test('has worked cases for each of its outcomes', () => {
    expect(new Set(cases.map((one) => one.expect.outcome))).toEqual(
      new Set(model.policy.outcomes.map((outcome) => outcome.id)),
    );
  });
});
