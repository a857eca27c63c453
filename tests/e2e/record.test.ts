import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Answer } from '../../src/policy/answer';
import { words } from '../../src/policy/present';
import { launchBrowser } from '../support/browser';
import { officer } from '../support/officer';
import { knownPolicy, type WorkedCase } from '../support/policies';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');

const today = (): string => new Date().toISOString().slice(0, 10);
const answersOf = (one: WorkedCase): ReadonlyMap<string, Answer> => new Map(Object.entries(one.answers));
const caseFor = (start: string): WorkedCase => {
  const found = cases.find((one) => one.answers['s1-case'] === start || one.id.includes(start));
  if (!found) throw new Error(`no worked case for ${start}`);
  return found;
};

/** Violations of the content security policy, and errors, of every page of a context. */
const watch = async (context: BrowserContext): Promise<readonly string[]> => {
  const seen: string[] = [];
  await context.exposeFunction('reportViolation', (text: string) => seen.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (globalThis as unknown as { reportViolation: (text: string) => void }).reportViolation(
        `${event.violatedDirective} ${event.blockedURI}`,
      );
    });
  });
  context.on('page', (page) => page.on('pageerror', (error) => seen.push(error.message)));
  return seen;
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  test('walks from the start page to its outcome', async () => {
    const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1280, height: 900 } });
    const seen = await watch(context);
    const page = await context.newPage();
    await page.goto(inject('url'));
    await page.getByRole('button', { name: 'Start now' }).click();
    const person = officer(page, model, answersOf(one), today());
    await person.answerAll();
    console.log(page.url());
    await page.screenshot({ path: `/tmp/shots/check-${one.id}.png`, fullPage: true });
    await context.close();
    expect(seen).toEqual([]);
  });
});
