import { fromUtf8, utf8 } from '../../base/bytes';
import { parseJson } from '../../base/canonical';
import { type IsoTime, isIsoTime } from '../../base/calendar';
import type { Result } from '../../base/result';
import type { LoadCode, Site } from '../../services';
import { type FetchFile, loadSite } from '../site';

/** Policies and settings that were once read whole and without fault. One thing, so that no half of it can be kept. */
interface KeptSite {
  readonly at: IsoTime;
  /** Texts by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Absent on plain http, whatever its type says. */
const store = (globalThis as { readonly caches?: CacheStorage }).caches;

/** Other apps may stand on the same host, and all see the same caches. */
const place = (folder: string): { readonly name: string; readonly address: string } => {
  const address = new URL(`${folder}last-good`, document.baseURI).href;
  return { name: `site ${address}`, address };
};

const isKeptSite = (value: unknown): value is KeptSite => {
  const { at, files } = (value ?? {}) as { readonly [Key in keyof KeptSite]?: unknown };
  return (
    typeof at === 'string' &&
    isIsoTime(at) &&
    typeof files === 'object' &&
    files !== null &&
    Object.values(files).every((text) => typeof text === 'string')
  );
};

const read = async (folder: string): Promise<KeptSite | undefined> => {
  const { name, address } = place(folder);
  const found = await store?.open(name).then(async (cache) => cache.match(address));
  const value = found && parseJson(new Uint8Array(await found.arrayBuffer()), '');
  return value?.ok && isKeptSite(value.value) ? value.value : undefined;
};

/** The kept copy that a page goes on with. */
interface Copy {
  readonly since: IsoTime;
  /** Whether the site itself was read and has a fault, rather than could not be read. */
  readonly isSiteFaulty: boolean;
}

let inUse: Copy | undefined;

/** The kept copy that this page uses; undefined where it uses the site's own files. */
export const keptCopy = (): Copy | undefined => inUse;

/** The site as it was last kept, judged again as if it came from the network. Undefined where there is none that is sound. */
export const keptSite = async (folder: string, isSiteFaulty: boolean): Promise<Result<Site, LoadCode> | undefined> => {
  const kept = await read(folder);
  if (!kept) return undefined;
  const site = await loadSite(async (path) => {
    const text = kept.files[path];
    if (text === undefined) throw new Error('not kept');
    return utf8(text);
  }, folder);
  if (!site.ok) return undefined;
  inUse = { since: kept.at, isSiteFaulty };
  return site;
};

/** The site as it is now if it is without fault, and whether a copy of it, this or an earlier one, is kept. */
export interface Keeping {
  readonly site?: Site;
  readonly kept: boolean;
}

/** Reads the site and keeps it if it is without fault. What is kept stays otherwise, and where there is no more room. */
export const keepSite = async (fetchFile: FetchFile, folder: string, at: IsoTime): Promise<Keeping> => {
  const files: Record<string, string> = {};
  const site = await loadSite(async (path) => {
    const bytes = await fetchFile(path);
    files[path] = fromUtf8(bytes) ?? '';
    return bytes;
  }, folder);
  const { name, address } = place(folder);
  const body = JSON.stringify({ at, files } satisfies KeptSite);
  try {
    const cache = await store?.open(name);
    if (site.ok) await cache?.put(address, new Response(body));
  } catch {
    // no room, or a browser that keeps nothing: what is there says so below
  }
  return { ...(site.ok && { site: site.value }), kept: (await read(folder).catch(() => undefined)) !== undefined };
};
