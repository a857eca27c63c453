import type { Build, Say } from '../app/offline/build';
import { createShelf, type Kept } from '../app/offline/shelf';

/** Written before this script by scripts/offline.mjs. */
declare const built: Kept;

const scope = globalThis as unknown as ServiceWorkerGlobalScope;
const shelf = createShelf(built, { scope: scope.registration.scope, caches, fetch: fetch.bind(scope) });

/** Other builds are thrown away once no tab uses them and none of them waits to be used. */
const tidy = async (except?: string): Promise<void> => {
  const { waiting, installing } = scope.registration;
  const tabs = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!waiting && !installing && tabs.every(({ id }) => id === except)) await shelf.tidy();
};

/** A new version waits until a person takes it, or until no tab is open. */
scope.addEventListener('install', (event) => event.waitUntil(shelf.fill()));

/** From the first visit on: the tab that is open needs no network for what it has yet to fetch either. */
scope.addEventListener('activate', (event) => event.waitUntil(tidy().then(async () => scope.clients.claim())));

scope.addEventListener('fetch', (event) => {
  const { request, resultingClientId } = event;
  if (request.method !== 'GET' || !shelf.owns(request.url)) return;
  event.respondWith(shelf.find(request.url).then((kept) => kept ?? fetch(request)));
  if (request.mode === 'navigate') event.waitUntil(tidy(resultingClientId));
});

scope.addEventListener('message', (event) => {
  const say = event.data as Say;
  if (say === 'take') event.waitUntil(scope.skipWaiting());
  else event.ports[0]?.postMessage({ version: built.version, id: built.id } satisfies Build);
});
