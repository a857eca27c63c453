import { mkdirSync, mkdtempSync, readFileSync, rmSync, chmodSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { mediaTypes, securityHeaders } from '../../scripts/headers.mjs';
import { serve } from '../../scripts/serve.mjs';
import { itWith, outsideTool } from '../support/tools';
import { runServer } from './web-servers';

const read = (file: string): string => readFileSync(join('docs', file), 'utf8');
const headers = Object.entries({ ...securityHeaders, 'Strict-Transport-Security': 'max-age=31536000' });
const forEver = 'public, max-age=31536000, immutable';

const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
chmodSync(folder, 0o755); // the servers read it as somebody else
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A site with a file of each type, hashed and not; the text is long enough to be worth compressing. */
const site = join(folder, 'site');
const text = 'A line of words that come again and again.\n'.repeat(200);
const endings = Object.keys(mediaTypes);
const paths = endings.flatMap((ending) => [`/file${ending}`, `/assets/file-A1b2_-xY${ending}`]);
mkdirSync(join(site, 'assets'), { recursive: true });
for (const path of [...paths, '/index.html', '/assets/unhashed.js']) writeFileSync(join(site, path), text);

describe('what deployers are given says the headers and types that the app is tested with', () => {
  it('in the guide', () => {
    const rows = new Map(
      [...read('deployer.md').matchAll(/^\| `([A-Z][\w-]+)` +\| `(.+?)` +\|$/gm)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
    expect(Object.fromEntries(rows)).toEqual(securityHeaders);
  });

  it('for IIS', () => {
    const config = read('deploy/web.config');
    const all = (pattern: RegExp): Record<string, string> =>
      Object.fromEntries([...config.matchAll(pattern)].map(([, name = '', value = '']) => [name, value]));
    expect(all(/<add name="(.+?)" value="(.+?)" \/>/g)).toEqual(Object.fromEntries(headers));
    expect(all(/<mimeMap fileExtension="(.+?)" mimeType="(.+?)" \/>/g)).toEqual(mediaTypes);
    expect(Object.keys(all(/<remove fileExtension="(.+?)"( )\/>/g))).toEqual(
      Object.keys(all(/<mimeMap fileExtension="(.+?)"( )/g)),
    );
  });

  it('for Azure Static Web Apps', () => {
    const config: unknown = JSON.parse(read('deploy/staticwebapp.config.json'));
    expect(config).toEqual({
      globalHeaders: { ...Object.fromEntries(headers), 'Cache-Control': 'no-cache' },
      routes: [{ route: '/assets/*', headers: { 'Cache-Control': forEver } }],
      mimeTypes: mediaTypes,
    });
  });
});

const openssl = outsideTool('openssl');

describe.each(['nginx', 'apache2'] as const)('%s with the configuration of docs/deploy', (name) => {
  const run = () => {
    if (openssl === undefined) throw new Error('openssl is needed to make a certificate');
    return runServer(name, openssl, site, join(folder, name));
  };

  itWith(name, `${name} serves every file as the app’s own server does`, async () => {
    const [server, own] = [await run(), await serve(site, 0)];
    try {
      for (const path of [...paths, '/', '/assets/unhashed.js']) {
        const [theirs, ours] = [await server.ask(path), await fetch(own.url + path)];
        expect(theirs.status, path).toBe(200);
        expect(theirs.headers['content-type'], path).toBe(ours.headers.get('content-type'));
        expect(theirs.headers['cache-control'], path).toBe(ours.headers.get('cache-control'));
        expect(theirs.body.toString(), path).toBe(text);
        for (const [header, value] of headers) expect(theirs.headers[header.toLowerCase()], path).toBe(value);
        const again = await server.ask(path, 'GET', { 'If-None-Match': theirs.headers.etag ?? '' });
        expect([again.status, again.body.length], path).toEqual([304, 0]);
      }
    } finally {
      own.close();
      await server.stop();
    }
  });

  itWith(name, `${name} compresses text, and a compressed file is “not modified” too`, async () => {
    const server = await run();
    const zip = { 'Accept-Encoding': 'gzip' };
    try {
      for (const ending of ['.css', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest']) {
        const zipped = await server.ask(`/file${ending}`, 'GET', zip);
        expect(zipped.headers['content-encoding'], ending).toBe('gzip');
        expect(zipped.headers.vary, ending).toContain('Accept-Encoding');
        expect(gunzipSync(zipped.body).toString(), ending).toBe(text);
        const again = await server.ask(`/file${ending}`, 'GET', { ...zip, 'If-None-Match': zipped.headers.etag ?? '' });
        expect(again.status, ending).toBe(304);
      }
    } finally {
      await server.stop();
    }
  });

  itWith(name, `${name} guards what is not found, keeps none of it, and takes nothing that is sent`, async () => {
    const server = await run();
    try {
      for (const path of ['/assets/gone-A1b2_-xY.js', '/gone.html', '/assets/', '/../site.conf']) {
        const { status, headers: got } = await server.ask(path);
        expect([400, 403, 404], path).toContain(status);
        expect(got['cache-control'], path).toBeUndefined();
        if (status !== 400) for (const [header, value] of headers) expect(got[header.toLowerCase()], path).toBe(value);
      }
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
        expect((await server.ask('/', method)).status, method).toBe(405);
      }
      expect((await server.ask('/', 'HEAD')).status).toBe(200);
    } finally {
      await server.stop();
    }
  });
});
