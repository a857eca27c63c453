import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCases, type WorkedCase } from '../../src/policy/cases';
import { type Model, modelOf } from '../../src/policy/model';
import { parsePolicy, parseSettings, settingsFaults } from '../../src/policy/parse';

/** A policy of this repository with the settings that it is tested with, and its worked cases. */
export interface KnownPolicy {
  readonly name: string;
  readonly model: Model;
  readonly cases: readonly WorkedCase[];
}

const root = process.cwd();

/** A JSON file of the repository, by its path from the root. */
export const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

const settingsBeside = (folder: string): string =>
  folder.startsWith('decision-trees/') ? 'decision-trees/settings/example-council.json' : `${folder}/settings.json`;

/** One policy of the repository, by its folder and file. */
export const knownPolicy = (folder: string, file: string): KnownPolicy => {
  const name = `${folder}/${file}`;
  const policy = parsePolicy(readJson(name));
  const settings = parseSettings(readJson(settingsBeside(folder)));
  if (!policy.ok) throw new Error(`${name}: ${JSON.stringify(policy.failures.slice(0, 20), null, 1)}`);
  if (!settings.ok) throw new Error(`settings of ${name}: ${JSON.stringify(settings.failures, null, 1)}`);
  const faults = settingsFaults(policy.value, settings.value);
  if (faults.length > 0) throw new Error(`settings of ${name}: ${JSON.stringify(faults, null, 1)}`);
  const casesFile = name.replace(/\.json$/, '.cases.json');
  const settingsOf = (id: string) => (id === settings.value.id ? settings.value : undefined);
  const cases = parseCases(policy.value, settingsOf, existsSync(join(root, casesFile)) ? readJson(casesFile) : []);
  if (!cases.ok) throw new Error(`cases of ${name}: ${JSON.stringify(cases.failures, null, 1)}`);
  return {
    name: `${policy.value.id} ${policy.value.version}`,
    model: modelOf(policy.value, settings.value),
    cases: cases.value.map(({ worked }) => worked),
  };
};

/** Every policy under `decision-trees` and `tests/fixtures`: files named by a version. Throws where one does not parse. */
export const knownPolicies = (folders = ['decision-trees', 'tests/fixtures']): readonly KnownPolicy[] =>
  folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .flatMap((entry) => {
          const inner = `${folder}/${entry.name}`;
          return readdirSync(join(root, inner))
            .filter((file) => /^\d+\.\d+\.\d+\.json$/.test(file))
            .map((file) => knownPolicy(inner, file));
        }),
    );
