import type { BrowserContext, Page, Request } from 'playwright';

/**
 * Violations of the content security policy, errors, what is asked of a network beyond the app's own files, ways out of
 * the device that the app never takes, and writes that a power cut may undo, on the pages of one context so far.
 */
export type Faults = readonly string[];

const ofContexts = new WeakMap<BrowserContext, Faults>();
const untold: string[] = [];

/** What was found anywhere and not taken yet. Each is told once. */
export const takeFaults = (): Faults => untold.splice(0);

/** What was found so far in a context that is watched. */
export const faultsOf = (context: BrowserContext): Faults => ofContexts.get(context) ?? [];

type Reporting = typeof globalThis & { readonly reportFault: (text: string) => void };

/** Every way to a network that is not a request, and so is not seen by whoever watches requests. The app takes none. */
export const waysOut = [
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'WebTransport',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
] as const;

/** Tells of each way out that is taken from now on, in a page or a worker. It runs there, so all that it uses comes in. */
const watchWaysOut = (names: readonly string[], report: (text: string) => void): void => {
  const all = globalThis as unknown as Record<string, (new () => object) | undefined>;
  for (const name of names) {
    const original = all[name];
    if (original === undefined) continue;
    all[name] = new Proxy(original, {
      construct: (target, given, made) => {
        report(`a way out of the device: ${name}`);
        return Reflect.construct(target, given, made) as object;
      },
    });
  }
  if (!('sendBeacon' in navigator)) return;
  const send = navigator.sendBeacon.bind(navigator);
  Navigator.prototype.sendBeacon = (...given) => {
    report('a way out of the device: sendBeacon');
    return send(...given);
  };
};

/** The words of a script that watches the ways out, and hands what it finds to a function of that name. */
const watchingWaysOut = (report: string): string =>
  `(${watchWaysOut.toString()})(${JSON.stringify(waysOut)}, ${report})`;

/** Runs before each page's own scripts. */
const watchPage = (): void => {
  const report = (text: string): void => (globalThis as Reporting).reportFault(text);
  const begin = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')
    ?.value as IDBDatabase['transaction'];
  IDBDatabase.prototype.transaction = function (...asked) {
    const begun = begin.apply(this, asked);
    if (begun.mode === 'readwrite' && begun.durability !== 'strict')
      report(`a write that is not strict: ${[...begun.objectStoreNames].join(', ')}`);
    return begun;
  };
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    report(`${violatedDirective} ${blockedURI} ${sample}`.trim()),
  );
};

/** The first violation in a worker, or way out of the device that is taken there. */
const firstFault = `new Promise((resolve) => {
  const report = (text) => resolve(text + ' in a worker');
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    report(violatedDirective + ' ' + blockedURI));
  ${watchingWaysOut('report')};
})`;

/** Names of this machine, the second one of a site without https. */
const ownHosts = new Set(['localhost', 'council.test']);

/** What is asked of a network and must never be: anything of another host, and anything but a file, save a timestamp. */
const asksTooMuch = (request: Request): boolean => {
  const { protocol, hostname, pathname } = new URL(request.url());
  if (!/^(https?|wss?):$/.test(protocol)) return false;
  const isFile = request.method() === 'GET' && request.postDataBuffer() === null;
  return !ownHosts.has(hostname) || !(isFile || pathname === '/timestamp');
};

/** Watches a context, its pages and its workers for what must never happen. Pages opened before are not watched. */
export const watch = async (context: BrowserContext): Promise<void> => {
  const faults: string[] = [];
  ofContexts.set(context, faults);
  const report = (text: string): void => {
    faults.push(text);
    untold.push(text);
  };
  const watchWorker = (worker: Pick<Page, 'evaluate'>): void =>
    void worker.evaluate<string>(firstFault).then(report, () => undefined); // rejected when it ends
  await context.exposeFunction('reportFault', report);
  await context.addInitScript(watchPage);
  await context.addInitScript(watchingWaysOut('(text) => reportFault(text)'));
  context.on('request', (request) => {
    if (asksTooMuch(request)) report(`asked of a network: ${request.method()} ${request.url()}`);
  });
  context.on('weberror', (error) => report(error.error().message));
  context.on('serviceworker', watchWorker);
  context.on('page', (page) => page.on('worker', watchWorker));
};
