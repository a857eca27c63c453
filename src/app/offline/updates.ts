import { scriptAddress } from '../script-address';
import type { Build, Say } from './build';

/** What there is to say of the versions of the app in this browser. */
export interface Versions {
  /** What this tab runs. */
  readonly here: Build;
  /**
   * Whether everything, policies and settings too, is kept for use without a network: `slow` is not yet, after a minute of
   * trying; `never` where the browser keeps nothing, as on plain http.
   */
  readonly kept: 'never' | 'not-yet' | 'slow' | 'all';
  /** Another version that is kept whole: it waits to be taken, or another tab has taken it already. */
  readonly next?: Build;
  /** Whether the last try to keep a version, or the policies and settings, has failed. */
  readonly failed: boolean;
  /** Whether the site's policies or settings are others by now than those that this tab uses. */
  readonly changed: boolean;
}

/** Keeps the policies and settings: whether they are kept, and whether the site has others than this tab uses. */
export type KeepSite = () => Promise<Pick<Versions, 'changed'> & { readonly kept: boolean }>;

/** Absent on plain http, whatever its type says. */
const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;

const hour = 3_600_000;

/** How long fetching everything takes at most where nothing is the matter. */
const usual = 60_000;

const which = async (worker: ServiceWorker | null): Promise<Build | undefined> =>
  worker === null
    ? undefined
    : new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', ({ data }: MessageEvent<Build>) => resolve(data));
        port1.start();
        setTimeout(() => resolve(undefined), 5000); // one that the browser has just thrown away never answers
        worker.postMessage('which' satisfies Say, [port2]);
      });

/**
 * Uses the newest version that is kept, by loading this page again. Other tabs go on with the version that they have.
 * Without a service worker it only loads the page again.
 */
export const takeNewest = async (): Promise<void> => {
  const waiting = (await container?.getRegistration().catch(() => undefined))?.waiting;
  if (!waiting) return window.location.reload();
  container?.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  waiting.postMessage('take' satisfies Say, []);
};

/** The build of this page, as scripts/offline.mjs has written it there. */
const buildHere = (): Build => {
  const [version = '', id = ''] = document.querySelector<HTMLMetaElement>('meta[name=build]')?.content.split(' ') ?? [];
  return { version, id };
};

/** Keeps the app in this browser, and knows its versions. One for a page. */
export const createUpdates = (keepSite: KeepSite) => {
  const here = buildHere();
  const canKeep = container !== undefined && here.id !== '';
  let state: Versions = { here, kept: canKeep ? 'not-yet' : 'never', failed: false, changed: false };
  let isSiteKept = false;
  let isSlow = false;
  let hasFailed = { version: false, site: false };
  let registration: ServiceWorkerRegistration | undefined;
  let checked = Date.now();
  const listeners = new Set<() => void>();

  const set = (change: Partial<Versions>): void => {
    state = { ...state, ...change };
    listeners.forEach((listener) => listener());
  };

  const note = (failed: Partial<typeof hasFailed>): void => {
    hasFailed = { ...hasFailed, ...failed };
    set({ failed: hasFailed.version || hasFailed.site });
  };

  const look = async (): Promise<void> => {
    if (!registration) return;
    const [active, waiting] = await Promise.all([which(registration.active), which(registration.waiting)]);
    const { next: _, ...rest } = state;
    const next = [waiting, active].find((one) => one !== undefined && one.id !== state.here.id);
    state = { ...rest, kept: active && isSiteKept ? 'all' : isSlow ? 'slow' : 'not-yet', ...(next && { next }) };
    set({});
  };

  const follow = (worker: ServiceWorker | null): void => {
    if (!worker) return;
    let isKept = worker.state !== 'installing';
    worker.addEventListener('statechange', () => {
      if (worker.state === 'redundant' && !isKept) note({ version: true });
      if (worker.state === 'installed') {
        isKept = true;
        note({ version: false });
      }
      void look();
    });
  };

  const lookAtSite = async (): Promise<void> => {
    const { kept, changed } = await keepSite();
    isSiteKept = kept;
    note({ site: canKeep && !kept });
    set({ changed });
    await look();
  };

  /** Asks the site for a new version. One that it has is then being fetched. */
  const check = async (): Promise<'found' | 'newest' | 'unreachable'> => {
    checked = Date.now();
    void lookAtSite();
    if (!registration) return 'unreachable';
    try {
      const { installing, waiting } = await registration.update();
      if (installing || waiting) return 'found';
    } catch {
      return 'unreachable';
    }
    note({ version: false }); // what could not be fetched is no longer there to be fetched
    return 'newest';
  };

  const start = async (): Promise<void> => {
    void lookAtSite();
    if (!container || !canKeep) return;
    setTimeout(() => {
      isSlow = true;
      void look();
    }, usual);
    const known: ServiceWorkerRegistration | undefined = await container
      .register(scriptAddress('./sw.js'), { updateViaCache: 'none' })
      .catch(async () => container.getRegistration());
    if (!known) return set({ kept: 'never' }); // some browsers refuse, such as those that forget everything
    registration = known;
    known.addEventListener('updatefound', () => follow(known.installing));
    follow(known.installing);
    container.addEventListener('controllerchange', () => void look());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && Date.now() - checked > hour) void check();
    });
    await look();
  };

  let begun: Promise<void> | undefined;
  return {
    /** Registers the service worker, once for a page. */
    begin: async (): Promise<void> => (begun ??= start()),
    check,
    read: (): Versions => state,
    watch: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

export type Updates = ReturnType<typeof createUpdates>;
