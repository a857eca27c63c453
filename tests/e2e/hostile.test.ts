import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalText } from '../../src/base/text';
import { type Answer, plainText } from '../../src/policy/answer';
import { modelOf } from '../../src/policy/model';
import { parsePolicy, parseSettings } from '../../src/policy/parse';
import { placeholdersIn, textsIn } from '../../src/policy/wording';
import { askedFields, flatFields, walk } from '../../src/policy/walk';
import { randomAnswers, seeded } from '../support/answers';
import { launchBrowser } from '../support/browser';
import { runTool } from '../support/commands';
import { edited } from '../support/edit';
import { hostileAllowed, loose } from '../support/hostile';
import { officer } from '../support/officer';
import { newPerson, signAndDownload } from '../support/person';
import { readJson } from '../support/policies';
import { siteWith } from '../support/site';

/** Short enough to be a title, and no name of a setting or a field between braces. */
const attacks = hostileAllowed.filter((text) => text.length <= 80 && placeholdersIn(text).length === 0);
const attack = (index: number): string => attacks[(11 * index) % attacks.length] ?? '';

/** A policy and a council whose every text begins with an attack, each text with another. */
const policy = (() => {
  const plain = readJson('tests/fixtures/equipment/1.0.0.json');
  return textsIn(plain).reduce<unknown>(
    (value, { place, text }, index) => edited(value, `${place}.en`, `${attack(index)} ${text.en}`),
    plain,
  );
})();
const settings = ['app.council', 'app.service', 'values.stores[0].label.en', 'values.adviser'].reduce<unknown>(
  (value, place, index) => edited(value, place, `${attack(7 * index)} Council`),
  readJson('tests/fixtures/equipment/settings.json'),
);

const today = new Date().toISOString().slice(0, 10);
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
let site: Awaited<ReturnType<typeof siteWith>>;
beforeAll(async () => {
  writeFileSync(join(folder, 'policy.json'), JSON.stringify(policy));
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  site = await siteWith({
    'equipment/1.0.0.json': join(folder, 'policy.json'),
    'settings/lending.json': join(folder, 'settings.json'),
  });
});
afterAll(() => {
  site.close();
  rmSync(folder, { recursive: true });
});

test('a hostile policy, council and officer: nothing is run, the page holds, and the record is sound', async () => {
  const [parsed, council] = [parsePolicy(policy), parseSettings(settings)];
  if (!parsed.ok || !council.ok) throw new Error('refused at the door');
  const model = modelOf(parsed.value, council.value);
  const found = [...Array(300).keys()]
    .map((seed) => randomAnswers(model, seeded(seed), { today, optional: 'filled' }))
    .find((answers) => walk(model, answers, today).outcome !== undefined);
  if (!found) throw new Error('no answers');
  const walked = walk(model, found, today);
  const texts = new Map(
    walked.path
      .flatMap((step) => flatFields(askedFields(walked, step)))
      .flatMap(({ field, key }, index): readonly (readonly [string, Answer])[] =>
        field.kind === 'text' && found.has(key)
          ? [[key, canonicalText(attack(11 * index + 3).slice(0, field.max), field.lines === true)]]
          : [],
      ),
  );
  expect(texts.size).toBeGreaterThan(2);

  const browser = await launchBrowser();
  const { page } = await newPerson(browser);
  page.on('dialog', () => expect.unreachable('a dialog'));
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start now' }).click();
  const person = officer(page, model, new Map([...found, ...texts]), today);
  for (const step of person.expected.path) {
    await page.locator('main form').waitFor();
    if (step.page.fields.some((field) => field.carry !== undefined)) await page.getByRole('radio').first().check();
    await person.answerPage(step);
    expect(await page.locator('main :is(script, img, iframe, style, base, svg, object)').count()).toBe(0);
  }
  const record = await signAndDownload(page, `Siân <img src=x onerror=${loose}=1>`);
  expect(await page.evaluate((name) => name in globalThis, loose)).toBe(false);
  await page.getByRole('link', { name: 'Read it as a web page' }).click();
  const article = page.getByRole('article');
  await article.waitFor({ timeout: 30_000 });
  const shown = await article.innerText();
  for (const text of texts.values()) expect(shown).toContain(plainText(text).split('\n')[0]);
  expect(await page.evaluate((name) => name in globalThis, loose)).toBe(false);
  expect(runTool('verify', record).stdout).toContain('The record is what was signed');
  await browser.close();
});
