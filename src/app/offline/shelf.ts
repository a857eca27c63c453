import type { Build } from './build';

/** A build, and its files by path from the app's own address, with their SHA-256 in base64. */
export interface Kept extends Build {
  readonly files: readonly (readonly [path: string, sha256: string])[];
}

/** What it takes from the browser, for the tests to put something else in its place. */
export interface World {
  /** The app's own address, with a slash at the end. */
  readonly scope: string;
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  /** How long one file may take, in milliseconds: a network may be there and pass nothing on. Two minutes if left out. */
  readonly patience?: number;
}

/** How many files are fetched at once: the page itself has something to fetch as well. */
const atOnce = 4;

/** The page's own address serves it as well, and some hosts answer its name with a redirection, which cannot be shown. */
const addressOf = (path: string): string => (path === 'index.html' ? '' : path);

/** Vite names these by their content, so that a file of that name is the same in every build. */
const isHashed = (path: string): boolean => path.startsWith('assets/');

/** The files of one build, kept in the browser. Each build has a cache of its own. */
export const createShelf = (build: Kept, { scope, caches, fetch, patience = 120_000 }: World) => {
  const prefix = `app ${scope} `; // other apps may stand on the same host, and all see the same caches
  const name = prefix + build.id;
  const own = new Set(build.files.map(([path]) => addressOf(path)));

  /** From the network, refused where it is not what was built: a page for signing in to a network, half an upload. */
  const fetched = async (path: string, sha256: string): Promise<Response> => {
    const get = async (cache: RequestCache): Promise<Response> => {
      const answer = await fetch(scope + addressOf(path), {
        cache,
        integrity: `sha256-${sha256}`,
        signal: AbortSignal.timeout(patience),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return answer;
    };
    return get('default').catch(async () => get('reload'));
  };

  const fill = async (): Promise<void> => {
    const shelf = await caches.open(name);
    const waiting = [...build.files];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [path, sha256] = next;
        const address = scope + addressOf(path);
        const known = isHashed(path) ? await caches.match(address, { ignoreVary: true }) : undefined;
        await shelf.put(address, known ?? (await fetched(path, sha256)));
      }
    };
    try {
      await Promise.all(Array.from({ length: atOnce }, work));
    } catch (error) {
      waiting.length = 0;
      await caches.delete(name);
      throw error;
    }
  };

  return {
    /** Keeps every file of the build, or, where one cannot be had, none, and throws. What is kept already is not fetched. */
    fill,
    /** Whether an address is for us to answer: a file of this build, or of another that an open tab still uses. */
    owns: (url: string): boolean => {
      const { origin, pathname } = new URL(url);
      const path = `${origin}${pathname}`.startsWith(scope) ? `${origin}${pathname}`.slice(scope.length) : undefined;
      return path !== undefined && (own.has(addressOf(path)) || isHashed(path));
    },
    /** The kept answer to an address that is ours; undefined where there is none. */
    find: async (url: string): Promise<Response | undefined> => {
      const { origin, pathname } = new URL(url);
      const address = scope + addressOf(`${origin}${pathname}`.slice(scope.length));
      const shelf = await caches.open(name);
      const how = { ignoreVary: true };
      return (await shelf.match(address, how)) ?? caches.match(address, how);
    },
    /** Throws away what is kept of other builds of this app. */
    tidy: async (): Promise<void> => {
      const others = (await caches.keys()).filter((one) => one.startsWith(prefix) && one !== name);
      await Promise.all(others.map(async (one) => caches.delete(one)));
    },
  };
};
