import { readdirSync } from 'node:fs';
import type { BrowserContext, Request } from 'playwright';

/** One thing that a page, a worker or the service worker asked of a network. */
export interface Asked {
  readonly by: 'page' | 'service worker';
  readonly method: string;
  readonly address: URL;
  readonly body: string | null;
}

const asked = (request: Request): Asked => ({
  by: request.serviceWorker() ? 'service worker' : 'page',
  method: request.method(),
  address: new URL(request.url()),
  body: request.postData(),
});

/** All that is asked of a network from now on by a context whose pages are not open yet, web sockets included. */
export const watchNetwork = (context: BrowserContext): readonly Asked[] => {
  const found: Asked[] = [];
  context.on('request', (request) => found.push(asked(request)));
  context.on('page', (page) =>
    page.on('websocket', (socket) =>
      found.push({ by: 'page', method: 'WEBSOCKET', address: new URL(socket.url()), body: null }),
    ),
  );
  return found;
};

const filesOf = (folder: string): ReadonlySet<string> =>
  new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true }).map(
      ({ parentPath, name }) => `/${`${parentPath}/${name}`.slice(folder.length + 1).replaceAll('\\', '/')}`,
    ),
  );

/**
 * What of it is more than fetching a file of the app: another origin or method, a body, words behind a file's name, or
 * an address at which the app has no file. What a page makes for itself (`blob:`, `data:`) never leaves it.
 */
export const beyondOwnFiles = (all: readonly Asked[], origin: string, folder: string): readonly string[] => {
  const files = filesOf(folder);
  return all
    .filter(({ address }) => !['blob:', 'data:'].includes(address.protocol))
    .filter(
      ({ method, address, body }) =>
        method !== 'GET' ||
        body !== null ||
        address.origin !== origin ||
        address.search !== '' ||
        !(address.pathname === '/' || files.has(address.pathname)),
    )
    .map(({ by, method, address, body }) => `${by}: ${method} ${address.href} ${body ?? ''}`);
};
