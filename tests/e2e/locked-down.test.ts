import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { mediaTypes } from '../../scripts/headers.mjs';
import { launchBrowser } from '../support/browser';
import { takeFaults } from '../support/faults';
import { newPerson } from '../support/person';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface TrustedTypes {
  readonly createPolicy: (name: string, rules: object) => unknown;
}

/** A host that sends no header but the type. */
const bareHost = async (): Promise<{ readonly url: string; readonly close: () => void }> => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname === '/' ? '/index.html' : pathname;
    response.writeHead(200, { 'Content-Type': mediaTypes[extname(path)] ?? '' }).end(readFileSync(join('dist', path)));
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  return {
    url: `http://localhost:${(server.address() as { port: number }).port}`,
    close: () => server.close() && server.closeAllConnections(),
  };
};

/** What an injected script would try, each with what of the policy forbids it. */
const attempts: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'style-src-attr inline': (page) => page.evaluate(() => document.body.setAttribute('style', 'display: none')),
  'require-trusted-types-for': (page) =>
    page.evaluate(() => {
      // oxlint-disable-next-line no-restricted-properties -- what the policy is there to refuse
      document.createElement('div').innerHTML = '<b>markup</b>';
    }),
  'trusted-types trusted-types-policy another': (page) =>
    page.evaluate(() =>
      (globalThis as unknown as { trustedTypes: TrustedTypes }).trustedTypes.createPolicy('another', {}),
    ),
  'connect-src https://elsewhere.example/': (page) => page.evaluate(() => fetch('https://elsewhere.example/?words')),
  'img-src https://elsewhere.example/': (page) =>
    page.evaluate(() => {
      new Image().src = 'https://elsewhere.example/?words';
    }),
  'form-action https://elsewhere.example/': (page) =>
    page.evaluate(() => {
      const form = document.body.appendChild(document.createElement('form'));
      form.action = 'https://elsewhere.example/';
      form.submit();
    }),
};

test('the page’s own policy is the header’s, but for who may frame it', async () => {
  const answer = await fetch(inject('url'));
  const page = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(await answer.text())?.[1];
  const header = answer.headers.get('content-security-policy');
  expect(page?.split('; ')).toEqual(header?.split('; ').filter((one) => one !== "frame-ancestors 'none'"));
});

test.for([
  { where: 'by the header and by the page', times: 2 },
  { where: 'by the page alone', times: 1 },
])('what is forbidden is refused, and counted: $where', async ({ times }) => {
  const host = times === 1 ? await bareHost() : undefined;
  const { context, page, faults } = await newPerson(browser);
  await page.goto(host?.url ?? inject('url'));
  await page.getByRole('button', { name: 'Start now' }).waitFor();
  expect(faults).toEqual([]);
  for (const [forbids, attempt] of Object.entries(attempts)) {
    await attempt(page).catch(() => undefined);
    await expect.poll(() => faults.filter((fault) => fault.startsWith(forbids)).length).toBe(times);
  }
  expect(takeFaults()).toHaveLength(times * Object.keys(attempts).length);
  await context.close();
  host?.close();
});

test('the service worker is held to it by the header, and counted', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const [worker] = await Promise.all([context.waitForEvent('serviceworker'), page.goto(`${inject('url')}/#/this-app`)]);
  await worker.evaluate(() => fetch('https://elsewhere.example/?words')).catch(() => undefined);
  await expect.poll(() => takeFaults()).toEqual(['connect-src https://elsewhere.example/?words in a worker']);
  await context.close();
});
