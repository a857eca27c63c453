import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseJson } from '../src/base/canonical';
import { type Failure, type Result, settle } from '../src/base/result';
import type { Catalogue } from '../src/policy/catalogue';
import { parsePublished } from '../src/policy/overview-faults';
import { parseSettings, sealedForm } from '../src/policy/parse';
import { fileVersionFaults } from './file-version';

/** The JSON files of a folder and its subfolders, as paths with forward slashes, in order. */
export const jsonFiles = (folder: string, within = folder): readonly string[] =>
  readdirSync(within)
    .toSorted()
    .flatMap((name): readonly string[] => {
      const path = join(within, name);
      if (statSync(path).isDirectory()) return jsonFiles(folder, path);
      return name.endsWith('.json') ? [relative(folder, path).split(sep).join('/')] : [];
    });

const isListed = (path: string): boolean =>
  path.includes('/') && !path.endsWith('.cases.json') && !path.endsWith('.schema.json');

const inFile = (path: string, failures: readonly Failure[]): readonly Failure[] =>
  failures.map((one) => ({ ...one, place: one.place === '' ? path : `${path}: ${one.place}` }));

/** The index of a `decision-trees` folder: policies in their own folders, settings in `settings/`. */
export const indexOf = (folder: string): Result<Catalogue> => {
  const failures: Failure[] = [];
  const policies: Catalogue['policies'] = [];
  const settings: Catalogue['settings'] = [];
  for (const path of jsonFiles(folder).filter(isListed)) {
    const json = parseJson(readFileSync(join(folder, path)), '');
    const parsed = json.ok
      ? path.startsWith('settings/')
        ? parseSettings(json.value)
        : parsePublished(json.value)
      : json;
    if (!parsed.ok) failures.push(...inFile(path, parsed.failures));
    else if ('app' in parsed.value)
      settings.push({
        id: parsed.value.id,
        example: parsed.value.example,
        path,
        sha256: sealedForm(parsed.value).sha256,
      });
    else {
      failures.push(...inFile(path, fileVersionFaults(path, parsed.value)));
      policies.push({
        id: parsed.value.id,
        version: parsed.value.version,
        path,
        sha256: sealedForm(parsed.value).sha256,
      });
    }
  }
  return settle(failures, () => ({ format: 'index/0' as const, policies, settings }));
};

/** The index as the file holds it. */
export const indexText = (index: Catalogue): string => `${JSON.stringify(index, undefined, 2)}\n`;
