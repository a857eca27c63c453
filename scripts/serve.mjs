// The static server of `npm start` and of the end-to-end tests. Node's own modules only.
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { mediaTypes, securityHeaders } from './headers.mjs';

const isText = (type) => /^text\/|json$|xml$/.test(type.split(';')[0]);

/** Vite puts a hash of the content into the names of what it writes to assets/. */
const isHashed = (path) => /^\/assets\/.+-[\w-]{8}\.\w+(\.map)?$/.test(path);

const notFound = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Page not found</title>
<h1>Page not found</h1><p>If you typed the address, check that it is correct.</p><p><a href="/">Go to the start page</a></p></html>
`;

/** The file that an address names, or undefined: for no file, and for anything outside the folder. */
const fileOf = async (folder, path) => {
  const file = resolve(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  if (path.includes('\0') || !file.startsWith(resolve(folder) + sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile()
    ? { file, tag: `W/"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"` }
    : undefined;
};

const pathOf = (url) => {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
};

/** Status, headers and body of the answer to a request. */
const answer = async (folder, { method, url, headers }) => {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: { Allow: 'GET, HEAD' }, body: '' };
  const path = pathOf(url);
  const found = path === undefined ? undefined : await fileOf(folder, path);
  if (found === undefined) return { status: 404, headers: { 'Content-Type': mediaTypes['.html'] }, body: notFound };
  const type = mediaTypes[extname(found.file)] ?? 'application/octet-stream';
  const caching = isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
  const common = { 'Cache-Control': caching, ETag: found.tag, Vary: 'Accept-Encoding' };
  if (headers['if-none-match'] === found.tag) return { status: 304, headers: common, body: '' };
  const body = await readFile(found.file);
  const zips = isText(type) && /\bgzip\b/.test(headers['accept-encoding'] ?? '');
  return {
    status: 200,
    headers: { ...common, 'Content-Type': type, ...(zips && { 'Content-Encoding': 'gzip' }) },
    body: zips ? await promisify(gzip)(body, { level: 9 }) : body,
  };
};

const passOn = async (post, request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const { status, type, body } = await post(new Uint8Array(Buffer.concat(parts)));
  return { status, headers: { 'Content-Type': type, 'Cache-Control': 'no-store' }, body: Buffer.from(body) };
};

const listen = (handler, port, host) =>
  new Promise((done, failed) => {
    const server = createServer(handler);
    server.once('error', failed);
    server.listen(port, host, () => done(server));
  });

/**
 * Serves a folder on this machine alone. Both addresses of `localhost` are taken, or a server left over on the other
 * one would answer the browser in our place.
 * @param {string} folder read at each request
 * @param {number} port 0 for any free one
 * @param {Record<string, (body: Uint8Array) => Promise<{ status: number, type: string, body: Uint8Array }>>} posts what
 *   is passed on of what is posted, by path, as a deployer's server passes it on to a timestamp authority
 * @returns {Promise<{ url: string, close: () => void }>} rejected with `code: 'EADDRINUSE'` if the port is taken
 */
export const serve = async (folder, port, posts = {}) => {
  const handler = async (request, response) => {
    const post = request.method === 'POST' ? posts[pathOf(request.url)] : undefined;
    const { status, headers, body } = await (post ? passOn(post, request) : answer(folder, request)).catch(() => ({
      status: 500,
      headers: {},
      body: '',
    }));
    response.writeHead(status, { ...securityHeaders, ...headers, 'Content-Length': Buffer.byteLength(body) });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const first = await listen(handler, port, '127.0.0.1');
  const servers = [first];
  const chosen = first.address().port;
  const close = () => servers.forEach((server) => server.close() && server.closeAllConnections());
  try {
    servers.push(await listen(handler, chosen, '::1'));
  } catch (error) {
    if (error.code === 'EADDRINUSE') {
      close();
      throw error;
    } // otherwise this machine has no IPv6
  }
  return { url: `http://localhost:${chosen}`, close };
};
