import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { afterAll, expect, it } from 'vitest';
import { relayTo } from '../../scripts/relay.mjs';
import { serve } from '../../scripts/serve.mjs';

const asked: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
const authority = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    asked.push({ headers: request.headers, body: Buffer.concat(parts).toString('latin1') });
    if (request.url === '/moved') response.writeHead(302, { Location: '/tsr' }).end();
    else response.writeHead(200, { 'Content-Type': 'application/timestamp-reply' }).end('token');
  });
});
await new Promise<void>((done) => authority.listen(0, '127.0.0.1', done));
const address = `http://127.0.0.1:${(authority.address() as AddressInfo).port}`;
afterAll(() => authority.close());

const ask = async (to: string): Promise<readonly [number, string]> => {
  const { url, close } = await serve(tmpdir(), 0, { '/timestamp': relayTo(to) });
  try {
    const answer = await fetch(`${url}/timestamp`, { method: 'POST', body: 'query', headers: { Cookie: 'a=b' } });
    return [answer.status, await answer.text()];
  } finally {
    close();
  }
};

it('passes on what is posted and nothing else of the request, and the answer back', async () => {
  expect(await ask(`${address}/tsr`)).toEqual([200, 'token']);
  const { headers, body } = asked.at(-1) ?? {};
  expect([headers?.['content-type'], headers?.cookie, body]).toEqual([
    'application/timestamp-query',
    undefined,
    'query',
  ]);
});

it('answers for an authority that is not there, or sends the request elsewhere', async () => {
  expect(await ask(`${address}/moved`)).toEqual([502, '']);
  expect(await ask('http://127.0.0.1:1/')).toEqual([502, '']);
});
