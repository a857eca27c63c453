import { afterEach, beforeAll, expect, test } from 'vitest';
import { keepSite, keptCopy, keptSite } from '../../src/app/offline/kept-site';
import { currentSite } from '../../src/app/site';

const folder = './decision-trees/';
const at = '2026-11-26T09:00:00+00:00';
const paths = ['index.json', 'partnership/1.0.0.json', 'settings/example-council.json'];
/** The shipped files, as the development server serves them. */
const files: Record<string, string> = {};
beforeAll(async () => {
  for (const path of paths) files[path] = await (await fetch(`/decision-trees/${path}`)).text();
});

const fetching =
  (found: Readonly<Record<string, string>>) =>
  async (path: string): Promise<Uint8Array> => {
    const text = found[path.slice(folder.length)];
    if (text === undefined) throw new Error('404');
    return new TextEncoder().encode(text);
  };

afterEach(async () => {
  for (const name of await caches.keys()) await caches.delete(name);
});

test('a site without fault is kept, and used where the network has none or half of one', async () => {
  expect(await keepSite(fetching(files), folder, at)).toMatchObject({ kept: true, site: { settings: {} } });
  const halves = [
    { half: {}, isSiteFaulty: false },
    { half: { 'index.json': files['index.json'] ?? '' }, isSiteFaulty: false },
    { half: { ...files, 'settings/example-council.json': '{}' }, isSiteFaulty: true },
    { half: { ...files, 'partnership/1.0.0.json': '{' }, isSiteFaulty: true },
  ];
  for (const { half, isSiteFaulty } of halves) {
    const site = await currentSite(fetching(half), folder);
    expect(site.ok && site.value.policies[0]?.version).toBe('1.0.0');
    expect(keptCopy()).toEqual({ since: at, isSiteFaulty });
  }
});

test('a site with a fault is not kept, and takes nothing from the copy before it', async () => {
  const broken = { ...files, 'partnership/1.0.0.json': '{' };
  expect(await keepSite(fetching(broken), folder, at)).toEqual({ kept: false });
  await keepSite(fetching(files), folder, at);
  expect(await keepSite(fetching(broken), folder, at)).toEqual({ kept: true });
  expect((await keptSite(folder, false))?.ok).toBe(true);
});

test('without a copy, the fault of the site itself is told', async () => {
  expect(await currentSite(fetching({}), folder)).toMatchObject({
    ok: false,
    failures: [{ code: 'load.unreachable', place: `${folder}index.json` }],
  });
});

test('a copy that was changed on the disk is not used', async () => {
  await keepSite(fetching(files), folder, at);
  const [name = ''] = await caches.keys();
  const cache = await caches.open(name);
  const [kept] = await cache.keys();
  if (!kept) throw new Error('nothing kept');
  for (const text of ['', '[]', '{"at":"now","files":{}}', `{"at":"${at}","files":{"x":1}}`]) {
    await cache.put(kept, new Response(text));
    expect(await keptSite(folder, false)).toBeUndefined();
  }
});
