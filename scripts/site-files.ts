import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseJson } from '../src/base/canonical';
import { fail, failure, type Failure, type Result } from '../src/base/result';
import { type Catalogue, parseCatalogue } from '../src/policy/catalogue';

/** Failures with the file that they are in before the place in it. */
export const inFile = (path: string, failures: readonly Failure[]): readonly Failure[] =>
  failures.map((one) => ({ ...one, place: [path, one.place].filter(Boolean).join(': ') }));

/** A JSON file as what a parser makes of it. The places of its failures name the file, or what is said in its place. */
export const readFileAs = <Value>(
  path: string,
  parse: (value: unknown) => Result<Value>,
  within = path,
): Result<Value> => {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    return fail('load.unreachable', path, { reason: 'no file' });
  const json = parseJson(readFileSync(path), '');
  const parsed = json.ok ? parse(json.value) : json;
  return parsed.ok ? parsed : { ok: false, failures: inFile(within, parsed.failures) };
};

/** The folder that holds a site's index, and what the index lists, with the paths from here. */
export interface SiteFiles {
  readonly policies: readonly string[];
  readonly settings: Catalogue['settings'];
}

/** The nearest folder with an `index.json`, from a file's own upwards; or else `decision-trees`. */
const siteFolder = (file: string): string => {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'index.json'))) return relative('.', folder) || '.';
    if (folder === dirname(folder)) return 'decision-trees';
  }
};

/** The policies and settings of the site that a file belongs to, by the index of the site. */
export const siteFilesFor = (file: string): Result<SiteFiles> => {
  const folder = siteFolder(file);
  const path = join(folder, 'index.json');
  const catalogue = readFileAs(path, parseCatalogue);
  if (!catalogue.ok) return { ok: false, failures: [failure('load.index', path), ...catalogue.failures] };
  const { policies, settings } = catalogue.value;
  return {
    ok: true,
    value: {
      policies: policies.map((one) => join(folder, one.path)),
      settings: settings.map((one) => ({ ...one, path: join(folder, one.path) })),
    },
  };
};
