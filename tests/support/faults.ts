import type { BrowserContext, Page } from 'playwright';

/** Violations of the content security policy, errors, and writes that a power cut may undo, on the pages of one context so far. */
export type Faults = readonly string[];

const ofContexts = new WeakMap<BrowserContext, Faults>();
const untold: string[] = [];

/** What was found anywhere and not taken yet. Each is told once. */
export const takeFaults = (): Faults => untold.splice(0);

/** What was found so far in a context that is watched. */
export const faultsOf = (context: BrowserContext): Faults => ofContexts.get(context) ?? [];

type Reporting = typeof globalThis & { readonly reportFault: (text: string) => void };

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

/** The first violation in a worker. */
const firstViolation = (): Promise<string> =>
  new Promise((resolve) => {
    globalThis.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI } = event as SecurityPolicyViolationEvent;
      resolve(`${violatedDirective} ${blockedURI} in a worker`);
    });
  });

/** Watches a context, its pages and its workers for what must never happen. Pages opened before are not watched. */
export const watch = async (context: BrowserContext): Promise<void> => {
  const faults: string[] = [];
  ofContexts.set(context, faults);
  const report = (text: string): void => {
    faults.push(text);
    untold.push(text);
  };
  const watchWorker = (worker: Pick<Page, 'evaluate'>): void =>
    void worker.evaluate(firstViolation).then(report, () => undefined); // rejected when it ends
  await context.exposeFunction('reportFault', report);
  await context.addInitScript(watchPage);
  context.on('weberror', (error) => report(error.error().message));
  context.on('serviceworker', watchWorker);
  context.on('page', (page) => page.on('worker', watchWorker));
};
