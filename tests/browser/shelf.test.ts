import { afterEach, describe, expect, test } from 'vitest';
import { createShelf, type Kept } from '../../src/app/offline/shelf';

const scope = 'https://council.test/app/';

afterEach(async () => {
  for (const name of await caches.keys()) await caches.delete(name);
});

const build = (id: string, ...paths: readonly string[]): Kept => ({
  version: '1.0.0',
  id,
  files: paths.map((path) => [path, `hash of ${path} in ${id}`]),
});

/** A network on which some paths fail, and what was asked of it. */
const network = (failing: readonly string[] = []) => {
  const asked: { readonly path: string; readonly integrity: string | undefined }[] = [];
  const fetch = async (input: RequestInfo | URL, how?: RequestInit): Promise<Response> => {
    const path = (input as string).slice(scope.length);
    asked.push({ path, integrity: how?.integrity });
    return new Response(`content of ${path}`, {
      status: failing.includes(path) ? 500 : 200,
      headers: { Vary: 'Accept-Encoding' },
    });
  };
  return { asked, fetch };
};

const shelfOf = (kept: Kept, { fetch } = network()) => createShelf(kept, { scope, caches, fetch });

const textOf = async (answer: Promise<Response | undefined>): Promise<string | undefined> => (await answer)?.text();

describe('a build on its shelf', () => {
  test('is kept whole, each file with the hash of the build, the page under the address of the app', async () => {
    const net = network();
    const shelf = shelfOf(build('a', 'index.html', 'icon.svg', 'assets/x-1.js'), net);
    await shelf.fill();
    expect(net.asked.map(({ path }) => path).toSorted()).toEqual(['', 'assets/x-1.js', 'icon.svg']);
    expect(net.asked.every(({ integrity }) => integrity?.startsWith('sha256-hash of'))).toBe(true);
    for (const address of ['', '?from=elsewhere', 'index.html'])
      expect(await textOf(shelf.find(scope + address))).toBe('content of ');
    expect(await textOf(shelf.find(`${scope}assets/x-1.js`))).toBe('content of assets/x-1.js');
  });

  test('is not kept at all where one file fails, and the build before it stays', async () => {
    const before = shelfOf(build('a', 'index.html', 'assets/x-1.js'));
    await before.fill();
    const names = await caches.keys();
    const after = shelfOf(build('b', 'index.html', 'icon.svg', 'assets/x-1.js'), network(['icon.svg']));
    await expect(after.fill()).rejects.toThrow('icon.svg: 500');
    await expect.poll(() => caches.keys()).toEqual(names);
    expect(await textOf(before.find(scope))).toBe('content of ');
  });

  test('is given up where a file never comes, so that the next visit can try again', async () => {
    const hanging = (async (_: RequestInfo | URL, how?: RequestInit): Promise<Response> =>
      new Promise((_answered, failed) => {
        how?.signal?.addEventListener('abort', () => failed(how.signal?.reason as Error));
      })) as typeof fetch;
    const shelf = createShelf(build('a', 'index.html'), { scope, caches, fetch: hanging, patience: 20 });
    await expect(shelf.fill()).rejects.toThrow(/timed out/);
    expect(await caches.keys()).toEqual([]);
  });

  test('fetches no file again whose name says what is in it', async () => {
    await shelfOf(build('a', 'index.html', 'assets/x-1.js')).fill();
    const net = network();
    await shelfOf(build('b', 'index.html', 'assets/x-1.js', 'assets/y-2.js'), net).fill();
    expect(net.asked.map(({ path }) => path).toSorted()).toEqual(['', 'assets/y-2.js']);
  });

  test('still serves a part of a build before it, which an open tab may need, until it is tidied up', async () => {
    await shelfOf(build('a', 'index.html', 'assets/old-1.js')).fill();
    const shelf = shelfOf(build('b', 'index.html', 'assets/new-1.js'));
    await shelf.fill();
    expect(await textOf(shelf.find(`${scope}assets/old-1.js`))).toBe('content of assets/old-1.js');
    await shelf.tidy();
    expect(await shelf.find(`${scope}assets/old-1.js`)).toBeUndefined();
    expect(await textOf(shelf.find(scope))).toBe('content of ');
  });

  test('leaves what is not its own alone: other apps of the host, policies, other hosts', async () => {
    await caches.open('app https://council.test/ a');
    await caches.open('site https://council.test/app/decision-trees/last-good');
    const shelf = shelfOf(build('b', 'index.html'));
    await shelf.fill();
    await shelf.tidy();
    expect(await caches.keys()).toHaveLength(3);
    const others = ['decision-trees/index.json', '../', '../assets/x-1.js', 'sw.js', 'timestamp'];
    for (const path of others) expect([path, shelf.owns(new URL(path, scope).href)]).toEqual([path, false]);
    expect(shelf.owns('https://elsewhere.test/app/')).toBe(false);
    expect(shelf.owns(`${scope}assets/any-1.js`)).toBe(true);
  });
});
