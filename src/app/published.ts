import { type Result, succeed } from '../base/result';
import { parsePolicy } from '../policy/parse';
import type { Policy } from '../policy/schema';
import type { LoadCode, Published, Site } from '../services';
import { type FetchFile, load, loadCatalogue } from './site';

interface Wanted {
  readonly id: string;
  readonly version: string;
}

/** One version of a policy, where a site publishes it; undefined where it does not. */
export const loadVersion = async (
  fetchFile: FetchFile,
  folder: string,
  wanted: Wanted,
): Promise<Result<Policy | undefined, LoadCode>> => {
  const catalogue = await loadCatalogue(fetchFile, folder);
  if (!catalogue.ok) return catalogue;
  const entry = catalogue.value.policies.find(({ id, version }) => id === wanted.id && version === wanted.version);
  return entry ? load<Policy>(fetchFile, folder, entry, parsePolicy) : succeed(undefined);
};

/** What a site publishes now under a policy's name: that version where it still does, or else the newest. */
export const publishedAs = async (
  fetchFile: FetchFile,
  folder: string,
  { policies, settings }: Site,
  wanted: Wanted,
): Promise<Published> => {
  const newest = policies.find(({ id }) => id === wanted.id);
  if (!newest || newest.version === wanted.version) return { policy: newest, settings };
  const same = await loadVersion(fetchFile, folder, wanted);
  return { policy: (same.ok ? same.value : undefined) ?? newest, settings };
};
