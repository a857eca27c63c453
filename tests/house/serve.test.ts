import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { serve } from '../../scripts/serve.mjs';

const around = mkdtempSync(join(tmpdir(), 'serve-'));
const folder = join(around, 'dist');
const script = `export const one = 1; ${'// again\n'.repeat(100)}`;
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(around, 'secret.txt'), 'secret');
writeFileSync(join(around, 'dist-secret.txt'), 'secret');
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Start</title>');
writeFileSync(join(folder, 'assets/main-Ab_-1234.js'), script);
writeFileSync(join(folder, 'assets/font-Ab_-1234.ttf'), 'font');

const { url, close } = await serve(folder, 0);
afterAll(() => {
  close();
  rmSync(around, { recursive: true });
});

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types app";

it.each(['/', '/assets/main-Ab_-1234.js', '/nothing-here'])('every answer is guarded: %s', async (path) => {
  const { headers } = await fetch(url + path);
  expect(headers.get('content-security-policy')).toBe(policy);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toContain('camera=()');
});

it('index.html is asked for anew each time, and answers in short if it is the same', async () => {
  const first = await fetch(`${url}/`);
  expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(first.headers.get('cache-control')).toBe('no-cache');
  const again = await fetch(`${url}/`, { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
});

it('what has its hash in its name is kept for ever', async () => {
  const { headers } = await fetch(`${url}/assets/main-Ab_-1234.js`);
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

it('text goes compressed to those who take it, and is whole on arrival', async () => {
  const zipped = await fetch(`${url}/assets/main-Ab_-1234.js`);
  expect(zipped.headers.get('content-encoding')).toBe('gzip');
  expect(Number(zipped.headers.get('content-length'))).toBeLessThan(script.length / 2);
  expect(await zipped.text()).toBe(script);
  const plain = await fetch(`${url}/assets/main-Ab_-1234.js`, { headers: { 'Accept-Encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBe(null);
  expect(await plain.text()).toBe(script);
});

it('fonts go as they are', async () => {
  const { headers } = await fetch(`${url}/assets/font-Ab_-1234.ttf`);
  expect([headers.get('content-type'), headers.get('content-encoding')]).toEqual(['font/ttf', null]);
});

it('HEAD says the same without the body', async () => {
  const head = await fetch(`${url}/`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '',
  ]);
});

it('nothing is changed through it', async () => {
  const { status, headers } = await fetch(`${url}/`, { method: 'POST' });
  expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

it('a page that is not there says so and leads back', async () => {
  const answer = await fetch(`${url}/nothing-here`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('Page not found');
});

/** Sent raw, since `fetch` would tidy the path away before it left. */
const raw = (path: string): Promise<string> =>
  new Promise((done, failed) => {
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('end', () => done(text)).on('error', failed);
  });

it.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/..%2fdist-secret.txt',
  '/index.html%00.js',
  '/%E0%A4%A',
  '//',
])('no way leads out of the folder: %s', async (path) => {
  expect((await raw(path)).slice(0, 12)).toBe('HTTP/1.1 404');
});

it('a port that is taken is refused, on either address of localhost', async () => {
  await expect(serve(folder, Number(new URL(url).port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
