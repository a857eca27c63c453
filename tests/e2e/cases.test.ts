import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { partsOfKey } from '../../src/policy/answer';
import type { WorkedCase } from '../../src/policy/cases';
import type { Model } from '../../src/policy/model';
import { words } from '../../src/policy/present';
import { type CaseResult, runCase } from '../../src/policy/run-case';
import { launchBrowser } from '../support/browser';
import { allOr } from '../support/everything';
import { officer } from '../support/officer';
import { newPerson } from '../support/person';
import { knownPolicy } from '../support/policies';
import { siteWith } from '../support/site';

const shipped = knownPolicy('decision-trees/partnership', '1.0.0.json');
const equipment = knownPolicy('tests/fixtures/equipment', '1.0.0.json');

/** The first that comes to each outcome. */
const oneForEach = (cases: readonly WorkedCase[]): readonly WorkedCase[] =>
  cases.filter((one) => cases.find((other) => other.expect.outcome === one.expect.outcome) === one);

const [driven, lent] = allOr(
  [shipped.cases, equipment.cases],
  [oneForEach(shipped.cases), oneForEach(equipment.cases)],
  'every worked case on screen, beside one for each outcome',
);

let browser: Browser;
let lending: Awaited<ReturnType<typeof siteWith>>;
beforeAll(async () => {
  browser = await launchBrowser();
  lending = await siteWith({
    'equipment/1.0.0.json': 'tests/fixtures/equipment/1.0.0.json',
    'settings/lending.json': 'tests/fixtures/equipment/settings.json',
  });
});
afterAll(async () => {
  await browser.close();
  lending.close();
});

/** What follows the assessment's id in the address on the screen: `q/a1`, `check`. */
const placeOf = (page: Page): string => /^#\/a\/[^/]+\/(.+)$/.exec(new URL(page.url()).hash)?.[1] ?? '';

/** Answers each page that the screens lead to, and gives the addresses in the order in which they came. */
const answerAll = async (page: Page, model: Model, worked: WorkedCase): Promise<readonly string[]> => {
  const person = officer(page, model, new Map(Object.entries(worked.answers)), worked.today);
  const visited: string[] = [];
  for (;;) {
    await page.waitForURL((url) => /^#\/a\/[^/]+\/(?:q\/|check$)/.test(url.hash));
    const place = placeOf(page);
    if (place === 'check') return visited;
    const address = place.slice('q/'.length);
    const { field: id, row } = partsOfKey(address);
    const known = model.pages.get(id);
    if (!known) throw new Error(`the screens lead to ${place}, which the policy does not have`);
    if (visited.includes(address)) throw new Error(`the screens lead back to ${address}`);
    visited.push(address);
    await person.answerPage({ page: known, ...(row !== undefined && { row }) });
    await page
      .waitForURL((url) => !url.hash.endsWith(`/${place}`))
      .catch(async (error: unknown) => {
        throw new Error(`${place} stays on screen: ${await page.locator('main').innerText()}`, { cause: error });
      });
  }
};

/** The outcomes whose title is the heading of the recommendation. */
const outcomesShown = async (page: Page, model: Model, worked: WorkedCase): Promise<readonly string[]> => {
  await page.getByRole('button', { name: 'Continue to the recommendation' }).click();
  await page.waitForURL((url) => url.hash.endsWith('/outcome'));
  await page.getByRole('heading', { level: 2, name: 'What to do next' }).waitFor();
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  const { expected } = officer(page, model, new Map(Object.entries(worked.answers)), worked.today);
  return model.policy.outcomes.filter(({ title }) => words(expected, title, 'en') === heading).map(({ id }) => id);
};

type Person = Awaited<ReturnType<typeof newPerson>>;

/** People at a site who have finished a case, each in a tab that has been there since. */
const idle = new Map<string, Person[]>();

/** Someone at the start page of a site, on a day: the next case is begun in the tab in which another has ended. */
const someoneAt = async (url: string, today: string): Promise<Person> => {
  const known = idle.get(url)?.pop();
  const person = known ?? (await newPerson(browser));
  await person.page.clock.setFixedTime(`${today}T10:00:00Z`);
  if (known) await person.page.getByRole('link', { name: 'Start page', exact: true }).click();
  else await person.page.goto(url);
  return person;
};

/** Works a case as a person would, from the start page to the recommendation. */
const workOnScreen = async (url: string, model: Model, worked: WorkedCase) => {
  const person = await someoneAt(url, worked.today);
  const { page, faults } = person;
  await page.getByRole('button', { name: 'Start now' }).click();
  const path = await answerAll(page, model, worked);
  const outcomes = await outcomesShown(page, model, worked);
  idle.set(url, [...(idle.get(url) ?? []), person]);
  return { path, outcomes, faults };
};

const expectSame = (found: Awaited<ReturnType<typeof workOnScreen>>, { path, outcome }: CaseResult): void => {
  expect(found).toEqual({ path, outcomes: [outcome], faults: [] });
};

describe.concurrent('a worked case goes on screen where the command says', () => {
  test.each(driven)('$id: $title', async (worked) => {
    const { model } = shipped;
    expectSame(await workOnScreen(inject('url'), model, worked), runCase({ worked, model }));
  });

  test.each(lent)('$id: $title', async (worked) => {
    const { model } = equipment;
    expectSame(await workOnScreen(lending.url, model, worked), runCase({ worked, model }));
  });
});
