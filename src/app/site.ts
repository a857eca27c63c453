import { parseJson } from '../base/canonical';
import { fail, failure, type Failure, type Result, succeed } from '../base/result';
import { type Catalogue, newestPolicies, parseCatalogue, siteSettings } from '../policy/catalogue';
import { parsePolicy, parseSettings, sealedForm, settingsFaults } from '../policy/parse';
import type { Policy } from '../policy/schema';
import type { Settings } from '../policy/settings';
import type { LoadCode, Site } from '../services';

/** Fetches a file of the site by its path, as bytes. Throws where it cannot. */
export type FetchFile = (path: string) => Promise<Uint8Array>;

const json = async (fetchFile: FetchFile, path: string): Promise<Result<unknown, LoadCode>> => {
  try {
    return parseJson(await fetchFile(path), path);
  } catch (error) {
    return fail('load.unreachable', path, { reason: error instanceof Error ? error.message : '' });
  }
};

/** Failures with the file they are in before the place in it. */
const inFile = (path: string, failures: readonly Failure<LoadCode>[]): readonly Failure<LoadCode>[] =>
  failures.map((one) => ({ ...one, place: one.place === '' ? path : `${path}: ${one.place}` }));

/** A file that the site's index names, parsed and compared with its hash there. */
export const load = async <Value extends Policy | Settings>(
  fetchFile: FetchFile,
  folder: string,
  entry: { readonly path: string; readonly sha256: string },
  parse: (value: unknown) => Result<Value, LoadCode>,
): Promise<Result<Value, LoadCode>> => {
  const path = `${folder}${entry.path}`;
  const value = await json(fetchFile, path);
  if (!value.ok) return value;
  const parsed = parse(value.value);
  if (!parsed.ok) return { ok: false, failures: inFile(path, parsed.failures) };
  return sealedForm(parsed.value).sha256 === entry.sha256 ? parsed : fail('load.changed', path);
};

/** The index of a site. */
export const loadCatalogue = async (fetchFile: FetchFile, folder: string): Promise<Result<Catalogue, LoadCode>> => {
  const path = `${folder}index.json`;
  const value = await json(fetchFile, path);
  if (!value.ok) return value;
  const catalogue = parseCatalogue(value.value);
  return catalogue.ok
    ? catalogue
    : { ok: false, failures: [failure('load.index', path), ...inFile(path, catalogue.failures)] };
};

/** Loads the newest version of each policy of a site, and the settings that hold, each checked against the site's index. */
export const loadSite = async (fetchFile: FetchFile, folder: string): Promise<Result<Site, LoadCode>> => {
  const catalogue = await loadCatalogue(fetchFile, folder);
  if (!catalogue.ok) return catalogue;
  const entry = siteSettings(catalogue.value);
  if (!entry) return fail('load.index', `${folder}index.json`);
  // All are asked for at once: on a slow line, each one after another would cost another way there and back.
  const council = load<Settings>(fetchFile, folder, entry, parseSettings);
  const coming = newestPolicies(catalogue.value).map((one) => load<Policy>(fetchFile, folder, one, parsePolicy));
  const settings = await council;
  if (!settings.ok) return settings;
  const policies: Policy[] = [];
  for (const one of coming) {
    const policy = await one;
    if (!policy.ok) return policy;
    const faults = settingsFaults(policy.value, settings.value);
    if (faults.length > 0) return { ok: false, failures: inFile(`${folder}${entry.path}`, faults) };
    policies.push(policy.value);
  }
  return succeed({ policies, settings: settings.value });
};

/** How long a site may take where there is a copy to go on with: a network may be there and pass nothing on. */
const seconds = 5;

/** The site as it is now; where it cannot be read, or not soon, the last good copy of it, if there is one. */
export const currentSite = async (fetchFile: FetchFile, folder: string): Promise<Result<Site, LoadCode>> => {
  const now = loadSite(fetchFile, folder);
  const soon = await Promise.race([now, new Promise<undefined>((late) => setTimeout(late, seconds * 1000))]);
  if (soon?.ok) return soon;
  const isFaulty = soon?.failures.some(({ code }) => code !== 'load.unreachable') ?? false;
  const kept = await import('./offline/kept-site')
    .then(async ({ keptSite }) => keptSite(folder, isFaulty))
    .catch(() => undefined);
  return kept ?? now;
};
